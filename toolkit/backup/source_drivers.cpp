#include "toolkit/backup/source_driver.hpp"

#include "toolkit/base/problem.hpp"
#include "toolkit/base/translate.hpp"

namespace hdskit {

extern const SourceDriver restic_driver, borg_driver, archive_driver, directory_driver, postgresql_dump_driver, postgresql_base_driver, sqlite_driver,
    command_driver;

const SourceDriver& driver_of(SourceKind kind) {
  static const SourceDriver* const drivers[] = {&restic_driver,          &borg_driver,   &archive_driver, &directory_driver, &postgresql_dump_driver,
                                                &postgresql_base_driver, &sqlite_driver, &command_driver};
  for (const auto* driver : drivers)
    if (driver->kind == kind) return *driver;
  throw Problem{ProblemKind::bad_input, to_field_text(kind), tr("This kind of backup cannot be tested: {1}.", {to_field_text(kind)}), ""};
}

} // namespace hdskit
