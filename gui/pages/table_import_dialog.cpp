#include "gui/pages/table_import_dialog.hpp"

#include "gui/window/list_view.hpp"
#include "gui/window/reading_text.hpp"
#include "gui/window/sheet_export.hpp"
#include "gui/window/text.hpp"
#include "gui/window/theme.hpp"
#include "gui/window/view_parts.hpp"
#include "toolkit/base/translate.hpp"

#include <wx/button.h>
#include <wx/dialog.h>
#include <wx/filedlg.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

namespace hdskit::gui::pages {
namespace {

constexpr int width = 820, height = 320, content_height = 76; ///< of the list and of the text below it, in device-independent pixels

/// What the table would do; its buttons decide.
class ImportDialog : public wxDialog {
public:
  ImportDialog(wxWindow* owner, const TableImport& table)
      : wxDialog{owner, wxID_ANY, text(tr("Import “{1}”", {table.file})), wxDefaultPosition, wxDefaultSize, wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER},
        table_{table} {
    auto* rows = new wxBoxSizer{wxVERTICAL};
    const auto sentence = import_sentence(table);
    auto* words = new wxStaticText{this, wxID_ANY, text(sentence.text)};
    words->SetForegroundColour(colour(sentence.tone));
    words->SetFont(words->GetFont().Bold());
    words->Wrap(FromDIP(width));
    rows->Add(words, wxSizerFlags{}.Expand().Border(wxBOTTOM, FromDIP(2 * gap)));
    list_ = new ListView{this, {.name = tr("What the import would do"), .count = false}};
    list_->SetMinSize(FromDIP(wxSize{width, height}));
    list_->on_select = [this](const std::string&) { show_content(); };
    list_->show(table.rows);
    rows->Add(list_, wxSizerFlags{1}.Expand());
    content_ = new_reading_text(this, tr("The whole line"), content_height);
    rows->Add(content_, wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(gap)));
    list_->select_row(0);
    show_content();
    rows->Add(new_buttons(table.possible()), wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(2 * gap)));
    auto* around = new wxBoxSizer{wxVERTICAL};
    around->Add(rows, wxSizerFlags{1}.Expand().Border(wxALL, FromDIP(3 * gap)));
    SetSizerAndFit(around);
    CentreOnParent();
  }

private:
  wxSizer* new_buttons(bool possible) {
    auto* line = new wxBoxSizer{wxHORIZONTAL};
    line->AddStretchSpacer();
    auto* cancel = new wxButton{this, wxID_CANCEL, text(possible ? tr("Cancel") : tr("Close"))};
    line->Add(cancel, wxSizerFlags{}.Border(wxRIGHT, FromDIP(gap)));
    auto* take = new wxButton{this, wxID_OK, text(tr("Import"))};
    take->Enable(possible);
    line->Add(take);
    (possible ? take : cancel)->SetDefault();
    (possible ? take : cancel)->SetFocus();
    return line;
  }

  /// What is cut in the list.
  void show_content() {
    const auto key = list_->selected();
    content_->ChangeValue(key ? text(content_of(table_, *key)) : "");
    content_->ShowPosition(0);
  }

  const TableImport& table_;
  ListView* list_ = nullptr;
  wxTextCtrl* content_ = nullptr;
};

/// The dialog stands in an event of its own: the work in the background that read the table is over by then.
void decide(const Desk& desk, wxWindow* owner, const std::shared_ptr<const TableImport>& table) {
  ImportDialog dialog{wxGetTopLevelParent(owner), *table};
  if (dialog.ShowModal() != wxID_OK) return;
  desk.background.run(
      owner, import_title(*table),
      [location = desk.session.location(), acting = desk.session.acting(), table](const Progress&) {
        auto workspace = Workspace::open(location);
        return import_table(workspace, acting, *table);
      },
      [&desk, table](JournalSpan span) {
        desk.session.remember(import_title(*table), span);
        desk.changed();
        desk.tell(imported_sentence(*table));
      });
}

} // namespace

void import_records_from_file(const Desk& desk, wxWindow* owner, const TableWays& ways, const RecordKind& kind) {
  const auto kinds = tr("Tables") + " (*.xlsx, *.csv)|*.xlsx;*.XLSX;*.csv;*.CSV;*.txt|" + tr("All files") + "|*";
  wxFileDialog dialog{wxGetTopLevelParent(owner), text(tr("Import a table")), "", "", text(kinds), wxFD_OPEN | wxFD_FILE_MUST_EXIST};
  if (dialog.ShowModal() != wxID_OK) return;
  const std::filesystem::path file{utf8(dialog.GetPath())};
  desk.background.run(
      owner, tr("Reading “{1}”", {file.filename().string()}),
      [location = desk.session.location(), &ways, &kind, file](const Progress&) {
        return std::make_shared<const TableImport>(read_table_import(Workspace::open(location), ways, kind, file));
      },
      [&desk, owner](std::shared_ptr<const TableImport> table) {
        owner->CallAfter([&desk, owner, table] { attempt(desk, [&] { decide(desk, owner, table); }); });
      });
}

void export_records_to_file(const Desk& desk, wxWindow* owner, const TableWays& ways, const RecordKind& kind) {
  const auto sentence = export_sheet(wxGetTopLevelParent(owner), ways.sheet(desk.session.workspace(), kind));
  if (!sentence.empty()) desk.tell(sentence);
}

} // namespace hdskit::gui::pages
