#pragma once

#include "toolkit/backup/restore_report.hpp"

namespace hdskit {

/// Canonical JSON of a report (docs/formats/restore-report.md): members in one order, no blanks, so that its digest is that of what it says. At most 1 MiB:
/// texts that are longer than the format takes are cut, bytes that are no UTF-8 replaced, lists end at their limit.
std::string report_text(const RestoreReport& report);
/// Throws Problem bad_input (not a report), newer_format.
RestoreReport parse_report(std::string_view text, const std::string& name);

} // namespace hdskit
