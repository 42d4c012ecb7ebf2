#pragma once

#include "toolkit/backup/borg_answers.hpp"
#include "toolkit/backup/tool_answer.hpp"

namespace hdskit {

inline constexpr std::string_view borg_package = "borgbackup";

/// borg with messages as JSON, folders of its own in the workshop, times in UTC, and the password at its descriptor.
ChildCommand borg_command(const SourceAccess& access, std::vector<std::string> words);

/// What stands in the way of any look at the data: throws Problem refused (password, key, rights), not_found (repository, archive), unreachable, busy. Returns
/// when it is none of these.
void refuse_borg_obstacle(const SourceAccess& access, const ChildResult& result, const BorgMessages& messages);

/// A failure is an obstacle, a repository that somebody else changes (busy) or, all else, Problem damaged.
void require_success_of_borg(const SourceAccess& access, const ChildResult& result);
/// Runs it to its end, and requires success.
ToolAnswer ask_borg(const SourceAccess& access, std::vector<std::string> words);

/// The words of borg that tell of bad data, without the paths that stand beside them.
std::string borg_words(const BorgMessages& messages);

} // namespace hdskit
