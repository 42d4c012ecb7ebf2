#pragma once

#include "toolkit/notify/reminder.hpp"

namespace hdskit {

struct MailLook {
  std::string from;   ///< an address
  std::string domain; ///< after the @ of each Message-ID, see calendar_domain
  Date today;         ///< in Paris
  Instant at;         ///< of the Date line
};

/// "Échéances HDS : 1 en retard, 2 à venir"
std::string mail_subject(const ReminderMail& mail, Date today);
/// The French text of the mail, its lines ended by LF.
std::string mail_body(const ReminderMail& mail, Date today);

/// The whole message (RFC 5322, MIME): plain text, UTF-8 as quoted-printable, lines of at most 76 characters ended by CRLF, ASCII only.
std::string mail_text(const ReminderMail& mail, const MailLook& look);

} // namespace hdskit
