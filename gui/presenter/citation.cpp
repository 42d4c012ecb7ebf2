#include "gui/presenter/citation.hpp"

#include "toolkit/base/text.hpp"
#include "toolkit/workspace/sought_words.hpp"

#include <algorithm>

namespace hdskit::gui {
namespace {

const FormChoice* choice_meant(const FormField& field, std::string_view part) {
  auto found = std::ranges::find(field.choices, part, &FormChoice::value);
  if (found == field.choices.end()) found = std::ranges::find(field.choices, part, &FormChoice::label);
  if (found == field.choices.end())
    found = std::ranges::find_if(field.choices, [wanted = folded(part)](const auto& choice) { return folded(choice.value) == wanted; });
  return found == field.choices.end() ? nullptr : &*found;
}

/// A title may hold a semicolon: the whole text is tried first.
std::vector<std::string> parts_of(const FormField& field, std::string_view typed) {
  if (!field.several || choice_meant(field, trimmed(typed))) return {std::string{typed}};
  return split(typed, ';');
}

std::vector<std::string> references_in(const FormField& field, std::string_view typed) {
  std::vector<std::string> references;
  for (const auto& part : parts_of(field, typed)) {
    const std::string words{trimmed(part)};
    if (words.empty()) continue;
    const auto* meant = choice_meant(field, words);
    const auto& reference = meant ? meant->value : words;
    if (std::ranges::find(references, reference) == references.end()) references.push_back(reference);
  }
  return references;
}

std::string not_found(const std::string& reference) { return "⚠ " + tr("{1} – not found", {reference}); }

} // namespace

std::string citation_text(const FormField& field, std::string_view typed) { return joined(references_in(field, typed), "; "); }

std::string citation_words(const FormField& field, std::string_view typed) {
  constexpr std::size_t few = 8;
  std::vector<std::string> lost, found;
  for (const auto& reference : references_in(field, typed)) {
    const auto* meant = choice_meant(field, reference);
    if (meant) found.push_back(meant->label);
    else lost.push_back(not_found(reference));
  }
  lost.insert(lost.end(), found.begin(), found.end());
  if (lost.size() <= few + 1) return joined(lost, "; ");
  const auto others = static_cast<std::int64_t>(lost.size() - few);
  return joined({lost.begin(), lost.begin() + few}, "; ") + " " + trn("and {1} other", "and {1} others", others);
}

CitationChoice::CitationChoice(FormField field, std::string_view typed) : field_{std::move(field)}, chosen_{references_in(field_, typed)} {
  for (const auto& reference : chosen_)
    if (!choice_meant(field_, reference)) all_.push_back({reference, not_found(reference)});
  all_.insert(all_.end(), field_.choices.begin(), field_.choices.end());
  seek("");
}

void CitationChoice::seek(std::string_view words) {
  words_ = words;
  shown_.clear();
  const SoughtWords sought{words_};
  for (const auto& choice : all_)
    if (sought.are_in(std::vector{choice.value, choice.label}))
      shown_.push_back({choice.value, choice.label, std::ranges::find(chosen_, choice.value) != chosen_.end()});
}

void CitationChoice::choose(std::size_t line, bool chosen) {
  const auto reference = shown_.at(line).reference;
  if (!field_.several) chosen_.clear();
  else std::erase(chosen_, reference);
  if (chosen) chosen_.push_back(reference);
  for (auto& other : shown_) other.chosen = std::ranges::find(chosen_, other.reference) != chosen_.end();
}

std::string CitationChoice::sentence() const {
  if (all_.empty()) return tr("There is nothing to choose from yet: record it first.");
  if (shown_.empty()) return tr("Nothing holds these words.");
  const auto chosen = std::to_string(chosen_.size()), shown = std::to_string(shown_.size()), all = std::to_string(all_.size());
  return shown == all ? tr("{1} to choose from, {2} chosen", {all, chosen}) : tr("{1} of {2} shown, {3} chosen", {shown, all, chosen});
}

std::string CitationChoice::text() const { return joined(chosen_, "; "); }

} // namespace hdskit::gui
