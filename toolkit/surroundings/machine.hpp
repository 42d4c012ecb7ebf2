#pragma once

#include "toolkit/base/date.hpp"

#include <chrono>
#include <filesystem>
#include <string>

namespace hdskit {

// The machine as work that lasts for hours finds it: asked anew each time.

Instant current_instant();
std::chrono::milliseconds elapsed_time();    ///< of a clock that never goes back and that no one sets
std::string random_bytes(std::size_t count); ///< of the operating system; throws Problem when it gives none
std::string host_name();
bool runs_as_root();
std::filesystem::path own_program_folder(); ///< where the running program lies

} // namespace hdskit
