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

constexpr int width = 620; ///< device-independent pixels

class TestDialog : public wxDialog {
public:
  TestDialog(wxWindow* owner, std::shared_ptr<const BackupsMap> map, const BackupSource& source)
      : wxDialog{owner, wxID_ANY, text(tr("Test a restore of “{1}”", {source.reference})), wxDefaultPosition, wxDefaultSize,
                 wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER},
        map_{std::move(map)}, source_{source} {
    auto* rows = new wxBoxSizer{wxVERTICAL};
    add_words(*rows, tr("The newest backup of {1} is restored into a private folder, compared, measured and removed again. Nothing is written there.",
                        {source.location}));
    add_words(*rows, own_reference_sentence(source));
    grid_ = new wxFlexGridSizer{3, FromDIP(wxSize{gap, gap})};
    grid_->AddGrowableCol(1);
    manifest_ = add_path(tr("Compare with this manifest instead"), false);
    tree_ = add_path(tr("Or with this folder"), true);
    scratch_ = add_path(tr("Restore into a folder below"), true);
    scratch_->ChangeValue(text(usual_scratch()));
    if (asks_password(source)) password_ = add_password();
    rows->Add(grid_, wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(2 * gap)));
    space_ = new wxStaticText{this, wxID_ANY, ""};
    rows->Add(space_, wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(gap)));
    rows->Add(new_buttons(), wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(3 * gap)));
    auto* framed = new wxBoxSizer{wxVERTICAL};
    framed->Add(rows, wxSizerFlags{1}.Expand().Border(wxALL, FromDIP(3 * gap)));
    SetSizer(framed);
    update();
    framed->SetSizeHints(this);
    CentreOnParent();
  }

  TestWish wish() const {
    return {.source = source_.reference,
            .manifest = utf8(manifest_->GetValue()),
            .tree = utf8(tree_->GetValue()),
            .scratch = utf8(scratch_->GetValue()),
            .password = password_ ? utf8(password_->GetValue()) : ""};
  }

private:
  void add_words(wxSizer& rows, const std::string& words) {
    auto* sentence = new wxStaticText{this, wxID_ANY, text(words)};
    sentence->Wrap(FromDIP(width));
    rows.Add(sentence, wxSizerFlags{}.Expand().Border(wxBOTTOM, FromDIP(gap)));
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
        wxFileDialog dialog{this, text(label), "", "", "*", wxFD_OPEN | wxFD_FILE_MUST_EXIST};
        if (dialog.ShowModal() == wxID_OK) field->SetValue(dialog.GetPath());
      }
    });
    grid_->Add(browse, wxSizerFlags{}.CenterVertical());
    return field;
  }

  wxTextCtrl* add_password() {
    auto* field = add_field(tr("Password, kept in memory only"), wxTE_PASSWORD);
    grid_->AddSpacer(0);
    return field;
  }

  wxTextCtrl* add_field(const std::string& label, long style) {
    grid_->Add(new wxStaticText{this, wxID_ANY, text(label)}, wxSizerFlags{}.CenterVertical());
    auto* field = new wxTextCtrl{this, wxID_ANY, "", wxDefaultPosition, wxDefaultSize, style};
    name_for_readers(*field, label);
    field->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { update(); });
    grid_->Add(field, wxSizerFlags{1}.Expand());
    return field;
  }

  wxSizer* new_buttons() {
    auto* line = new wxBoxSizer{wxHORIZONTAL};
    fault_ = new wxStaticText{this, wxID_ANY, "", wxDefaultPosition, wxDefaultSize, wxST_ELLIPSIZE_END};
    fault_->SetForegroundColour(colour(Tone::warning));
    auto* cancel = new wxButton{this, wxID_CANCEL, text(tr("Cancel"))};
    begin_ = new wxButton{this, wxID_OK, text(tr("Begin the test"))};
    begin_->SetDefault();
    line->Add(fault_, wxSizerFlags{1}.CenterVertical());
    line->Add(cancel, wxSizerFlags{}.Border(wxLEFT, FromDIP(gap)));
    line->Add(begin_, wxSizerFlags{}.Border(wxLEFT, FromDIP(gap)));
    return line;
  }

  void update() {
    if (!begin_) return;
    const auto fault = wish_fault(*map_, wish());
    fault_->SetLabelText(text(fault));
    space_->SetLabelText(text(scratch_sentence(utf8(scratch_->GetValue()))));
    begin_->Enable(fault.empty());
  }

  std::shared_ptr<const BackupsMap> map_;
  const BackupSource source_;
  wxFlexGridSizer* grid_ = nullptr;
  wxTextCtrl *manifest_ = nullptr, *tree_ = nullptr, *scratch_ = nullptr, *password_ = nullptr;
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
      [&desk](const FiledRestoreTest& filed) {
        desk.changed();
        desk.tell(told_of(filed.run).text);
        desk.go_to("backups", "restore_run:" + filed.run.reference);
      });
}

} // namespace hdskit::gui::pages
