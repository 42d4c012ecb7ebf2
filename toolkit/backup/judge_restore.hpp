#pragma once

#include "toolkit/backup/restore_report.hpp"

namespace hdskit {

/// Fills verdict, level, reason and sentences from everything else in the report, and nothing else. Pure.
///
/// Inconclusive beats all: the drill itself broke (`broken` says how, "" when it did not). Then differences (grave native checks that failed, comparison,
/// application check, nothing restored: an empty backup is never a pass, a grave suspicion), then objectives missed, else proven.
/// Reasons: "drill_broken", "no_backup", "nothing_restored", "damaged", "content_differs", "missing_files", "extra_files", "attributes_lost", "unreadable",
/// "check_failed", "suspicious", "rto_missed", "rpo_missed", "gap_in_backups", "proven", "proven_without_reference".
/// Extra files alone are a difference when the reference is a manifest of that backup or the same tree.
void judge_restore(RestoreReport& report, const std::string& broken);

/// What this test does not prove, as sentences in French for the report ("Ce test ne prouve pas …"): weaker reference, sample, not comparable attributes, age
/// known by the file only.
std::vector<std::string> limits_of(const RestoreReport& report);

/// The worst of the ages that were measured: the achieved RPO.
std::optional<std::chrono::seconds> achieved_rpo(const RestoreReport& report);

/// Gaps and ages of the points of a source, at `now`; points in any order.
Inventory take_inventory(std::vector<BackupPoint> points, std::optional<Minutes> period, Instant now);

} // namespace hdskit
