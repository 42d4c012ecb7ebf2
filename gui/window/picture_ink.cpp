#include "gui/window/picture_ink.hpp"

#include "gui/window/text.hpp"

#include <wx/brush.h>
#include <wx/font.h>
#include <wx/pen.h>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace hdskit::gui {
namespace {

constexpr double thinnest = 0.5, least_letters = 2.5; ///< pixels: thinner lines vanish, smaller letters are but dust
constexpr double pixels_a_typographic_point = 96.0 / 72.0;

wxColour screen_colour(const page::Colour& colour) {
  const auto part = [](double value) { return static_cast<unsigned char>(std::lround(255 * std::clamp(value, 0.0, 1.0))); };
  return {part(colour.red), part(colour.green), part(colour.blue)};
}

} // namespace

void PictureInk::take(std::vector<page::Shape> shapes) {
  shapes_ = std::move(shapes);
  areas_.clear();
  for (const auto& shape : shapes_) areas_.push_back(area_of(shape));
  measured_.assign(shapes_.size(), std::nullopt);
}

void PictureInk::paint(wxGraphicsContext& context, double scale, wxPoint2DDouble origin, const Area& damaged) {
  if (scale != scale_) {
    scale_ = scale;
    fonts_.clear();
    measured_.assign(shapes_.size(), std::nullopt);
  }
  context_ = &context;
  origin_ = origin;
  for (shape_ = 0; shape_ < shapes_.size(); ++shape_)
    if (overlap(areas_[shape_], damaged)) std::visit([this](const auto& shape) { draw(shape); }, shapes_[shape_]);
  context_ = nullptr;
}

void PictureInk::set_ink(const std::optional<page::Colour>& fill, const std::optional<page::Colour>& line, double line_width) {
  if (fill) context_->SetBrush(wxBrush{screen_colour(*fill)});
  else context_->SetBrush(*wxTRANSPARENT_BRUSH);
  if (line) context_->SetPen(context_->CreatePen(wxGraphicsPenInfo{screen_colour(*line)}.Width(std::max(thinnest, line_width * scale_)).Join(wxJOIN_MITER)));
  else context_->SetPen(*wxTRANSPARENT_PEN);
}

void PictureInk::draw(const page::Box& box) {
  set_ink(box.fill, box.line, box.line_width);
  const auto from = place(box.x, box.y);
  const double width = box.width * scale_, height = box.height * scale_, radius = std::min({box.radius * scale_, width / 2, height / 2});
  if (radius > 0) context_->DrawRoundedRectangle(from.m_x, from.m_y, width, height, radius);
  else context_->DrawRectangle(from.m_x, from.m_y, width, height);
}

void PictureInk::draw(const page::Polyline& line) {
  if (line.points.empty()) return;
  set_ink(line.fill, line.line, line.line_width);
  auto path = context_->CreatePath();
  for (std::size_t i = 0; i < line.points.size(); ++i) {
    const auto at = place(line.points[i].first, line.points[i].second);
    if (i == 0) path.MoveToPoint(at);
    else path.AddLineToPoint(at);
  }
  if (line.closed) path.CloseSubpath();
  if (line.fill) context_->FillPath(path);
  if (line.line) context_->StrokePath(path);
}

void PictureInk::draw(const page::Circle& circle) {
  set_ink(circle.fill, circle.line, circle.line_width);
  const auto from = place(circle.x - circle.radius, circle.y - circle.radius);
  context_->DrawEllipse(from.m_x, from.m_y, 2 * circle.radius * scale_, 2 * circle.radius * scale_);
}

const wxFont& PictureInk::font(const page::Label& label) {
  auto& font = fonts_[{label.size, label.bold}];
  if (font.IsOk()) return font;
  font = wxFont{wxFontInfo{label.size * scale_ / pixels_a_typographic_point}.FaceName("Liberation Sans").Bold(label.bold)};
  return font;
}

PictureInk::Measured PictureInk::measured(const wxString& words) {
  auto& known = measured_[shape_];
  if (known) return *known;
  double width = 0, height = 0, below = 0;
  context_->GetTextExtent(words, &width, &height, &below);
  known = {width, height - below};
  return *known;
}

void PictureInk::draw(const page::Label& label) {
  if (label.text.empty() || label.size * scale_ < least_letters) return;
  const auto words = text(label.text);
  context_->SetFont(font(label), screen_colour(label.colour));
  const auto [width, ascent] = measured(words);
  const double before = label.align == page::Label::Align::start ? 0 : label.align == page::Label::Align::end ? width : width / 2;
  const auto at = place(label.x, label.y);
  if (label.rotation == 0) return context_->DrawText(words, at.m_x - before, at.m_y - ascent);
  context_->PushState();
  context_->Translate(at.m_x, at.m_y);
  context_->Rotate(-label.rotation * std::numbers::pi / 180); // wx turns clockwise
  context_->DrawText(words, -before, -ascent);
  context_->PopState();
}

} // namespace hdskit::gui
