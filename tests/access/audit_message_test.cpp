#include "toolkit/access/audit_message_reader.hpp"

#include "tests/access/review_sources.hpp"
#include "toolkit/access/syslog_messages.hpp"
#include "toolkit/base/digest.hpp"
#include "toolkit/base/problem.hpp"

#include <gmock/gmock.h>

namespace {

using namespace access_tests;
using testing::ElementsAre;
using testing::HasSubstr;

std::string patient(const std::string& number, const std::string& role = "1") {
  return R"(<ParticipantObjectIdentification ParticipantObjectID=")" + number + R"(" ParticipantObjectTypeCode="1" ParticipantObjectTypeCodeRole=")" + role +
         R"("><ParticipantObjectIDTypeCode csd-code="2" codeSystemName="RFC-3881" originalText="Patient Number"/></ParticipantObjectIdentification>)";
}
std::string audit(const std::string& login, const std::string& patients, const std::string& moment = "2026-11-20T10:00:00+01:00",
                  const std::string& purpose = R"(<PurposeOfUse csd-code="normal" codeSystemName="VIHF"/>)") {
  return R"(<AuditMessage><EventIdentification EventActionCode="R" EventDateTime=")" + moment +
         R"(" EventOutcomeIndicator="0"><EventID csd-code="110110" codeSystemName="DCM" originalText="Patient Record"/>)" + purpose +
         R"(</EventIdentification><ActiveParticipant UserID="https://dpi.example/xua" UserIsRequestor="true" NetworkAccessPointID="10.0.0.9"/>)"
         R"(<ActiveParticipant UserID=")" +
         login +
         R"(" UserIsRequestor="true" NetworkAccessPointID="P7" NetworkAccessPointTypeCode="1"><RoleIDCode csd-code="60" codeSystemName="G15"/></ActiveParticipant>)"
         R"(<AuditSourceIdentification AuditSourceID="DPI"/>)" +
         patients + "</AuditMessage>";
}
std::string syslog(const std::string& body, const std::string& data = "-") {
  return "<85>1 2026-11-20T09:00:01.123Z dpi.example dpi 4242 IHE+DICOM " + data + " \xEF\xBB\xBF<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + body;
}
std::string counted(const std::string& message) { return std::to_string(message.size()) + " " + message; }

TEST(AuditMessage, gives_what_a_line_of_a_log_gives) {
  const auto event = audit_event(audit("lou", patient("1001^^^&amp;1.2.250.1&amp;ISO") + patient("99", "3"), "2026-11-20T10:00:00Z",
                                       R"(<PurposeOfUse csd-code="bris_de_glace" codeSystemName="VIHF"/>)"));
  ASSERT_TRUE(event);
  EXPECT_EQ(event->login, "lou") << "the person, and not the application that asked for them";
  EXPECT_EQ(event->moment, "2026-11-20T10:00:00Z");
  EXPECT_EQ(event->role, "60");
  EXPECT_EQ(event->action, "R");
  EXPECT_EQ(event->workstation, "P7");
  EXPECT_THAT(event->patients, ElementsAre("1001"));
  EXPECT_THAT(event->purposes, ElementsAre("bris de glace"));
}

TEST(AuditMessage, is_read_as_RFC_3881_and_with_a_prefix) {
  const auto event = audit_event(
      R"(<a:AuditMessage xmlns:a="urn:x"><a:EventIdentification EventDateTime="2026-11-20T10:00:00"/><a:ActiveParticipant UserID="" AlternativeUserID="zoe">)"
      R"(<a:RoleIDCode code="10"/></a:ActiveParticipant><a:ActiveParticipant UserID="srv" UserIsRequestor="false" NetworkAccessPointID="s"/></a:AuditMessage>)");
  ASSERT_TRUE(event);
  EXPECT_EQ(event->login, "zoe");
  EXPECT_EQ(event->role, "10");
  EXPECT_EQ(event->workstation, "") << "of a participant who did not ask";
}

TEST(AuditMessage, is_refused_when_it_is_none_or_brings_a_document_type) {
  for (const auto& text : {std::string{"<AuditMessage>"}, std::string{"<Other/>"}, std::string{"<AuditMessage/>"}, std::string{"text"},
                           "<!DOCTYPE a [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>" + audit("&e;", "")})
    EXPECT_FALSE(audit_event(text)) << text;
  std::string many;
  for (int i = 0; i < 1001; ++i) many += patient(std::to_string(i));
  EXPECT_FALSE(audit_event(audit("lou", many)));
}

TEST(Syslog, reads_header_and_structured_data) {
  const auto message = syslog_message(R"(<85>1 - host app - - [a@1 k="x\" ] y"][b@1] text)");
  ASSERT_TRUE(message);
  EXPECT_EQ(message->moment, "");
  EXPECT_EQ(message->text, "text");
  for (const auto* text : {"<85>2 - host app - - - text", "<85>1 - host app -", R"(<85>1 - host app - - [a k="x] text)", "<85>1 - host app - - x text", ""})
    EXPECT_FALSE(syslog_message(text)) << text;
}

TEST(Syslog, gives_the_same_messages_by_lines_and_by_lengths) {
  const std::vector<std::string> messages = {syslog(audit("lou", patient("1"))), syslog("<a>\n<b/>\n</a>"), syslog("short")};
  std::string by_lines, by_lengths;
  for (const auto& message : messages) {
    by_lines += message + "\n";
    by_lengths += counted(message);
  }
  const ScratchFolder folder;
  for (const auto& text : {by_lines, by_lengths, "\xEF\xBB\xBF" + by_lines}) {
    const auto file = folder.path() / "log";
    write_file(file, text);
    EXPECT_TRUE(is_syslog(file));
    std::vector<std::string> read;
    const auto trace = read_syslog(file, [&](std::string_view message, std::uint64_t) { read.emplace_back(message); });
    EXPECT_EQ(read, messages);
    EXPECT_EQ(trace.lines, 3u);
    EXPECT_EQ(trace.sha256, digest_of(text).hex());
  }
  write_file(folder.path() / "table", "ts;user\n");
  EXPECT_FALSE(is_syslog(folder.path() / "table"));
}

TEST(Syslog, is_the_same_whatever_the_pieces_it_is_read_in) {
  std::string text;
  for (int i = 0; i < 4000; ++i) text += counted(syslog(audit("u" + std::to_string(i % 7), patient(std::to_string(i))))); // over 2 MiB
  const auto review = read_sources({.logs = text});
  EXPECT_EQ(review.logs.lines, 4000u);
  EXPECT_EQ(review.logs.unreadable, 0u);
  EXPECT_EQ(review.logs.logins.size(), 7u);
}

TEST(AuditLog, tells_what_cannot_be_read) {
  const auto good = syslog(audit("lou", patient("1")));
  const auto review = read_sources({.logs = good + "\n" + syslog("<AuditMessage>") + "\n<13>1 - h a - - - disk full\n" + good + "\n"});
  EXPECT_EQ(review.logs.lines, 4u);
  EXPECT_EQ(review.logs.unreadable, 2u);
  const auto outcome = judge_rule(rule_named("log-completeness"), review, ReviewJoins{review});
  ASSERT_FALSE(outcome.findings().empty());
  EXPECT_THAT(outcome.findings()[0].sentence, HasSubstr("Messages that cannot be read as audit messages: 2."));
}

TEST(AuditLog, goes_on_after_a_length_that_leads_nowhere) {
  const auto good = syslog(audit("lou", patient("1")));
  const auto review = read_sources({.logs = counted(good) + "999999 " + good + "\n" + good + "\n"});
  EXPECT_EQ(review.logs.lines, 3u);
  EXPECT_EQ(review.logs.unreadable, 1u);
  EXPECT_EQ(review.logs.of("lou")->events, 2u);
}

TEST(AuditLog, refuses_a_message_that_never_ends) {
  EXPECT_THROW(read_sources({.logs = syslog(std::string(3 * longest_record, 'x'))}), Problem);
  EXPECT_THROW(read_sources({.logs = "9999999 " + syslog("x")}), Problem);
}

TEST(AuditLog, is_judged_as_a_table_is) {
  const std::string glass = R"(<PurposeOfUse csd-code="BTG" codeSystemName="ActReason" originalText="break the glass"/>)";
  Sources sources{.accounts = "login;matricule\nlou;17\n",
                  .people = "matricule;uf;ipp\n17;Cardiologie;7001\n18;Bloc;7002\n",
                  .logs = syslog(audit("lou", patient("1001") + patient("7002") + patient("1002"))) + "\n" +
                          syslog(audit("lou", patient("1003"), "not a moment", glass), R"([x@1 k="v"])") + "\n" + syslog(audit("LOU", patient("7001"))) + "\n",
                  .stays = "patient;uf;entrée\n1001;Cardiologie;2026-11-01\n"};
  const auto review = read_sources(sources);
  const auto* use = review.logs.of("lou");
  ASSERT_NE(use, nullptr);
  EXPECT_EQ(use->events, 3u);
  EXPECT_EQ(use->outside_team, 3u) << "7002, 1002 and 7001: each patient of a message counts";
  EXPECT_EQ(use->colleague, 1u);
  EXPECT_EQ(use->own_record, 1u);
  EXPECT_EQ(use->break_glass, 1u) << "dated by its envelope";
  EXPECT_EQ(use->first, 1795165200) << "2026-11-20T09:00:00Z";
  EXPECT_EQ(review.logs.undated, 0u);
  EXPECT_TRUE(review.logs.has(LogColumn::mode));
  EXPECT_FALSE(review.logs.has(LogColumn::reason)) << "the standard has no place for it";
}

TEST(AuditLog, lacks_the_columns_that_no_message_fills) {
  const auto review = read_sources({.logs = syslog(audit("lou", "", "2026-11-20T10:00:00Z", "")) + "\n"});
  EXPECT_FALSE(review.logs.has(LogColumn::mode));
  EXPECT_FALSE(review.logs.has(LogColumn::patient));
  EXPECT_TRUE(review.logs.has(LogColumn::workstation));
}

} // namespace
