#include "gui/pages/backups_test_dialog.hpp"

#include "gui/presenter/backups_order.hpp"
#include "gui/window/accessible.hpp"
#include "gui/window/text.hpp"
#include "gui/window/theme.hpp"
#include "gui/window/view_parts.hpp"
#include "toolkit/base/translate.hpp"

#include <wx/button.h>
#include <wx/dialog.h>
#include <wx/dirdlg.h>
#include <wx/filedlg.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

#include <optional>

namespace hdskit::gui::pages {
namespace {

constexpr int width = 680, field_width = 360; ///< device-independent pixels

class TestDialog : public wxDialog {
public:
  TestDialog(wxWindow* owner, std::shared_ptr<const BackupsMap> map, const BackupSource& source)
      : wxDialog{owner,
                 wxID_ANY,
                 text(tr("Test a restore of “{1}”", {source.reference})),
                 wxDefaultPosition,
                 wxDefaultSize,
                 wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER},
        map_{std::move(map)}, source_{source} {
    auto* rows = new wxBoxSizer{wxVERTICAL};
    add_words(*rows, tr("A backup of {1} is restored into a private folder, compared, measured and removed again. The backup itself is only read.",
                        {source.location}));
    add_words(*rows, own_reference_sentence(source));
    grid_ = new wxFlexGridSizer{3, FromDIP(wxSize{2 * gap, gap})};
    grid_->AddGrowableCol(1);
    add_fields();
    rows->Add(grid_, wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(2 * gap)));
    fault_ = new wxStaticText{this, wxID_ANY, ""};
    fault_->SetForegroundColour(colour(Tone::warning));
    rows->Add(fault_, wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(2 * gap)));
    rows->Add(new_buttons(), wxSizerFlags{}.Right().Border(wxTOP, FromDIP(2 * gap)));
    auto* framed = new wxBoxSizer{wxVERTICAL};
    framed->Add(rows, wxSizerFlags{1}.Expand().Border(wxALL, FromDIP(3 * gap)));
    SetSizer(framed);
    update();
    framed->SetSizeHints(this);
    CentreOnParent();
    (password_ ? password_ : manifest_)->SetFocus();
  }

  TestWish wish() const {
    return {.source = source_.reference,
            .manifest = utf8(manifest_->GetValue()),
            .tree = utf8(tree_->GetValue()),
            .point = utf8(point_->GetValue()),
            .scratch = utf8(scratch_->GetValue()),
            .password = password_ ? utf8(password_->GetValue()) : ""};
  }

private:
  void add_words(wxSizer& rows, const std::string& words) {
    auto* sentence = new wxStaticText{this, wxID_ANY, text(words)};
    sentence->Wrap(FromDIP(width));
    rows.Add(sentence, wxSizerFlags{}.Expand().Border(wxBOTTOM, FromDIP(gap)));
  }

  void add_fields() {
    if (asks_password(source_)) {
      password_ = add_field(tr("Password, kept in memory only"), wxTE_PASSWORD);
      grid_->AddSpacer(0);
    }
    manifest_ = add_path(tr("Compare with this manifest instead"), false);
    tree_ = add_path(tr("Or with this folder"), true);
    point_ = add_field(tr("Backup to restore, by its identifier"), 0);
    point_->SetHint(text(tr("the newest one")));
    grid_->AddSpacer(0);
    scratch_ = add_path(tr("Restore into a folder below"), true);
    scratch_->ChangeValue(text(usual_scratch()));
    grid_->AddSpacer(0);
    space_ = new wxStaticText{this, wxID_ANY, ""};
    grid_->Add(space_, wxSizerFlags{}.Expand());
    grid_->AddSpacer(0);
  }

  wxTextCtrl* add_path(const std::string& label, bool folder) {
    auto* field = add_field(label, 0);
    auto* browse = new wxButton{this, wxID_ANY, text(tr("Browse…"))};
    name_for_readers(*browse, tr("Browse: {1}", {label}));
    browse->Bind(wxEVT_BUTTON, [this, field, folder, label](wxCommandEvent&) {
      if (folder) {
        wxDirDialog dialog{this, text(label), field->GetValue(), wxDD_DIR_MUST_EXIST};
        if (dialog.ShowModal() == wxID_OK) field->SetValue(dialog.GetPath());
      } else {
        wxFileDialog dialog{this, text(label), "", "", wxFileSelectorDefaultWildcardStr, wxFD_OPEN | wxFD_FILE_MUST_EXIST};
        if (dialog.ShowModal() == wxID_OK) field->SetValue(dialog.GetPath());
      }
    });
    grid_->Add(browse, wxSizerFlags{}.CenterVertical());
    return field;
  }

  wxTextCtrl* add_field(const std::string& label, long style) {
    grid_->Add(new wxStaticText{this, wxID_ANY, text(label)}, wxSizerFlags{}.CenterVertical());
    auto* field = new wxTextCtrl{this, wxID_ANY, "", wxDefaultPosition, FromDIP(wxSize{field_width, -1}), style};
    name_for_readers(*field, label);
    field->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { update(); });
    grid_->Add(field, wxSizerFlags{1}.Expand());
    return field;
  }

  wxSizer* new_buttons() {
    auto* line = new wxBoxSizer{wxHORIZONTAL};
    auto* cancel = new wxButton{this, wxID_CANCEL, text(tr("Cancel"))};
    begin_ = new wxButton{this, wxID_OK, text(tr("Begin the test"))};
    begin_->SetDefault();
    line->Add(cancel);
    line->Add(begin_, wxSizerFlags{}.Border(wxLEFT, FromDIP(gap)));
    return line;
  }

  void update() {
    if (!begin_) return;
    const auto fault = wish_fault(*map_, wish());
    fault_->SetLabelText(text(fault.empty() ? "" : "⚠ " + fault));
    const auto space = scratch_sentence(utf8(scratch_->GetValue()));
    space_->SetForegroundColour(colour(space.tone));
    space_->SetLabelText(text(space.text));
    begin_->Enable(fault.empty());
  }

  std::shared_ptr<const BackupsMap> map_;
  const BackupSource source_;
  wxFlexGridSizer* grid_ = nullptr;
  wxTextCtrl *manifest_ = nullptr, *tree_ = nullptr, *point_ = nullptr, *scratch_ = nullptr, *password_ = nullptr;
  wxStaticText *space_ = nullptr, *fault_ = nullptr;
  wxButton* begin_ = nullptr;
};

} // namespace

void test_a_restore(const Desk& desk, wxWindow* owner, std::shared_ptr<const BackupsMap> map, const std::string& source) {
  const auto* meant = map->source(source);
  if (!meant) return;
  TestDialog dialog{wxGetTopLevelParent(owner), map, *meant};
  if (dialog.ShowModal() != wxID_OK) return;
  desk.background.run(
      owner, tr("Restore test of “{1}”", {source}),
      [location = desk.session.location(), person = desk.session.acting().name, wish = dialog.wish(),
       place = this_place(HDSKIT_VERSION)](const Progress& progress) { return run_wished_test(location, person, wish, place, progress); },
      [&desk, owner](const FiledRestoreTest& filed) {
        const auto subject = "restore_run:" + filed.run.reference;
        const bool watching = owner->GetParent()->IsShownOnScreen(); // somebody who works on another page is not taken away from it
        attempt(desk, [&] { desk.session.look(); });                 // the test was filed through a workspace of its own
        desk.changed();
        desk.tell_outcome(told_of(filed.run), "backups", subject);
        if (watching) desk.go_to("backups", subject);
      });
}

} // namespace hdskit::gui::pages
