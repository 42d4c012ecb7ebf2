#pragma once

#include "cli/context.hpp"
#include "cli/json.hpp"
#include "toolkit/backup/backup_store.hpp"

namespace hdskit::cli {

// Sources, tests and their verdicts, as the commands show them.

json::object standing_json(const SourceStanding& standing);
json::object run_json(const RestoreRun& run);

/// The report as it is in the chain, with what it became there: `test`, `evidence`, and `exit_status`.
json::object report_json(const RestoreRun& run, const RestoreReport& report);

/// "2 h 05 min 12 s": as people read a length of time to the second.
std::string seconds_text(std::int64_t seconds);

/// "1 min 02 s (objective: 4 h)".
std::string measure_text(const std::optional<std::int64_t>& seconds, const std::optional<Minutes>& promised);

/// One line a test, the newest first.
void print_runs(Context& context, std::span<const RestoreRun> runs);

/// What a test found, for people: verdict, sentences, measures, what it does not prove. In the language of the person but for the sentences of the report.
void print_report(Context& context, const RestoreRun& run, const RestoreReport& report);

} // namespace hdskit::cli
