#include "cli/command.hpp"

#include "cli/continuity_options.hpp"
#include "cli/field_list.hpp"
#include "toolkit/continuity/continuity_store.hpp"

namespace hdskit::cli::commands {
namespace {

constexpr Option options[] = {continuity_kind_option};

int run(Context& context) {
  print_fields(context, chosen_continuity_kind(context.arguments), [](const RecordKind&, const FieldView& field) {
    return field.refers_to.empty() ? expected_value(field) : expected_citation(continuity_kinds(), field);
  });
  return 0;
}

} // namespace

extern const Command continuity_fields;
const Command continuity_fields{
    .name = "continuity fields",
    .summary = marked("List the fields of the activities, or of another kind of record of continuity, and what each accepts"),
    .options = options,
    .json = true,
    .run = run,
};

} // namespace hdskit::cli::commands
