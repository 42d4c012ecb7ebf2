#include "cli/command.hpp"

#include "cli/context.hpp"
#include "cli/json.hpp"
#include "toolkit/evidence/verify_evidence.hpp"

#include <algorithm>
#include <ostream>

namespace hdskit::cli::commands {
namespace {

constexpr Option options[] = {
    {.name = "date", .placeholder = marked("DATE"), .help = marked("Judge validity as of this day (default: today in Paris)."), .kind = OptionKind::date},
};

json::value as_json(const std::vector<Finding>& findings, bool intact) {
  json::array all;
  for (const auto& finding : findings)
    if (finding.verdict != Verdict::met) all.push_back(json::object{{"item", finding.subject}, {"kind", finding.rule}, {"sentence", finding.sentence}});
  return json::object{{"intact", intact}, {"findings", std::move(all)}};
}

int run(Context& context) {
  const auto findings = verify_evidence(context.open_workspace(), context.date_or_today(), context.start_progress());
  const bool intact = std::ranges::find(findings, Verdict::not_met, &Finding::verdict) == findings.end();
  if (context.json) {
    print_json(context.out, as_json(findings, intact));
  } else {
    for (const auto& finding : findings)
      if (finding.verdict != Verdict::met) context.out << finding.subject << " : " << finding.sentence << '\n';
    const auto sound = std::ranges::count(findings, Verdict::met, &Finding::verdict);
    context.out << trn("{1} document is intact, byte for byte.", "{1} documents are intact, byte for byte.", sound) << '\n';
  }
  return intact ? 0 : 1;
}

} // namespace

extern const Command evidence_verify;
const Command evidence_verify{
    .name = "evidence verify",
    .summary = marked("Re-read every byte of every document and name what changed, vanished or expired"),
    .options = options,
    .json = true,
    .run = run,
};

} // namespace hdskit::cli::commands
