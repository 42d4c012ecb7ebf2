#pragma once

#include "toolkit/access/access_records.hpp"
#include "toolkit/access/review_campaign.hpp"
#include "toolkit/organisation/record_kind.hpp"
#include "toolkit/workspace/workspace.hpp"

namespace hdskit {

/// All that the workspace keeps about access, without personal details.
struct AccessRecords {
  std::vector<TrustAnchor> anchors;
  std::vector<ListSource> lists;
  std::vector<HostedEndpoint> endpoints;
  std::vector<EndpointRun> endpoint_runs;     ///< the oldest first
  std::vector<PopulationRun> population_runs; ///< the oldest first
  std::vector<ReviewCampaign> campaigns;      ///< the oldest first
  std::vector<Withdrawal> withdrawals;
  std::vector<CardSignature> signatures;
};
AccessRecords read_access(const Workspace& workspace);

/// hosted_endpoint and list_source are edited by people under the rules of records; trust_anchor comes by import_anchor alone, and can be removed; runs,
/// campaigns and signatures are no kinds that people edit.
std::span<const RecordKind> access_kinds();
const RecordKind& access_kind(std::string_view word);

/// The authorities of a file, each with the fingerprint that the person has to compare. Throws Problem bad_input for a file without any.
struct OfferedAnchor {
  std::string der, subject, fingerprint;
  AnchorUse use = AnchorUse::anchor; ///< intermediate when it is not self-issued
  bool test_hierarchy = false;
  std::string known_as; ///< reference, when the workspace trusts it already
  bool legacy = false;  ///< of GIP-CPS, closed in 2021: never imported
  std::optional<Instant> not_before, not_after;
};
std::vector<OfferedAnchor> offered_anchors(const Workspace& workspace, std::string_view bytes, const std::string& name);
/// `fingerprint`: typed or pasted by the person from the authority's own publication; refused when it is not that of the offered one.
/// `reference`: "" takes one from the name of the authority. Throws Problem refused also for an authority that is trusted already, one of GIP-CPS, and one of
/// the test hierarchy unless `accept_test`, which the note then tells.
TrustAnchor import_anchor(Change& change, const OfferedAnchor& offered, std::string_view fingerprint, const std::string& reference, const std::string& file,
                          bool accept_test = false);
std::string plain_fingerprint(std::string_view text); ///< without colons and blanks, in lower case
/// Its DER. Throws Problem damaged when the vault holds other bytes than those that were imported.
std::string certificate_of(const Workspace& workspace, const TrustAnchor& anchor);

HostedEndpoint find_endpoint(const Workspace& workspace, std::string_view reference); ///< throws Problem not_found with the closest
ListSource find_list_source(const Workspace& workspace, std::string_view reference);

/// What is known of the check of an endpoint on a day.
enum class EndpointStanding { fine, due_soon, overdue, never, faulty, inconclusive };
std::span<const Choice> choices_of(EndpointStanding);
struct EndpointState {
  std::string endpoint;
  EndpointStanding standing = EndpointStanding::never;
  std::optional<Date> last_check, next_check;
  std::string sentence;
};
EndpointState standing_of_endpoint(const HostedEndpoint& endpoint, std::span<const EndpointRun> runs, Date today, int notice = 30);

} // namespace hdskit
