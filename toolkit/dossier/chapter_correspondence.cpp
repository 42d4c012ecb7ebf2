#include "toolkit/dossier/item_words.hpp"

#include "toolkit/base/text.hpp"
#include "toolkit/dossier/plan_order.hpp"

namespace hdskit::chapters {
namespace {

std::string state_text(const Answer* answer) {
  if (!answer) return label_of_choice(DemonstrationState::absent);
  return answer->applicability == Applicability::excluded ? label_of_choice(answer->applicability) : label_of_choice(answer->state);
}

Words gather(const ChapterInput& input) {
  Words::List rows;
  for (const auto& item : input.facts.checklist.items) {
    const auto* answer = input.facts.answer_to(item.id);
    const auto* form = form_of(input.facts.checklist, item.id);
    std::vector<std::string> numbers;
    for (const auto& row : annex_rows(input, input.facts.evidence_for(item.id)))
      for (const auto& [name, value] : row.values())
        if (name == "number") numbers.push_back(std::get<std::string>(value));
    rows.push_back(Words{}
                       .set("label", item_label(input.facts, item))
                       .set("title", item.title.french)
                       .set("form", form ? form->id : "–")
                       .set("anchor", item_anchor(item))
                       .flag("has_page", form != nullptr)
                       .set("state", state_text(answer))
                       .set("annexes", numbers.empty() ? "–" : joined(numbers, ", ")));
  }
  return Words{}.list("rows", std::move(rows));
}

} // namespace

extern const Chapter correspondence;
const Chapter correspondence{
    .id = "correspondance", .sentence = "Each requirement, where it is answered, with which annexes.", .gather = gather, .present = nullptr};

} // namespace hdskit::chapters
