#include "gui/window/picture_export.hpp"

#include "gui/window/text.hpp"
#include "toolkit/base/file.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/page/figures.hpp"
#include "toolkit/page/mapped_drawing.hpp"

#include <wx/filedlg.h>
#include <wx/utils.h>

#include <filesystem>

namespace hdskit::gui {

std::string export_picture(wxWindow* owner, const page::Drawing& drawing, const std::string& name) {
  constexpr double pixels_a_point = 3; // 216 dpi: sharp in a text that is printed
  const auto kinds = tr("Picture for texts and screens") + " (*.png)|*.png|" + tr("Drawing for any size") + " (*.svg)|*.svg";
  wxFileDialog dialog{owner, text(tr("Save the picture")), "", text(name + ".png"), text(kinds), wxFD_SAVE | wxFD_OVERWRITE_PROMPT};
  if (dialog.ShowModal() != wxID_OK) return "";
  std::filesystem::path file{utf8(dialog.GetPath())};
  if (file.extension() != ".png" && file.extension() != ".svg") file += dialog.GetFilterIndex() == 1 ? ".svg" : ".png";
  const wxBusyCursor patience;
  write_file(file, file.extension() == ".svg" ? page::svg_of(drawing) : page::png_of(drawing, pixels_a_point));
  return tr("“{1}” was written.", {file.string()});
}

} // namespace hdskit::gui
