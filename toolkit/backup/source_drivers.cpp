#include "toolkit/backup/source_driver.hpp"

#include "toolkit/base/problem.hpp"
#include "toolkit/base/translate.hpp"

namespace hdskit {

extern const SourceDriver directory_driver, command_driver;

const SourceDriver& driver_of(SourceKind kind) {
  static const SourceDriver* const drivers[] = {&directory_driver, &command_driver};
  for (const auto* driver : drivers)
    if (driver->kind == kind) return *driver;
  throw Problem{ProblemKind::bad_input, to_field_text(kind), tr("This kind of backup cannot be tested: {1}.", {to_field_text(kind)}), ""};
}

} // namespace hdskit
