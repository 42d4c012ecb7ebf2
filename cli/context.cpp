#include "cli/context.hpp"

#include "toolkit/base/problem.hpp"
#include "toolkit/base/translate.hpp"

namespace hdskit::cli {

std::string Context::location() const {
  auto place = arguments.text("workspace");
  if (place.empty()) place = surroundings.variable("HDSKIT_WORKSPACE");
  if (place.empty())
    throw Problem{ProblemKind::bad_input, "--workspace", tr("No workspace was named."), tr("Give it with --workspace, or set the variable HDSKIT_WORKSPACE.")};
  return place;
}

Workspace Context::open_workspace() const {
  constexpr std::int64_t patience = 10;
  return Workspace::open(location(), std::chrono::seconds{arguments.number("wait").value_or(patience)});
}

Acting Context::acting() const {
  auto name = arguments.text("actor");
  if (name.empty()) name = surroundings.variable("HDSKIT_ACTOR");
  if (name.empty()) name = surroundings.login_name();
  return {name, surroundings.now};
}

Date Context::today() const { return paris_date(surroundings.now); }
Date Context::date_or_today() const { return arguments.date("date").value_or(today()); }

} // namespace hdskit::cli
