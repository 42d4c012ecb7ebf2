#include "cli/command.hpp"

#include "cli/field_list.hpp"
#include "cli/organisation_options.hpp"

namespace hdskit::cli::commands {
namespace {

constexpr Option operands[] = {kind_operand};

int run(Context& context) {
  print_fields(context, record_kind(context.arguments.text("kind")), [](const RecordKind&, const FieldView& field) { return expected_value(field); });
  return 0;
}

} // namespace

extern const Command organisation_fields;
const Command organisation_fields{
    .name = "organisation fields",
    .summary = marked("List the fields of a kind of record and what each accepts"),
    .operands = operands,
    .json = true,
    .run = run,
};

} // namespace hdskit::cli::commands
