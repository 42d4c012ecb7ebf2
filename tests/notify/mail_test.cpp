#include "tests/notify/server.hpp"
#include "tests/support/workspaces.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/notify/reminder_store.hpp"
#include "toolkit/workspace/journal.hpp"

#include <gmock/gmock.h>

namespace tests {
namespace {

using namespace hdskit;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

const Date today = day("2026-11-22");
const MailLook look{"hdskit@hopital.example", "0123.hdskit", today, instant("2026-11-22T07:05:00Z")};

ReminderMail mail(const std::string& address = "helene@hopital.example", const std::string& name = "Hélène Rousset") {
  const auto deadlines = sample_deadlines();
  return {name, address, {{deadlines[1], late_threshold}, {deadlines[0], 30}}};
}

std::vector<MailFate> fates(const ReminderReport& report) {
  std::vector<MailFate> all;
  for (const auto& outcome : report.outcomes) all.push_back(outcome.fate);
  return all;
}

std::string read_by_python(const std::string& text) {
  const ScratchFolder folder;
  const auto file = (folder.path() / "m.eml").string();
  write_file(file, text);
  return output_of("/usr/bin/python3 '" TESTS_DIR "/notify/read_mail.py' '" + file + "' 2>&1");
}

TEST(MailText, says_the_same_to_another_parser) {
  const auto read = read_by_python(mail_text(mail(), look));
  for (const char* line : {"Date: Sun, 22 Nov 2026 07:05:00 +0000\n", "From: <hdskit@hopital.example>\n", "To: Hélène Rousset <helene@hopital.example>\n",
                           "Subject: Échéances HDS\u00A0: 1 en retard, 1 à venir\n", "@0123.hdskit>\n", "Auto-Submitted: auto-generated\n"})
    EXPECT_THAT(read, HasSubstr(line));
  EXPECT_EQ(read.substr(read.find("\n\n") + 2), mail_body(mail(), today));
  EXPECT_THAT(read, HasSubstr("En retard\n- 20\u00A0novembre\u00A02026 (depuis 2\u00A0jours)\u00A0: PSSI : fin de validité\n\nDans les 30\u00A0jours\n"));
}

TEST(MailText, survives_long_names_and_titles) {
  auto long_mail = mail("a@b.example", replaced(std::string(90, '-'), "-", "é€x"));
  long_mail.lines[0].deadline.title = replaced(std::string(300, '-'), "-", "œ🏥=");
  const auto read = read_by_python(mail_text(long_mail, look));
  EXPECT_THAT(read, HasSubstr("To: " + long_mail.name + " <a@b.example>\n"));
  EXPECT_THAT(read, HasSubstr(long_mail.lines[0].deadline.title));
}

TEST(MailText, lets_no_name_and_no_title_add_a_header) {
  auto evil = mail("a@b.example", "Eve\r\nBcc: all@hopital.example\r\n\r\nbody");
  evil.lines[0].deadline.title = "Titre\r\nX-Injected: yes\r\n.\r\nMAIL FROM:<x@y>";
  const auto text = mail_text(evil, look);
  EXPECT_THAT(text, Not(HasSubstr("\nBcc")));
  EXPECT_THAT(text, Not(HasSubstr("\nX-Injected")));
  EXPECT_THAT(text, Not(HasSubstr("\n.\r\n")));
}

TEST(MailText, names_the_same_message_by_one_id) {
  const auto id_of = [](const std::string& text) { return text.substr(text.find("Message-ID"), 60); };
  auto other = mail();
  other.lines.pop_back();
  EXPECT_EQ(id_of(mail_text(mail(), look)), id_of(mail_text(mail(), look)));
  EXPECT_NE(id_of(mail_text(mail(), look)), id_of(mail_text(other, look)));
}

TEST(SendReminders, hands_over_with_starttls_and_authentication) {
  const MailServer server{{"tls=" + Certificates::once().pair(), "login=hds:mot de passe é"}};
  auto access = server.access();
  access.user = "hds";
  access.password = "mot de passe é";
  const std::vector mails{mail(), mail("omar@hopital.example", "")};
  const auto report = send_reminders(mails, look, access);
  ASSERT_FALSE(report.failure) << report.failure->what();
  EXPECT_THAT(fates(report), ElementsAre(MailFate::sent, MailFate::sent));
  ASSERT_EQ(server.count(), 2u);
  EXPECT_EQ(server.message(1), "X-From: hdskit@hopital.example\r\nX-To: helene@hopital.example\r\nX-TLS: True\r\n" + mail_text(mails[0], look));
}

TEST(SendReminders, hands_over_with_tls_from_the_first_byte) {
  const MailServer server{{"smtps=" + Certificates::once().pair()}};
  const auto report = send_reminders(std::vector{mail()}, look, server.access("smtps"));
  ASSERT_FALSE(report.failure) << report.failure->what();
  EXPECT_THAT(server.message(1), HasSubstr("X-TLS: True"));
}

TEST(SendReminders, refuses_a_server_that_offers_no_encryption_or_that_nobody_vouches_for) {
  const MailServer clear;
  auto report = send_reminders(std::vector{mail()}, look, clear.access());
  ASSERT_TRUE(report.failure);
  EXPECT_EQ(report.failure->kind(), ProblemKind::refused);
  EXPECT_EQ(clear.count(), 0u);

  const MailServer secret{{"tls=" + Certificates::once().pair()}};
  auto access = secret.access();
  access.ca_file.clear();
  report = send_reminders(std::vector{mail()}, look, access);
  ASSERT_TRUE(report.failure);
  EXPECT_EQ(report.failure->kind(), ProblemKind::refused);
  EXPECT_THAT(report.failure->remedy(), HasSubstr("--ca-file"));
  EXPECT_EQ(secret.count(), 0u);
}

TEST(SendReminders, goes_in_the_clear_to_this_machine_only) {
  const MailServer server;
  EXPECT_FALSE(send_reminders(std::vector{mail()}, look, server.access_in_the_clear()).failure);
  EXPECT_EQ(server.count(), 1u);
  auto far = server.access_in_the_clear();
  far.url = "smtp://mail.hopital.example";
  EXPECT_EQ(problem_of([&] { send_reminders(std::vector{mail()}, look, far); }).kind(), ProblemKind::bad_input);
}

TEST(SendReminders, reports_a_refused_user) {
  const MailServer server{{"tls=" + Certificates::once().pair(), "login=hds:right"}};
  auto access = server.access();
  access.user = "hds";
  access.password = "wrong";
  const auto report = send_reminders(std::vector{mail()}, look, access);
  ASSERT_TRUE(report.failure);
  EXPECT_EQ(report.failure->kind(), ProblemKind::refused);
  EXPECT_THAT(report.failure->what(), Not(HasSubstr("wrong")));
}

TEST(SendReminders, goes_on_after_a_recipient_that_is_refused) {
  const MailServer server{{"refuse=gone@hopital.example", "later=grey@hopital.example"}};
  const auto report = send_reminders(std::vector{mail("gone@hopital.example"), mail("grey@hopital.example"), mail()}, look, server.access_in_the_clear());
  ASSERT_FALSE(report.failure) << report.failure->what();
  EXPECT_THAT(fates(report), ElementsAre(MailFate::refused, MailFate::later, MailFate::sent));
  EXPECT_THAT(report.outcomes[0].answer, HasSubstr("unknown here"));
  EXPECT_EQ(server.count(), 1u);
}

TEST(SendReminders, gives_up_on_a_server_that_says_nothing_or_is_not_there) {
  MailServer server{{"mute"}};
  auto access = server.access_in_the_clear();
  access.timeout = std::chrono::milliseconds{300};
  auto report = send_reminders(std::vector{mail(), mail("b@hopital.example")}, look, access);
  ASSERT_TRUE(report.failure);
  EXPECT_EQ(report.failure->kind(), ProblemKind::unreachable);
  EXPECT_TRUE(report.outcomes.empty());
  server.stop();
  report = send_reminders(std::vector{mail()}, look, access);
  ASSERT_TRUE(report.failure);
  EXPECT_EQ(report.failure->kind(), ProblemKind::unreachable);
}

TEST(SendReminders, refuses_addresses_of_other_services) {
  for (const char* url : {"https://mail.example", "file:///etc/passwd", "mail.example:25", "smtp://user:secret@mail.example", "smtp://"}) {
    ServerAccess access;
    access.url = url;
    const auto problem = problem_of([&] { send_reminders(std::vector{mail()}, look, access); });
    EXPECT_EQ(problem.kind(), ProblemKind::bad_input) << url;
    EXPECT_THAT(problem.what(), Not(HasSubstr("secret")));
  }
}

class ReminderStore : public OnEachEngine {};
INSTANTIATE_ON_BOTH_ENGINES(ReminderStore);

TEST_P(ReminderStore, marks_only_what_has_gone_with_one_entry_in_the_journal) {
  auto workspace = fresh_workspace();
  const auto before = journal_position(workspace).number;
  const auto gone = mail(), back = mail("grey@hopital.example");
  remember_sent(workspace, acting(), {{{gone, MailFate::sent, ""}, {back, MailFate::later, ""}}, Problem{ProblemKind::unreachable, "", "x"}});
  EXPECT_EQ(journal_position(workspace).number, before + 1);
  EXPECT_EQ(sent_reminders(workspace), sent_by(gone));
  remember_sent(workspace, acting(), {{{back, MailFate::sent, ""}}});
  EXPECT_EQ(sent_reminders(workspace).size(), 4u);
  remember_sent(workspace, acting(), {});
  EXPECT_EQ(journal_position(workspace).number, before + 2);
}

TEST_P(ReminderStore, tries_a_greylisted_mail_again_and_never_sends_it_twice) {
  auto workspace = fresh_workspace();
  const std::vector deadlines{deadline("a", "2026-11-25", "A")};
  const auto run = [&](const MailServer& server) {
    const auto due = digests_due(deadlines, {{}, "grey@hopital.example"}, sent_reminders(workspace), today);
    const auto report = send_reminders(due.mails, look, server.access_in_the_clear());
    remember_sent(workspace, acting(), report);
    return fates(report);
  };
  const MailServer greylisting{{"later=grey@hopital.example"}}, willing;
  EXPECT_THAT(run(greylisting), ElementsAre(MailFate::later));
  EXPECT_THAT(run(willing), ElementsAre(MailFate::sent));
  EXPECT_THAT(run(willing), ElementsAre());
  EXPECT_EQ(willing.count(), 1u);
}

TEST_P(ReminderStore, keeps_the_server_without_a_password) {
  auto workspace = fresh_workspace();
  EXPECT_EQ(mail_settings(workspace), MailSettings{});
  const MailSettings settings{"smtps://mail.hopital.example", "hds", "hdskit@hopital.example", "rssi@hopital.example"};
  workspace.change(acting(), [&](Change& change) { set_mail_settings(change, settings); });
  EXPECT_EQ(mail_settings(workspace), settings);
}

} // namespace
} // namespace tests
