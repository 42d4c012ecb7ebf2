#pragma once

#include "toolkit/notify/send_reminders.hpp"
#include "toolkit/workspace/workspace.hpp"

namespace hdskit {

/// The mail server and who is written to, as the workspace remembers them: everything but the password.
struct MailSettings {
  std::string url, user, from, default_address;
  bool operator==(const MailSettings&) const = default;
};
MailSettings mail_settings(const Workspace& workspace);
void set_mail_settings(Change& change, const MailSettings& settings);

/// All that was ever sent.
std::vector<SentReminder> sent_reminders(const Workspace& workspace);

/// Remembers in one change, with one entry in the journal, what has gone; does nothing when nothing has.
void remember_sent(Workspace& workspace, const Acting& acting, const ReminderReport& report);

} // namespace hdskit
