#pragma once

#include "toolkit/backup/restore_run.hpp"

namespace hdskit {

/// What Nagios and Centreon read of a plugin: one line of state, sentence, bar and figures, with its exit status.
struct ProofLine {
  enum class State { ok, warning, critical, unknown }; ///< the exit statuses 0 to 3
  State state = State::unknown;
  std::string text;
};

/// Critical: failing, never proven or too old. Warning: due soon. Unknown: no source at all, which proves nothing. Figures of each source: days since its proof
/// against the policy, time to restore and age of the data against their objectives. `runs`: the oldest first.
ProofLine proof_line(std::span<const BackupSource> sources, std::span<const RestoreRun> runs, Date today);

/// Of tests that were just run. Critical: a difference. Unknown: one could not be run, or concluded nothing. Warning: an objective missed.
ProofLine tests_line(std::span<const RestoreRun> runs, std::span<const std::string> failures);

/// Nothing can be said, for that reason.
ProofLine unknown_proof_line(std::string_view reason);

} // namespace hdskit
