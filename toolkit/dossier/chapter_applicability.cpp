#include "toolkit/base/text.hpp"
#include "toolkit/dossier/dossier_index.hpp"
#include "toolkit/dossier/item_words.hpp"
#include "toolkit/requirements/checklist_reader.hpp"

#include <algorithm>

namespace hdskit::chapters {
namespace {

const Answer* answer_to(const ChapterInput& input, const Item& item) {
  const auto found = std::ranges::find_if(input.facts.answers, [&](const Answer& answer) { return folded(answer.item) == folded(item.id); });
  return found == input.facts.answers.end() ? nullptr : &*found;
}

Words gather_applicability(const ChapterInput& input) {
  static const Checklist none;
  const auto& statement = input.facts.applicability ? *input.facts.applicability : none;
  Words::List rows;
  std::int64_t excluded = 0, undecided = 0;
  for (const auto& item : statement.items) {
    const auto* answer = answer_to(input, item);
    const bool out = answer && answer->applicability == Applicability::excluded;
    excluded += out;
    undecided += answer == nullptr;
    rows.push_back(Words{}
                       .set("number", item.number)
                       .set("title", item.title.french)
                       .set("applies_text", !answer ? "à décider"
                                            : out   ? "non"
                                                    : "oui")
                       .set("state_text", !answer || out ? "–" : label_of_choice(answer->state))
                       .set("justification", answer ? or_dash(std::string{trimmed(answer->statement)}) : "–"));
  }
  Words words;
  words.set("title", statement.title.french)
      .set("count", french_number(static_cast<std::int64_t>(rows.size())))
      .set("excluded_count", french_number(excluded))
      .flag("has_undecided", undecided > 0)
      .set("undecided_count", french_number(undecided))
      .list("controls", std::move(rows));
  return words;
}

/// The statement is part of a certification; the founding regime and the access to health data know none.
bool belongs(const ChapterInput& input) {
  if (!input.facts.applicability) return false;
  const auto& id = input.facts.checklist.id;
  const auto shipped = shipped_checklist_ids();
  return id.starts_with("hds-") || id == input.facts.applicability->id || std::ranges::find(shipped, id) == shipped.end();
}

} // namespace

extern const Chapter applicability;
const Chapter applicability{.id = "applicabilite",
                            .sentence = "The statement of applicability: each control, whether it applies, why, and how far it has come.",
                            .gather = gather_applicability,
                            .present = belongs};

} // namespace hdskit::chapters
