#pragma once

#include <wx/panel.h>

#include <cstdint>
#include <functional>
#include <map>
#include <string>

class wxGauge;
class wxStaticText;

namespace hdskit::gui {

/// The line at the bottom of the window while long work goes on: what, how far, and “Cancel”. Shows the latest job; the others follow.
class ActivityBar : public wxPanel {
public:
  ActivityBar(wxWindow* parent, std::function<void(int job)> cancel);
  void started(int job, const std::string& title);
  void moved(int job, const std::string& step, std::uint64_t done, std::uint64_t total);
  void ended(int job);

private:
  struct Shown {
    std::string title, step;
    std::uint64_t done = 0, total = 0;
  };
  void show_latest();
  std::map<int, Shown> jobs_;
  wxStaticText* words_ = nullptr;
  wxGauge* gauge_ = nullptr;
};

} // namespace hdskit::gui
