#include "toolkit/access/review_rules.hpp"

#include "toolkit/base/translate.hpp"

#include <algorithm>
#include <unordered_set>

namespace hdskit {
namespace {

struct AccountCounts {
  std::uint64_t active = 0, identified = 0, unsound = 0, in_house = 0, not_in_house = 0, with_card = 0, in_directory = 0;
  std::unordered_set<const StaffMember*> holders;
};

AccountCounts count_accounts(const AccessReview& review, const ReviewJoins& joins) {
  AccountCounts counts;
  for (const auto& account : review.accounts.accounts) {
    counts.active += account.active();
    counts.identified += !account.person.national_id.empty();
    counts.unsound += account.person.unsound();
    const auto lines = joins.staff_of(account);
    counts.in_house += !lines.empty();
    counts.not_in_house += lines.empty() && account.active();
    for (const auto* line : lines) counts.holders.insert(line);
    const auto cards = joins.cards_of(account);
    counts.with_card += std::ranges::any_of(cards, [&](const auto* card) { return !card->ended(review.at); });
    counts.in_directory += !joins.entries_of(account).empty();
  }
  return counts;
}

} // namespace

std::vector<ReviewCount> review_population(const AccessReview& review) {
  const ReviewJoins joins{review};
  const auto counts = count_accounts(review, joins);
  std::uint64_t present = 0, present_without = 0, unknown_logins = 0;
  for (const auto& member : review.people.members) {
    const bool here = !member.departure || *member.departure >= review.at;
    present += here;
    present_without += here && !counts.holders.contains(&member);
  }
  for (const auto& use : review.logs.logins) unknown_logins += joins.accounts_of_login(use.login).empty();
  return {{"accounts", marked("Accounts"), review.accounts.accounts.size()},
          {"accounts_active", marked("Active accounts"), counts.active},
          {"accounts_with_national_id", marked("Accounts with a national identifier"), counts.identified},
          {"accounts_with_unsound_id", marked("Accounts whose identifier has a wrong key"), counts.unsound},
          {"accounts_of_staff", marked("Accounts of persons known to human resources"), counts.in_house},
          {"active_accounts_of_nobody", marked("Active accounts of nobody known to human resources"), counts.not_in_house},
          {"accounts_with_valid_card", marked("Accounts whose holder has a valid card"), counts.with_card},
          {"accounts_in_directory", marked("Accounts whose holder is in the directory"), counts.in_directory},
          {"staff", marked("Lines of human resources"), review.people.members.size()},
          {"staff_present", marked("Lines of persons present"), present},
          {"staff_present_without_account", marked("Lines of persons present without an account"), present_without},
          {"cards", marked("Cards in the file"), review.cards.cards},
          {"cards_of_known_persons", marked("Cards of persons known here"), review.cards.holders.size()},
          {"directory_exercises", marked("Exercises in the directory"), review.directory.exercises},
          {"directory_exercises_of_known_persons", marked("Exercises of persons known here"), review.directory.entries.size()},
          {"log_lines", marked("Lines of the logs"), review.logs.lines},
          {"log_logins", marked("Logins in the logs"), review.logs.logins.size()},
          {"log_logins_without_account", marked("Logins in the logs without an account"), unknown_logins}};
}

} // namespace hdskit
