#pragma once

#include "toolkit/backup/restore_run.hpp"

namespace hdskit {

/// The row of a test: what its report says, without reference, documents, machine and links. `imported`: a machine ran it.
RestoreRun run_of_report(const RestoreReport& report, bool imported);

/// Whether the test went well enough to be compared with later: see previous_test_of.
bool is_sound_base(const RestoreRun& run);

/// The link after `previous` ("" before the first), hexadecimal.
std::string chain_digest(std::string_view previous, std::string_view report_text);

} // namespace hdskit
