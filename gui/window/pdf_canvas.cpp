#include "gui/window/pdf_canvas.hpp"

#include <wx/settings.h>

#include <algorithm>
#include <cmath>
#include <set>

namespace hdskit::gui {
namespace {

constexpr double pixels_a_point = 96.0 / 72.0;
constexpr double most_pixels_kept = 24e6; ///< 96 MB: beyond, neighbours are drawn when they come into view
constexpr int around_hit = 60;            ///< device-independent pixels that stay free around a hit

} // namespace

PdfCanvas::PdfCanvas(wxWindow* parent) : wxScrolledCanvas{parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxHSCROLL | wxVSCROLL | wxBORDER_THEME} {
  SetBackgroundStyle(wxBG_STYLE_PAINT);
  SetScrollRate(1, 1);
  EnableScrolling(false, false); // all is painted anew: marks and frames would smear
  Bind(wxEVT_PAINT, [this](wxPaintEvent&) { paint(); });
  Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
    event.Skip();
    if (!laying_out_) lay_out(start().y);
  });
  for (const auto& type : {wxEVT_SCROLLWIN_THUMBTRACK, wxEVT_SCROLLWIN_THUMBRELEASE, wxEVT_SCROLLWIN_LINEUP, wxEVT_SCROLLWIN_LINEDOWN, wxEVT_SCROLLWIN_PAGEUP,
                           wxEVT_SCROLLWIN_PAGEDOWN, wxEVT_SCROLLWIN_TOP, wxEVT_SCROLLWIN_BOTTOM})
    Bind(type, [this](wxScrollWinEvent& event) {
      event.Skip();
      CallAfter([this] { moved(); }); // once the scroller has done its part
    });
  Bind(wxEVT_KEY_DOWN, [this](wxKeyEvent& event) {
    if (event.HasAnyModifiers() || !run_key(event.GetKeyCode(), event.ControlDown())) event.Skip();
  });
  Bind(wxEVT_MOUSEWHEEL, &PdfCanvas::turn_wheel, this);
  Bind(wxEVT_LEFT_DOWN, [this](wxMouseEvent&) { SetFocus(); });
  for (const auto& type : {wxEVT_SET_FOCUS, wxEVT_KILL_FOCUS})
    Bind(type, [this](wxFocusEvent& event) {
      event.Skip();
      Refresh();
    });
}

void PdfCanvas::show(std::vector<PageSize> pages) {
  sizes_ = std::move(pages);
  drawn_.clear();
  mark({}, 0);
  told_page_ = -1;
  layout_ = {};
  lay_out(0);
}

/// The spot at `spot_y` stays where it is seen.
void PdfCanvas::lay_out(int spot_y) {
  laying_out_ = true;
  const PageLayout before = layout_;
  // With the bar that scrolls taken off whether it shows or not: else showing it would make the page smaller, which would hide it again.
  layout_ = PageLayout{sizes_, zoom_, GetSize().GetWidth() - wxSystemSettings::GetMetric(wxSYS_VSCROLL_X, this)};
  SetVirtualSize(layout_.width(), layout_.height());
  laying_out_ = false;
  scroll_to(start().x, before.count() ? before.moved_to(layout_, spot_y) : 0);
}

void PdfCanvas::scroll_to(int x, int y) {
  Scroll(std::max(0, x), std::max(0, y));
  moved();
}

void PdfCanvas::scroll_by(int x, int y) { scroll_to(start().x + x, start().y + y); }

void PdfCanvas::moved() {
  Refresh();
  ask_for_pages();
  if (page() == told_page_ && factor() == told_factor_) return;
  told_page_ = page();
  told_factor_ = factor();
  if (on_moved) on_moved();
}

int PdfCanvas::page() const {
  constexpr int eye = 3; // people look at the upper third
  return layout_.page_at(start().y + GetClientSize().GetHeight() / eye);
}

double PdfCanvas::factor() const { return layout_.count() ? layout_.scale(page()) / pixels_a_point : 1; }

double PdfCanvas::wanted_scale(int page) const {
  const auto& size = sizes_[static_cast<std::size_t>(page)];
  return bounded_scale(size, layout_.box(page).width * GetContentScaleFactor() / size.width);
}

/// What is in view, then what is next to it as far as memory goes.
std::vector<int> PdfCanvas::pages_worth_keeping() const {
  const auto [first, end] = layout_.between(start().y, start().y + GetClientSize().GetHeight());
  std::vector<int> pages;
  double pixels = 0;
  const auto add = [&](int page, bool in_view) {
    if (page < 0 || page >= layout_.count()) return;
    const auto& size = sizes_[static_cast<std::size_t>(page)];
    pixels += size.width * size.height * std::pow(wanted_scale(page), 2);
    if (in_view || pixels <= most_pixels_kept) pages.push_back(page);
  };
  for (int page = first; page < end; ++page) add(page, true);
  add(end, false);
  add(first - 1, false);
  return pages;
}

void PdfCanvas::ask_for_pages() {
  if (!on_wanted) return;
  const auto pages = pages_worth_keeping();
  const std::set<int> kept(pages.begin(), pages.end());
  std::erase_if(drawn_, [&](const auto& drawn) { return !kept.contains(drawn.first); });
  std::vector<DocumentReader::Sight> wanted;
  for (const int page : pages) {
    const auto found = drawn_.find(page);
    if (found == drawn_.end() || (!found->second.failed && found->second.pixels_per_point != wanted_scale(page))) wanted.push_back({page, wanted_scale(page)});
  }
  on_wanted(std::move(wanted));
}

void PdfCanvas::take(int page, double pixels_per_point, Picture picture) {
  if (page >= layout_.count()) return;
  const wxImage image{picture.width, picture.height, picture.rgb.data(), true};
  drawn_[page] = {wxGraphicsRenderer::GetDefaultRenderer()->CreateBitmapFromImage(image), pixels_per_point, picture.width, picture.height, false};
  Refresh();
}

void PdfCanvas::take_failure(int page) {
  drawn_[page] = {.failed = true};
  Refresh();
}

void PdfCanvas::go_to_page(int page) {
  if (layout_.count() == 0) return;
  constexpr int above = 6;
  scroll_to(start().x, layout_.box(std::clamp(page, 0, layout_.count() - 1)).y - above);
}

void PdfCanvas::go_to(const Hit& hit) {
  if (hit.page >= layout_.count()) return;
  const auto& box = layout_.box(hit.page);
  const double scale = layout_.scale(hit.page);
  const auto place = [&](int begin, int length, int from, int size) { // where the window begins so that it is seen
    if (begin - around_hit >= from && begin + length + around_hit <= from + size) return from;
    return begin + length / 2 - size / 3;
  };
  const auto rounded = [](double value) { return static_cast<int>(std::lround(value)); };
  const auto size = GetClientSize();
  scroll_to(place(box.x + rounded(hit.area.x * scale), rounded(hit.area.width * scale), start().x, size.GetWidth()),
            place(box.y + rounded(hit.area.y * scale), rounded(hit.area.height * scale), start().y, size.GetHeight()));
}

void PdfCanvas::mark(std::vector<Hit> hits, std::size_t current) {
  hits_ = std::move(hits);
  current_hit_ = current;
  hits_of_page_.clear();
  for (std::size_t i = 0; i < hits_.size(); ++i) hits_of_page_[hits_[i].page].push_back(i);
  Refresh();
}

void PdfCanvas::set_zoom(Zoom zoom) {
  zoom.factor = std::clamp(zoom.factor, smallest_zoom, largest_zoom);
  if (zoom == zoom_) return;
  zoom_ = zoom;
  lay_out(start().y);
}

} // namespace hdskit::gui
