#include "toolkit/dossier/item_words.hpp"

#include "toolkit/page/markdown.hpp"

namespace hdskit::chapters {
namespace {

Words gather(const ChapterInput& input) {
  auto words = form_words(input, "P1");
  Words::List entities;
  for (const auto& entity : input.facts.organisation.entities)
    entities.push_back(record_words(entity).set("governance_prose", page::prose_as_markdown(entity.governance)));
  words.list("entities", std::move(entities)).set("day", input.day.french());
  const auto* host = input.facts.host();
  words.set("host", host ? host->name : "–")
      .set("signatory", host ? or_dash(host->representative) : "–")
      .set("signatory_title", host ? or_dash(host->representative_title) : "–");
  return words;
}

} // namespace

extern const Chapter candidate;
const Chapter candidate{.id = "p1-candidat", .sentence = "Form P1: who asks, and undertakes.", .gather = gather, .present = nullptr, .form = "P1"};

} // namespace hdskit::chapters
