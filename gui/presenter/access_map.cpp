#include "gui/presenter/access_map.hpp"

#include "gui/presenter/access_lists.hpp"
#include "toolkit/access/campaign_store.hpp"
#include "toolkit/access/population_run.hpp"
#include "toolkit/organisation/by_reference.hpp"
#include "toolkit/workspace/dialect.hpp"

#include <algorithm>

namespace hdskit::gui {
namespace {

template <typename Record> const Record* referenced(const std::vector<Record>& records, std::string_view reference) {
  const auto key = reference_key(reference);
  const auto found = std::ranges::find_if(records, [&](const Record& record) { return reference_key(record.reference) == key; });
  return found == records.end() ? nullptr : &*found;
}

HeldCertificate held_of(PopulationCard card) {
  const bool revoked = card.has(word_of(CertificateFault::revoked)), unknown = card.has(word_of(CertificateFault::revocation_unknown));
  return {std::move(card.name),
          std::move(card.national_id),
          std::move(card.card),
          std::move(card.role),
          card.not_after,
          card.good,
          card.expiring,
          revoked,
          unknown && card.faults.size() == 1,
          std::move(card.state)};
}

void read_certificates(const Workspace& workspace, AccessMap& map) {
  const auto* run = map.last_population();
  if (!run) return;
  auto cards = cards_of(workspace, *run);
  map.certificates_forgotten = !cards;
  if (cards)
    for (auto& card : *cards) map.certificates.push_back(held_of(std::move(card)));
}

CampaignWork read_work(const Workspace& workspace, const ReviewCampaign& campaign) {
  CampaignWork work{campaign, {}, {}};
  if (campaign.state == CampaignState::forgotten) return work;
  work.frozen = frozen_campaign(workspace, campaign);
  for (auto& decision : campaign_decisions(workspace, campaign)) work.decisions.insert_or_assign(decision.line, std::move(decision));
  return work;
}

} // namespace

const CampaignLine* CampaignWork::line(std::int64_t number) const {
  const auto& lines = frozen.lines;
  const auto place = static_cast<std::size_t>(number - 1); // they are numbered as they stand
  if (number > 0 && place < lines.size() && lines[place].number == number) return &lines[place];
  const auto found = std::ranges::find(lines, number, &CampaignLine::number);
  return found == lines.end() ? nullptr : &*found;
}

const CampaignDecision* CampaignWork::decision(std::int64_t line) const {
  const auto found = decisions.find(line);
  return found == decisions.end() ? nullptr : &found->second;
}

LineDecision CampaignWork::decided(std::int64_t line) const {
  const auto* known = decision(line);
  return known ? known->decision : LineDecision::undecided;
}

const HostedEndpoint* AccessMap::endpoint(std::string_view reference) const { return referenced(records.endpoints, reference); }
const EndpointRun* AccessMap::run(std::string_view reference) const { return referenced(records.endpoint_runs, reference); }
const Withdrawal* AccessMap::withdrawal(std::string_view reference) const { return referenced(records.withdrawals, reference); }
const PopulationRun* AccessMap::last_population() const { return records.population_runs.empty() ? nullptr : &records.population_runs.back(); }

std::vector<const EndpointRun*> AccessMap::runs_of(std::string_view endpoint) const {
  const auto key = reference_key(endpoint);
  std::vector<const EndpointRun*> found;
  for (auto run = records.endpoint_runs.rbegin(); run != records.endpoint_runs.rend(); ++run)
    if (reference_key(run->endpoint) == key) found.push_back(&*run);
  return found;
}

std::shared_ptr<const AccessMap> read_access_map(const Workspace& workspace, Date today) {
  const Snapshot snapshot{workspace.dialect()}; // one state for all of it
  auto map = std::make_shared<AccessMap>(AccessMap{read_access(workspace), {}, {}, {}, false, {}, today});
  map->list_states = read_list_states(map->records.lists, usual_list_folder());
  for (const auto& endpoint : map->records.endpoints) map->endpoint_states.push_back(standing_of_endpoint(endpoint, map->records.endpoint_runs, today));
  read_certificates(workspace, *map);
  if (!map->records.campaigns.empty()) map->work = read_work(workspace, map->records.campaigns.back());
  return map;
}

std::optional<AccessSubject> access_subject(std::string_view subject) {
  const auto colon = subject.find(':');
  const auto kind = subject.substr(0, colon);
  const std::string_view kinds[] = {TrustAnchor::type().kind,   ListSource::type().kind,     HostedEndpoint::type().kind, EndpointRun::type().kind,
                                    PopulationRun::type().kind, ReviewCampaign::type().kind, Withdrawal::type().kind,     CardSignature::type().kind};
  if (std::ranges::find(kinds, kind) == std::end(kinds)) return std::nullopt;
  return AccessSubject{std::string{kind}, colon == std::string_view::npos ? "" : std::string{subject.substr(colon + 1)}};
}

} // namespace hdskit::gui
