#pragma once

#include "toolkit/access/review.hpp"

#include <unordered_map>

namespace hdskit {

/// Who an account belongs to, in the other sources. Keeps references into the review, which must not change.
class ReviewJoins {
public:
  explicit ReviewJoins(const AccessReview& review);
  /// By matricule, then by national id, then by name when only one person of the house has it. One person may have several lines (contracts).
  std::vector<const StaffMember*> staff_of(const Account& account) const;
  std::vector<const CardHolder*> cards_of(const Account& account) const; ///< several valid cards are lawful: one for each profession
  std::vector<const DirectoryEntry*> entries_of(const Account& account) const;
  std::vector<const Account*> accounts_of_login(std::string_view login) const; ///< whatever its case

private:
  template <typename Row> using Places = std::unordered_multimap<std::string, const Row*>;
  Places<StaffMember> by_matricule_, by_id_, by_name_;
  Places<CardHolder> cards_by_id_, cards_by_number_;
  Places<DirectoryEntry> entries_;
  Places<Account> logins_;
};

/// The day after which none of the lines has the person in the house; nothing while one of them does.
std::optional<Date> departure_of(const std::vector<const StaffMember*>& lines);

} // namespace hdskit
