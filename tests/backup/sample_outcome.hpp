#pragma once

#include "toolkit/backup/backup_store.hpp"
#include "toolkit/base/file.hpp"

namespace tests {

/// A test of the source DPI that went well, with its files; the n-th one differs from the others in all that counts.
inline hdskit::RestoreTestOutcome sample_outcome(const std::filesystem::path& folder, int n, hdskit::RunVerdict verdict = hdskit::RunVerdict::proven) {
  using namespace hdskit;
  RestoreTestOutcome outcome;
  const auto name = "test" + std::to_string(n);
  const auto put = [&](const std::string& ending, const std::string& text) {
    const auto file = folder / (name + ending);
    write_file(file, text);
    return file;
  };
  outcome.manifest = put(".manifest", "manifest of " + name + "\n");
  outcome.differences = put(".differences", "differences of " + name + "\n");
  outcome.log = put(".log", "log of " + name + "\n");
  auto& report = outcome.report;
  report.run_id = digest_of(name).hex().substr(0, 32);
  report.source = "DPI";
  report.kind = "directory";
  report.location = "/srv/sauvegardes/dpi";
  report.copy = "primary";
  report.host = "sauvegarde1";
  report.operator_name = "Hélène Rousset";
  report.hdskit_version = "0.1.0";
  report.started = Instant{Instant::parse("2026-11-01T02:00:00Z")->seconds() + std::chrono::days{n}};
  report.ended = Instant{report.started->seconds() + std::chrono::minutes{10}};
  report.point = BackupPoint{.id = "point" + std::to_string(n), .begun = Instant{report.started->seconds() - std::chrono::hours{2}}};
  report.inventory.points = 1;
  report.inventory.newest = report.inventory.oldest = report.point;
  report.objectives = {.rto = Minutes{240}, .rpo = Minutes{1440}, .rto_origin = "source DPI", .rpo_origin = "source DPI"};
  report.restore_time = std::chrono::milliseconds{61'500};
  report.rpo_point = std::chrono::hours{2};
  report.restored_files = static_cast<std::uint64_t>(100 + n);
  report.restored_bytes = static_cast<std::uint64_t>(100'000 + n);
  report.verdict = verdict;
  report.level = verdict == RunVerdict::inconclusive ? ProofLevel::none : ProofLevel::compared;
  report.reason = verdict == RunVerdict::proven ? "proven" : verdict == RunVerdict::inconclusive ? "drill_broken" : "content_differs";
  report.sentences = {"Phrase du test " + std::to_string(n) + "."};
  report.manifest = digest_of_file(outcome.manifest);
  report.differences = digest_of_file(outcome.differences);
  report.log = digest_of_file(outcome.log);
  report.scratch_removed = "yes";
  return outcome;
}

} // namespace tests
