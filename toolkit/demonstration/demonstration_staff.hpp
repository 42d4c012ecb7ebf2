#pragma once

#include "toolkit/base/date.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace hdskit {

/// Somebody of the demonstration hospital who exists nowhere: names are drawn from lists of rare words, numbers from a range that is kept for tests.
struct FictitiousStaff {
  std::string surname, given_name, matricule, rpps; ///< rpps: "" for who is no professional
  std::string job, unit, role;                      ///< as human resources and the application write them
  int profession = 0;                               ///< nomenclature G15
  std::string card_number;                          ///< "" for who has no card
  std::string login;
};

/// A hundred and twenty of them, always the same.
std::vector<FictitiousStaff> demonstration_staff();

/// The inputs of a review of the accounts, as exports write them, with faults planted in them; see demonstration/README.md.
struct DemonstrationReviewFiles {
  std::filesystem::path accounts, people, cards, directory, logs;
  std::filesystem::path directory_answers; ///< of today's files alone: one person, who is registered no more
};
/// `year`: 0 for today's files, 1 for those of the year before.
DemonstrationReviewFiles write_review_files(const std::filesystem::path& folder, Date day, int year);

} // namespace hdskit
