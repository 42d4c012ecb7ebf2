#include "cli/command.hpp"

#include "cli/field_list.hpp"
#include "cli/risk_options.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/risk/field_limit.hpp"
#include "toolkit/risk/study_store.hpp"

namespace hdskit::cli::commands {
namespace {

constexpr Option options[] = {risk_kind_option};

std::string cited_labels(const FieldView& field) {
  std::vector<std::string> labels;
  for (const auto& word : split(field.refers_to, ' '))
    labels.push_back(word == "service" || word == "subcontractor" ? tr(record_kind(word).label) : tr(risk_kind(word).label));
  return joined(labels, ", ");
}

std::string expected(const RecordKind& kind, const FieldView& field) {
  if (grade_limit(shipped_scales().front(), kind.word, field.name) > 0) return tr("grade, such as 3, or its word on the scale: see hdskit risk scale");
  if (field.refers_to.empty()) return expected_value(field);
  return field.kind == FieldKind::list ? tr("references, separated by semicolons: {1}", {cited_labels(field)}) : tr("reference: {1}", {cited_labels(field)});
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
