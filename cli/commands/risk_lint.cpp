#include "cli/command.hpp"

#include "cli/context.hpp"
#include "cli/json.hpp"
#include "cli/procedure_view.hpp"
#include "cli/table.hpp"
#include "toolkit/base/file.hpp"
#include "toolkit/risk/lint.hpp"
#include "toolkit/risk/study_json.hpp"
#include "toolkit/risk/study_store.hpp"

#include <ostream>

namespace hdskit::cli::commands {
namespace {

constexpr Option options[] = {
    {.name = "file",
     .placeholder = marked("FILE"),
     .help = marked("A study that somebody delivered, as JSON, instead of that of the workspace."),
     .kind = OptionKind::path},
    {.name = "rules", .placeholder = nullptr, .help = marked("List the rules and what each looks for."), .kind = OptionKind::flag},
    today_option,
};

int list_rules(Context& context) {
  json::array all;
  Sheet sheet;
  for (const auto& rule : lint_rules()) {
    all.push_back(json::object{{"rule", json_text(rule.id)}, {"sentence", tr(rule.sentence)}, {"reason", tr(rule.reason)}});
    sheet.add(std::string{rule.id}, tr(rule.sentence) + ". " + tr(rule.reason));
  }
  if (context.json) print_json(context.out, json::object{{"rules", std::move(all)}});
  else sheet.print(context.out, context.surroundings.output_width);
  return 0;
}

Study study_of(Context& context) {
  const auto file = context.arguments.text("file");
  return file.empty() ? read_study(context.open_workspace()) : parse_study(read_file(file, study_size_limit), file);
}

int run(Context& context) {
  if (context.arguments.has("rules")) return list_rules(context);
  const auto findings = lint(study_of(context), context.date_or_today());
  if (context.json) {
    json::array all;
    for (const auto& finding : findings)
      all.push_back(json::object{{"rule", json_text(finding.rule)}, {"subject", json_text(finding.subject)}, {"sentence", json_text(finding.sentence)}});
    print_json(context.out, json::object{{"findings", std::move(all)}});
  } else if (findings.empty()) {
    context.out << tr("Nothing to find fault with.") << '\n';
  } else {
    for (const auto& finding : findings) context.out << tr("{1}: {2} [{3}]", {finding.subject, finding.sentence, finding.rule}) << '\n';
    context.out << trn("{1} finding.", "{1} findings.", static_cast<std::int64_t>(findings.size())) << '\n';
  }
  return findings.empty() ? 0 : 1;
}

} // namespace

extern const Command risk_lint;
const Command risk_lint{
    .name = "risk lint",
    .summary = marked("Name what is dirty in the study, without changing anything"),
    .options = options,
    .json = true,
    .run = run,
};

} // namespace hdskit::cli::commands
