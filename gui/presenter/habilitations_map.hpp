#pragma once

#include "gui/presenter/register_rows.hpp"
#include "toolkit/habilitation/check_habilitation.hpp"

#include <map>
#include <memory>
#include <optional>

namespace hdskit::gui {

/// Projects on national health data, who may enter them, what left: at one revision, read once in the background.
struct HabilitationsMap {
  Habilitation habilitation;
  std::vector<HabilitationFinding> findings;
  std::map<std::string, std::vector<RecordView>, std::less<>> registers; ///< by kind
  Date day;

  const AuthorisedPerson* person(std::int64_t id) const; ///< nullptr: there is none
  std::vector<const HabilitationFinding*> findings_of(std::string_view reference) const;
};
std::shared_ptr<const HabilitationsMap> read_habilitations_map(const Workspace& workspace, Date today);

/// Where a person stands, and which of them a list shows.
enum class PersonState { to_review, open, not_open, ended };
PersonState state_of(const HabilitationsMap& map, const AuthorisedPerson& person);
Cell person_cell(PersonState state);
enum class PersonFilter { all, open, to_review, ended, with_findings };
std::span<const Choice> choices_of(PersonFilter);

/// Keys: numbers of records.
ListRows habilitation_rows(const HabilitationsMap& map, std::string_view kind, std::string_view words = {}, PersonFilter filter = PersonFilter::all);
/// The findings of the check about the record, and the next day of a person.
std::vector<Cell> habilitation_sentences(const HabilitationsMap& map, std::string_view kind, std::int64_t id);
/// Of the whole register; what to do first.
Cell habilitation_sentence(const HabilitationsMap& map, std::string_view kind);
RecordWays habilitation_ways();

/// What Desk::go_to says to the page: "authorised_person:HAB1".
struct HabilitationsSubject {
  std::string kind, reference;
};
std::optional<HabilitationsSubject> habilitations_subject(std::string_view subject);

} // namespace hdskit::gui
