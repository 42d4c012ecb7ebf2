#include "toolkit/risk/coverage.hpp"

#include "embedded/risk_catalogues.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/risk/minimum_event.hpp"
#include "toolkit/risk/study_index.hpp"
#include "toolkit/workspace/json_reading.hpp"

#include <algorithm>
#include <functional>
#include <unordered_set>

namespace hdskit {
namespace {

constexpr std::string_view catalogue_file = "minimum-events.json";
constexpr std::size_t catalogue_size_limit = 1u << 20, longest_title = 500; // bytes

ScaleWord title_in(const JsonObject& object) {
  return {.french = object.needed_text("fr", longest_title), .english = object.needed_text("en", longest_title), .meaning_french = {}, .meaning_english = {}};
}

std::vector<MinimumEvent> read_events(const std::string& name, std::string_view bytes) {
  const auto value = parse_foreign_json(bytes, name, catalogue_size_limit);
  JsonDefects defects;
  const JsonObject root{value, "", defects, {"format", "version", "events"}};
  std::vector<MinimumEvent> events;
  for (const auto& entry : root.array("events", 1, 26)) {
    const JsonObject object{entry, "events", defects, {"id", "fr", "en", "parts"}};
    const auto whole = events.size();
    events.push_back({.id = object.needed_text("id", 10), .title = title_in(object), .parts = {}});
    for (const auto& part_entry : object.array("parts", 0, 26)) {
      const JsonObject part{part_entry, "events.parts", defects, {"id", "fr", "en"}};
      events.push_back({.id = part.needed_text("id", 10), .title = title_in(part), .parts = {}});
      events[whole].parts.push_back(events.back().id);
    }
  }
  defects.refuse(name, {});
  return events;
}

/// A list without the second and further times that a reference stands in it.
class ReferenceList {
public:
  explicit ReferenceList(std::vector<std::string>& list) : list_{list}, seen_{list.begin(), list.end()} {}
  void add(const std::string& reference) {
    if (seen_.insert(reference).second) list_.push_back(reference);
  }

private:
  std::vector<std::string>& list_;
  std::unordered_set<std::string> seen_;
};

/// The operational scenarios behind the risks of an entry.
void find_operational(Covered& covered, const StudyIndex& index) {
  ReferenceList operational{covered.operational};
  for (const auto& reference : covered.risks) {
    const auto* risk = index.risks.find(reference);
    if (!risk) continue;
    if (const auto* scenario = index.operational_scenarios.find(risk->scenario)) operational.add(scenario->reference);
    else if (const auto* strategic = index.strategic_scenarios.find(risk->scenario))
      for (const auto* path : index.paths_of(*strategic))
        for (const auto* one : index.scenarios_of(*path)) operational.add(one->reference);
  }
}

using Names = const std::vector<std::string>& (*)(const Risk&);

/// Adds to each entry the risks that name it, in the order of the register.
void find_risks(std::vector<Covered>& entries, const Study& study, Names names, const std::function<std::string(std::string_view)>& key_of) {
  std::unordered_map<std::string, Covered*> by_key;
  for (auto& entry : entries) by_key.emplace(key_of(entry.id), &entry);
  for (const auto& risk : study.risks)
    for (const auto& name : names(risk))
      if (const auto found = by_key.find(key_of(name));
          found != by_key.end() && (found->second->risks.empty() || found->second->risks.back() != risk.reference))
        found->second->risks.push_back(risk.reference);
}

const std::vector<std::string>& risks_of(const std::vector<Covered>& entries, const std::string& id) {
  return std::ranges::find(entries, id, &Covered::id)->risks;
}

/// An event with parts is covered by the risks of its parts once each part has one.
void gather_parts(std::vector<Covered>& entries) {
  for (const auto& event : minimum_events()) {
    const auto has_risks = [&](const std::string& id) { return !risks_of(entries, id).empty(); };
    if (event.parts.empty() || !std::ranges::all_of(event.parts, has_risks)) continue;
    ReferenceList whole{std::ranges::find(entries, event.id, &Covered::id)->risks};
    for (const auto& part : event.parts)
      for (const auto& reference : risks_of(entries, part)) whole.add(reference);
  }
}

} // namespace

std::span<const MinimumEvent> minimum_events() {
  static const auto events = [] {
    const auto files = embedded::risk_catalogues();
    const auto file = std::ranges::find(files, catalogue_file, &embedded::File::path);
    return file == files.end() ? std::vector<MinimumEvent>{} : read_events(std::string{catalogue_file}, file->bytes);
  }();
  return events;
}

std::string minimum_event_key(std::string_view text) {
  std::string key;
  for (const char c : folded(text))
    if (c != ' ' && c != '.' && c != '-' && c != '\t') key += c;
  return key.starts_with("exi05") ? key.substr(5) : key;
}

std::vector<Covered> minimum_event_coverage(const Study& study) {
  std::vector<Covered> entries;
  for (const auto& event : minimum_events()) entries.push_back({.id = event.id, .title = event.title, .risks = {}, .operational = {}});
  find_risks(
      entries, study, [](const Risk& risk) -> const std::vector<std::string>& { return risk.minimum_events; }, minimum_event_key);
  gather_parts(entries);
  const StudyIndex index{study};
  for (auto& entry : entries) find_operational(entry, index);
  return entries;
}

std::vector<Covered> obligation_coverage(const Study& study, const std::vector<std::pair<std::string, std::string>>& obligations) {
  std::vector<Covered> entries;
  for (const auto& [id, title] : obligations)
    entries.push_back({.id = id, .title = {.french = title, .english = title, .meaning_french = {}, .meaning_english = {}}, .risks = {}, .operational = {}});
  find_risks(
      entries, study, [](const Risk& risk) -> const std::vector<std::string>& { return risk.obligations; }, reference_key);
  const StudyIndex index{study};
  for (auto& entry : entries) find_operational(entry, index);
  return entries;
}

std::vector<std::string> feared_events_without_scenario(const Study& study) {
  std::unordered_set<std::string> named;
  for (const auto& scenario : study.strategic_scenarios)
    for (const auto& reference : scenario.feared_events) named.insert(reference_key(reference));
  for (const auto& risk : study.risks)
    for (const auto& reference : risk.feared_events) named.insert(reference_key(reference));
  std::vector<std::string> without;
  for (const auto& event : study.feared_events)
    if (event.retention != Retention::set_aside && !named.contains(reference_key(event.reference))) without.push_back(event.reference);
  return without;
}

} // namespace hdskit
