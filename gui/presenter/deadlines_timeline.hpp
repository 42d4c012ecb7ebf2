#pragma once

#include "gui/presenter/rows.hpp"
#include "toolkit/procedure/standing.hpp"

#include <string>
#include <vector>

namespace hdskit::gui {

/// How a bar is drawn tells what it is, besides its colour.
enum class BarKind {
  actual,  ///< solid: what happened, up to today
  legal,   ///< outlined: up to the last day by law
  assumed, ///< hatched: rests on an assumption
  worst    ///< hatched and low: from the best case to the worst
};
struct TimelineBar {
  BarKind kind = BarKind::actual;
  Date from, to;
};

struct TimelineLane {
  std::string title, state;
  std::vector<TimelineBar> bars; ///< the first one lies below
};

/// The stages of a procedure on an axis of months, and what it granted.
struct Timeline {
  Date first, last, today; ///< first: of a month
  std::vector<TimelineLane> lanes;
  struct Tick {
    Date day;
    std::string label; ///< "03/2027"
  };
  std::vector<Tick> ticks;

  double place(Date day) const; ///< 0 at `first`, 1 at `last`
};
Timeline timeline_of(const ProcedureCase& file, const ProcedureStanding& standing, Date today);

std::string shown_today(const Timeline& line); ///< “22/11/2026”
std::vector<std::string> timeline_legend();    ///< one label for each BarKind, in its order

/// The same in words; the key is the id of the stage.
ListRows timeline_rows(const ProcedureCase& file, const ProcedureStanding& standing);

} // namespace hdskit::gui
