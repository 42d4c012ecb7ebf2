#include "toolkit/requirements/taken_answers.hpp"

#include "toolkit/base/text.hpp"

#include <algorithm>

namespace hdskit {
namespace {

/// The statement of the dossier is French, whatever the language of the program.
std::string taken_statement(const Checklist& from, const Item& item, const std::string& statement) {
  return "Réponse reprise de l’exigence " + item.id + " du référentiel «\u00A0" + from.title.french + "\u00A0»\u00A0:\n\n" + statement;
}

} // namespace

std::vector<TakenAnswer> answers_to_take(const Checklist& from, const Checklist& to, const std::vector<RequirementPair>& pairs,
                                         const std::vector<Answer>& answers) {
  std::map<std::string, const Answer*> given;
  for (const auto& answer : answers) given.emplace(folded(answer.item), &answer);
  const auto coverage = coverage_of(from, to, pairs, item_standings(answers, {}));
  std::vector<TakenAnswer> taken;
  for (const auto& covered : coverage.items) {
    if (given.contains(folded(covered.item->id))) continue;
    const auto pair = std::ranges::find_if(
        covered.pairs, [](const CoveringPair& each) { return coverage_by(each.strength) == CoverageState::whole && each.standing.answered; });
    if (pair == covered.pairs.end()) continue;
    const auto& origin = *given.at(folded(pair->item));
    Answer answer;
    answer.item = covered.item->id;
    answer.state = origin.state;
    answer.statement = taken_statement(from, *from.find_item(pair->item), origin.statement);
    answer.owner = origin.owner;
    taken.push_back({std::move(answer), from.id, pair->item});
  }
  return taken;
}

} // namespace hdskit
