#include "gui/pages/evidence_detail.hpp"

#include "gui/presenter/journal.hpp"
#include "gui/window/accessible.hpp"
#include "gui/window/conflict_dialog.hpp"
#include "gui/window/form_view.hpp"
#include "gui/window/list_view.hpp"
#include "gui/window/pdf_view.hpp"
#include "gui/window/text.hpp"
#include "gui/window/theme.hpp"
#include "gui/window/view_parts.hpp"
#include "toolkit/base/translate.hpp"

#include <wx/button.h>
#include <wx/notebook.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

namespace hdskit::gui::pages {
namespace {

constexpr int tab_of_description = 1;

void set_wrapped(wxStaticText& label, const std::string& words, int width) {
  label.SetLabelText(text(words)); // an ampersand is an ampersand
  label.Wrap(width);
  label.Show(!words.empty());
}

/// A tab with air around what it holds.
wxPanel* new_tab(wxNotebook& tabs, const std::string& title) {
  auto* panel = new wxPanel{&tabs};
  panel->SetSizer(new wxBoxSizer{wxVERTICAL});
  tabs.AddPage(panel, text(title));
  return panel;
}
void fill_tab(wxWindow& content) { content.GetParent()->GetSizer()->Add(&content, wxSizerFlags{1}.Expand().Border(wxALL, content.FromDIP(gap))); }

} // namespace

EvidenceDetail::EvidenceDetail(wxWindow* parent, const Desk& desk) : wxPanel{parent}, desk_{desk} {
  content_ = new wxPanel{this};
  title_ = new wxStaticText{content_, wxID_ANY, ""};
  title_->SetFont(title_->GetFont().Bold().Scaled(1.2f));
  standing_ = new wxStaticText{content_, wxID_ANY, ""};
  auto* buttons = new_buttons(); // before the tabs: the keyboard goes in this order
  build_tabs();
  auto* parts = new wxBoxSizer{wxVERTICAL};
  const auto flags = wxSizerFlags{}.Expand().Border(wxBOTTOM, FromDIP(gap));
  parts->Add(title_, flags);
  parts->Add(standing_, flags);
  parts->Add(buttons, flags);
  parts->Add(tabs_, wxSizerFlags{1}.Expand());
  content_->SetSizer(parts);
  empty_ = new wxStaticText{this, wxID_ANY, text(tr("Choose a document in the list to see it here."))};
  auto* sizer = new wxBoxSizer{wxVERTICAL};
  sizer->Add(content_, wxSizerFlags{1}.Expand().Border(wxLEFT, FromDIP(2 * gap)));
  sizer->Add(empty_, wxSizerFlags{}.Border(wxALL, FromDIP(4 * gap)));
  SetSizer(sizer);
  Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
    event.Skip();
    show_heading();
  });
  Bind(wxEVT_TIMER, [this](wxTimerEvent&) { attempt(desk_, [&] { load_preview(); }); });
  show(std::nullopt);
}

wxSizer* EvidenceDetail::new_buttons() {
  auto* line = new wxBoxSizer{wxHORIZONTAL};
  const auto add = [&](const std::string& label, const std::string& tip, void (EvidenceDetail::*run)()) {
    auto* button = new wxButton{content_, wxID_ANY, text(label)};
    button->SetToolTip(text(tip));
    button->Bind(wxEVT_BUTTON, [this, run](wxCommandEvent&) { attempt(desk_, [&] { (this->*run)(); }); });
    line->Add(button, wxSizerFlags{}.Border(wxRIGHT, FromDIP(gap)));
  };
  add(tr("Replace &file…"), tr("File a new version of this document under the same code"), &EvidenceDetail::replace_file);
  add(tr("Save a &copy…"), tr("Write this document to a file, to open it with another program"), &EvidenceDetail::save_copy);
  add(tr("&Remove"), tr("Take this document out of the vault; Edit > Undo brings it back"), &EvidenceDetail::remove);
  return line;
}

void EvidenceDetail::build_tabs() {
  tabs_ = new wxNotebook{content_, wxID_ANY};
  name_for_readers(*tabs_, tr("The document"));
  preview_ = new PdfView{new_tab(*tabs_, tr("Preview"))};
  description_ = new FormView{new_tab(*tabs_, tr("Description")), {.name = tr("Description of the document")}};
  description_->on_save = [this] { try_to_save(); };
  description_->on_discard = [this] {
    edit_.discard();
    description_->refresh();
  };
  items_ = new ListView{new_tab(*tabs_, tr("Items")), {.name = tr("Items that the document serves")}};
  items_->on_told = desk_.tell;
  items_->on_failed = desk_.tell_problem;
  items_->on_open = [this](const std::string& item) {
    if (standing_of_items_ && standing_of_items_->frameworks.item(item)) desk_.go_to("requirements", item);
  };
  history_ = new ListView{new_tab(*tabs_, tr("History")), {.name = tr("History of the document")}};
  history_->on_told = desk_.tell;
  history_->on_failed = desk_.tell_problem;
  history_->on_open = [this](const std::string& number) { desk_.go_to("journal", "entry:" + number); };
  fill_tab(*preview_);
  fill_tab(*description_);
  fill_tab(*items_);
  fill_tab(*history_);
}

void EvidenceDetail::show(const std::optional<Evidence>& evidence) {
  shown_ = evidence.has_value();
  edit_.show(evidence.value_or(Evidence{}));
  content_->Show(shown_);
  empty_->Show(!shown_);
  if (shown_) fill();
  else {
    desk_.background.cancel(preview_job_);
    previewed_.clear();
    preview_->clear();
  }
  Layout();
}

void EvidenceDetail::fill() {
  constexpr int pause_ms = 120; // arrow keys run through a list: what is passed by is not read
  show_heading();
  description_->show(edit_.form());
  description_->refresh();
  show_items();
  history_->show(journal_rows(desk_.session.workspace(), {.kind = "evidence", .subject = edit_.evidence().id.text()}));
  if (edit_.evidence().digest != previewed_) pause_.StartOnce(pause_ms);
}

void EvidenceDetail::show_heading() {
  if (!shown_) return;
  const auto& evidence = edit_.evidence();
  const auto standing = evidence_standing(evidence, desk_.session.today(), checks_);
  const int room = std::max(FromDIP(200), GetClientSize().GetWidth() - FromDIP(4 * gap));
  set_wrapped(*title_, "[" + evidence.code + "] " + evidence.title, room);
  standing_->SetForegroundColour(colour(standing.tone));
  set_wrapped(*standing_, standing.sentence, room);
  content_->Layout();
}

void EvidenceDetail::follow(const EvidenceChecks& checks) {
  checks_ = checks;
  if (!shown_) return;
  const auto following = edit_.follow(desk_.session.workspace());
  if (following.removed && !edit_.form().changed()) return show(std::nullopt);
  if (!following.sentence.empty()) desk_.tell(following.sentence);
  fill();
}

void EvidenceDetail::offer(const ObligationTitles& obligations) {
  edit_.offer(obligations);
  if (shown_) description_->show(edit_.form());
}

void EvidenceDetail::name_items(std::shared_ptr<const Standing> standing) {
  standing_of_items_ = std::move(standing);
  show_items();
}

void EvidenceDetail::show_items() {
  if (!shown_) return;
  items_->show(served_item_rows(edit_.evidence(), standing_of_items_ ? standing_of_items_->frameworks : AnsweredFrameworks{}));
  constexpr int narrowest = 160; ///< device-independent pixels
  give_the_rest(items_->control(), 1, 2, narrowest);
}

RecordEdit::Questions EvidenceDetail::questions() {
  return {.conflicts = [this](const Merge& merge,
                              const std::string& who) { return resolve_conflicts(this, edit_.evidence().code, who, edit_.form().fields(), merge); },
          .removed = [this](const std::string& who) { return ask_about_removed(this, edit_.evidence().code, who); }};
}

bool EvidenceDetail::settle() { return !shown_ || !edit_.form().changed() || try_to_save(); }

bool EvidenceDetail::try_to_save() {
  bool settled = false;
  attempt(desk_, [&] {
    const auto saving = edit_.save(desk_.session, questions());
    settled = saving.outcome != RecordEdit::Outcome::not_yet;
    if (saving.outcome == RecordEdit::Outcome::let_go) show(std::nullopt);
    description_->refresh();
    description_->tell_faults();
    if (saving.fault) {
      tabs_->SetSelection(tab_of_description);
      description_->focus(*saving.fault);
    }
    if (!settled && !saving.sentence.empty()) throw Problem{ProblemKind::bad_input, edit_.evidence().code, saving.sentence};
    if (settled && !saving.sentence.empty()) desk_.tell(saving.sentence);
    if (settled) desk_.changed();
  });
  return settled;
}

void EvidenceDetail::focus_description() {
  if (!shown_) return;
  tabs_->SetSelection(tab_of_description);
  description_->focus_first();
}

bool EvidenceDetail::search_preview() {
  const auto* focused = wxWindow::FindFocus();
  if (!shown_ || !focused || !preview_->IsDescendant(const_cast<wxWindow*>(focused)) || preview_->page_count() == 0) return false;
  preview_->focus_search();
  return true;
}

} // namespace hdskit::gui::pages
