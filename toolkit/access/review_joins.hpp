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
  /// Several valid cards are lawful: one for each profession. Those that the directory's interface tells, when the file of card holders names none.
  std::vector<const CardHolder*> cards_of(const Account& account) const;
  /// Of the extract and, when they count, of the answers.
  std::vector<const DirectoryEntry*> entries_of(const Account& account) const;

  /// The number by which the directory knows the holder: the account's own, or else that of the staff's lines; "" when none is sound.
  std::string directory_id(const Account& account) const;
  bool in_extract(const std::string& national_id) const;
  bool was_asked(const Account& account) const;                   ///< whether the directory's interface was, however long ago
  const DirectoryPerson* answer_of(const Account& account) const; ///< nothing when it was not asked, does not know the person, or the answers are too old
  std::vector<const Account*> accounts_of_login(std::string_view login) const; ///< whatever its case

private:
  template <typename Row> using Places = std::unordered_multimap<std::string, const Row*>;
  Places<StaffMember> by_matricule_, by_id_, by_name_;
  Places<CardHolder> cards_by_id_, cards_by_number_, replied_cards_;
  Places<DirectoryEntry> entries_, replied_entries_;
  const DirectoryAnswers& answers_;
  bool answers_count_;
  Places<Account> logins_;
};

/// Whether the directory lists such persons: professionals by RPPS or ADELI, not practices or establishments.
bool is_directory_id(std::string_view national_id);

/// The day after which none of the lines has the person in the house; nothing while one of them does.
std::optional<Date> departure_of(const std::vector<const StaffMember*>& lines);

} // namespace hdskit
