#include "gui/presenter/backups_words.hpp"

#include "toolkit/base/duration_text.hpp"
#include "toolkit/base/translate.hpp"

#include <algorithm>

namespace hdskit::gui {
namespace {

constexpr std::int64_t minute = 60, hour = 60 * minute; // seconds

std::string two_digits(std::int64_t number) { return (number < 10 ? "0" : "") + std::to_string(number); }

} // namespace

std::string verdict_label(RunVerdict verdict) { return tr(choices_of(verdict)[static_cast<std::size_t>(verdict)].label); }

Cell verdict_cell(RunVerdict verdict) {
  const auto word = verdict_label(verdict);
  switch (verdict) {
    case RunVerdict::proven: return {"✔ " + word, Tone::good};
    case RunVerdict::difference: return {"✖ " + word, Tone::bad};
    case RunVerdict::objective_missed: return {"⚠ " + word, Tone::warning};
    case RunVerdict::inconclusive: return {"? " + word, Tone::warning};
  }
  return {word};
}

Cell proof_cell(ProofState state) {
  const auto word = tr(choices_of(state)[static_cast<std::size_t>(state)].label);
  switch (state) {
    case ProofState::proven: return {"✔ " + word, Tone::good};
    case ProofState::due_soon: return {"◔ " + word, Tone::warning};
    case ProofState::overdue: return {"⚠ " + word, Tone::bad};
    case ProofState::never: return {"○ " + word, Tone::bad};
    case ProofState::failing: return {"✖ " + word, Tone::bad};
  }
  return {word};
}

std::string seconds_in_words(std::int64_t seconds) {
  if (seconds < minute) return std::to_string(seconds) + "\u00A0s";
  if (seconds < hour) return std::to_string(seconds / minute) + "\u00A0min\u00A0" + two_digits(seconds % minute) + "\u00A0s";
  return duration_text(Minutes{seconds / minute});
}

Cell measure_cell(const std::optional<std::int64_t>& seconds, const std::optional<Minutes>& promised) {
  if (!seconds) return {"–", Tone::faint};
  const auto measured = seconds_in_words(*seconds);
  if (!promised) return {measured};
  const bool missed = *seconds > promised->count * minute;
  return {(missed ? "✖ " : "") + measured + " / " + duration_text(*promised), missed ? Tone::bad : Tone::neutral};
}

std::string choice_label(std::span<const Choice> choices, std::string_view word) {
  const auto found = std::ranges::find(choices, word, &Choice::word);
  return found == choices.end() ? std::string{word} : tr(found->label);
}

} // namespace hdskit::gui
