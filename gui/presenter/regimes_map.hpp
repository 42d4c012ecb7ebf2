#pragma once

#include "toolkit/certification/certification.hpp"
#include "toolkit/dossier/taken_over.hpp"
#include "toolkit/organisation/record_kind.hpp"
#include "toolkit/requirements/coverage.hpp"
#include "toolkit/requirements/framework.hpp"
#include "toolkit/requirements/requirement_pair.hpp"

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hdskit::gui {

enum class RegimeUse { main, followed, not_followed };

/// A framework that the workspace keeps, or that comes with the program.
struct KnownRegime {
  Checklist checklist;
  RegimeUse use = RegimeUse::not_followed;
  std::optional<Framework> kept; ///< what the workspace records of it; nothing: it is the main checklist, or only comes with the program
  std::string newer;             ///< version that comes with the program and goes beyond the one that is kept; "": none

  const std::string& id() const { return checklist.id; }
  std::string title() const { return checklist.title.in_current_language(); }
};

/// What the workspace keeps about regimes at one revision: read once, in the background, and shared by the panes of the page.
struct RegimesMap {
  std::vector<KnownRegime> regimes; ///< the main checklist, those that are followed, the others
  std::vector<Answer> answers;
  EvidenceLinks documents; ///< in force on `day`
  std::vector<CheckReport> reports;
  ItemStandings standings;
  std::vector<RequirementPair> pairs; ///< own ones go before shipped ones
  Certification certification;
  std::map<std::string, std::vector<RecordView>, std::less<>> registers; ///< of certification, by kind
  std::string host;                                                      ///< whose name the page on transfers bears; "": nobody is recorded as host
  Date day;

  const KnownRegime* regime(std::string_view id) const; ///< letter case aside; nullptr: there is none
  std::vector<const KnownRegime*> followed() const;     ///< the main checklist first
};

std::shared_ptr<const RegimesMap> read_regimes_map(const Workspace& workspace, Date today);

/// "10" goes beyond "9"; versions that are no numbers are compared as texts.
bool is_newer(std::string_view version, std::string_view than);

/// What Desk::go_to says to the page: "framework:hds-v2", "nonconformity:NC1", "requirement_mapping".
struct RegimesSubject {
  std::string kind, reference;
  bool operator==(const RegimesSubject&) const = default;
};
std::optional<RegimesSubject> regimes_subject(std::string_view subject);

} // namespace hdskit::gui
