#pragma once

#include "toolkit/page/figure_palette.hpp"
#include "toolkit/page/figures.hpp"
#include "toolkit/page/mapped_drawing.hpp"

#include <gtest/gtest.h>
#include <pugixml.hpp>

#include <algorithm>
#include <string>
#include <vector>

namespace tests {

template <typename Kind> std::vector<Kind> all_of(const hdskit::page::Drawing& drawing) {
  std::vector<Kind> found;
  for (const auto& shape : drawing.shapes)
    if (const auto* one = std::get_if<Kind>(&shape)) found.push_back(*one);
  return found;
}

inline std::vector<std::string> texts_of(const hdskit::page::Drawing& drawing) {
  std::vector<std::string> texts;
  for (const auto& label : all_of<hdskit::page::Label>(drawing)) texts.push_back(label.text);
  return texts;
}

inline const hdskit::page::Region& region(const hdskit::page::MappedDrawing& figure, const std::string& key) {
  const auto found = std::find_if(figure.regions.begin(), figure.regions.end(), [&](const auto& one) { return one.key == key; });
  if (found == figure.regions.end()) throw std::runtime_error{"no region " + key};
  return *found;
}

inline bool inside(const hdskit::page::Region& part, double width, double height) {
  return part.width > 0 && part.height > 0 && part.x >= -0.01 && part.y >= -0.01 && part.x + part.width <= width + 0.01 &&
         part.y + part.height <= height + 0.01;
}

inline void expect_regions_inside(const hdskit::page::MappedDrawing& figure) {
  for (const auto& part : figure.regions) {
    EXPECT_TRUE(inside(part, figure.drawing.width, figure.drawing.height)) << part.key;
    EXPECT_FALSE(part.name.empty()) << part.key;
  }
}

inline double contrast(const hdskit::page::Colour& one, const hdskit::page::Colour& other) {
  const double a = luminance(one), b = luminance(other);
  return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

inline bool well_formed(const hdskit::page::Drawing& drawing) { return static_cast<bool>(pugi::xml_document{}.load_string(svg_of(drawing).c_str())); }

constexpr const char* hostile = "<b>&\"'\x01</svg> \xE2\x80\x9Cok\xE2\x80\x9D";

} // namespace tests
