#pragma once

#include "toolkit/backup/restore_report.hpp"

namespace hdskit {

/// Canonical JSON of a report (docs/formats/restore-report.md): members in one order, no blanks, so that its digest is that of what it says. At most 1 MiB.
std::string report_text(const RestoreReport& report);
/// Throws Problem bad_input (not a report), newer_format.
RestoreReport parse_report(std::string_view text, const std::string& name);

} // namespace hdskit
