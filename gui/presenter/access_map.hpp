#pragma once

#include "toolkit/access/access_store.hpp"
#include "toolkit/access/campaign_lines.hpp"
#include "toolkit/access/list_cache.hpp"

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hdskit::gui {

/// One certificate of the last check of the population, as long as its details may be kept.
struct HeldCertificate {
  std::string name, identifier, card, use; ///< for people
  std::optional<Date> until;
  bool good = false, expiring = false, revoked = false;
  bool unknown = false; ///< nothing else is wrong than that nobody can know whether it was revoked
  std::string state;    ///< what is wrong with it, in sentences; "" when it is good
};

/// What is known of the list of a source on this machine.
struct ListState {
  std::optional<CachedList> cached; ///< nothing: never fetched, or a file, which is read where it lies
  std::string trouble;              ///< why it cannot be used; "" when it can
};

/// A review campaign as it stands: what was frozen, and what was decided since.
struct CampaignWork {
  ReviewCampaign campaign;
  FrozenCampaign frozen; ///< without lines once its personal details are forgotten
  std::map<std::int64_t, CampaignDecision> decisions;

  const CampaignLine* line(std::int64_t number) const;       ///< nullptr: there is none
  const CampaignDecision* decision(std::int64_t line) const; ///< nullptr: none yet
  LineDecision decided(std::int64_t line) const;             ///< undecided when there is none
};

/// What the workspace keeps about access at one revision: read once, in the background, and shared by the panes of the page.
struct AccessMap {
  AccessRecords records;
  std::vector<EndpointState> endpoint_states; ///< of each endpoint
  std::vector<ListState> list_states;         ///< of each source of lists
  std::vector<HeldCertificate> certificates;  ///< of the last check of the population
  bool certificates_forgotten = false;        ///< there was a check, and its details are gone
  std::optional<CampaignWork> work;           ///< the newest campaign
  Date day;

  const HostedEndpoint* endpoint(std::string_view reference) const; ///< nullptr: there is none
  const EndpointRun* run(std::string_view reference) const;
  std::vector<const EndpointRun*> runs_of(std::string_view endpoint) const; ///< the newest first
  const Withdrawal* withdrawal(std::string_view reference) const;
  const PopulationRun* last_population() const; ///< nullptr: there was none
};

std::shared_ptr<const AccessMap> read_access_map(const Workspace& workspace, Date today);

/// What Desk::go_to says to the page: "hosted_endpoint:DPI-WEB", "review_campaign".
struct AccessSubject {
  std::string kind, reference;
  bool operator==(const AccessSubject&) const = default;
};
std::optional<AccessSubject> access_subject(std::string_view subject);

} // namespace hdskit::gui
