#pragma once

#include "gui/presenter/preferences.hpp"
#include "toolkit/surroundings/surroundings.hpp"

#include <wx/app.h>

#include <filesystem>

namespace hdskit::gui {

class Frame;

/// The program: reads its command line and preferences, opens the window, and puts another in its place when language or theme change.
class App : public wxApp {
public:
  bool OnInit() override;
  bool OnExceptionInMainLoop() override;
  void OnUnhandledException() override;
  void OnAssertFailure(const wxChar* file, int line, const wxChar* function, const wxChar* condition, const wxChar* message) override;

private:
  void OnInitCmdLine(wxCmdLineParser& parser) override;
  bool OnCmdLineParsed(wxCmdLineParser& parser) override;
  void speak();
  void show_window(const std::string& location);
  void rebuild();

  Surroundings surroundings_ = real_surroundings();
  std::filesystem::path preferences_file_, drafts_;
  Preferences preferences_;
  std::string language_option_, location_option_;
  Frame* frame_ = nullptr;
};

} // namespace hdskit::gui
