#pragma once

#include "toolkit/backup/source_driver.hpp"

namespace hdskit {

/// Whether borg reaches it over the network: "ssh://…" or "user@host:path".
bool is_remote_borg(std::string_view location);

/// The repository as borg is shown it. borg repairs an index that is missing or damaged, and drops what an aborted backup left, whenever it opens a repository:
/// of a local one it gets a stand-in in the workshop, whose segments are links to the real ones, so that all it writes stays there. A remote one as it is.
/// Throws Problem not_found, refused (rights), busy (locked for changes, with who holds it).
std::string borg_repository(const SourceAccess& access);

/// Makes the stand-in again, as the repository is now.
void renew_borg_stand_in(const SourceAccess& access);

/// Throws Problem busy when a local repository was locked for changes or lost segments since the stand-in was made: what is being compacted reads as damaged.
void require_unchanged_borg_repository(const SourceAccess& access);

} // namespace hdskit
