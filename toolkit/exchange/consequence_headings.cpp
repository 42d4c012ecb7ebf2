#include "toolkit/exchange/consequence_headings.hpp"

#include "toolkit/base/text.hpp"
#include "toolkit/exchange/import_columns.hpp"
#include "toolkit/exchange/import_headings.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace hdskit {
namespace {

struct Concern {
  const char *word, *field;
};

constexpr Concern concerns[] = {
    {"patient", "patient"},
    {"patients", "patient"},
    {"soin", "patient"},
    {"soins", "patient"},
    {"care", "patient"},
    {"donnee", "data"},
    {"donnees", "data"},
    {"data", "data"},
    {"activite", "activity"},
    {"activites", "activity"},
    {"activity", "activity"},
    {"activities", "activity"},
    {"operations", "activity"},
    {"operationnel", "activity"},
    {"operationnelles", "activity"},
    {"operational", "activity"},
    {"organisationnelles", "activity"},
    {"etablissement", "activity"},
    {"image", "image"},
    {"reputation", "image"},
    {"finance", "finance"},
    {"finances", "finance"},
    {"financier", "finance"},
    {"financiers", "finance"},
    {"financiere", "finance"},
    {"financieres", "finance"},
    {"financial", "finance"},
    {"cout", "finance"},
    {"cost", "finance"},
};

constexpr std::array consequences{"consequence", "consequences", "impact", "impacts", "effet", "effets", "effect", "effects"};
constexpr std::array small_words{"pour", "sur", "de", "des", "du", "d", "le", "la", "les", "l", "en", "a", "au", "aux", "for", "on", "of", "to", "the"};

/// Folded, in letters only.
std::vector<std::string> words_of(std::string_view heading) {
  std::vector<std::string> words{""};
  for (const char c : folded(heading)) {
    if (c >= 'a' && c <= 'z') words.back() += c;
    else if (!words.back().empty()) words.emplace_back();
  }
  std::erase_if(words, [](const auto& word) { return word.empty() || std::ranges::find(small_words, word) != small_words.end(); });
  return words;
}

/// The field, "" for consequences of no kind, nothing when the heading speaks of something else.
std::optional<std::string> concern_of(std::string_view heading) {
  auto words = words_of(heading);
  if (std::erase_if(words, [](const auto& word) { return std::ranges::find(consequences, word) != consequences.end(); }) != 1) return std::nullopt;
  if (words.empty()) return "";
  if (words.size() > 1) return std::nullopt;
  const auto* known = std::ranges::find(concerns, words.front(), &Concern::word);
  return known == std::end(concerns) ? std::nullopt : std::optional<std::string>{known->field};
}

} // namespace

void add_consequence_headings(ImportRules& rules, const std::vector<std::string>& headings) {
  const auto activity = [](const auto& heading) {
    const auto key = name_key(heading);
    return key == "activity" || key == "activite" || concern_of(heading) == "activity";
  };
  const bool has_activity = std::ranges::any_of(headings, activity);
  const auto& gravity = rules.headings["gravity"];
  const bool impact_is_grade = std::ranges::find(gravity, "Impact") != gravity.end();
  for (const auto& heading : headings) {
    const auto field = concern_of(heading);
    if (!field || (impact_is_grade && name_key(heading) == "impact")) continue;
    if (!field->empty()) add_headings(rules, *field, heading);
    else if (!has_activity) add_headings(rules, "activity", heading);
  }
}

} // namespace hdskit
