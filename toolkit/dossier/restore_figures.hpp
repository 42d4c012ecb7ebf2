#pragma once

#include "toolkit/backup/backup_store.hpp"
#include "toolkit/page/document.hpp"
#include "toolkit/page/trend_figure.hpp"

namespace hdskit {

// The figures of restore tests on paper and in the window. Pure.

/// Verdict, reason and level of proof, large: the first thing that a reader sees.
page::Figure verdict_band(const RestoreReport& report);

/// How long each phase took; those that do not count towards the time to restore say so. Empty drawing when no phase was timed.
page::Figure phase_figure(const RestoreReport& report);

/// The times to restore of one source, test after test, with its objective as a line. Tests that restored nothing have no point. Points are keyed by the
/// reference of the test. In the language of the thread.
page::TrendSpec restore_trend(std::string_view source, std::span<const RestoreRun> runs);

} // namespace hdskit
