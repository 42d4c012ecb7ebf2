#include "toolkit/exchange/requirement_columns.hpp"

#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"

namespace hdskit {
namespace {

// Both languages stand here and not in a catalogue: a file written in one of them must be readable in the other.
const Bilingual headings[requirement_column_count] = {
    {"Identifiant", "Id"},
    {"Article", "Article"},
    {"Numéro", "Number"},
    {"Intitulé", "Title"},
    {"Attendu", "Expected"},
    {"État", "State"},
    {"Réponse", "Statement"},
    {"Responsable", "Owner"},
    {"Échéance", "Due"},
    {"Pièces", "Evidence"},
    {"Applicabilité", "Applicability"},
};

bool same_word(std::string_view typed, std::string_view word) { return folded(trimmed(typed)) == folded(word); }

std::string label_in(Language language, const Choice& choice) {
  const LanguageScope scope{language};
  return tr(choice.label);
}

/// By its word, or by its label in either language.
template <typename E> std::optional<E> choice_called(std::string_view word) {
  const auto choices = choices_of(E{});
  for (std::size_t i = 0; i < choices.size(); ++i)
    if (same_word(word, choices[i].word) || same_word(word, label_in(Language::french, choices[i])) || same_word(word, label_in(Language::english, choices[i])))
      return static_cast<E>(i);
  return std::nullopt;
}

} // namespace

std::optional<RequirementColumn> requirement_column(std::string_view heading) {
  for (std::size_t i = 0; i < requirement_column_count; ++i)
    if (same_word(heading, headings[i].french) || same_word(heading, headings[i].english)) return static_cast<RequirementColumn>(i);
  return std::nullopt;
}

std::vector<std::string> requirement_headings() {
  std::vector<std::string> words;
  for (const auto& heading : headings) words.push_back(heading.in_current_language());
  return words;
}

std::string state_word(DemonstrationState state) { return tr(choices_of(state)[static_cast<std::size_t>(state)].label); }

std::optional<DemonstrationState> state_of(std::string_view word) { return choice_called<DemonstrationState>(word); }

std::string applicability_word(Applicability applicability) { return tr(choices_of(applicability)[static_cast<std::size_t>(applicability)].label); }

std::optional<Applicability> applicability_of(std::string_view word) { return choice_called<Applicability>(word); }

} // namespace hdskit
