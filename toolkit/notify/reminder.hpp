#pragma once

#include "toolkit/organisation/organisation.hpp"
#include "toolkit/procedure/deadline.hpp"

#include <span>

namespace hdskit {

/// Days before a deadline at which somebody is told, largest first or not; being late always counts as well.
using Thresholds = std::vector<int>;
inline const Thresholds customary_thresholds = {30, 7, 1};
constexpr int late_threshold = -1;

/// What has been sent: the same is never sent again. A deadline whose day moves is told of again.
struct SentReminder {
  std::string uid;
  Date day;
  int threshold = 0; ///< days before, or late_threshold
  std::string address;
  bool operator==(const SentReminder&) const = default;
};

struct ReminderLine {
  Deadline deadline;
  int threshold = 0; ///< the narrowest that has been reached; wider ones that were missed are told of with it
};

/// All that one person is told in one run.
struct ReminderMail {
  std::string name; ///< of the person; "" for the address of last resort
  std::string address;
  std::vector<ReminderLine> lines; ///< by day
};

struct DueReminders {
  std::vector<ReminderMail> mails;       ///< by address
  std::vector<Deadline> without_address; ///< nobody can be told of these
};

/// Whom to write to: the owner of a deadline when the organisation knows their address, the address of last resort otherwise.
struct ReminderPeople {
  std::span<const Person> people;
  std::string default_address; ///< "" for none
};

DueReminders digests_due(std::span<const Deadline> deadlines, const ReminderPeople& people, std::span<const SentReminder> sent, Date today,
                         const Thresholds& thresholds = customary_thresholds);

/// What is to be remembered once the mail has gone.
std::vector<SentReminder> sent_by(const ReminderMail& mail);

/// An address that can stand in a header and in a command to a mail server: ASCII, one @, nothing that ends a line or an address.
bool is_mail_address(std::string_view text);

} // namespace hdskit
