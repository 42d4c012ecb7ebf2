#pragma once

#include "toolkit/access/review.hpp"
#include "toolkit/base/progress.hpp"

namespace hdskit {

// The inputs of a review, each into its place of the review, in this order: cards and directory are joined while they are read with the accounts and the
// staff that stand there already, logs with all of them. Each throws Problem bad_input when a needed column is missing, with the headings that are known,
// and what read_records throws; no_space beyond the bounds below.

constexpr std::size_t most_accounts = 1'000'000, most_staff = 1'000'000, most_joined = 2'000'000, most_stays = 5'000'000, most_watched = 1'000'000,
                      most_logins = 500'000;

void read_accounts(const std::filesystem::path& file, AccessReview& review);
void read_people(const std::filesystem::path& file, AccessReview& review);
void read_card_holders(const std::filesystem::path& file, AccessReview& review);
void read_directory(const std::filesystem::path& file, AccessReview& review, const Progress& progress);
/// The saved answers of the directory's interface, see directory_answers.hpp.
void read_directory_answers(const std::filesystem::path& file, AccessReview& review);
void read_stays(const std::filesystem::path& file, AccessReview& review);
/// Patients under reinforced protection.
void read_watched(const std::filesystem::path& file, AccessReview& review);
void read_decisions(const std::filesystem::path& file, AccessReview& review);
/// All files, as one log in this order.
void read_access_logs(const std::vector<std::filesystem::path>& files, AccessReview& review, const Progress& progress);

/// Throws the Problem of a column that cannot be done without.
[[noreturn]] void refuse_missing_column(const std::filesystem::path& file, const std::string& column, std::string_view known);
[[noreturn]] void refuse_too_many(const std::filesystem::path& file, std::size_t most);

} // namespace hdskit
