#include "toolkit/dossier/item_words.hpp"

#include "toolkit/base/text.hpp"

#include <algorithm>

namespace hdskit::chapters {
namespace {

std::string name_of(const std::vector<Person>& people, PersonId id) {
  const auto found = std::ranges::find(people, id, &Person::id);
  return found == people.end() ? "–" : found->name;
}

Words::List mandate_rows(const ChapterInput& input) {
  Words::List rows;
  const auto& organisation = input.facts.organisation;
  for (const auto& mandate : organisation.mandates)
    rows.push_back(record_words(mandate)
                       .set("holder", name_of(organisation.people, mandate.person))
                       .set("deputy_name", name_of(organisation.people, mandate.deputy))
                       .set("letter_markdown", mandate.letter.empty() ? "–" : std::string{trimmed(statement_markdown(input, "[" + mandate.letter + "]"))})
                       .flag("current", in_force(mandate, input.day)));
  return rows;
}

template <typename Record> Words::List rows_of(const std::vector<Record>& records) {
  Words::List rows;
  for (const auto& record : records) rows.push_back(record_words(record));
  return rows;
}

Words gather(const ChapterInput& input) {
  auto words = form_words(input, "P2");
  words.list("mandates", mandate_rows(input))
      .list("people", rows_of(input.facts.organisation.people))
      .list("subcontractors", rows_of(input.facts.organisation.subcontractors))
      .set("day", input.day.french());
  return words;
}

} // namespace

extern const Chapter actors;
const Chapter actors{.id = "p2-acteurs", .sentence = "Form P2: people, functions, subcontractors.", .gather = gather, .present = nullptr, .form = "P2"};

} // namespace hdskit::chapters
