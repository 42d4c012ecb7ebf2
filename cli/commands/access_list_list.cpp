#include "cli/command.hpp"

#include "cli/access_options.hpp"
#include "cli/access_view.hpp"
#include "cli/records.hpp"
#include "cli/table.hpp"

namespace hdskit::cli::commands {
namespace {

constexpr Option options[] = {list_cache_option};

int run(Context& context) {
  const auto workspace = context.open_workspace();
  const ListCache cache{list_cache_folder(context)};
  const auto sources = read_access(workspace).lists;
  if (context.json) {
    JsonArrayPrinter printer{context.out};
    for (const auto& source : sources) printer.add(list_state_json(source, cached_list(cache, source), context.surroundings.now));
    printer.end();
    return 0;
  }
  const std::optional<Instant> none;
  Table table{{tr("Name"), tr("Location"), tr("Fetched"), tr("Next one due"), tr("State")}};
  for (const auto& source : sources) {
    const auto known = cached_list(cache, source);
    table.add({source.reference, source.location, moment_text(known ? known->fetched : none), moment_text(known ? known->next_update : none),
               list_sentence(source, known, context.surroundings.now)});
  }
  table.print(context.out, context.surroundings.output_width);
  return 0;
}

} // namespace

extern const Command access_list_list;
const Command access_list_list{
    .name = "access list list",
    .summary = marked("List the sources of revocation lists, and what lies in the cache"),
    .options = options,
    .json = true,
    .run = run,
};

} // namespace hdskit::cli::commands
