#include "gui/pages/dossier_build_pane.hpp"

#include "gui/pages/dossier_order_form.hpp"
#include "gui/presenter/dossier_plan.hpp"
#include "gui/window/documents_folder.hpp"
#include "gui/window/reading_text.hpp"
#include "gui/window/text.hpp"
#include "gui/window/theme.hpp"
#include "gui/window/view_parts.hpp"
#include "toolkit/base/problem.hpp"
#include "toolkit/base/text.hpp"

#include <wx/button.h>
#include <wx/msgdlg.h>
#include <wx/sizer.h>
#include <wx/statline.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>
#include <wx/utils.h>
#include <wx/wrapsizer.h>

#include <algorithm>
#include <utility>

namespace hdskit::gui {
namespace {

constexpr int facts_height = 84; ///< device-independent pixels

wxStaticText* new_sentence(wxWindow* parent) { return new wxStaticText{parent, wxID_ANY, "", wxDefaultPosition, wxDefaultSize, wxST_ELLIPSIZE_END}; }

std::size_t gaps_on(const Standing& standing, const std::string& date) {
  const auto day = Date::parse(trimmed(date));
  return !day || *day == standing.day ? standing.gaps.size() : find_gaps(standing.input, *day).size();
}

} // namespace

BuildPane::BuildPane(wxWindow* parent, const Desk& desk)
    : wxScrolledWindow{parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxVSCROLL | wxTAB_TRAVERSAL}, desk_{desk}, kept_{&kept_dossier(
                                                                                                                          desk.session.location(), "")} {
  constexpr int scroll_step = 12;
  SetScrollRate(0, FromDIP(scroll_step));
  auto* rows = new wxBoxSizer{wxVERTICAL};
  gaps_ = new_sentence(this);
  gaps_->SetFont(gaps_->GetFont().Bold());
  rows->Add(gaps_, wxSizerFlags{}.Expand().Border(wxBOTTOM, FromDIP(2 * gap)));
  form_ = new OrderForm{this};
  form_->on_change = [this] { edited(); };
  rows->Add(form_, wxSizerFlags{}.Expand());
  build_ = new wxButton{this, wxID_ANY, text(tr("Build the dossier"))};
  build_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { attempt(desk_, [this] { build(); }); });
  build_->Disable();
  rows->Add(build_, wxSizerFlags{}.Border(wxTOP | wxBOTTOM, FromDIP(3 * gap)));
  rows->Add(new wxStaticLine{this}, wxSizerFlags{}.Expand());
  rows->Add(new_result(), wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(3 * gap)));
  Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
    wrap_sentence();
    event.Skip();
  });
  auto* framed = new wxBoxSizer{wxVERTICAL};
  framed->Add(rows, wxSizerFlags{}.Expand().Border(wxALL, FromDIP(2 * gap)));
  SetSizer(framed);
  show_result();
}

wxSizer* BuildPane::new_result() {
  auto* rows = new wxBoxSizer{wxVERTICAL};
  result_ = new wxStaticText{this, wxID_ANY, ""};
  result_->SetFont(result_->GetFont().Bold());
  facts_ = new_reading_text(this, tr("File and digest of the dossier that was built"), facts_height);
  buttons_ = new wxWrapSizer{wxHORIZONTAL, 0};
  new_button(*buttons_, tr("Read it here"), [this] { on_read(*kept_->built); });
  new_button(*buttons_, tr("Open with the system’s viewer"), [this] { launch(kept_->built->pdf_file); });
  new_button(*buttons_, tr("Show the folder"), [this] { launch(kept_->built->pdf_file.parent_path()); });
  rows->Add(result_, wxSizerFlags{}.Expand().Border(wxBOTTOM, FromDIP(gap)));
  rows->Add(facts_, wxSizerFlags{}.Expand().Border(wxBOTTOM, FromDIP(gap)));
  rows->Add(buttons_, wxSizerFlags{}.Expand());
  return rows;
}

wxButton* BuildPane::new_button(wxSizer& line, const std::string& label, std::function<void()> run) {
  auto* button = new wxButton{this, wxID_ANY, text(label)};
  button->Bind(wxEVT_BUTTON, [this, run = std::move(run)](wxCommandEvent&) { attempt(desk_, run); });
  line.Add(button, wxSizerFlags{}.Border(wxRIGHT | wxBOTTOM, FromDIP(gap)));
  return button;
}

void BuildPane::show(std::shared_ptr<const Standing> standing) {
  standing_ = std::move(standing);
  const auto* before = std::exchange(kept_, &kept_dossier(desk_.session.location(), standing_->frameworks.asked()));
  const bool fresh = kept_ != before || !kept_->order || form_->texts().output.empty();
  if (!kept_->order) {
    const auto* host = standing_->input.host();
    kept_->order = proposed_order(documents_folder(), host ? host->name : "", standing_->day, standing_->frameworks.ordered());
  }
  if (fresh) form_->fill(*kept_->order);
  if (kept_ != before) show_result();
  tell_gaps();
}

void BuildPane::edited() {
  kept_->order = form_->texts();
  tell_gaps();
}

void BuildPane::tell_gaps() {
  if (!standing_) return;
  const auto sentence = plan_sentence(static_cast<int>(gaps_on(*standing_, form_->texts().date)));
  gaps_->SetLabel(text(sentence.text));
  gaps_->SetForegroundColour(colour(sentence.tone));
  build_->Enable(!building_ && faults_of(form_->texts()).none());
}

bool BuildPane::may_replace(const DossierOrder& order) {
  const bool ours = kept_->built && kept_->built->pdf_file == order.output;
  if (ours || !would_replace(order)) return true;
  wxMessageDialog question{this, text(tr("“{1}”, or a file beside it with the same name, exists already. Replace them?", {order.output.string()})),
                           text(tr("Build the dossier")), wxYES_NO | wxNO_DEFAULT | wxICON_WARNING};
  question.SetYesNoLabels(text(tr("Replace")), text(tr("Keep them")));
  return question.ShowModal() == wxID_YES;
}

void BuildPane::build() {
  const auto order = order_of(form_->texts());
  if (building_ || !may_replace(order)) return;
  building_ = true;
  tell_gaps();
  show_result();
  desk_.background.run(
      this, tr("Building the dossier"),
      [location = desk_.session.location(), order](const Progress& progress) { return build_dossier(Workspace::open(location), order, progress); },
      [this, kept = kept_](BuiltDossier dossier) { built(*kept, std::move(dossier)); },
      [this](const std::exception_ptr& failure) {
        building_ = false;
        tell_gaps();
        show_result();
        desk_.tell_problem(failure);
      });
}

void BuildPane::built(KeptDossier& kept, BuiltDossier dossier) {
  building_ = false;
  kept.built = std::move(dossier);
  tell_gaps();
  show_result();
  desk_.tell(tr("The dossier was built: “{1}”, {2}.", {kept.built->pdf_file.filename().string(), trn("{1} page", "{1} pages", kept.built->pdf.pages)}));
  if (on_built) on_built(*kept.built);
}

void BuildPane::show_result() {
  std::string sentence = tr("Nothing was built yet. A draft may be built at any time: it carries the list of what it lacks.");
  if (building_) sentence = tr("Being built. You may go on working meanwhile; how far it is stands below, with “Cancel”.");
  else if (kept_->built) sentence = built_sentence(*kept_->built);
  sentence_ = sentence;
  wrap_sentence();
  const bool shown = kept_->built && !building_;
  if (shown) facts_->ChangeValue(text(built_facts(*kept_->built)));
  facts_->Show(shown);
  buttons_->ShowItems(shown);
  Layout();
  FitInside();
}

/// Beside the PDF there is little width, and how many gaps a draft has must not be cut off.
void BuildPane::wrap_sentence() {
  result_->SetLabel(text(sentence_));
  result_->Wrap(std::max(FromDIP(100), GetClientSize().x - FromDIP(5 * gap)));
}

void BuildPane::launch(const std::filesystem::path& file) {
  if (wxLaunchDefaultApplication(text(file.string()))) return;
  throw Problem{ProblemKind::not_found, file.string(), tr("This system has no program to open “{1}”.", {file.string()}),
                tr("Open it from the file manager, or read it here.")};
}

} // namespace hdskit::gui
