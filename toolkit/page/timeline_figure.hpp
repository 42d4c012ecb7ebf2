#pragma once

#include "toolkit/page/mapped_drawing.hpp"

#include <cstdint>

namespace hdskit::page {

/// Steps on an axis of time that begins at 0: each a bar from its begin to its end, one below the other.
struct TimelineSpec {
  struct Bar {
    std::string key, title;                        ///< title: before the bar
    std::string name;                              ///< read aloud: everything that is known of it
    std::int64_t from = 0, to = 0, latest_end = 0; ///< minutes, from 0; `latest_end` beyond `to`: how long it may wait, drawn as a thin line
    bool strong = false;                           ///< on the path that decides the whole
  };
  std::vector<Bar> bars;                              ///< from top to bottom
  std::string strong_title, plain_title, slack_title; ///< of the legend
};

/// Of a linear axis when the shortest bar can still be seen on it, of a narrowing one otherwise: minutes at first, hours and days later. Strong bars are joined
/// where one begins as the other ends. Each bar is a region with its key.
MappedDrawing draw_timeline(const TimelineSpec& spec, double width);

} // namespace hdskit::page
