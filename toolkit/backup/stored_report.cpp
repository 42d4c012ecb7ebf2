#include "toolkit/backup/stored_report.hpp"

#include "toolkit/backup/backup_store.hpp"
#include "toolkit/backup/restore_chain.hpp"
#include "toolkit/backup/restore_report_json.hpp"
#include "toolkit/base/problem.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/workspace/document_store.hpp"
#include "toolkit/workspace/record_store.hpp"

#include <algorithm>

namespace hdskit {
namespace {

constexpr std::size_t report_limit = 1u << 20; // of restore_report_json.hpp
constexpr std::size_t enough_digits = 8;

[[noreturn]] void refuse_damaged(const RestoreRun& run, const std::string& sentence) {
  throw Problem{ProblemKind::damaged, run.reference, sentence,
                tr("Run `hdskit workspace check`, and restore the last backup with `hdskit workspace restore`.")};
}

/// How many tests in a row, up to this one, found exactly as much in another backup as the test before.
unsigned tests_without_growth(std::span<const RestoreRun* const> newest_first) {
  unsigned count = 0;
  for (std::size_t i = 1; i < newest_first.size(); ++i) {
    const auto &later = *newest_first[i - 1], &earlier = *newest_first[i];
    if (later.files != earlier.files || later.bytes != earlier.bytes || later.point == earlier.point) break;
    ++count;
  }
  return count;
}

} // namespace

bool is_sound_base(const RestoreRun& run) {
  if (run.level < ProofLevel::restored) return false;
  const bool seen_by_somebody = run.trigger == RunTrigger::manual || run.trigger == RunTrigger::exercise;
  return run.verdict == RunVerdict::proven || run.verdict == RunVerdict::objective_missed || (run.reason == "suspicious" && seen_by_somebody);
}

std::string stored_report_text(const Workspace& workspace, const RestoreRun& run) {
  const auto digest = Digest::parse(run.report);
  if (!digest) refuse_damaged(run, tr("Test {1}: the digest of its report is none.", {run.reference}));
  std::string text;
  try {
    read_document(workspace, *digest, [&](std::string_view piece) {
      if (text.size() + piece.size() > report_limit) refuse_damaged(run, tr("Test {1}: its report was altered.", {run.reference}));
      text += piece;
    });
  } catch (const Problem& problem) {
    if (problem.subject() == run.reference) throw;
    refuse_damaged(run, tr("Test {1}: its report is no longer in the vault, or not as a whole.", {run.reference}));
  }
  if (digest_of(text) != *digest) refuse_damaged(run, tr("Test {1}: its report was altered.", {run.reference}));
  return text;
}

bool has_whole_document(const Workspace& workspace, const std::string& digest) {
  constexpr std::int64_t piece_size = 256 << 10; // of document_store.cpp
  const auto size = workspace.read("select size from document where digest = :p1", {digest});
  if (size.empty()) return false;
  const auto pieces = workspace.read("select count(*) from document_piece where digest = :p1", {digest});
  return std::stoll(pieces[0][0]) == (std::stoll(size[0][0]) + piece_size - 1) / piece_size;
}

RestoreReport report_of(const Workspace& workspace, const RestoreRun& run) { return parse_report(stored_report_text(workspace, run), run.reference); }

RestoreRun find_run(const Workspace& workspace, std::string_view reference) {
  const auto wanted = folded(trimmed(reference));
  const auto runs = all_runs(workspace);
  for (const auto& run : runs)
    if (folded(run.reference) == wanted || (wanted.size() >= enough_digits && run.run_id.starts_with(wanted))) return run;
  throw Problem{ProblemKind::not_found, std::string{reference}, tr("There is no restore test “{1}”.", {reference}),
                runs.empty() ? tr("Run one with: hdskit backup test") : tr("See them with: hdskit backup history")};
}

namespace {

/// What lies damaged in the vault is told by examine_chain; a new test is run all the same.
std::optional<SamplePlan> sample_of(const Workspace& workspace, const RestoreRun& run) {
  try {
    return report_of(workspace, run).sample;
  } catch (const Problem&) { return std::nullopt; }
}

std::optional<Instant> begun_of(const Workspace& workspace, const RestoreRun& run) {
  try {
    const auto report = report_of(workspace, run);
    return report.point ? report.point->begun : std::nullopt;
  } catch (const Problem&) { return std::nullopt; }
}

std::filesystem::path manifest_of(const Workspace& workspace, const RestoreRun& run, const std::filesystem::path& file) {
  const auto digest = Digest::parse(run.manifest);
  if (!digest || !has_whole_document(workspace, run.manifest)) return {};
  try {
    extract_document(workspace, *digest, file);
  } catch (const Problem& problem) {
    if (problem.kind() != ProblemKind::damaged) throw;
    return {};
  }
  return file;
}

} // namespace

std::optional<PreviousTest> previous_test_of(const Workspace& workspace, const BackupSource& source, const std::filesystem::path& folder) {
  const auto runs = all_runs(workspace);
  std::vector<const RestoreRun*> sound; // newest first
  std::optional<SamplePlan> sample;
  for (auto run = runs.rbegin(); run != runs.rend(); ++run) {
    if (folded(run->source) != folded(source.reference)) continue;
    if (is_sound_base(*run)) sound.push_back(&*run);
    if (!sample && run->verdict != RunVerdict::inconclusive) sample = sample_of(workspace, *run);
  }
  if (sound.empty()) return std::nullopt;
  const auto& run = *sound.front();
  return PreviousTest{.run_id = run.run_id,
                      .manifest = manifest_of(workspace, run, folder / "previous.manifest"),
                      .point = run.point,
                      .begun = begun_of(workspace, run),
                      .files = static_cast<std::uint64_t>(run.files),
                      .bytes = static_cast<std::uint64_t>(run.bytes),
                      .tests_without_growth = tests_without_growth(sound),
                      .sample = sample};
}

} // namespace hdskit
