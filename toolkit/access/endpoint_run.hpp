#pragma once

#include "toolkit/access/access_records.hpp"
#include "toolkit/access/endpoint_probe.hpp"
#include "toolkit/workspace/workspace.hpp"

namespace hdskit {

inline constexpr std::int64_t default_endpoint_rate = 4; ///< connections a second

/// "card.pem,card.key". Throws Problem bad_input, and what reading the files throws.
EndpointCredential endpoint_credential(const std::string& option, const std::string& name, const std::string& files);

/// How a declared endpoint is asked. `pace` and `progress` are those of the face. Throws Problem bad_input when it lacks the authorities of the server or the
/// valid certificate, and what is wrong with its files.
EndpointOrder order_of_endpoint(const Workspace& workspace, const HostedEndpoint& endpoint);

/// The declared endpoint of that address, exactly; nothing when the workspace does not call it the hospital's own.
std::optional<HostedEndpoint> declared_endpoint(const Workspace& workspace, std::string_view url);

/// Keeps the report in the vault and what it came to in a record.
EndpointRun record_endpoint_run(Change& change, const HostedEndpoint& endpoint, const EndpointReport& report);
EndpointReport report_of(const Workspace& workspace, const EndpointRun& run); ///< proves the digest on the way: Problem damaged

} // namespace hdskit
