#pragma once

#include "gui/presenter/access_map.hpp"
#include "gui/presenter/record_edit.hpp"
#include "gui/presenter/rows.hpp"
#include "toolkit/access/endpoint_probe.hpp"

namespace hdskit::gui {

/// Standing, name, last check, next check, service, address. Keys: references.
ListRows endpoint_rows(const AccessMap& map, std::string_view words = {});

/// What is known of the endpoint, and whose word it is that it is the hospital's own.
std::vector<Cell> endpoint_sentences(const AccessMap& map, const HostedEndpoint& endpoint);

/// “2 of 3 endpoints answer as they should”; what to do when none is declared.
Cell endpoints_sentence(const AccessMap& map);

/// What must be mended before the endpoint can be asked; "" when it can.
std::string probe_fault(const HostedEndpoint& endpoint);

/// The checks of an endpoint, the newest first: reference, when, verdict, faults. Keys: references.
ListRows endpoint_run_rows(const AccessMap& map, std::string_view endpoint);

/// Case, what is expected, what was seen over each protocol. Keys: names of cases.
ListRows matrix_rows(const EndpointReport& report);
/// “TLS 1.2: …”: what was seen of one case, over each protocol; "" : none of that name.
std::vector<std::string> case_evidence(const EndpointReport& report, std::string_view name);
/// What the run found, the gravest first; that it concludes nothing; remarks.
std::vector<Cell> conclusion_sentences(const EndpointRun& run, const EndpointReport& report);

/// “controle-acces-DPI-WEB-EP3”, the name that is proposed for the report of a check, without its ending.
std::string proposed_report_name(const EndpointRun& run);
/// Writes one check as a PDF, or as the JSON that was filed when the name ends in “.json”. Throws Problem damaged when the filed report was altered.
void export_check_report(const Workspace& workspace, const EndpointRun& run, Date today, const std::filesystem::path& file);

RecordWays access_ways();

} // namespace hdskit::gui
