#include "toolkit/notify/reminder_store.hpp"

#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/workspace/record_json.hpp"
#include "toolkit/workspace/settings.hpp"
#include "toolkit/workspace/text_records.hpp"

#include <charconv>

namespace hdskit {
namespace {

const std::string server_setting = "reminders.server";
const std::string sent_prefix = "reminders.sent."; // a setting a run, a line a reminder: uid, day, threshold, address

[[noreturn]] void refuse(const std::string& name) {
  throw Problem{ProblemKind::damaged, name, tr("What the workspace remembers of its reminders cannot be read: “{1}”.", {name}),
                tr("Check the workspace with: hdskit workspace check")};
}

SentReminder read_line(const std::string& name, std::string_view line) {
  const auto parts = split(line, '\t');
  if (parts.size() != 4) refuse(name);
  const auto day = Date::parse(parts[1]);
  int threshold = 0;
  const auto [end, error] = std::from_chars(parts[2].data(), parts[2].data() + parts[2].size(), threshold);
  if (!day || error != std::errc{} || end != parts[2].data() + parts[2].size()) refuse(name);
  return {parts[0], *day, threshold, parts[3]};
}

std::string text_of(const std::vector<SentReminder>& sent) {
  std::string text;
  for (const auto& one : sent) text += one.uid + "\t" + one.day.iso() + "\t" + std::to_string(one.threshold) + "\t" + one.address + "\n";
  return text;
}

} // namespace

MailSettings mail_settings(const Workspace& workspace) {
  const auto texts = texts_of_json(setting(workspace, server_setting).value_or(""));
  if (!texts) refuse(server_setting);
  return {text_at(*texts, "url"), text_at(*texts, "user"), text_at(*texts, "from"), text_at(*texts, "default")};
}

void set_mail_settings(Change& change, const MailSettings& settings) {
  set_setting(change, server_setting,
              json_object({{"url", settings.url}, {"user", settings.user}, {"from", settings.from}, {"default", settings.default_address}}));
}

std::vector<SentReminder> sent_reminders(const Workspace& workspace) {
  std::vector<SentReminder> sent;
  for (const auto& name : setting_names(workspace, sent_prefix)) {
    const auto text = setting(workspace, name).value_or("");
    for (const auto line : lines_of(text))
      if (!line.empty()) sent.push_back(read_line(name, line));
  }
  return sent;
}

void remember_sent(Workspace& workspace, const Acting& acting, const ReminderReport& report) {
  std::vector<SentReminder> sent;
  for (const auto& outcome : report.outcomes)
    if (outcome.fate == MailFate::sent)
      for (auto& one : sent_by(outcome.mail)) sent.push_back(std::move(one));
  if (sent.empty()) return;
  workspace.change(acting, [&](Change& change) { set_setting(change, sent_prefix + std::to_string(change.next_number("reminders")), text_of(sent)); });
}

} // namespace hdskit
