#pragma once

#include "toolkit/workspace/dialect.hpp"

namespace hdskit {

constexpr std::uint32_t workspace_application_id = 0x48445331; ///< "HDS1", in the header of every workspace file

/// Looks at the first bytes of the file, without the engine and without touching anything. Gives the format noted there.
/// Throws Problem not_found, refused, bad_input (a folder, an empty file, anything that is no workspace).
int examine_workspace_file(const std::filesystem::path& file);

/// Makes an empty file, for its owner only. Throws Problem bad_input where anything stands.
void claim_workspace_file(const std::filesystem::path& file);

/// Throws Problem bad_input where anything stands.
void refuse_existing_file(const std::filesystem::path& file);
/// Moves a finished file to `file`, in the same file system, without ever replacing what stands there.
void place_workspace_file(const std::filesystem::path& finished, const std::filesystem::path& file);

/// Connects to a file that exists.
std::unique_ptr<Dialect> connect_sqlite(const std::filesystem::path& file, std::chrono::milliseconds patience);

bool is_sqlite(const Dialect& dialect);

/// Copies all of `source`, a connection made by connect_sqlite, into the existing file `target`, page by page while others may be writing.
void copy_sqlite(Dialect& source, const std::filesystem::path& target, const Progress& progress);

} // namespace hdskit
