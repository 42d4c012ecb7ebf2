#include "gui/window/picture_sheet.hpp"

#include "gui/viewer/page_layout.hpp"
#include "gui/window/accessible.hpp"
#include "toolkit/base/translate.hpp"

#include <wx/settings.h>

#include <algorithm>
#include <cmath>

namespace hdskit::gui {
namespace {

constexpr double pixels_a_point = 96.0 / 72.0;
constexpr double largest_fit = 1.6;     ///< a small figure is not blown up to fill a wide window
constexpr int margin = 10, around = 24; ///< device-independent pixels: around the sheet, around a region in sight

} // namespace

PictureSheet::PictureSheet(wxWindow* parent, std::string name)
    : wxScrolledCanvas{parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxHSCROLL | wxVSCROLL | wxBORDER_THEME}, name_{std::move(name)} {
  SetBackgroundStyle(wxBG_STYLE_PAINT);
  SetScrollRate(1, 1);
  EnableScrolling(false, false); // the frame of the keyboard would smear
  name_for_readers(*this, name_);
  Bind(wxEVT_PAINT, [this](wxPaintEvent&) { paint(); });
  Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
    event.Skip();
    if (!laying_out_) lay_out();
  });
  Bind(wxEVT_KEY_DOWN, &PictureSheet::key, this);
  for (const auto& type : {wxEVT_SET_FOCUS, wxEVT_KILL_FOCUS})
    Bind(type, [this](wxFocusEvent& event) {
      event.Skip();
      Refresh();
    });
  bind_mouse();
}

void PictureSheet::show(page::MappedDrawing picture) {
  const auto former = pointed_ ? std::optional{map_.regions()[*pointed_]} : std::nullopt;
  const bool same_size = picture.drawing.width == picture_.drawing.width && picture.drawing.height == picture_.drawing.height;
  picture_ = std::move(picture);
  backing_.take(picture_.drawing);
  map_ = RegionMap{picture_.regions};
  pointed_ = former ? map_.again(*former) : std::nullopt;
  hovered_.reset();
  UnsetToolTip();
  speak();
  describe_for_readers(*this, picture_.alternative);
  lay_out();
  if (!same_size) scroll_to(0, 0);
}

double PictureSheet::factor() const { return scale_ / pixels_a_point; }

double PictureSheet::wanted_scale() const {
  const auto& drawing = picture_.drawing;
  if (drawing.width <= 0 || drawing.height <= 0) return pixels_a_point;
  if (zoom_.fit == PictureFit::none) return zoom_.factor * pixels_a_point;
  // With the bar that scrolls taken off whether it shows or not: else showing it would make the picture smaller, which would hide it again.
  const auto size = GetSize();
  const double bar = zoom_.fit == PictureFit::width ? wxSystemSettings::GetMetric(wxSYS_VSCROLL_X, this) : 2, edges = 2 * FromDIP(margin);
  double scale = (size.x - bar - edges) / drawing.width;
  if (zoom_.fit == PictureFit::whole) scale = std::min(scale, (size.y - bar - edges) / drawing.height);
  return std::clamp(scale, smallest_zoom * pixels_a_point, largest_fit * pixels_a_point);
}

void PictureSheet::lay_out() {
  laying_out_ = true;
  const auto before = scale_;
  scale_ = wanted_scale();
  const auto whole = [&](double points) { return static_cast<int>(std::ceil(points * scale_)) + 2 * FromDIP(margin); };
  SetVirtualSize(whole(picture_.drawing.width), whole(picture_.drawing.height));
  laying_out_ = false;
  Refresh();
  if (scale_ != before && on_zoomed) on_zoomed();
}

/// In the middle when there is room.
wxPoint PictureSheet::origin() const {
  const auto room = static_cast<int>(GetClientSize().x - picture_.drawing.width * scale_), edge = FromDIP(margin);
  return wxPoint{std::max(edge, room / 2), edge} - GetViewStart();
}

wxPoint2DDouble PictureSheet::to_points(wxPoint spot) const {
  const auto from = origin();
  return {(spot.x - from.x) / scale_, (spot.y - from.y) / scale_};
}

wxRect PictureSheet::to_pixels(const Area& area) const {
  const auto from = origin();
  const auto x = static_cast<int>(std::floor(from.x + area.x * scale_)), y = static_cast<int>(std::floor(from.y + area.y * scale_));
  return {x, y, static_cast<int>(std::ceil(area.width * scale_)) + 1, static_cast<int>(std::ceil(area.height * scale_)) + 1};
}

void PictureSheet::scroll_to(int x, int y) {
  if (GetViewStart() == wxPoint{x, y}) return;
  Scroll(std::max(0, x), std::max(0, y));
  Refresh();
}

void PictureSheet::set_zoom(PictureZoom zoom) {
  const auto size = GetClientSize();
  zoom_around({size.x / 2, size.y / 2}, zoom);
}

/// The point of the drawing under `spot` stays there.
void PictureSheet::zoom_around(wxPoint spot, PictureZoom zoom) {
  zoom.factor = std::clamp(zoom.factor, smallest_zoom, largest_zoom);
  if (zoom == zoom_) return;
  const auto under = to_points(spot);
  zoom_ = zoom;
  lay_out();
  const auto now = to_points(spot), start = wxPoint2DDouble{GetViewStart()};
  scroll_to(static_cast<int>(std::lround(start.m_x + (under.m_x - now.m_x) * scale_)),
            static_cast<int>(std::lround(start.m_y + (under.m_y - now.m_y) * scale_)));
}

void PictureSheet::zoom_by(bool larger) { set_zoom({PictureFit::none, larger ? zoom_above(factor()) : zoom_below(factor())}); }

const page::Region* PictureSheet::pointed_at() const { return pointed_ ? &map_.regions()[*pointed_] : nullptr; }

/// Readers speak of it at each step.
void PictureSheet::speak() {
  const auto* region = pointed_at();
  auto words = region ? name_ + ", " + region->name : name_;
  if (region && region->key == chosen_) words = tr("{1} (chosen)", {words});
  name_for_readers(*this, words);
}

void PictureSheet::point_at(std::optional<std::size_t> region) {
  pointed_ = region;
  Refresh(); // the picture itself is not drawn again
  speak();
  if (!pointed_) return;
  const auto box = to_pixels(area_of(map_.regions()[*pointed_]));
  const auto start = GetViewStart(), size = wxPoint{GetClientSize().x, GetClientSize().y};
  scroll_to(start_that_shows(box.x + start.x, box.width, start.x, size.x, FromDIP(around)),
            start_that_shows(box.y + start.y, box.height, start.y, size.y, FromDIP(around)));
}

void PictureSheet::choose(const std::string& key) {
  if (key == chosen_) return;
  chosen_ = key;
  const auto* at = pointed_at();
  if (!key.empty() && (!at || at->key != key)) return point_at(map_.find(key));
  Refresh();
  speak();
}

void PictureSheet::take(std::size_t region, bool open) {
  const auto key = map_.regions()[region].key;
  const bool other = key != chosen_ || pointed_ != region; // figures beside each other may hold the same key
  point_at(region);
  choose(key);
  if (other && on_choose) on_choose(key);
  if (open && on_open) on_open(key);
}

void PictureSheet::let_go() {
  const bool was_chosen = !chosen_.empty();
  point_at(std::nullopt);
  choose("");
  if (was_chosen && on_choose) on_choose("");
}

} // namespace hdskit::gui
