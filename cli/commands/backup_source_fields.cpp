#include "cli/command.hpp"

#include "cli/backup_options.hpp"
#include "cli/field_list.hpp"
#include "toolkit/continuity/continuity_store.hpp"

namespace hdskit::cli::commands {
namespace {

int run(Context& context) {
  print_fields(context, backup_kind(BackupSource::type().kind), [](const RecordKind&, const FieldView& field) {
    return field.refers_to.empty() ? expected_value(field) : expected_citation(continuity_kinds(), field);
  });
  return 0;
}

} // namespace

extern const Command backup_source_fields;
const Command backup_source_fields{
    .name = "backup source fields",
    .summary = marked("List the fields of a backup source and what each accepts"),
    .json = true,
    .run = run,
};

} // namespace hdskit::cli::commands
