#include "cli/access_options.hpp"

#include "cli/field_list.hpp"
#include "cli/record_changes.hpp"
#include "cli/records.hpp"
#include "cli/table.hpp"
#include "toolkit/base/problem.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/organisation/known_references.hpp"

#include <ostream>

namespace hdskit::cli {

ReferencedRecord find_access_record(const Workspace& workspace, std::string_view kind, const std::string& reference) {
  const auto& known = access_kind(kind);
  return {known, known.find(workspace, record_referenced(workspace, known, reference))};
}

std::filesystem::path list_cache_folder(const Context& context) {
  if (context.arguments.has("lists")) return context.arguments.text("lists");
  const auto cache = context.surroundings.variable("XDG_CACHE_HOME"), home = context.surroundings.variable("HOME");
  if (cache.starts_with('/')) return std::filesystem::path{cache} / "hdskit" / "lists";
  if (home.starts_with('/')) return std::filesystem::path{home} / ".cache" / "hdskit" / "lists";
  throw Problem{ProblemKind::bad_input, "--lists", tr("Nothing says where downloaded lists are kept."), tr("Give the folder with --lists.")};
}

void add_access_record(Context& context, std::string_view kind, std::span<const Option> options) {
  auto workspace = context.open_workspace();
  Assignments assignments;
  for (const auto& option : options)
    if (context.arguments.has(option.name))
      assignments.emplace_back(option.name == "name"   ? "reference"
                               : option.name == "case" ? "cases"
                                                       : replaced(std::string{option.name}, "-", "_"),
                               joined(context.arguments.all(option.name), "; "));
  add_and_report(context, workspace, access_kind(kind), assignments);
}

void print_access_record(Context& context, const Workspace& workspace, const ReferencedRecord& found) {
  Sheet sheet;
  for (std::size_t i = 0; i < found.kind.fields.size(); ++i)
    if (!found.record.values[i].empty()) sheet.add(tr(found.kind.fields[i].label), shown_value(workspace, found.kind.fields[i], found.record.values[i]));
  sheet.print(context.out, context.surroundings.output_width);
}

int print_access_fields(Context& context, std::string_view kind) {
  print_fields(context, access_kind(kind), [](const RecordKind&, const FieldView& field) {
    if (field.refers_to == "service") return tr("code of a hosted service");
    if (field.refers_to == "trust_anchor") return tr("names of trusted authorities");
    return expected_value(field);
  });
  return 0;
}

} // namespace hdskit::cli
