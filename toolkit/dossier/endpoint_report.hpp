#pragma once

#include "toolkit/access/access_store.hpp"
#include "toolkit/access/endpoint_probe.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/page/document.hpp"

namespace hdskit {

/// One check of an endpoint as a document of its own: verdict, positive control, findings, matrix of cases, evidence and digests of what was shown.
/// In the language of the moment; sentences that the check recorded stay in the language of the check. Pure.
page::Document compose_endpoint_report(const HostedEndpoint& endpoint, const EndpointRun& run, const EndpointReport& report, const std::string& hospital,
                                       Date day);

/// Of a recorded check, with the workspace's hospital. Throws Problem damaged when its report was altered.
std::string endpoint_report_pdf(const Workspace& workspace, const EndpointRun& run, Date day);

} // namespace hdskit
