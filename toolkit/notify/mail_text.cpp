#include "toolkit/notify/mail_text.hpp"

#include "toolkit/base/digest.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/notify/deadline_words.hpp"

#include <algorithm>
#include <array>
#include <map>

namespace hdskit {
namespace {

constexpr std::string_view hexadecimal = "0123456789ABCDEF";

std::string quoted_octet(char c) {
  const auto octet = static_cast<unsigned char>(c);
  return {'=', hexadecimal[octet >> 4], hexadecimal[octet & 15]};
}

/// RFC 2045, 6.7.
std::string quoted_printable(std::string_view text) {
  constexpr std::size_t longest = 75; // the soft end of line makes it 76
  std::string out;
  for (const auto line : lines_of(text)) {
    std::size_t column = 0;
    for (std::size_t i = 0; i < line.size(); ++i) {
      const char c = line[i];
      const bool blank_at_end = c == ' ' && i + 1 == line.size();
      const bool dot_at_start = c == '.' && column == 0; // nothing on the way may take it for the end of the message
      const bool plain = c >= ' ' && c < 0x7f && c != '=' && !blank_at_end && !dot_at_start;
      const auto piece = plain ? std::string{c} : quoted_octet(c);
      if (column + piece.size() > longest) {
        out += "=\r\n";
        column = 0;
      }
      out += piece;
      column += piece.size();
    }
    out += "\r\n";
  }
  return out;
}

bool begins_letter(char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }

/// The words of a header (RFC 2047, Q encoding): always encoded, so that nothing in them has a meaning there.
std::string encoded_words(std::string_view text) {
  constexpr std::size_t longest = 63;        // "=?UTF-8?Q?" and "?=" make it 75
  constexpr std::size_t longest_letter = 12; // four octets
  std::string out = "=?UTF-8?Q?";
  std::size_t column = 0;
  for (const char c : text) {
    if (begins_letter(c) && column + longest_letter > longest) {
      out += "?=\r\n =?UTF-8?Q?";
      column = 0;
    }
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    const auto piece = plain ? std::string{c} : c == ' ' ? "_" : quoted_octet(c);
    out += piece;
    column += piece.size();
  }
  return out + "?=";
}

std::string mail_date(Instant at) {
  constexpr std::array days = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
  constexpr std::array months = {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  const auto day = at.utc_date();
  const auto weekday = std::chrono::weekday{day.days()}.c_encoding();
  return std::string{days[weekday]} + ", " + std::to_string(day.day()) + " " + months[day.month() - 1] + " " + std::to_string(day.year()) + " " +
         at.iso().substr(11, 8) + " +0000";
}

/// The same run tells the same only once, so that what it tells names the message.
std::string message_id(const ReminderMail& mail, const MailLook& look) {
  std::string told = mail.address + "\n" + look.at.iso();
  for (const auto& line : mail.lines) told += "\n" + line.deadline.uid;
  return "<" + digest_of(told).hex().substr(0, 32) + "@" + look.domain + ">";
}

std::string days_words(int days) { return std::to_string(days) + "\u00A0" + (days == 1 ? "jour" : "jours"); }

std::string distance_words(const Deadline& deadline, Date today) {
  const int left = days_between(today, deadline.day);
  if (left < 0) return "depuis " + days_words(-left);
  if (left == 0) return "aujourd’hui";
  if (left == 1) return "demain";
  return "dans " + days_words(left);
}

std::string line_words(const Deadline& deadline, Date today) {
  auto words = "- " + deadline.day.french() + " (" + distance_words(deadline, today) + ")\u00A0: " + plain_title(deadline) + "\n";
  if (deadline.hypothetical) words += "  Date hypothétique\u00A0: elle suppose un événement qui n’a pas encore eu lieu.\n";
  if (!deadline.detail.empty()) words += "  " + plain_line(deadline.detail) + "\n";
  return words;
}

std::string section_of(int threshold) {
  if (threshold == late_threshold) return "En retard";
  if (threshold == 0) return "Aujourd’hui";
  return threshold == 1 ? "Aujourd’hui ou demain" : "Dans les " + days_words(threshold);
}

} // namespace

std::string mail_subject(const ReminderMail& mail, Date today) {
  const auto late = std::ranges::count_if(mail.lines, [&](const ReminderLine& line) { return is_late(line.deadline, today); });
  const auto coming = static_cast<std::ptrdiff_t>(mail.lines.size()) - late;
  std::string subject = "Échéances HDS\u00A0: ";
  if (late > 0) subject += std::to_string(late) + " en retard";
  if (late > 0 && coming > 0) subject += ", ";
  if (coming > 0) subject += std::to_string(coming) + " à venir";
  return subject;
}

std::string mail_body(const ReminderMail& mail, Date today) {
  std::map<int, std::string> sections; // late first, then from the nearest to the farthest
  for (const auto& line : mail.lines) sections[line.threshold] += line_words(line.deadline, today);
  std::string body = mail.name.empty() ? "Bonjour,\n" : "Bonjour " + plain_line(mail.name) + ",\n";
  body += "\nVoici les échéances qui demandent votre attention au " + today.french() + ".\n";
  for (const auto& [threshold, lines] : sections) body += "\n" + section_of(threshold) + "\n" + lines;
  body += "\nCe message est envoyé automatiquement par hdskit. Chaque rappel n’est envoyé qu’une fois.\n";
  return body;
}

std::string mail_text(const ReminderMail& mail, const MailLook& look) {
  const auto to = (mail.name.empty() ? std::string{} : encoded_words(plain_line(mail.name)) + "\r\n ") + "<" + mail.address + ">";
  return "Date: " + mail_date(look.at) + "\r\nFrom: <" + look.from + ">\r\nTo: " + to + "\r\nSubject: " + encoded_words(mail_subject(mail, look.today)) +
         "\r\nMessage-ID: " + message_id(mail, look) +
         "\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=UTF-8\r\nContent-Transfer-Encoding: quoted-printable\r\n"
         "Content-Language: fr\r\nAuto-Submitted: auto-generated\r\n\r\n" +
         quoted_printable(mail_body(mail, look.today));
}

} // namespace hdskit
