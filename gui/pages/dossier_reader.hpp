#pragma once

#include "gui/presenter/dossier_plan.hpp"

#include <wx/panel.h>

#include <filesystem>
#include <functional>
#include <memory>

class wxStaticText;

namespace hdskit::gui {

class PdfView;

/// The PDF beside the plan: what was built, or what was filed, and which of them it is.
class DossierReader : public wxPanel {
public:
  explicit DossierReader(wxWindow* parent);

  void show_file(const std::filesystem::path& file, const std::string& title);
  void show_bytes(std::shared_ptr<const std::string> bytes, const std::string& title);
  void clear();
  bool shows(const std::filesystem::path& file) const { return file_ == file; }
  void jump(const DossierPlan& plan, const std::string& key); ///< to the page on which that line of the plan begins, if it has one
  void focus();
  void focus_search();

  std::function<void()> on_loaded, on_close;

private:
  void tell(const std::string& title);
  std::filesystem::path file_;
  wxStaticText* title_ = nullptr;
  PdfView* view_ = nullptr;
};

} // namespace hdskit::gui
