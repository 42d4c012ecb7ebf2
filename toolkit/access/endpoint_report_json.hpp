#pragma once

#include "toolkit/access/endpoint_probe.hpp"

namespace hdskit {

/// The report of a probe as it is kept in the vault (EndpointRun::report; docs/formats/endpoint-report.md): members in one order, so that its digest is that of
/// what it says. Session, page and authorities of each answer are not kept.
std::string endpoint_report_text(const EndpointReport& report);
/// Throws Problem bad_input with all its defects. At most 1 MiB, 500 cases, 500 findings.
EndpointReport parse_endpoint_report(std::string_view text, const std::string& name);

} // namespace hdskit
