#include "cli/press/works.hpp"

#include "cli/context.hpp"
#include "cli/json.hpp"
#include "toolkit/demonstration/create_demonstration.hpp"

#include <ostream>

namespace hdskit::cli::press {

int demo_create(Context& context) {
  const auto location = context.arguments.text("location");
  create_demonstration(location, context.acting(), context.start_progress());
  if (context.json) print_json(context.out, json::object{{"location", location}});
  else
    context.out << tr("The demonstration hospital is in “{1}”.", {location}) << '\n'
                << tr("Look around with: {1}", {"hdskit dossier check --workspace " + location}) << '\n';
  return 0;
}

} // namespace hdskit::cli::press
