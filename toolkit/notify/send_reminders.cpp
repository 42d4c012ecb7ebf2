#include "toolkit/notify/send_reminders.hpp"

#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/notify/deadline_words.hpp"
#include "toolkit/notify/transfer.hpp"

#include <cstring>

namespace hdskit {
namespace {

struct Letter {
  std::string text;
  std::size_t read = 0;
};

std::size_t read_letter(char* buffer, std::size_t size, std::size_t count, void* of) {
  auto& letter = *static_cast<Letter*>(of);
  const auto taken = std::min(size * count, letter.text.size() - letter.read);
  std::memcpy(buffer, letter.text.data() + letter.read, taken);
  letter.read += taken;
  return taken;
}

void require_lawful(const ServerAccess& access, const MailLook& look) {
  const auto address = address_of(access.url, {"smtp", "smtps"});
  if (access.without_tls && !address.loopback)
    throw Problem{ProblemKind::bad_input, access.url, tr("Mail leaves this machine encrypted only."), tr("Leave out --without-tls.")};
  if (!is_mail_address(look.from))
    throw Problem{ProblemKind::bad_input, look.from, tr("“{1}” is no mail address.", {plain_line(look.from)}),
                  tr("It looks like {1}.", {"dossier@hopital.example"})};
}

/// The line with which the server decided; after it may come its farewell.
std::string deciding_line(const std::string& head, long answer) {
  constexpr std::size_t longest = 300; // characters worth showing
  std::string last;
  for (const auto line : lines_of(head))
    if (line.starts_with(std::to_string(answer))) last = plain_line(line.substr(0, longest));
  return is_utf8(last) ? last : std::string{};
}

/// Refusals that concern one message; anything else concerns the server: it closes (421), or wants other credentials (530, 535).
std::optional<MailFate> fate_of(CURLcode code, long answer) {
  if (code == CURLE_OK) return MailFate::sent;
  const bool of_message = code == CURLE_SEND_ERROR || code == CURLE_WEIRD_SERVER_REPLY || code == CURLE_RECV_ERROR;
  if (!of_message || answer == 421 || answer == 530 || answer == 535) return std::nullopt;
  if (answer >= 400 && answer < 500) return MailFate::later;
  if (answer >= 500 && answer < 600) return MailFate::refused;
  return std::nullopt;
}

class Post {
public:
  Post(const ServerAccess& access, const Progress& progress) : transfer_{access, "smtp,smtps", progress} {
    auto* curl = transfer_.handle();
    curl_easy_setopt(curl, CURLOPT_URL, access.url.c_str());
    curl_easy_setopt(curl, CURLOPT_USE_SSL, access.without_tls ? static_cast<long>(CURLUSESSL_NONE) : static_cast<long>(CURLUSESSL_ALL));
    curl_easy_setopt(curl, CURLOPT_SERVER_RESPONSE_TIMEOUT, std::max(1L, static_cast<long>(access.timeout.count() / 1000))); // seconds
    curl_easy_setopt(curl, CURLOPT_UPLOAD, 1L);
    curl_easy_setopt(curl, CURLOPT_READFUNCTION, &read_letter);
  }

  MailOutcome send(const ReminderMail& mail, const MailLook& look) {
    Letter letter{mail_text(mail, look)};
    const auto from = "<" + look.from + ">", to = "<" + mail.address + ">";
    const std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)> recipients{curl_slist_append(nullptr, to.c_str()), curl_slist_free_all};
    auto* curl = transfer_.handle();
    curl_easy_setopt(curl, CURLOPT_MAIL_FROM, from.c_str());
    curl_easy_setopt(curl, CURLOPT_MAIL_RCPT, recipients.get());
    curl_easy_setopt(curl, CURLOPT_READDATA, static_cast<void*>(&letter));
    curl_easy_setopt(curl, CURLOPT_INFILESIZE_LARGE, static_cast<curl_off_t>(letter.text.size()));
    const auto code = transfer_.perform();
    const auto fate = fate_of(code, transfer_.answer_code());
    if (!fate) transfer_.fail(code);
    return {mail, *fate, deciding_line(transfer_.answer_head(), transfer_.answer_code())};
  }

private:
  Transfer transfer_;
};

} // namespace

ReminderReport send_reminders(std::span<const ReminderMail> mails, const MailLook& look, const ServerAccess& access, const Progress& progress) {
  require_lawful(access, look);
  progress.stop_if_cancelled();
  ReminderReport report;
  if (mails.empty()) return report;
  Post post{access, progress};
  for (const auto& mail : mails) {
    progress.tell(tr("Sending reminders"), report.outcomes.size(), mails.size());
    try {
      report.outcomes.push_back(post.send(mail, look));
    } catch (const Problem& problem) { // what has gone has gone: it must still be remembered
      report.failure = problem;
      break;
    }
  }
  return report;
}

} // namespace hdskit
