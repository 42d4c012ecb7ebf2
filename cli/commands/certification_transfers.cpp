#include "cli/command.hpp"

#include "cli/context.hpp"
#include "cli/json.hpp"
#include "cli/written_file.hpp"
#include "toolkit/base/file.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/certification/certification_store.hpp"
#include "toolkit/certification/transfer_page.hpp"
#include "toolkit/organisation/organisation_store.hpp"

#include <algorithm>
#include <ostream>

namespace hdskit::cli::commands {
namespace {

constexpr std::uint64_t statement_limit = 1u << 16; // bytes

constexpr Option options[] = {
    {.name = "output", .placeholder = marked("FILE"), .help = marked("Where to write the page, as HTML (default: standard output)."), .kind = OptionKind::path},
    {.name = "statement",
     .placeholder = marked("FILE"),
     .help = marked("A text that stands instead of ours above the table: the sentence that the référentiel fixes for your case."),
     .kind = OptionKind::path},
    {.name = "date", .placeholder = marked("DATE"), .help = marked("The day that the page bears (default: today in Paris)."), .kind = OptionKind::date},
};

int run(Context& context) {
  const auto workspace = context.open_workspace();
  const auto entities = read_organisation(workspace).entities;
  const auto host = std::ranges::find(entities, EntityRole::host, &LegalEntity::role);
  const auto statement =
      context.arguments.has("statement") ? std::string{trimmed(read_file(context.arguments.text("statement"), statement_limit))} : std::string{};
  deliver(context,
          transfer_page(host == entities.end() ? workspace.location() : host->name, read_certification(workspace).actors, context.date_or_today(), statement));
  return 0;
}

} // namespace

extern const Command certification_transfers;
const Command certification_transfers{
    .name = "certification transfers",
    .summary = marked("Write the public page on transfers of hosted data"),
    .options = options,
    .run = run,
};

} // namespace hdskit::cli::commands
