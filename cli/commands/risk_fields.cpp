#include "cli/command.hpp"

#include "cli/field_list.hpp"
#include "cli/risk_options.hpp"
#include "toolkit/risk/field_limit.hpp"
#include "toolkit/risk/study_store.hpp"

namespace hdskit::cli::commands {
namespace {

constexpr Option options[] = {risk_kind_option};

std::string expected(const RecordKind& kind, const FieldView& field) {
  if (grade_limit(shipped_scales().front(), kind.word, field.name) > 0) return tr("grade, such as 3, or its word on the scale: see hdskit risk scale");
  return field.refers_to.empty() ? expected_value(field) : expected_citation(risk_kinds(), field);
}

int run(Context& context) {
  print_fields(context, chosen_kind(context.arguments), expected);
  return 0;
}

} // namespace

extern const Command risk_fields;
const Command risk_fields{
    .name = "risk fields",
    .summary = marked("List the fields of the risks, or of another kind of object of the study, and what each accepts"),
    .options = options,
    .json = true,
    .run = run,
};

} // namespace hdskit::cli::commands
