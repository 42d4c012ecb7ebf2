#pragma once

#include "toolkit/base/date.hpp"
#include "toolkit/page/mapped_drawing.hpp"

#include <cstdint>
#include <optional>

namespace hdskit::page {

/// A measured length of time, day after day, beside what is promised.
struct TrendSpec {
  enum class Mark { good, late, bad }; ///< disc, triangle, cross: nothing is told by colour alone
  struct Point {
    std::string key, name; ///< name: read aloud, everything that is known of it
    Date day;
    std::int64_t seconds = 0;
    Mark mark = Mark::good;
  };
  std::vector<Point> points;                     ///< in any order
  std::optional<std::int64_t> objective;         ///< seconds
  std::string objective_title;                   ///< beside its line: "DMIA 4 h"
  std::string good_title, late_title, bad_title; ///< of the legend; those without a point are left out
};

/// Days to the right, time upwards from 0, the points joined by a thin line in the order of days. Each point is a region with its key. Nothing at all without
/// a point. `width` at least 120.
MappedDrawing draw_trend(const TrendSpec& spec, double width);

} // namespace hdskit::page
