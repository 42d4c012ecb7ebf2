#include "gui/presenter/regimes_map.hpp"

#include "toolkit/base/text.hpp"
#include "toolkit/certification/certification_store.hpp"
#include "toolkit/organisation/organisation_store.hpp"
#include "toolkit/requirements/answer_store.hpp"
#include "toolkit/requirements/checklist_reader.hpp"
#include "toolkit/requirements/known_frameworks.hpp"
#include "toolkit/workspace/dialect.hpp"

#include <algorithm>

namespace hdskit::gui {
namespace {

std::string newer_version(const Checklist& kept) {
  const auto ids = shipped_checklist_ids();
  if (std::ranges::find(ids, kept.id) == ids.end()) return "";
  const auto version = known_framework(kept.id).version;
  return is_newer(version, kept.version) ? version : "";
}

KnownRegime read_regime(const Workspace& workspace, const std::string& id) {
  KnownRegime regime{known_framework(workspace, id), RegimeUse::not_followed, framework_if_known(workspace, id), ""};
  const bool main = is_main_checklist(workspace, id);
  regime.use = main ? RegimeUse::main : is_followed(workspace, id) ? RegimeUse::followed : RegimeUse::not_followed;
  if (main || regime.kept) regime.newer = newer_version(regime.checklist);
  return regime;
}

std::string host_of(const Workspace& workspace) {
  const auto entities = read_organisation(workspace).entities;
  const auto host = std::ranges::find(entities, EntityRole::host, &LegalEntity::role);
  return host == entities.end() ? "" : host->name;
}

} // namespace

bool is_newer(std::string_view version, std::string_view than) {
  const auto numeric = [](std::string_view text) { return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; }); };
  if (numeric(version) && numeric(than) && version.size() != than.size()) return version.size() > than.size();
  return version > than;
}

const KnownRegime* RegimesMap::regime(std::string_view id) const {
  const auto found = std::ranges::find_if(regimes, [key = folded(id)](const KnownRegime& each) { return folded(each.id()) == key; });
  return found == regimes.end() ? nullptr : &*found;
}

std::vector<const KnownRegime*> RegimesMap::followed() const {
  std::vector<const KnownRegime*> found;
  for (const auto& regime : regimes)
    if (regime.use != RegimeUse::not_followed) found.push_back(&regime);
  return found;
}

std::shared_ptr<const RegimesMap> read_regimes_map(const Workspace& workspace, Date today) {
  const Snapshot snapshot{workspace.dialect()}; // one state for all of it
  auto map = std::make_shared<RegimesMap>(RegimesMap{{}, {}, {}, {}, {}, {}, {}, {}, "", today});
  for (const auto& id : known_framework_ids(workspace)) map->regimes.push_back(read_regime(workspace, id));
  std::ranges::stable_sort(map->regimes, {}, &KnownRegime::use);
  map->answers = all_answers(workspace);
  map->documents = evidence_in_force(workspace, today);
  map->reports = check_reports(workspace, today);
  map->standings = item_standings(map->answers, map->documents);
  map->pairs = all_pairs(workspace);
  map->certification = read_certification(workspace);
  for (const auto& kind : certification_kinds()) map->registers.emplace(kind.word, kind.all(workspace));
  map->host = host_of(workspace);
  return map;
}

std::optional<RegimesSubject> regimes_subject(std::string_view subject) {
  const auto colon = subject.find(':');
  const auto kind = subject.substr(0, colon);
  const std::string_view kinds[] = {Framework::type().kind,          RequirementPair::type().kind, ScopeDecision::type().kind,
                                    CertificationAudit::type().kind, Nonconformity::type().kind,   HostingActor::type().kind};
  if (std::ranges::find(kinds, kind) == std::end(kinds)) return std::nullopt;
  return RegimesSubject{std::string{kind}, colon == std::string_view::npos ? "" : std::string{subject.substr(colon + 1)}};
}

} // namespace hdskit::gui
