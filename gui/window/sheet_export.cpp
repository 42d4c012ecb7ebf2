#include "gui/window/sheet_export.hpp"

#include "gui/window/text.hpp"
#include "toolkit/base/translate.hpp"

#include <wx/filedlg.h>

namespace hdskit::gui {

std::string export_sheet(wxWindow* owner, const Sheet& sheet) {
  const auto kinds = tr("Excel workbook") + " (*.xlsx)|*.xlsx|CSV (*.csv)|*.csv";
  wxFileDialog dialog{owner, text(tr("Export the list")), "", text(sheet.title + ".xlsx"), text(kinds), wxFD_SAVE | wxFD_OVERWRITE_PROMPT};
  if (dialog.ShowModal() != wxID_OK) return "";
  std::filesystem::path file{utf8(dialog.GetPath())};
  if (file.extension() != ".xlsx" && file.extension() != ".csv") file += dialog.GetFilterIndex() == 1 ? ".csv" : ".xlsx";
  write_sheet(file, sheet);
  return tr("“{1}” was written: {2} rows.", {file.string(), std::to_string(sheet.rows.size())});
}

} // namespace hdskit::gui
