#include "gui/presenter/habilitations_map.hpp"

#include "toolkit/base/translate.hpp"
#include "toolkit/habilitation/habilitation_store.hpp"
#include "toolkit/organisation/by_reference.hpp"
#include "toolkit/workspace/dialect.hpp"

#include <algorithm>

namespace hdskit::gui {
namespace {

bool has_finding(const HabilitationsMap& map, std::string_view reference, std::string_view rule) {
  return std::ranges::any_of(map.findings,
                             [&](const HabilitationFinding& one) { return one.rule == rule && reference_key(one.subject) == reference_key(reference); });
}

bool wanted(const HabilitationsMap& map, const AuthorisedPerson& person, PersonFilter filter) {
  const auto state = state_of(map, person);
  switch (filter) {
    case PersonFilter::all: return true;
    case PersonFilter::open: return state == PersonState::open || state == PersonState::to_review;
    case PersonFilter::to_review: return state == PersonState::to_review;
    case PersonFilter::ended: return state == PersonState::ended;
    case PersonFilter::with_findings: return !map.findings_of(person.reference).empty();
  }
  return true;
}

Cell findings_cell(const HabilitationsMap& map, std::string_view reference) {
  const auto findings = map.findings_of(reference);
  if (findings.empty()) return {"✔ " + tr("nothing found"), Tone::good};
  const bool high = std::ranges::any_of(findings, [](const auto* one) { return one->severity == HabilitationSeverity::high; });
  return {(high ? "✖ " : "⚠ ") + trn("{1} finding", "{1} findings", static_cast<std::int64_t>(findings.size())), high ? Tone::bad : Tone::warning};
}

RegisterColumn column_of(const HabilitationsMap& map, std::string_view word) {
  if (word == AuthorisedPerson::type().kind)
    return {tr("Status"), [&map](const RecordView& view) {
              const auto* person = map.person(view.id);
              if (!person) return Cell{};
              auto cell = person_cell(state_of(map, *person));
              const auto found = findings_cell(map, person->reference);
              if (found.tone != Tone::good) cell = {cell.text + " – " + found.text, found.tone};
              return cell;
            }};
  const auto& kind = habilitation_kind(word);
  return {tr("Check"), [&map, &kind](const RecordView& view) { return findings_cell(map, value_of(kind, view, "reference")); }};
}

struct FirstStep {
  std::string_view kind;
  const char* sentence; ///< marked message
};
constexpr FirstStep first_steps[] = {
    {"access_project", marked("No project is recorded yet: “New” describes the first, with the rules under which the data are reached.")},
    {"authorised_person", marked("Nobody is recorded yet. Describe the project first, then whom it authorises, with training, undertaking and end of access.")},
    {"output_release", marked("Nothing asked to leave the secure space yet: “Check a table…” looks for small counts, then logs the output.")},
};

} // namespace

const AuthorisedPerson* HabilitationsMap::person(std::int64_t id) const {
  const auto found = std::ranges::find_if(habilitation.people, [&](const AuthorisedPerson& one) { return one.id.number() == id; });
  return found == habilitation.people.end() ? nullptr : &*found;
}

std::vector<const HabilitationFinding*> HabilitationsMap::findings_of(std::string_view reference) const {
  std::vector<const HabilitationFinding*> found;
  for (const auto& one : findings)
    if (reference_key(one.subject) == reference_key(reference)) found.push_back(&one);
  return found;
}

std::shared_ptr<const HabilitationsMap> read_habilitations_map(const Workspace& workspace, Date today) {
  const Snapshot snapshot{workspace.dialect()}; // one state for all of it
  auto map = std::make_shared<HabilitationsMap>(HabilitationsMap{read_habilitation(workspace), {}, {}, today});
  map->findings = check_habilitation(map->habilitation, today);
  for (const auto& kind : habilitation_kinds()) map->registers.emplace(kind.word, kind.all(workspace));
  return map;
}

std::span<const Choice> choices_of(PersonFilter) {
  static constexpr Choice choices[] = {{"all", marked("everybody")},
                                       {"open", marked("whose access is open")},
                                       {"to-review", marked("to be reviewed")},
                                       {"ended", marked("whose access has ended")},
                                       {"with-findings", marked("of whom something was found")}};
  return choices;
}

PersonState state_of(const HabilitationsMap& map, const AuthorisedPerson& person) {
  if (is_open(person, map.day)) return has_finding(map, person.reference, "review-overdue") ? PersonState::to_review : PersonState::open;
  const bool started = person.starts_on && *person.starts_on <= map.day;
  return started || (person.closed_on && *person.closed_on <= map.day) ? PersonState::ended : PersonState::not_open;
}

Cell person_cell(PersonState state) {
  switch (state) {
    case PersonState::to_review: return {"⚠ " + tr("to be reviewed"), Tone::warning};
    case PersonState::open: return {"✔ " + tr("open"), Tone::good};
    case PersonState::not_open: return {"○ " + tr("not open yet"), Tone::faint};
    case PersonState::ended: return {"○ " + tr("ended"), Tone::faint};
  }
  return {};
}

ListRows habilitation_rows(const HabilitationsMap& map, std::string_view word, std::string_view words, PersonFilter filter) {
  std::function<bool(const RecordView&)> chosen;
  if (word == AuthorisedPerson::type().kind)
    chosen = [&](const RecordView& view) {
      const auto* person = map.person(view.id);
      return person && wanted(map, *person, filter);
    };
  return register_rows(habilitation_kind(word), map.registers.find(word)->second, words, column_of(map, word), chosen);
}

std::vector<Cell> habilitation_sentences(const HabilitationsMap& map, std::string_view word, std::int64_t id) {
  const auto& records = map.registers.find(word)->second;
  const auto view = std::ranges::find(records, id, &RecordView::id);
  if (view == records.end()) return {};
  const auto reference = value_of(habilitation_kind(word), *view, "reference");
  std::vector<Cell> lines;
  if (const auto* person = word == AuthorisedPerson::type().kind ? map.person(id) : nullptr) lines.push_back(person_cell(state_of(map, *person)));
  for (const auto* finding : map.findings_of(reference)) {
    const bool high = finding->severity == HabilitationSeverity::high;
    lines.push_back({(high ? "✖ " : "⚠ ") + finding->sentence, high ? Tone::bad : Tone::warning});
  }
  for (const auto& day : habilitation_days(map.habilitation))
    if (reference_key(day.subject) == reference_key(reference) && day.day >= map.day) {
      lines.push_back({tr("{1}: {2}", {tr_date(day.day), day.sentence})});
      break;
    }
  return lines;
}

Cell habilitation_sentence(const HabilitationsMap& map, std::string_view word) {
  const auto& records = map.registers.find(word)->second;
  if (records.empty()) return {tr(std::ranges::find(first_steps, word, &FirstStep::kind)->sentence), Tone::faint};
  const auto& kind = habilitation_kind(word);
  const auto concerned = std::ranges::count_if(records, [&](const RecordView& one) { return !map.findings_of(value_of(kind, one, "reference")).empty(); });
  if (concerned == 0) return {"✔ " + tr("The check finds nothing to mend here."), Tone::good};
  return {"⚠ " + tr("Something is to be mended for {1} of {2}; the list marks them.", {std::to_string(concerned), std::to_string(records.size())}),
          Tone::warning};
}

RecordWays habilitation_ways() { return register_ways(habilitation_kinds); }

std::optional<HabilitationsSubject> habilitations_subject(std::string_view subject) {
  const auto colon = subject.find(':');
  const auto kind = subject.substr(0, colon);
  const std::string_view kinds[] = {AccessProject::type().kind, AuthorisedPerson::type().kind, OutputRelease::type().kind};
  if (std::ranges::find(kinds, kind) == std::end(kinds)) return std::nullopt;
  return HabilitationsSubject{std::string{kind}, colon == std::string_view::npos ? "" : std::string{subject.substr(colon + 1)}};
}

} // namespace hdskit::gui
