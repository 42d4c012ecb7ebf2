#include "gui/pages/dossier_plan_pane.hpp"

#include "gui/window/reading_text.hpp"
#include "gui/window/text.hpp"
#include "gui/window/theme.hpp"
#include "gui/window/tree_view.hpp"
#include "gui/window/view_parts.hpp"
#include "toolkit/dossier/template_store.hpp"

#include <wx/button.h>
#include <wx/checkbox.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>
#include <wx/wrapsizer.h>

namespace hdskit::gui {
namespace {

constexpr int details_height = 88; ///< device-independent pixels: four lines

std::shared_ptr<const DossierPlan> read_plan(const std::string& location, const Standing& standing) {
  const auto workspace = Workspace::open(location);
  return std::make_shared<const DossierPlan>(plan_dossier(standing, [&](std::string_view id) { return find_template(workspace, id).text; }));
}

} // namespace

PlanPane::PlanPane(wxWindow* parent, const Desk& desk) : wxPanel{parent}, desk_{desk} {
  auto* rows = new wxBoxSizer{wxVERTICAL};
  rows->Add(new_top(), wxSizerFlags{}.Expand().Border(wxBOTTOM, FromDIP(gap)));
  tree_ = new TreeView{this, {.name = tr("Plan of the dossier")}};
  tree_->on_select = [this](const std::string& key) {
    show_details();
    if (on_select) on_select(key);
  };
  tree_->on_open = [this](const std::string&) { go(); };
  tree_->on_told = desk_.tell;
  tree_->on_failed = desk_.tell_problem;
  rows->Add(tree_, wxSizerFlags{1}.Expand());
  rows->Add(new_bottom(), wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(gap)));
  auto* framed = new wxBoxSizer{wxVERTICAL};
  framed->Add(rows, wxSizerFlags{1}.Expand().Border(wxALL, FromDIP(2 * gap)));
  SetSizer(framed);
}

wxSizer* PlanPane::new_top() {
  auto* line = new wxWrapSizer{wxHORIZONTAL, 0};
  sentence_ = new wxStaticText{this, wxID_ANY, text(tr("Reading the file…"))};
  sentence_->SetFont(sentence_->GetFont().Bold());
  only_gaps_ = new wxCheckBox{this, wxID_ANY, text(tr("Only what is lacking"))};
  only_gaps_->Bind(wxEVT_CHECKBOX, [this](wxCommandEvent&) { show_rows(); });
  line->Add(sentence_, wxSizerFlags{}.CenterVertical().Border(wxRIGHT, FromDIP(4 * gap)));
  line->Add(only_gaps_, wxSizerFlags{}.CenterVertical());
  return line;
}

wxSizer* PlanPane::new_bottom() {
  auto* line = new wxBoxSizer{wxHORIZONTAL};
  details_ = new_reading_text(this, tr("The chosen line in full"), details_height);
  go_ = new wxButton{this, wxID_ANY, text(tr("Go there"))};
  go_->SetToolTip(text(tr("Open the page where this line is answered or mended")));
  go_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { go(); });
  go_->Disable();
  line->Add(details_, wxSizerFlags{1}.Expand());
  line->Add(go_, wxSizerFlags{}.Border(wxLEFT, FromDIP(gap)));
  return line;
}

void PlanPane::show(std::shared_ptr<const Standing> standing) {
  desk_.background.run(
      this, "", [location = desk_.session.location(), standing = std::move(standing)](const Progress&) { return read_plan(location, *standing); },
      [this, reading = ++reading_](std::shared_ptr<const DossierPlan> plan) {
        if (reading == reading_) taken(std::move(plan));
      });
}

void PlanPane::show_empty() {
  ++reading_;
  plan_.reset();
  tree_->show({});
  sentence_->SetLabel(text(tr("This workspace follows no checklist yet")));
  sentence_->SetForegroundColour(wxNullColour);
  details_->ChangeValue(text(
      tr("A checklist lists what the regime asks for, item by item. Adopt the one of your regime first; the answers, documents and the dossier follow it.")));
  go_->Enable();
  Layout();
}

void PlanPane::start_over() {
  ++reading_;
  plan_.reset();
  tree_->show({});
}

void PlanPane::taken(std::shared_ptr<const DossierPlan> plan) {
  plan_ = std::move(plan);
  show_rows();
  if (!awaited_.empty()) reveal(std::exchange(awaited_, {}));
}

void PlanPane::show_rows() {
  if (!plan_) return;
  const auto sentence = plan_sentence(plan_->gaps);
  sentence_->SetLabel(text(sentence.text));
  sentence_->SetForegroundColour(colour(sentence.tone));
  Layout();
  const bool only_gaps = only_gaps_->GetValue();
  tree_->show(plan_rows(*plan_, only_gaps), only_gaps);
  show_details();
}

void PlanPane::show_details() {
  if (!plan_) return;
  const auto key = tree_->selected();
  const auto* node = key ? plan_->find(*key) : nullptr;
  details_->ChangeValue(text(node ? plan_details(*node) : tr("Choose a line to read it in full. Enter goes to where it is answered.")));
  go_->Enable(node && !node->goal.page.empty());
}

void PlanPane::go() {
  if (!plan_) return desk_.go_to("requirements", ""); // where a checklist is adopted
  const auto key = tree_->selected();
  const auto* node = key && plan_ ? plan_->find(*key) : nullptr;
  if (!node || node->goal.page.empty()) return;
  const auto goal = node->goal; // the page may be drawn anew on the way
  desk_.go_to(goal.page, goal.subject);
}

void PlanPane::reveal(const std::string& subject) {
  if (!plan_) {
    awaited_ = subject;
    return;
  }
  const auto key = plan_key(*plan_, subject);
  if (key.empty()) return;
  tree_->select(key);
  if (tree_->selected() != key) { // it lacks nothing, and only what lacks is shown
    only_gaps_->SetValue(false);
    show_rows();
    tree_->select(key);
  }
  show_details();
}

void PlanPane::focus() { tree_->focus(); }
std::optional<std::string> PlanPane::selected() const { return tree_->selected(); }

} // namespace hdskit::gui
