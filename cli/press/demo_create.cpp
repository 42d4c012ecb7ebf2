#include "cli/press/works.hpp"

#include "cli/context.hpp"
#include "cli/json.hpp"
#include "cli/press/restore_tests.hpp"
#include "cli/program.hpp"
#include "toolkit/demonstration/create_demonstration.hpp"

#include <ostream>

namespace hdskit::cli::press {

int demo_create(Context& context) {
  const auto location = context.arguments.text("location");
  std::optional<DemonstrationBackups> backups;
  if (!context.arguments.has("without-backups")) backups = DemonstrationBackups{world_of(context), scratch_of(context), program_version()};
  const auto notes = create_demonstration(location, context.acting(), context.start_progress(), backups, DemonstrationPart::made);
  if (context.json) {
    print_json(context.out, json::object{{"location", location}, {"notes", json::array(notes.begin(), notes.end())}});
    return 0;
  }
  for (const auto& note : notes) context.out << note << '\n';
  context.out << tr("The demonstration hospital is in “{1}”.", {location}) << '\n'
              << tr("Look around with: {1}", {"hdskit dossier check --workspace " + location}) << '\n';
  return 0;
}

} // namespace hdskit::cli::press
