#pragma once

#include "toolkit/backup/restore_run.hpp"

namespace hdskit {

/// The text that Prometheus reads through the textfile collector of its node exporter: gauges by source, with HELP and TYPE. Instants rather than ages, so that
/// a file that is no longer written shows by itself. `runs`: the oldest first.
std::string proof_metrics(std::span<const BackupSource> sources, std::span<const RestoreRun> runs, Instant now, Date today);

/// Puts it in place in one piece, readable by its owner and its group: the collector is another user.
void write_metrics(const std::filesystem::path& file, std::string_view text);

} // namespace hdskit
