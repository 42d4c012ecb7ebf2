#include "toolkit/backup/proof_metrics.hpp"

#include "toolkit/base/file.hpp"
#include "toolkit/base/problem.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/organisation/by_reference.hpp"

#include <functional>

namespace hdskit {
namespace {

constexpr std::int64_t minute = 60; // seconds

/// What one line says of one source; nothing when it is not known.
struct Measured {
  const BackupSource& source;
  SourceStanding standing;
  const RestoreRun* newest = nullptr; ///< test
};
using Value = std::optional<std::int64_t>;

struct Gauge {
  const char *name, *help; ///< in English, as those of all exporters are
  Value (*value)(const Measured&);
};

Value seconds_of(const std::optional<Date>& day) { return day ? Value{Instant::at_midnight(*day).seconds().time_since_epoch().count()} : std::nullopt; }
Value seconds_of(const std::optional<Minutes>& minutes) { return minutes ? Value{minutes->count * minute} : std::nullopt; }

Value of_run(const Measured& measured, const std::function<Value(const RestoreRun&)>& get) { return measured.newest ? get(*measured.newest) : std::nullopt; }

constexpr Gauge gauges[] = {
    {"hdskit_restore_proven", "1 when the restore of the source is proven within its policy, 0 otherwise.",
     [](const Measured& m) { return Value{m.standing.state == ProofState::proven || m.standing.state == ProofState::due_soon}; }},
    {"hdskit_restore_last_proof_timestamp_seconds", "Day of the last test that proved the restore.",
     [](const Measured& m) { return seconds_of(m.standing.last_proof); }},
    {"hdskit_restore_next_test_timestamp_seconds", "Day by which the source has to be proven again.",
     [](const Measured& m) { return seconds_of(m.standing.next_test); }},
    {"hdskit_restore_last_test_timestamp_seconds", "When the last test began.",
     [](const Measured& m) {
       return of_run(m, [](const RestoreRun& run) {
         const auto begun = Instant::parse(run.started);
         return begun ? Value{begun->seconds().time_since_epoch().count()} : std::nullopt;
       });
     }},
    {"hdskit_restore_last_test_status", "Last test: 0 proven, 1 difference, 2 objective missed, 3 could not run.",
     [](const Measured& m) { return of_run(m, [](const RestoreRun& run) { return Value{exit_status(run.verdict)}; }); }},
    {"hdskit_restore_duration_seconds", "Time to restore in the last test.",
     [](const Measured& m) { return of_run(m, [](const RestoreRun& run) { return run.restore_seconds; }); }},
    {"hdskit_restore_duration_objective_seconds", "Recovery time objective.",
     [](const Measured& m) { return of_run(m, [](const RestoreRun& run) { return seconds_of(run.rto); }); }},
    {"hdskit_restore_data_age_seconds", "Age of the newest restored data in the last test.",
     [](const Measured& m) { return of_run(m, [](const RestoreRun& run) { return run.rpo_seconds; }); }},
    {"hdskit_restore_data_age_objective_seconds", "Recovery point objective.",
     [](const Measured& m) { return of_run(m, [](const RestoreRun& run) { return seconds_of(run.rpo); }); }},
    {"hdskit_restore_files", "Files restored in the last test.",
     [](const Measured& m) { return of_run(m, [](const RestoreRun& run) { return Value{run.files}; }); }},
    {"hdskit_restore_bytes", "Bytes restored in the last test.",
     [](const Measured& m) { return of_run(m, [](const RestoreRun& run) { return Value{run.bytes}; }); }},
    {"hdskit_restore_differences", "Entries that differed in the last test.",
     [](const Measured& m) { return of_run(m, [](const RestoreRun& run) { return Value{run.differences}; }); }},
};

std::string escaped(std::string_view text) { return replaced(replaced(replaced(std::string{text}, "\\", "\\\\"), "\"", "\\\""), "\n", "\\n"); }

std::string labels_of(const BackupSource& source) {
  return "{source=\"" + escaped(source.reference) + "\",kind=\"" + to_field_text(source.kind) + "\",service=\"" + escaped(source.service) + "\"}";
}

std::string head(std::string_view name, std::string_view help) {
  return "# HELP " + std::string{name} + " " + std::string{help} + "\n# TYPE " + std::string{name} + " gauge\n";
}

const RestoreRun* newest_of(const BackupSource& source, std::span<const RestoreRun> runs) {
  const RestoreRun* newest = nullptr;
  for (const auto& run : runs)
    if (reference_key(run.source) == reference_key(source.reference) && (!newest || run.started >= newest->started)) newest = &run;
  return newest;
}

} // namespace

std::string proof_metrics(std::span<const BackupSource> sources, std::span<const RestoreRun> runs, Instant now, Date today) {
  std::vector<Measured> measured;
  for (const auto& source : sources) measured.push_back({source, standing_of_source(source, runs, today), newest_of(source, runs)});
  std::string text = head("hdskit_restore_metrics_timestamp_seconds", "When these figures were written.") + "hdskit_restore_metrics_timestamp_seconds " +
                     std::to_string(now.seconds().time_since_epoch().count()) + "\n" + head("hdskit_restore_sources", "Backup sources that are recorded.") +
                     "hdskit_restore_sources " + std::to_string(sources.size()) + "\n";
  for (const auto& gauge : gauges) {
    std::string lines;
    for (const auto& one : measured)
      if (const auto value = gauge.value(one)) lines += gauge.name + labels_of(one.source) + " " + std::to_string(*value) + "\n";
    if (!lines.empty()) text += head(gauge.name, gauge.help) + lines;
  }
  return text;
}

void write_metrics(const std::filesystem::path& file, std::string_view text) {
  PendingFile pending{file};
  pending.write(text);
  std::error_code error;
  using std::filesystem::perms;
  std::filesystem::permissions(pending.temporary(), perms::owner_read | perms::owner_write | perms::group_read, error);
  if (error) fail_on_file(file, error.value());
  pending.commit();
}

} // namespace hdskit
