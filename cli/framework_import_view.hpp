#pragma once

#include "cli/context.hpp"
#include "cli/json.hpp"
#include "toolkit/frameworks/framework_import.hpp"

namespace hdskit::cli {

json::object framework_import_json(const FrameworkImport& import, bool stored);
void print_framework_import(Context& context, const FrameworkImport& import, bool stored);

} // namespace hdskit::cli
