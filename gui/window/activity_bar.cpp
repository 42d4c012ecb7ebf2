#include "gui/window/activity_bar.hpp"

#include "gui/window/accessible.hpp"
#include "gui/window/text.hpp"
#include "gui/window/view_parts.hpp"
#include "toolkit/base/translate.hpp"

#include <wx/button.h>
#include <wx/gauge.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

namespace hdskit::gui {
namespace {
constexpr int gauge_range = 1000;
} // namespace

ActivityBar::ActivityBar(wxWindow* parent, std::function<void(int job)> cancel) : wxPanel{parent} {
  auto* sizer = new wxBoxSizer{wxHORIZONTAL};
  words_ = new wxStaticText{this, wxID_ANY, "", wxDefaultPosition, wxDefaultSize, wxST_ELLIPSIZE_END};
  gauge_ = new wxGauge{this, wxID_ANY, gauge_range, wxDefaultPosition, FromDIP(wxSize{220, 16})};
  name_for_readers(*gauge_, tr("Progress of the work"));
  auto* button = new wxButton{this, wxID_ANY, text(tr("Cancel"))};
  name_for_readers(*button, tr("Cancel the work in hand"));
  button->Bind(wxEVT_BUTTON, [this, cancel = std::move(cancel)](wxCommandEvent&) {
    if (!jobs_.empty()) cancel(jobs_.rbegin()->first);
  });
  const auto flags = wxSizerFlags{}.CenterVertical().Border(wxALL, FromDIP(gap));
  sizer->Add(words_, wxSizerFlags{1}.CenterVertical().Border(wxALL, FromDIP(gap)));
  sizer->Add(gauge_, flags);
  sizer->Add(button, flags);
  SetSizer(sizer);
  Hide();
}

void ActivityBar::started(int job, const std::string& title) {
  jobs_[job].title = title;
  show_latest();
}

void ActivityBar::moved(int job, const std::string& step, std::uint64_t done, std::uint64_t total) {
  const auto found = jobs_.find(job);
  if (found == jobs_.end()) return; // short work is not shown
  found->second = {found->second.title, step, done, total};
  show_latest();
}

void ActivityBar::ended(int job) {
  jobs_.erase(job);
  show_latest();
}

void ActivityBar::show_latest() {
  if (!jobs_.empty()) {
    const auto& job = jobs_.rbegin()->second;
    words_->SetLabel(text(job.step.empty() || job.step == job.title ? job.title : tr("{1}: {2}", {job.title, job.step})));
    if (job.total == 0) gauge_->Pulse();
    else gauge_->SetValue(static_cast<int>(std::min(job.done, job.total) * gauge_range / job.total));
  }
  if (IsShown() != !jobs_.empty()) {
    Show(!jobs_.empty());
    GetParent()->Layout();
  }
}

} // namespace hdskit::gui
