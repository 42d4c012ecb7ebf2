#include "cli/table_import_view.hpp"

#include <ostream>

namespace hdskit::cli {
namespace {

void print_planned(Context& context, const RecordImport& outcome) {
  for (const auto& planned : outcome.planned)
    context.out << (planned.id ? tr("changed: {1}, {2}", {planned.reference, planned.title}) : tr("added: {1}, {2}", {planned.reference, planned.title}))
                << '\n';
}

void print(Context& context, const RecordImport& outcome) {
  if (context.arguments.has("preview")) print_planned(context, outcome);
  if (!outcome.refused.empty()) context.out << listed(outcome.refused) << '\n' << tr("Nothing was changed.") << '\n';
  context.out << tr("{1} added, {2} changed, {3} as they were, {4} refused.",
                    {std::to_string(outcome.added), std::to_string(outcome.changed), std::to_string(outcome.unchanged), std::to_string(outcome.refused.size())})
              << '\n';
}

} // namespace

int finish_import(Context& context, RecordImport outcome, const std::function<void(const RecordImport&)>& write) {
  if (!context.arguments.has("preview")) {
    if (!outcome.refused.empty()) outcome.added = outcome.changed = 0; // all or nothing
    else if (!outcome.planned.empty()) write(outcome);
  }
  if (context.json) print_json(context.out, import_json(outcome));
  else print(context, outcome);
  return outcome.refused.empty() ? 0 : 1;
}

json::object import_json(const RecordImport& outcome) {
  json::array refused;
  for (const auto& defect : outcome.refused)
    refused.push_back(json::object{{"line", defect.line}, {"column", defect.column}, {"sentence", json_text(defect.sentence)}});
  return {{"added", outcome.added}, {"changed", outcome.changed}, {"unchanged", outcome.unchanged}, {"refused", std::move(refused)}};
}

} // namespace hdskit::cli
