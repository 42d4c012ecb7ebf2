#include "toolkit/access/review_joins.hpp"

#include <algorithm>

namespace hdskit {
namespace {

template <typename Row> std::vector<const Row*> rows_at(const std::unordered_multimap<std::string, const Row*>& places, const std::string& key) {
  std::vector<const Row*> rows;
  if (key.empty()) return rows;
  const auto [begin, end] = places.equal_range(key);
  for (auto at = begin; at != end; ++at) rows.push_back(at->second);
  return rows;
}

/// Lines of one person: the same matricule, or the same national id; a second one with that name makes it mean nobody.
bool same_person(const std::vector<const StaffMember*>& lines) {
  return std::ranges::all_of(lines, [&](const auto* line) {
    return line->person.matricule == lines.front()->person.matricule && line->person.national_id == lines.front()->person.national_id;
  });
}

} // namespace

ReviewJoins::ReviewJoins(const AccessReview& review) : answers_{review.directory_replies.answers}, answers_count_{review.directory_answers_count()} {
  const auto put = [](auto& places, const std::string& key, const auto& row) {
    if (!key.empty()) places.emplace(key, &row);
  };
  for (const auto& member : review.people.members) {
    put(by_matricule_, member.person.matricule, member);
    put(by_id_, member.person.national_id, member);
    put(by_name_, member.person.name, member);
  }
  for (const auto& card : review.cards.holders) {
    put(cards_by_id_, card.national_id, card);
    put(cards_by_number_, card.number, card);
  }
  for (const auto& entry : review.directory.entries) put(entries_, entry.national_id, entry);
  if (answers_count_) {
    for (const auto& entry : review.directory_replies.entries) put(replied_entries_, entry.national_id, entry);
    for (const auto& card : review.directory_replies.cards) put(replied_cards_, card.national_id, card);
  }
  for (const auto& account : review.accounts.accounts) put(logins_, folded_word(account.login), account);
}

std::vector<const StaffMember*> ReviewJoins::staff_of(const Account& account) const {
  if (auto lines = rows_at(by_matricule_, account.person.matricule); !lines.empty()) return lines;
  if (auto lines = rows_at(by_id_, account.person.national_id); !lines.empty()) return lines;
  auto lines = rows_at(by_name_, account.person.name);
  // A name that comes with another number is another person's.
  std::erase_if(lines, [&](const auto* line) {
    const auto differs = [](const std::string& a, const std::string& b) { return !a.empty() && !b.empty() && a != b; };
    return differs(line->person.national_id, account.person.national_id) || differs(line->person.matricule, account.person.matricule);
  });
  return !lines.empty() && same_person(lines) ? lines : std::vector<const StaffMember*>{};
}

std::vector<const CardHolder*> ReviewJoins::cards_of(const Account& account) const {
  if (auto cards = rows_at(cards_by_number_, account.card_number); !cards.empty()) return cards;
  if (auto cards = rows_at(cards_by_id_, account.person.national_id); !cards.empty()) return cards;
  return rows_at(replied_cards_, directory_id(account));
}

std::vector<const DirectoryEntry*> ReviewJoins::entries_of(const Account& account) const {
  const auto id = directory_id(account);
  auto entries = rows_at(entries_, id);
  const auto replied = rows_at(replied_entries_, id);
  entries.insert(entries.end(), replied.begin(), replied.end());
  return entries;
}

std::string ReviewJoins::directory_id(const Account& account) const {
  if (!account.person.national_id.empty() || account.person.unsound()) return account.person.national_id;
  std::string id;
  for (const auto* line : staff_of(account)) {
    if (!id.empty() && !line->person.national_id.empty() && line->person.national_id != id) return "";
    if (id.empty()) id = line->person.national_id;
  }
  return id;
}

bool ReviewJoins::in_extract(const std::string& national_id) const { return entries_.contains(national_id); }
bool ReviewJoins::was_asked(const Account& account) const { return answers_.has_asked(directory_id(account)); }
const DirectoryPerson* ReviewJoins::answer_of(const Account& account) const { return answers_count_ ? answers_.person(directory_id(account)) : nullptr; }

std::vector<const Account*> ReviewJoins::accounts_of_login(std::string_view login) const { return rows_at(logins_, folded_word(login)); }

bool is_directory_id(std::string_view national_id) { return national_id.starts_with('8') || national_id.starts_with('0'); }

std::optional<Date> departure_of(const std::vector<const StaffMember*>& lines) {
  std::optional<Date> last;
  for (const auto* line : lines) {
    if (!line->departure) return std::nullopt;
    if (!last || *last < *line->departure) last = line->departure;
  }
  return last;
}

} // namespace hdskit
