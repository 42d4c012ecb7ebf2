#pragma once

#include "toolkit/backup/backup_store.hpp"

namespace tests {

/// A restore that was proven at a quarter past two on 22 November 2026, of the night's backup of a fictitious patient record.
inline hdskit::RestoreReport proven_report() {
  using namespace hdskit;
  using namespace std::chrono_literals;
  RestoreReport report;
  report.run_id = "0123456789abcdef0123456789abcdef";
  report.source = "DPI-NUIT";
  report.kind = "restic";
  report.location = "/sauvegardes/dpi";
  report.copy = "other_site";
  report.service = "DPI";
  report.arrangement = "SV1";
  report.host = "sauve02";
  report.operator_name = "Basile Quintaret";
  report.referent = "Dr Solène Vaugrenard";
  report.hdskit_version = "0.1.0";
  report.trigger = RunTrigger::timer;
  report.started = Instant::parse("2026-11-22T02:15:00Z");
  report.ended = Instant::parse("2026-11-22T05:31:12Z");
  report.tools = {{"restic", "0.14.0"}};
  report.point = BackupPoint{.id = "9c41ab02", .begun = Instant::parse("2026-11-21T22:00:00Z"), .ended = {}, .bytes = 2'400'000'000, .label = "dpi1"};
  report.inventory = {.points = 31, .oldest = report.point, .newest = report.point, .worst_gap = 90'000s, .worst_gap_begins = {}, .gaps = 0};
  report.inventory.oldest->begun = Instant::parse("2026-10-22T22:00:00Z");
  report.objectives = {.rto = Minutes{240}, .rpo = Minutes{1440}, .rto_origin = "service hébergé DPI", .rpo_origin = "ACT1 → DPI → SV1"};
  report.phases = {{"inventory", 4s, false}, {"provision", 1s, false},  {"native_check", 312s, false},     {"restore", 9'900s, true},
                   {"sync", 180s, true},     {"verify", 1'260s, false}, {"application_check", 70s, false}, {"removal", 25s, false}};
  report.restore_time = 10'080s;
  report.rpo_point = 15'300s;
  report.rpo_file = 15'420s;
  report.restored_files = 182'340;
  report.restored_bytes = 2'400'000'000;
  report.bytes_per_second = 238'000'000;
  report.files_per_second = 18'000;
  report.reference = ReferenceKind::manifest;
  report.reference_note = "pris le 21 novembre 2026 à 22 h 00 sur dpi1";
  ComparisonTotals totals;
  totals.expected = totals.found = totals.same = 190'002;
  totals.contents_compared = totals.expected_files = totals.found_files = 182'340;
  report.comparison = totals;
  report.must_preserve = {"content", "size", "kind", "mode", "owner", "time", "target"};
  report.not_comparable = {"sparse"};
  report.checks = {{.name = "restic check --read-data", .passed = true, .status = 0, .sentence = "Toutes les données ont été relues."}};
  report.verdict = RunVerdict::proven;
  report.level = ProofLevel::compared;
  report.reason = "proven";
  report.sentences = {"Les 190 002 entrées restaurées sont identiques au manifeste."};
  report.manifest = digest_of("manifest");
  report.log = digest_of("log");
  report.scratch_removed = "yes";
  return report;
}

/// The same source a week earlier: files missing, too late, and a pattern across files.
inline hdskit::RestoreReport failed_report() {
  using namespace hdskit;
  using namespace std::chrono_literals;
  auto report = proven_report();
  report.run_id = "fedcba9876543210fedcba9876543210";
  report.started = Instant::parse("2026-11-15T02:15:00Z");
  report.ended = Instant::parse("2026-11-15T07:31:12Z");
  report.point->begun = Instant::parse("2026-11-14T22:00:00Z");
  report.inventory.newest = report.point;
  report.restore_time = 17'000s;
  report.comparison->missing = 12;
  report.comparison->changed = 3;
  report.comparison->same -= 15;
  report.comparison->by_aspect[static_cast<std::size_t>(Aspect::content)] = 3;
  report.comparison->by_aspect[static_cast<std::size_t>(Aspect::mode)] = 1;
  report.comparison->noted_by_aspect[static_cast<std::size_t>(Aspect::acl)] = 7;
  report.checks.push_back({.name = "check_query", .passed = false, .status = 1, .sentence = "La requête n’a rendu aucune ligne."});
  report.suspicions = {{.kind = SuspicionKind::shrunk, .sentence = "La sauvegarde a perdu 22 % de ses octets depuis l’essai précédent.", .grave = true}};
  report.complete = false;
  report.sample = SamplePlan{.cycle_seed = digest_of("cycle"), .run_seed = digest_of("run"), .turns = 20, .turn = 3, .random_share = 0.01};
  report.sampled_files = 9'100;
  report.population = 182'340;
  report.bad_share_at_most = 0.00085;
  report.differences = digest_of("differences");
  report.verdict = RunVerdict::difference;
  report.level = ProofLevel::restored;
  report.reason = "missing_files";
  report.sentences = {"12 fichiers manquent.", "3 fichiers ont un autre contenu."};
  return report;
}

/// Its row, as the workspace keeps it.
inline hdskit::RestoreRun run_of(const hdskit::RestoreReport& report, std::int64_t number = 12) {
  using namespace hdskit;
  RestoreRun run;
  run.id = RestoreRunId{number};
  run.reference = "TR" + std::to_string(number);
  run.source = report.source;
  run.run_id = report.run_id;
  if (report.started) run.started = report.started->iso();
  if (report.ended) run.ended = report.ended->iso();
  run.verdict = report.verdict;
  run.level = report.level;
  run.trigger = report.trigger;
  run.reason = report.reason;
  if (report.point) run.point = report.point->id;
  if (report.restore_time) run.restore_seconds = report.restore_time->count() / 1000;
  if (report.rpo_point) run.rpo_seconds = report.rpo_point->count();
  run.rto = report.objectives.rto;
  run.rpo = report.objectives.rpo;
  run.files = static_cast<std::int64_t>(report.restored_files);
  run.differences = report.comparison ? static_cast<std::int64_t>(report.comparison->differences()) : 0;
  run.report = digest_of(report.run_id).hex();
  run.previous = digest_of("before").hex();
  run.digest = digest_of("own").hex();
  return run;
}

} // namespace tests
