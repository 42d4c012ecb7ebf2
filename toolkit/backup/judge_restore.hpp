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

/// Whether the hospital chose this check: its name begins with "check_" ("check_query", "check_command"). All others are those of the tools.
bool is_application_check(const NativeCheck& check);

/// The worst of the ages that were measured: the achieved RPO. The newest file is left out where it says less than others: beside a datum found by query, and
/// when the restored tree is the same as its source, in which nothing newer was to be had. Nothing for a backup dated in the future: a clock is wrong.
std::optional<std::chrono::seconds> achieved_rpo(const RestoreReport& report);

/// Clocks of two machines differ: what is dated less than this after the test is not dated in the future.
inline constexpr std::chrono::minutes clock_tolerance{10};

/// Gaps and ages of the points of a source, at `now`; points in any order. `newest` is the newest that is not dated in the future, where there is one.
Inventory take_inventory(std::vector<BackupPoint> points, std::optional<Minutes> period, Instant now);

} // namespace hdskit
