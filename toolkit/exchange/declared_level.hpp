#pragma once

#include "toolkit/exchange/record_import.hpp"

namespace hdskit {

/// Keeps the levels of a previewed import of the register only where somebody declares one: a level that the method gives, or that an export had written
/// before the grades beside it were changed, is not stored.
void settle_declared_levels(const Workspace& workspace, RecordImport& import);

} // namespace hdskit
