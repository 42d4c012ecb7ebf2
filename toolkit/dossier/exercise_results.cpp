#include "toolkit/dossier/exercise_results.hpp"

#include "toolkit/continuity/exercise_programme.hpp"
#include "toolkit/organisation/by_reference.hpp"

#include <algorithm>
#include <map>

namespace hdskit {
namespace {

bool is_word_sign(char c) { return static_cast<unsigned char>(c) >= 0x80 || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); }

/// As a whole word, and as it is written: "GAP" is not in "gap".
bool names(std::string_view text, std::string_view reference) {
  for (auto at = text.find(reference); at != std::string_view::npos; at = text.find(reference, at + 1)) {
    const auto end = at + reference.size();
    if ((at == 0 || !is_word_sign(text[at - 1])) && (end == text.size() || !is_word_sign(text[end]))) return true;
  }
  return false;
}

bool cites(const std::vector<std::string>& references, const std::string& reference) {
  return std::ranges::any_of(references, [&](const std::string& cited) { return reference_key(cited) == reference_key(reference); });
}

class Results {
public:
  Results(const Continuity& continuity, Date today) {
    for (const auto& step : continuity.steps) steps_.emplace(reference_key(step.reference), &step);
    for (const auto& exercise : continuity.exercises)
      if (was_held(exercise, today)) held_.push_back(&exercise);
    std::ranges::stable_sort(held_, std::ranges::greater{}, [](const Exercise* exercise) { return *exercise->held_on; });
    for (const auto* exercise : held_) chronicles_[exercise] = chronicle_of(continuity, exercise->reference);
  }

  void find(const std::string& reference) {
    for (const auto* exercise : held_)
      if (const auto achieved = time_of(*exercise, reference)) {
        results_.push_back({reference, exercise->reference, *exercise->held_on, *achieved});
        return;
      }
  }
  std::vector<ExerciseResult> take() { return std::move(results_); }

private:
  bool tells(const ExerciseEntry& entry, const std::string& reference, bool covered) const {
    if (entry.kind != ExerciseEntry::Kind::restored) return false;
    if (covered && names(entry.text, reference)) return true;
    const auto step = steps_.find(reference_key(entry.step));
    return step != steps_.end() && cites(step->second->restores, reference);
  }

  std::optional<Minutes> time_of(const Exercise& exercise, const std::string& reference) const {
    const bool covered = cites(exercise.covers, reference);
    for (const auto& line : chronicles_.at(&exercise))
      if (line.since_start && tells(*line.entry, reference, covered)) return line.since_start;
    return covered ? exercise.achieved_rto : std::nullopt;
  }

  std::map<std::string, const PlanStep*> steps_;
  std::vector<const Exercise*> held_; ///< the latest first
  std::map<const Exercise*, std::vector<ChronicleLine>> chronicles_;
  std::vector<ExerciseResult> results_;
};

} // namespace

std::vector<ExerciseResult> exercise_results(const Continuity& continuity, Date today) {
  Results results{continuity, today};
  for (const auto& service : continuity.services) results.find(service.code);
  for (const auto& component : continuity.components) results.find(component.reference);
  return results.take();
}

} // namespace hdskit
