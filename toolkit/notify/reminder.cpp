#include "toolkit/notify/reminder.hpp"

#include "toolkit/base/text.hpp"
#include "toolkit/notify/deadline_words.hpp"

#include <algorithm>
#include <map>

namespace hdskit {
namespace {

/// The narrowest threshold that `deadline` has reached; nothing while it is far away.
std::optional<int> threshold_reached(const Deadline& deadline, Date today, const Thresholds& thresholds) {
  if (is_late(deadline, today)) return late_threshold;
  const int left = days_between(today, deadline.day);
  std::optional<int> narrowest;
  for (const int days : thresholds)
    if (left <= days && (!narrowest || days < *narrowest)) narrowest = days;
  return narrowest;
}

std::map<std::string, const Person*> people_by_name(std::span<const Person> people) {
  std::map<std::string, const Person*> by_name;
  for (const auto& person : people)
    if (is_mail_address(person.email)) by_name.emplace(folded(trimmed(person.name)), &person);
  return by_name;
}

/// For each deadline and address, the narrowest threshold that was sent.
std::map<std::string, int> narrowest_sent(std::span<const SentReminder> sent) {
  std::map<std::string, int> narrowest;
  for (const auto& one : sent) {
    const auto [place, added] = narrowest.emplace(one.uid + "\n" + one.day.iso() + "\n" + folded(one.address), one.threshold);
    if (!added) place->second = std::min(place->second, one.threshold);
  }
  return narrowest;
}

bool was_sent(const std::map<std::string, int>& narrowest, const Deadline& deadline, const std::string& address, int threshold) {
  const auto found = narrowest.find(deadline.uid + "\n" + deadline.day.iso() + "\n" + folded(address));
  return found != narrowest.end() && found->second <= threshold;
}

} // namespace

bool is_mail_address(std::string_view text) {
  constexpr std::size_t longest = 254; // RFC 5321, 4.5.3.1.3 without its brackets
  const auto at = text.find('@');
  if (text.size() > longest || at == 0 || at == std::string_view::npos || at + 1 == text.size() || text.find('@', at + 1) != std::string_view::npos)
    return false;
  return std::ranges::all_of(text, [](char c) { return c > ' ' && c < 0x7f && std::string_view{"<>()[]\\,;:\""}.find(c) == std::string_view::npos; });
}

DueReminders digests_due(std::span<const Deadline> deadlines, const ReminderPeople& people, std::span<const SentReminder> sent, Date today,
                         const Thresholds& thresholds) {
  const auto by_name = people_by_name(people.people);
  const auto already = narrowest_sent(sent);
  std::map<std::string, ReminderMail> mails;
  DueReminders due;
  for (const auto& deadline : deadlines) {
    if (deadline.done) continue;
    const auto threshold = threshold_reached(deadline, today, thresholds);
    if (!threshold) continue;
    const auto owner = by_name.find(folded(trimmed(deadline.owner)));
    const bool known = owner != by_name.end() && !deadline.owner.empty();
    const auto address = known ? owner->second->email : people.default_address;
    if (!is_mail_address(address)) {
      due.without_address.push_back(deadline);
      continue;
    }
    if (was_sent(already, deadline, address, *threshold)) continue;
    auto& mail = mails[folded(address)];
    mail.address = address;
    if (known) mail.name = plain_line(owner->second->name);
    mail.lines.push_back({deadline, *threshold});
  }
  for (auto& [key, mail] : mails) {
    std::ranges::stable_sort(mail.lines, {}, [](const ReminderLine& line) { return line.deadline.day; });
    due.mails.push_back(std::move(mail));
  }
  return due;
}

std::vector<SentReminder> sent_by(const ReminderMail& mail) {
  std::vector<SentReminder> sent;
  for (const auto& line : mail.lines) sent.push_back({line.deadline.uid, line.deadline.day, line.threshold, mail.address});
  return sent;
}

} // namespace hdskit
