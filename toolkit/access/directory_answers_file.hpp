#pragma once

#include "toolkit/access/directory_probe.hpp"

namespace hdskit {

/// What the file holds already, to go on with; nothing asked yet when it is not there or with `anew`. Throws Problem refused for answers of another address or
/// older than the terms of use let them be kept, and what directory_answers_of_json throws.
DirectoryAnswers begin_directory_answers(const std::filesystem::path& file, const std::string& address, Instant now, bool anew);

/// Asks for those of `ids` that `answers` lacks and keeps all of it in `file` (0600). What was answered is kept even when it throws what ask_directory does.
void ask_directory_into(const std::filesystem::path& file, const DirectoryOrder& order, const std::vector<std::string>& ids, DirectoryAnswers& answers);

/// How the answers fall out.
struct DirectoryAnswerCounts {
  std::size_t asked = 0, active = 0, without_exercise = 0, ended = 0, unknown = 0; ///< without_exercise: of the active ones
};
DirectoryAnswerCounts count_directory_answers(const DirectoryAnswers& answers);

} // namespace hdskit
