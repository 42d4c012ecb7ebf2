#pragma once

#include "toolkit/backup/tool_answer.hpp"

namespace hdskit {

inline constexpr std::string_view restic_package = "restic";

/// restic on the repository of the source. It writes nothing there (no lock), knows nothing from earlier runs (a cache hides packs that are gone), and
/// reads the password at its descriptor. Throws Problem refused when there is no password.
ChildCommand restic_command(const SourceAccess& access, std::vector<std::string> words);

/// What stands in the way of any look at the data: throws Problem refused (password, rights), not_found (repository, snapshot), unreachable, busy. Returns when
/// it is none of these.
void refuse_restic_obstacle(const SourceAccess& access, const ChildResult& result);

/// A failure is an obstacle or, all else, Problem damaged.
void require_success_of_restic(const SourceAccess& access, const ChildResult& result);
/// Runs it to its end, and requires success.
ToolAnswer ask_restic(const SourceAccess& access, std::vector<std::string> words);

/// Throws Problem busy, with who holds it, when somebody changes the repository at this moment: what is being pruned reads as damaged.
void require_no_exclusive_restic_lock(const SourceAccess& access);

/// The words of restic that tell of bad data, without the paths that stand beside them.
std::string restic_words(std::string_view messages);

} // namespace hdskit
