#include "cli/command.hpp"

#include "cli/context.hpp"
#include "cli/json.hpp"
#include "cli/table.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/certification/certification_store.hpp"
#include "toolkit/certification/check_certification.hpp"

#include <ostream>

namespace hdskit::cli::commands {
namespace {

constexpr Option options[] = {
    {.name = "date", .placeholder = marked("DATE"), .help = marked("The day as of which it is judged (default: today in Paris)."), .kind = OptionKind::date},
};

int run(Context& context) {
  const auto findings = check_certification(read_certification(context.open_workspace()), context.date_or_today());
  if (context.json) {
    json::array all;
    for (const auto& finding : findings)
      all.push_back(json::object{{"rule", json_text(finding.rule)}, {"subject", json_text(finding.subject)}, {"sentence", json_text(finding.sentence)}});
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

extern const Command certification_check;
const Command certification_check{
    .name = "certification check",
    .summary = marked("Name audits, non-conformities and actors of the hosting that are late or incomplete"),
    .options = options,
    .json = true,
    .run = run,
};

} // namespace hdskit::cli::commands
