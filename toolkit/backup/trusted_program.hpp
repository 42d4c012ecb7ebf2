#pragma once

#include <filesystem>
#include <string_view>

namespace hdskit {

/// A program of the hospital's choice that a test runs unattended: an absolute path to an executable file that belongs to root or to us and that nobody else
/// may write, in folders of which the same is true (those where only owners may remove, as /tmp, are accepted). Gives the path with links resolved. Throws
/// Problem bad_input (no absolute path), not_found, refused.
std::filesystem::path trusted_program(std::string_view program);

} // namespace hdskit
