#include "cli/press/works.hpp"

#include "cli/context.hpp"
#include "cli/json.hpp"
#include "cli/press/server_access.hpp"
#include "toolkit/base/file.hpp"
#include "toolkit/notify/calendar_store.hpp"

#include <ostream>

namespace hdskit::cli::press {

int deadline_export(Context& context) {
  auto workspace = context.open_workspace();
  const auto file = context.arguments.text("file");
  const auto deadlines = french_deadlines(context, workspace);
  auto look = calendar_look(workspace, context.date_or_today());
  revise_calendar(workspace, context.acting(), deadlines, look);
  write_file(file, calendar_text(deadlines, look, context.surroundings.now));
  if (context.json) print_json(context.out, json::object{{"file", file}, {"events", deadlines.size()}});
  else context.out << trn("Written: {1} deadline.", "Written: {1} deadlines.", static_cast<std::int64_t>(deadlines.size())) << '\n';
  return 0;
}

} // namespace hdskit::cli::press
