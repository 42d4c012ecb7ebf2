#pragma once

#include "toolkit/base/problem.hpp"
#include "toolkit/notify/mail_text.hpp"
#include "toolkit/notify/server_access.hpp"

namespace hdskit {

enum class MailFate {
  sent,
  later,  ///< the server asks to come back (a code 4xx): tried again on the next run
  refused ///< the server will not have it (5xx): tried again all the same, the address may be put right
};

struct MailOutcome {
  ReminderMail mail;
  MailFate fate = MailFate::sent;
  std::string answer; ///< what the server said, on one line
};

struct ReminderReport {
  std::vector<MailOutcome> outcomes;
  std::optional<Problem> failure; ///< of the server as a whole; what has no outcome was not tried
};

/// Hands each mail over to an SMTP server (smtp:// with STARTTLS, or smtps://), one message a recipient. Without TLS only to this machine
/// itself and when `access` says so. Throws Problem bad_input for an address or a file that is wrong, cancelled only before the first mail.
ReminderReport send_reminders(std::span<const ReminderMail> mails, const MailLook& look, const ServerAccess& access, const Progress& progress = {});

} // namespace hdskit
