#include "gui/pages/access_campaign_dialog.hpp"

#include "gui/pages/access_directory_dialog.hpp"
#include "gui/pages/dialog_form.hpp"
#include "gui/presenter/access_campaign.hpp"
#include "gui/presenter/access_review.hpp"
#include "gui/window/accessible.hpp"
#include "gui/window/list_view.hpp"
#include "gui/window/text.hpp"
#include "gui/window/view_parts.hpp"
#include "toolkit/base/text.hpp"

#include <wx/button.h>
#include <wx/filedlg.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

namespace hdskit::gui::pages {
namespace {

const wxSize logs_size{380, 64}, comparison_size{760, 420}; ///< device-independent pixels

class CampaignDialog : public DialogForm {
public:
  CampaignDialog(wxWindow* owner, const Desk& desk, const std::string& caution)
      : DialogForm{owner, tr("Open a review campaign")}, desk_{desk}, today_{desk.session.today()} {
    add_sentence(tr("The files are read, judged by the rules of the review and frozen with their digests. What names persons is forgotten in time."));
    if (!caution.empty()) add_sentence("⚠ " + caution);
    title_ = add_field(tr("Title"), proposed_title(today_));
    reviewer_ = add_field(tr("Who answers for it"), desk.session.person());
    due_ = add_field(tr("To be decided until"), "");
    due_->SetHint(text(trn("{1} day from now", "{1} days from now", default_campaign_days)));
    for (const auto& source : campaign_sources()) {
      files_.push_back(add_field(tr(source.label), "", Browse::file));
      files_.back()->SetHint(text(tr(source.sentence)));
      if (source.file == &CampaignWish::directory_answers) add_question(files_.back());
    }
    logs_ = new wxTextCtrl{this, wxID_ANY, "", wxDefaultPosition, FromDIP(logs_size), wxTE_MULTILINE | wxTE_DONTWRAP};
    logs_->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { update(); });
    auto* add = new wxButton{this, wxID_ANY, text(tr("Add logs…"))};
    add->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { add_logs(); });
    add_row(tr("Access logs, one file a line"), logs_, add);
    name_for_readers(*add, tr("Add logs…"));
    finish(tr("Open the campaign"), title_);
  }

  CampaignWish wish() const {
    CampaignWish wish;
    wish.title = utf8(title_->GetValue());
    wish.reviewer = utf8(reviewer_->GetValue());
    wish.due = utf8(due_->GetValue());
    const auto sources = campaign_sources();
    for (std::size_t i = 0; i < files_.size(); ++i) wish.*sources[i].file = utf8(files_[i]->GetValue());
    for (const auto& line : split(utf8(logs_->GetValue()), '\n'))
      if (!trimmed(line).empty()) wish.logs.emplace_back(trimmed(line));
    return wish;
  }

private:
  std::string fault() const override { return logs_ ? wish_fault(wish(), today_) : ""; }

  void add_question(wxTextCtrl* answers) {
    auto* button = new wxButton{this, wxID_ANY, text(tr("Ask the directory…"))};
    button->Bind(wxEVT_BUTTON, [this, answers](wxCommandEvent&) {
      const auto wish = this->wish();
      const auto kept = wish.directory_answers.empty() ? proposed_answers_file(wish.accounts) : wish.directory_answers;
      DirectoryWish question{
          .accounts = wish.accounts, .people = wish.people, .extract = wish.directory, .key_file = {}, .ca_file = {}, .proxy = {}, .answers = kept};
      const auto asked = ask_the_directory(desk_, this, std::move(question));
      if (!asked) return;
      answers->SetValue(text(asked->file));
      answers_told_->SetLabelText(text(told_of(*asked).text));
      name_for_readers(*answers_told_, told_of(*asked).text);
      answers_told_->Show();
      update();
    });
    add_row("", button);
    name_for_readers(*button, tr("Ask the directory…"));
    answers_told_ = new wxStaticText{this, wxID_ANY, ""};
    add_row("", answers_told_);
    answers_told_->Hide(); // small screens have no line to spare
  }

  void add_logs() {
    wxFileDialog dialog{this, text(tr("Access logs")), "", "", wxFileSelectorDefaultWildcardStr, wxFD_OPEN | wxFD_FILE_MUST_EXIST | wxFD_MULTIPLE};
    if (dialog.ShowModal() != wxID_OK) return;
    wxArrayString paths;
    dialog.GetPaths(paths);
    for (const auto& path : paths) logs_->AppendText((logs_->IsEmpty() ? "" : "\n") + path);
  }

  const Desk& desk_;
  const Date today_;
  wxTextCtrl *title_ = nullptr, *reviewer_ = nullptr, *due_ = nullptr, *logs_ = nullptr;
  std::vector<wxTextCtrl*> files_;
  wxStaticText* answers_told_ = nullptr;
};

} // namespace

void open_a_campaign(const Desk& desk, wxWindow* owner, std::shared_ptr<const AccessMap> map) {
  CampaignDialog dialog{wxGetTopLevelParent(owner), desk, campaign_caution(*map)};
  if (dialog.ShowModal() != wxID_OK) return;
  desk.background.run(
      owner, tr("Opening the review campaign"),
      [location = desk.session.location(), acting = desk.session.acting(), wish = dialog.wish(), today = desk.session.today()](const Progress& progress) {
        return open_wished_campaign(location, acting, wish, today, progress);
      },
      [&desk](const ReviewCampaign& campaign) {
        attempt(desk, [&] { desk.session.look(); }); // it was opened through a workspace of its own
        desk.changed();
        desk.tell(tr("{1} is open: {2} accounts to decide upon, {3} findings.",
                     {campaign.reference, french_number(campaign.lines), french_number(campaign.findings)}));
      });
}

void show_comparison(wxWindow* owner, const CampaignWork& work) {
  wxDialog dialog{wxGetTopLevelParent(owner), wxID_ANY,      text(tr("Compared with {1}", {work.campaign.previous})),
                  wxDefaultPosition,          wxDefaultSize, wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER};
  auto* list = new ListView{&dialog, {.name = tr("What differs from last year"), .count = false}};
  list->SetMinSize(dialog.FromDIP(comparison_size));
  list->show(comparison_rows(work));
  auto* rows = new wxBoxSizer{wxVERTICAL};
  rows->Add(list, wxSizerFlags{1}.Expand().Border(wxALL, dialog.FromDIP(2 * gap)));
  rows->Add(new wxButton{&dialog, wxID_CANCEL, text(tr("Close"))}, wxSizerFlags{}.Right().Border(wxALL, dialog.FromDIP(2 * gap)));
  dialog.SetSizerAndFit(rows);
  dialog.CentreOnParent();
  list->focus();
  dialog.ShowModal();
}

} // namespace hdskit::gui::pages
