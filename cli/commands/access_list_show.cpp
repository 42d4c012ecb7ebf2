#include "cli/command.hpp"

#include "cli/access_options.hpp"
#include "cli/access_view.hpp"

#include <ostream>

namespace hdskit::cli::commands {
namespace {

constexpr Option operands[] = {access_list_operand};
constexpr Option options[] = {list_cache_option};

int run(Context& context) {
  const auto workspace = context.open_workspace();
  const auto source = find_list_source(workspace, context.arguments.text("list"));
  const ListCache cache{list_cache_folder(context)};
  const auto known = cached_list(cache, source);
  if (context.json) {
    print_json(context.out, list_state_json(source, known, context.surroundings.now));
    return 0;
  }
  print_access_record(context, workspace, find_access_record(workspace, ListSource::type().kind, source.reference));
  context.out << list_sentence(source, known, context.surroundings.now) << '\n';
  return 0;
}

} // namespace

extern const Command access_list_show;
const Command access_list_show{
    .name = "access list show",
    .summary = marked("Show the source of a revocation list"),
    .operands = operands,
    .options = options,
    .json = true,
    .run = run,
};

} // namespace hdskit::cli::commands
