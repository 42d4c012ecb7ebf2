#include "toolkit/backup/proof_monitoring.hpp"

#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/organisation/by_reference.hpp"

#include <algorithm>
#include <cctype>

namespace hdskit {
namespace {

using State = ProofLine::State;
constexpr std::string_view state_words[] = {"OK", "WARNING", "CRITICAL", "UNKNOWN"};
constexpr std::int64_t minute = 60; // seconds

/// One line, and no bar, which begins the figures.
std::string harmless(std::string_view text) {
  std::string line{text};
  std::ranges::replace_if(
      line, [](unsigned char c) { return c < 0x20 || c == 0x7F; }, ' ');
  return replaced(std::move(line), "|", "/");
}

ProofLine line_of(State state, const std::string& sentence, const std::string& figures = {}) {
  auto text = "HDSKIT " + std::string{state_words[static_cast<int>(state)]} + " - " + harmless(sentence);
  if (!figures.empty()) text += " |" + figures;
  return {state, text};
}

/// 'label'=value;warning;critical;least: the label in quotes, without the signs that have a meaning there.
std::string figure(std::string_view label, const std::string& value, const std::string& limits) {
  std::string plain{label};
  std::ranges::replace_if(
      plain, [](unsigned char c) { return c < 0x20 || c == '\'' || c == '=' || c == '|'; }, '_');
  return " '" + plain + "'=" + value + ";" + limits;
}

std::string seconds_text(const std::optional<Minutes>& minutes) { return minutes ? std::to_string(minutes->count * minute) : std::string{}; }

std::string measures_of(const RestoreRun& run) {
  std::string figures;
  if (run.restore_seconds) figures += figure(run.source + "_restore", std::to_string(*run.restore_seconds) + "s", ";" + seconds_text(run.rto) + ";0");
  if (run.rpo_seconds) figures += figure(run.source + "_data_age", std::to_string(*run.rpo_seconds) + "s", ";" + seconds_text(run.rpo) + ";0");
  return figures;
}

State state_of(ProofState proof) {
  switch (proof) {
    case ProofState::proven: return State::ok;
    case ProofState::due_soon: return State::warning;
    default: return State::critical;
  }
}

std::string age_figure(const BackupSource& source, const SourceStanding& standing, Date today) {
  if (!standing.last_proof) return "";
  return figure(source.reference + "_proof_age", std::to_string(days_between(*standing.last_proof, today)),
                ";" + std::to_string(source.test_every.value_or(default_test_days)) + ";0");
}

std::string last_measures(const BackupSource& source, std::span<const RestoreRun> runs) {
  for (auto run = runs.rbegin(); run != runs.rend(); ++run)
    if (reference_key(run->source) == reference_key(source.reference) && run->restore_seconds) return measures_of(*run);
  return "";
}

} // namespace

ProofLine proof_line(std::span<const BackupSource> sources, std::span<const RestoreRun> runs, Date today) {
  if (sources.empty()) return unknown_proof_line(tr("No backup source is recorded: nothing is proven."));
  auto worst = State::ok;
  std::int64_t proven = 0;
  std::string figures;
  std::vector<std::string> wrong;
  for (const auto& source : sources) {
    const auto standing = standing_of_source(source, runs, today);
    const auto state = state_of(standing.state);
    worst = std::max(worst, state);
    if (state != State::critical) ++proven;
    if (state != State::ok) wrong.push_back(tr("{1}: {2}", {source.reference, standing.sentence}));
    figures += age_figure(source, standing, today) + last_measures(source, runs);
  }
  const auto total = std::to_string(sources.size());
  auto sentence = tr("{1} of {2} sources proven", {std::to_string(proven), total});
  if (!wrong.empty()) sentence += "; " + joined(wrong, "; ");
  return line_of(worst, sentence, figure("proven", std::to_string(proven), ";;0;" + total) + figures);
}

ProofLine tests_line(std::span<const RestoreRun> runs, std::span<const std::string> failures) {
  if (runs.empty() && failures.empty()) return line_of(State::ok, tr("No test was due."));
  bool differs = false, missed = false, broken = !failures.empty();
  std::string figures;
  std::vector<std::string> sentences;
  for (const auto& run : runs) {
    differs |= run.verdict == RunVerdict::difference;
    missed |= run.verdict == RunVerdict::objective_missed;
    broken |= run.verdict == RunVerdict::inconclusive;
    sentences.push_back(tr("{1}: {2}", {run.source, tr(choices_of(run.verdict)[static_cast<std::size_t>(run.verdict)].label)}));
    figures += measures_of(run);
  }
  sentences.insert(sentences.end(), failures.begin(), failures.end());
  const auto state = differs ? State::critical : broken ? State::unknown : missed ? State::warning : State::ok;
  return line_of(state, joined(sentences, "; "), figures);
}

ProofLine unknown_proof_line(std::string_view reason) { return line_of(State::unknown, std::string{reason}); }

} // namespace hdskit
