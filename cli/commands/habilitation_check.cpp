#include "cli/command.hpp"

#include "cli/context.hpp"
#include "cli/json.hpp"
#include "cli/table.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/habilitation/check_habilitation.hpp"
#include "toolkit/habilitation/habilitation_store.hpp"

#include <ostream>

namespace hdskit::cli::commands {
namespace {

constexpr Option options[] = {
    {.name = "date", .placeholder = marked("DATE"), .help = marked("The day as of which it is judged (default: today in Paris)."), .kind = OptionKind::date},
};

int run(Context& context) {
  const auto findings = check_habilitation(read_habilitation(context.open_workspace()), context.date_or_today());
  if (context.json) {
    json::array all;
    for (const auto& finding : findings)
      all.push_back(json::object{{"rule", json_text(finding.rule)},
                                 {"severity", json_text(word_of(finding.severity))},
                                 {"subject", json_text(finding.subject)},
                                 {"sentence", json_text(finding.sentence)}});
    print_json(context.out, json::object{{"findings", std::move(all)}});
  } else if (findings.empty()) context.out << tr("Nothing was found.") << '\n';
  else {
    Table table{{tr("Subject"), tr("Finding")}};
    for (const auto& finding : findings) table.add({finding.subject, finding.sentence});
    table.print(context.out, context.surroundings.output_width);
  }
  return findings.empty() ? 0 : 1;
}

} // namespace

extern const Command habilitation_check;
const Command habilitation_check{
    .name = "habilitation check",
    .summary = marked("Name accesses, papers and outputs of the register that do not hold"),
    .options = options,
    .json = true,
    .run = run,
};

} // namespace hdskit::cli::commands
