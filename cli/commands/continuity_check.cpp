#include "cli/command.hpp"

#include "cli/continuity_view.hpp"
#include "cli/procedure_view.hpp"
#include "cli/table.hpp"
#include "toolkit/continuity/continuity_store.hpp"

#include <ostream>

namespace hdskit::cli::commands {
namespace {

constexpr Option options[] = {
    {.name = "rules", .placeholder = nullptr, .help = marked("List the rules and what each looks for."), .kind = OptionKind::flag},
    today_option,
};

int list_rules(Context& context) {
  json::array all;
  Sheet sheet;
  for (const auto& rule : continuity_rules()) {
    all.push_back(json::object{{"rule", json_text(rule.id)}, {"sentence", tr(rule.sentence)}, {"reason", tr(rule.reason)}});
    sheet.add(std::string{rule.id}, tr(rule.sentence) + " " + tr(rule.reason));
  }
  if (context.json) print_json(context.out, json::object{{"rules", std::move(all)}});
  else sheet.print(context.out, context.surroundings.output_width);
  return 0;
}

int run(Context& context) {
  if (context.arguments.has("rules")) return list_rules(context);
  const auto findings = check_continuity(read_continuity(context.open_workspace()), context.date_or_today());
  if (context.json) {
    print_json(context.out, json::object{{"findings", findings_json(findings)}});
  } else if (findings.empty()) {
    context.out << tr("Nothing to find fault with.") << '\n';
  } else {
    for (const auto& finding : findings) print_finding(context, finding);
    context.out << trn("{1} finding.", "{1} findings.", static_cast<std::int64_t>(findings.size())) << '\n';
  }
  return findings.empty() ? 0 : 1;
}

} // namespace

extern const Command continuity_check;
const Command continuity_check{
    .name = "continuity check",
    .summary = marked("Name what contradicts itself or cannot be kept, with the way that shows why"),
    .options = options,
    .json = true,
    .run = run,
};

} // namespace hdskit::cli::commands
