#include "cli/press/works.hpp"

#include "cli/context.hpp"
#include "cli/json.hpp"
#include "cli/press/server_access.hpp"
#include "toolkit/notify/calendar_store.hpp"
#include "toolkit/notify/monitoring.hpp"
#include "toolkit/notify/reminder_store.hpp"
#include "toolkit/organisation/organisation_store.hpp"

#include <algorithm>
#include <ostream>

namespace hdskit::cli::press {
namespace {

constexpr std::int64_t most_days = 3650;
constexpr std::string_view fate_words[] = {"sent", "later", "refused"};

int days_of(std::int64_t number, const char* option) {
  if (number >= 0 && number <= most_days) return static_cast<int>(number);
  throw Problem{ProblemKind::bad_input, option, tr("{1}: from 0 to {2} days.", {option, std::to_string(most_days)}), tr("Check the number.")};
}

Thresholds read_thresholds(const Arguments& arguments) {
  if (!arguments.has("before")) return customary_thresholds;
  Thresholds thresholds;
  for (const auto& text : arguments.all("before")) thresholds.push_back(days_of(text.size() > 6 ? most_days + 1 : std::stoll(text), "--before"));
  return thresholds;
}

/// The options over what the workspace remembers.
MailSettings read_settings(const Arguments& arguments, MailSettings settings) {
  const auto take = [&](const char* option, std::string& place) {
    if (arguments.has(option)) place = arguments.text(option);
  };
  take("server", settings.url);
  take("user", settings.user);
  take("from", settings.from);
  take("default-to", settings.default_address);
  for (const auto& address : {settings.from, settings.default_address})
    if (!address.empty() && !is_mail_address(address))
      throw Problem{ProblemKind::bad_input, address, tr("“{1}” is no mail address.", {address}), tr("It looks like {1}.", {"dossier@hopital.example"})};
  return settings;
}

ServerAccess access_of(const Context& context, const MailSettings& settings) {
  if (settings.url.empty() || settings.from.empty())
    throw Problem{ProblemKind::bad_input, settings.url.empty() ? "--server" : "--from", tr("No mail server, or no sender, was named."),
                  tr("Give them with --server and --from, and keep them with --remember.")};
  auto access = read_access(context, settings.url, settings.user);
  access.without_tls = context.arguments.has("without-tls");
  return access;
}

json::array as_json(const std::vector<Deadline>& deadlines) {
  json::array all;
  for (const auto& deadline : deadlines) all.push_back(json::object{{"uid", deadline.uid}, {"day", deadline.day.iso()}, {"title", deadline.title}});
  return all;
}

json::object as_json(const ReminderMail& mail, std::string_view fate, const std::string& answer) {
  json::array lines;
  for (const auto& line : mail.lines) lines.push_back(json::object{{"uid", line.deadline.uid}, {"day", line.deadline.day.iso()}, {"before", line.threshold}});
  return {{"to", mail.address}, {"name", mail.name}, {"fate", json_text(fate)}, {"answer", answer}, {"deadlines", std::move(lines)}};
}

void warn_of_unaddressed(Context& context, const std::vector<Deadline>& deadlines) {
  for (const auto& deadline : deadlines)
    context.err << tr("Nobody can be told of “{1}” ({2}): give its owner a mail address, or give --default-to.", {deadline.title, deadline.day.iso()}) << '\n';
}

int show_plan(Context& context, const DueReminders& due) {
  if (context.json) {
    json::array mails;
    for (const auto& mail : due.mails) mails.push_back(as_json(mail, "planned", ""));
    print_json(context.out, json::object{{"mails", std::move(mails)}, {"without_address", as_json(due.without_address)}});
    return 0;
  }
  for (const auto& mail : due.mails)
    context.out << tr("To: {1}", {mail.address}) << '\n'
                << tr("Subject: {1}", {mail_subject(mail, context.date_or_today())}) << "\n\n"
                << mail_body(mail, context.date_or_today()) << '\n';
  if (due.mails.empty()) context.out << tr("There is nothing to tell.") << '\n';
  warn_of_unaddressed(context, due.without_address);
  return 0;
}

void print(Context& context, const ReminderReport& report) {
  for (const auto& outcome : report.outcomes) {
    if (outcome.fate == MailFate::sent) context.out << tr("Sent to {1}.", {outcome.mail.address}) << '\n';
    else context.err << tr("Not sent to {1}: {2}. It is tried again on the next run.", {outcome.mail.address, outcome.answer}) << '\n';
  }
  if (report.outcomes.empty() && !report.failure) context.out << tr("There is nothing to tell.") << '\n';
}

int tell(Context& context, const ReminderReport& report, const DueReminders& due) {
  if (context.json) {
    json::array mails;
    for (const auto& outcome : report.outcomes) mails.push_back(as_json(outcome.mail, fate_words[static_cast<int>(outcome.fate)], outcome.answer));
    json::object told{{"mails", std::move(mails)}, {"without_address", as_json(due.without_address)}};
    if (report.failure) told["failure"] = json::object{{"sentence", report.failure->what()}, {"remedy", report.failure->remedy()}};
    print_json(context.out, told);
    if (report.failure) return exit_code(report.failure->kind());
  } else {
    print(context, report);
    warn_of_unaddressed(context, due.without_address);
    if (report.failure) throw *report.failure;
  }
  const bool all_sent = std::ranges::all_of(report.outcomes, [](const MailOutcome& outcome) { return outcome.fate == MailFate::sent; });
  return all_sent && due.without_address.empty() ? 0 : 1;
}

int remind(Context& context) {
  auto workspace = context.open_workspace();
  const auto known = mail_settings(workspace), settings = read_settings(context.arguments, known);
  const auto people = read_organisation(workspace).people;
  const auto today = context.date_or_today();
  const auto due = digests_due(french_deadlines(context, workspace), {people, settings.default_address}, sent_reminders(workspace), today,
                               read_thresholds(context.arguments));
  if (context.arguments.has("dry-run")) return show_plan(context, due);
  const auto access = access_of(context, settings);
  if (context.arguments.has("remember") && settings != known) workspace.change(context.acting(), [&](Change& change) { set_mail_settings(change, settings); });
  const MailLook look{settings.from, calendar_domain(workspace), today, context.surroundings.now};
  const auto report = send_reminders(due.mails, look, access, context.start_progress());
  remember_sent(workspace, context.acting(), report);
  return tell(context, report, due);
}

MonitoringLine monitor(const Context& context) {
  try {
    const auto& arguments = context.arguments;
    constexpr std::int64_t warning = 7, critical = 0; // days
    const auto workspace = context.open_workspace();
    return monitoring_of(french_deadlines(context, workspace), context.date_or_today(), days_of(arguments.number("warning").value_or(warning), "--warning"),
                         days_of(arguments.number("critical").value_or(critical), "--critical"));
  } catch (const Problem& problem) { return monitoring_unknown(problem.what()); }
}

} // namespace

int deadline_remind(Context& context) {
  if (!context.arguments.has("plugin")) return remind(context);
  const auto line = monitor(context);
  context.out << line.text << '\n';
  return static_cast<int>(line.state);
}

} // namespace hdskit::cli::press
