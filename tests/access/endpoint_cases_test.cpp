#include "toolkit/access/endpoint_findings.hpp"
#include "toolkit/access/tls_messages.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace hdskit;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

namespace {

EndpointAnswer answered(long status, const std::string& location = {}) {
  EndpointAnswer answer;
  answer.connected = answer.server_spoke = answer.certificate_requested = true;
  answer.status = status;
  answer.location = location;
  return answer;
}
EndpointAnswer alerted(int alert, bool spoke = true) {
  auto answer = answered(0);
  answer.server_spoke = spoke;
  answer.alert = alert;
  return answer;
}
EndpointAnswer silent() { return answered(0); }

EndpointCase made(const std::string& name, EndpointSeen seen, const std::string& protocol = "TLS 1.3") {
  EndpointCase one{name, protocol, name == "valid" ? EndpointSeen::accepted : EndpointSeen::refused, seen, "as seen", false, answered(200), {}};
  one.answer.certificate_sent = true;
  one.given = name == "revoked" || name == "other-authority";
  one.answer.resumed = name == "resumed_session";
  return one;
}

std::vector<std::string> found(const std::vector<EndpointCase>& cases) {
  std::vector<std::string> ids;
  for (const auto& finding : conclude_endpoint(cases, {}).findings) ids.push_back(finding.id);
  return ids;
}

using enum EndpointSeen;

TEST(EndpointAnswers, are_judged_beside_the_valid_card) {
  const auto control = answered(200);
  EXPECT_EQ(seen_beside(answered(200), control), accepted);
  EXPECT_EQ(seen_beside(answered(403), control), refused);
  EXPECT_EQ(seen_beside(answered(496), control), refused);
  EXPECT_EQ(seen_beside(alerted(44), control), refused);
  EXPECT_EQ(seen_beside(answered(302, "https://hospital.example/login?next=/"), control), refused);
  EXPECT_EQ(seen_beside(answered(302, "https://hospital.example/maintenance"), control), undetermined);
  EXPECT_EQ(seen_beside(answered(503), control), undetermined) << "out of order is no refusal";
  EXPECT_EQ(seen_beside(answered(429), control), undetermined);
  EXPECT_EQ(seen_beside(silent(), control), undetermined) << "a closed connection says nothing";
  EXPECT_EQ(seen_beside({}, control), unreachable);
}

TEST(EndpointAnswers, that_redirect_are_an_entry_only_to_the_same_place) {
  const auto control = answered(302, "https://hospital.example/patients");
  EXPECT_EQ(seen_beside(answered(302, "https://hospital.example/patients"), control), accepted);
  EXPECT_EQ(seen_beside(answered(302, "https://hospital.example/sso/start"), control), refused);
}

TEST(EndpointAnswers, to_the_valid_card_are_an_entry_only_when_it_gets_in) {
  EXPECT_EQ(control_seen(answered(200)), accepted);
  EXPECT_EQ(control_seen(answered(302, "https://hospital.example/patients")), accepted);
  EXPECT_EQ(control_seen(answered(302, "https://hospital.example/oauth2/authorize")), refused);
  EXPECT_EQ(control_seen(answered(400)), refused);
  EXPECT_EQ(control_seen(answered(502)), undetermined);
  EXPECT_EQ(control_seen(alerted(48)), refused);
  EXPECT_EQ(control_seen(alerted(70, false)), not_offered);
  EXPECT_EQ(control_seen(alerted(40)), refused) << "after a ServerHello the protocol is spoken";
}

TEST(EndpointAnswers, tell_a_login_by_whole_words_of_the_path) {
  EXPECT_TRUE(leads_to_login("https://hospital.example/Connexion"));
  EXPECT_TRUE(leads_to_login("https://idp.hospital.example/realms/x"));
  EXPECT_FALSE(leads_to_login("https://hospital.example/authors/cascade"));
  EXPECT_FALSE(leads_to_login("https://hospital.example/home?from=login"));
}

TEST(EndpointAnswers, are_told_with_the_alert_by_its_name) {
  EXPECT_EQ(evidence_of(alerted(116), nullptr), "TLS alert 116 (certificate_required)");
  EXPECT_EQ(evidence_of(alerted(201), nullptr), "TLS alert 201 (unknown)");
  auto other = answered(200);
  other.page = "b";
  EXPECT_THAT(evidence_of(other, nullptr), testing::Not(HasSubstr("differs")));
  const auto control = answered(200);
  EXPECT_THAT(evidence_of(other, &control), HasSubstr("the page differs"));
}

TEST(EndpointFindings, need_a_card_that_was_let_in) {
  const std::vector cases{made("valid", refused), made("no_certificate", refused), made("revoked", accepted)};
  EXPECT_THAT(found(cases), ElementsAre("refuses_valid"));
  EXPECT_FALSE(conclude_endpoint(cases, {}).conclusive);
  EXPECT_THAT(found({made("valid", not_offered, "TLS 1.2"), made("valid", not_offered)}), ElementsAre("cannot_tell"));
}

TEST(EndpointFindings, do_not_blame_a_server_for_a_version_that_it_does_not_speak) {
  EXPECT_THAT(found({made("valid", not_offered, "TLS 1.2"), made("valid", accepted), made("revoked", refused)}), IsEmpty());
  EXPECT_THAT(found({made("valid", refused, "TLS 1.2"), made("valid", accepted)}), ElementsAre("refuses_valid"));
}

TEST(EndpointFindings, of_an_open_server_do_not_repeat_themselves) {
  const std::vector cases{made("valid", accepted), made("no_certificate", accepted), made("forged_headers", accepted), made("resumed_session", accepted)};
  EXPECT_THAT(found(cases), ElementsAre("certificate_not_required"));
  auto unread = made("revoked", accepted);
  unread.answer.certificate_sent = false;
  auto more = cases;
  more.push_back(unread);
  EXPECT_THAT(found(more), ElementsAre("certificate_not_required")) << "it never saw the certificate";
  more.back().answer.certificate_sent = true;
  EXPECT_THAT(found(more), ElementsAre("certificate_not_required", "accepts_revoked"));
}

TEST(EndpointFindings, tell_headers_and_sessions_apart) {
  EXPECT_THAT(found({made("valid", accepted), made("no_certificate", refused), made("forged_headers", accepted), made("resumed_session", accepted)}),
              ElementsAre("header_spoofing", "session_resumed_without_certificate"));
  auto fresh = made("resumed_session", accepted);
  fresh.answer.resumed = false;
  EXPECT_THAT(found({made("valid", accepted), made("no_certificate", refused), fresh}), IsEmpty());
}

TEST(EndpointFindings, name_every_protocol_in_their_evidence) {
  const std::vector cases{made("valid", accepted, "TLS 1.2"), made("other-authority", accepted, "TLS 1.2"), made("valid", accepted),
                          made("other-authority", accepted)};
  const auto findings = conclude_endpoint(cases, {}).findings;
  ASSERT_EQ(findings.size(), 1u);
  EXPECT_EQ(findings[0].id, "accepts_other_authority");
  EXPECT_EQ(findings[0].evidence, "TLS 1.2: as seen; TLS 1.3: as seen");
}

TEST(EndpointFindings, say_what_could_not_be_told) {
  EXPECT_THAT(found({made("valid", accepted), made("revoked", undetermined)}), ElementsAre("cannot_tell"));
  EXPECT_THAT(found({made("valid", accepted), made("revoked", unreachable)}), ElementsAre("cannot_tell"));
}

TEST(EndpointFindings, name_authorities_of_the_withdrawn_hierarchy_always) {
  auto control = made("valid", accepted);
  const std::string name{"\x30\x12\x31\x10\x30\x0e\x06\x03\x55\x04\x0a\x0c\x07GIP-CPS", 20};
  control.answer.authorities = {name};
  EXPECT_THAT(found({control}), ElementsAre("trusts_other_authorities"));
  control.answer.authorities = {"no name"};
  EXPECT_THAT(found({control}), IsEmpty()) << "any is expected when none is named";
}

std::string bytes(std::initializer_list<int> values) {
  std::string all;
  for (const int value : values) all += static_cast<char>(value);
  return all;
}

TEST(TlsMessages, give_the_authorities_of_both_versions) {
  const auto old = bytes({13, 0, 0, 17, 1, 1, 0, 2, 4, 1, 0, 10, 0, 3}) + "abc" + bytes({0, 3}) + "def";
  EXPECT_THAT(requested_authorities(old, false), ElementsAre("abc", "def"));
  const auto newer = bytes({13, 0, 0, 18, 0, 0, 15, 0, 13, 0, 2, 9, 9, 0, 47, 0, 5, 0, 3, 0, 1}) + "x";
  EXPECT_THAT(requested_authorities(newer, true), ElementsAre("x"));
}

TEST(TlsMessages, give_no_authority_of_a_broken_request) {
  const auto whole = bytes({13, 0, 0, 17, 1, 1, 0, 2, 4, 1, 0, 10, 0, 3}) + "abc" + bytes({0, 3}) + "def";
  for (std::size_t size = 0; size < whole.size(); ++size) EXPECT_THAT(requested_authorities(whole.substr(0, size), false), IsEmpty()) << size;
  EXPECT_THAT(requested_authorities(bytes({13, 0, 0, 1, 255}), true), IsEmpty());
}

std::string server_hello() { return bytes({22, 3, 3, 0, 42, 2, 0, 0, 38, 3, 1}) + std::string(32, 'r') + bytes({0, 0xc0, 0x14, 0}); }

TEST(TlsMessages, read_what_the_server_chose) {
  const auto answer = read_hello_answer(server_hello());
  ASSERT_TRUE(answer);
  EXPECT_EQ(answer->version, tls_1_0);
  EXPECT_EQ(answer->suite, 0xc014);
  EXPECT_FALSE(answer->alert);
  EXPECT_EQ(read_hello_answer(bytes({21, 3, 1, 0, 2, 2, 70}))->alert, 70);
}

TEST(TlsMessages, wait_for_the_whole_answer_and_believe_nothing_else) {
  for (std::size_t size = 0; size < server_hello().size(); ++size) EXPECT_FALSE(read_hello_answer(server_hello().substr(0, size))) << size;
  EXPECT_FALSE(read_hello_answer("HTTP/1.1 400 Bad Request\r\n\r\n"));
}

TEST(TlsMessages, name_the_host_but_no_address) {
  EXPECT_THAT(client_hello(tls_1_2, cipher_suites::aead, "hospital.example"), HasSubstr("hospital.example"));
  EXPECT_THAT(client_hello(tls_1_2, cipher_suites::aead, "192.0.2.7"), testing::Not(HasSubstr("192.0.2.7")));
}

} // namespace
