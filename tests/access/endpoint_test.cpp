#include "tests/access/hosted_application.hpp"

#include "toolkit/base/problem.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace hdskit;
using testing::AllOf;
using testing::Contains;
using testing::Each;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::IsSupersetOf;
using testing::Not;
using testing::UnorderedElementsAre;
using tests::Cards;
using tests::HostedApplication;
using tests::Product;
using tests::ServerSetup;

namespace {

std::vector<std::string> ids(const std::vector<EndpointFinding>& findings) {
  std::vector<std::string> all;
  for (const auto& finding : findings) all.push_back(finding.id);
  return all;
}
std::vector<std::string> findings_of(const EndpointReport& report) { return ids(report.conclusion.findings); }

std::string shown(const EndpointReport& report) {
  std::string text;
  for (const auto& one : report.cases) text += one.name + " " + one.protocol + ": " + std::string{word_of(one.seen)} + ", " + one.evidence + "\n";
  return text;
}

std::string evidence(const EndpointReport& report, const std::string& name, const std::string& protocol) {
  for (const auto& one : report.cases)
    if (one.name == name && one.protocol == protocol) return one.evidence;
  return "no such case";
}

const char* name_of(Product product) { return product == Product::nginx ? "nginx" : product == Product::apache ? "apache" : "haproxy"; }

class Endpoint : public testing::TestWithParam<Product> {
protected:
  /// What is found of a server set up so.
  EndpointReport probe(const ServerSetup& setup) {
    const HostedApplication application{GetParam(), setup};
    auto report = probe_endpoint(application.order());
    SCOPED_TRACE(application.log());
    return report;
  }
};

TEST_P(Endpoint, set_up_rightly_raises_nothing) {
  const auto report = probe({});
  EXPECT_THAT(findings_of(report), IsEmpty()) << shown(report);
  EXPECT_THAT(report.conclusion.remarks, IsEmpty()) << shown(report);
  EXPECT_TRUE(report.conclusion.conclusive);
  EXPECT_EQ(evidence(report, "valid", "TLS 1.3"), "HTTP status 200");
  EXPECT_EQ(evidence(report, "organisation", "TLS 1.2"), "HTTP status 403") << "the chain of the organisation leads to the same root";
}

TEST_P(Endpoint, that_speaks_one_version_is_judged_by_it) {
  const auto report = probe({.only_1_2 = true});
  EXPECT_THAT(findings_of(report), IsEmpty()) << shown(report);
  EXPECT_EQ(evidence(report, "valid", "TLS 1.3"), "TLS alert 70 (protocol_version)");
  EXPECT_EQ(evidence(report, "revoked", "TLS 1.3"), "no such case");
}

TEST_P(Endpoint, tells_how_each_visitor_is_refused) {
  const auto report = probe({});
  if (GetParam() == Product::nginx) { // it refuses after the handshake, in HTTP
    for (const auto* visitor : {"no_certificate", "forged_headers", "signature", "revoked", "expired", "other-authority", "self-signed", "test"})
      EXPECT_THAT(evidence(report, visitor, "TLS 1.3"), HasSubstr("HTTP status 400")) << visitor;
    return;
  }
  EXPECT_EQ(evidence(report, "no_certificate", "TLS 1.2"), "TLS alert 40 (handshake_failure)");
  EXPECT_EQ(evidence(report, "no_certificate", "TLS 1.3"), "TLS alert 116 (certificate_required)");
  for (const auto* protocol : {"TLS 1.2", "TLS 1.3"}) {
    EXPECT_EQ(evidence(report, "signature", protocol), "TLS alert 43 (unsupported_certificate)");
    EXPECT_EQ(evidence(report, "revoked", protocol), "TLS alert 44 (certificate_revoked)");
    EXPECT_EQ(evidence(report, "expired", protocol), "TLS alert 45 (certificate_expired)");
    EXPECT_EQ(evidence(report, "self-signed", protocol), "TLS alert 48 (unknown_ca)");
    EXPECT_EQ(evidence(report, "other-authority", protocol), "TLS alert 51 (decrypt_error)") << "the name is right, the signature is not";
  }
}

TEST_P(Endpoint, with_an_optional_card_is_found) {
  const auto report = probe({.card_required = false});
  EXPECT_THAT(findings_of(report), Contains("certificate_not_required")) << shown(report);
  EXPECT_THAT(findings_of(report), Not(Contains("header_spoofing"))) << "headers change nothing where nothing is asked for";
  EXPECT_THAT(findings_of(report), Not(Contains("accepts_revoked"))) << shown(report);
}

TEST_P(Endpoint, without_revocation_lists_is_found) {
  const auto report = probe({.lists = false});
  EXPECT_THAT(findings_of(report), ElementsAre("accepts_revoked")) << shown(report);
}

TEST_P(Endpoint, with_a_stale_list_refuses_the_valid_card_and_nothing_is_concluded) {
  const auto report = probe({.stale_list = true});
  EXPECT_THAT(findings_of(report), ElementsAre("refuses_valid")) << shown(report);
  EXPECT_FALSE(report.conclusion.conclusive);
}

TEST_P(Endpoint, that_keeps_sessions_is_found) {
  const auto report = probe({.sessions_kept = true});
  ASSERT_THAT(findings_of(report), ElementsAre("session_resumed_without_certificate")) << shown(report);
  EXPECT_THAT(report.conclusion.findings.front().evidence, AllOf(HasSubstr("TLS 1.2: "), HasSubstr("TLS 1.3: "), HasSubstr("session announced for ")));
}

TEST_P(Endpoint, that_trusts_the_whole_hierarchy_is_found) {
  const auto report = probe({.persons_only = false});
  EXPECT_THAT(findings_of(report), ElementsAre("accepts_organisation")) << shown(report);
}

TEST_P(Endpoint, names_the_authorities_that_are_not_expected) {
  const HostedApplication application{GetParam(), {.persons_only = false}};
  auto order = application.order();
  order.cases.clear();
  order.expected_authorities = authority_names(Cards::all().file("authorities.pem"));
  const auto report = probe_endpoint(order);
  ASSERT_THAT(findings_of(report), ElementsAre("trusts_other_authorities")) << shown(report);
  EXPECT_THAT(report.conclusion.findings.front().evidence, AllOf(HasSubstr("AC IGC-SANTE FORT ORGANISATIONS"), Not(HasSubstr("PERSONNES"))));
}

TEST_P(Endpoint, that_speaks_old_versions_is_found) {
  const auto report = probe({.old_protocols = true});
  ASSERT_THAT(findings_of(report), Contains("old_protocol")) << shown(report);
  for (const auto& finding : report.conclusion.findings)
    if (finding.id == "old_protocol") { EXPECT_THAT(finding.evidence, AllOf(HasSubstr("TLS 1.0"), HasSubstr("TLS 1.1"))); }
}

TEST_P(Endpoint, that_accepts_broken_ciphers_is_found) {
  const auto report = probe({.null_cipher = true});
  if (GetParam() == Product::apache) EXPECT_THAT(findings_of(report), IsEmpty()) << "Apache forbids ciphers without encryption whatever it is told";
  else EXPECT_THAT(findings_of(report), ElementsAre("weak_cipher")) << shown(report);
  EXPECT_THAT(findings_of(report), Not(Contains("old_protocol")));
}

TEST_P(Endpoint, that_knows_only_cbc_is_remarked_upon) {
  const auto report = probe({.cbc_only = true});
  EXPECT_THAT(findings_of(report), IsEmpty()) << shown(report);
  EXPECT_THAT(ids(report.conclusion.remarks), ElementsAre("cbc_only"));
}

TEST_P(Endpoint, that_believes_forged_headers_is_found) {
  EXPECT_THAT(findings_of(probe({.behind_proxy = true, .headers_believed = true})), Contains("header_spoofing"));
  const auto right = probe({.behind_proxy = true});
  EXPECT_THAT(findings_of(right), Not(Contains("header_spoofing"))) << shown(right);
  EXPECT_THAT(findings_of(right), Not(Contains("certificate_not_required"))) << "the application refuses in HTTP what the proxy lets through";
}

INSTANTIATE_TEST_SUITE_P(Servers, Endpoint, testing::Values(Product::nginx, Product::apache, Product::haproxy),
                         [](const testing::TestParamInfo<Product>& product) { return std::string{name_of(product.param)}; });

TEST(EndpointServer, of_haproxy_that_goes_on_with_a_stale_list_lets_the_revoked_card_in) {
  const HostedApplication application{Product::haproxy, {.stale_list = true, .stale_list_ignored = true}};
  const auto report = probe_endpoint(application.order());
  EXPECT_THAT(findings_of(report), ElementsAre("accepts_revoked")) << shown(report);
}

TEST(EndpointServer, of_nginx_resumes_the_session_of_a_card_revoked_meanwhile) {
  for (const auto version : {TlsVersion::tls_1_2, TlsVersion::tls_1_3}) {
    HostedApplication application{Product::nginx, {.sessions_kept = true}};
    const auto valid = Cards::all().credential("valid");
    const auto trial = try_resumption(application.target(), valid, version, [&] {
      Cards::all().write_lists(application.lists(), {Cards::valid_serial});
      application.reload();
    });
    EXPECT_EQ(trial.before.seen, EndpointSeen::accepted) << application.log();
    EXPECT_EQ(trial.full.seen, EndpointSeen::refused) << "a full handshake knows of the revocation";
    EXPECT_EQ(trial.resumed.seen, EndpointSeen::accepted) << trial.resumed.evidence;
    EXPECT_TRUE(trial.resumed.answer.resumed);
    EXPECT_FALSE(trial.resumed.answer.certificate_sent);
  }
}

TEST(EndpointServer, that_its_authority_does_not_prove_is_not_judged) {
  const HostedApplication application{Product::nginx, {}};
  auto order = application.order();
  order.target.server_ca = Cards::all().file("other_ca.pem");
  try {
    probe_endpoint(order);
    FAIL();
  } catch (const Problem& problem) { EXPECT_EQ(problem.kind(), ProblemKind::refused); }
}

TEST(EndpointServer, that_speaks_no_tls_tells_nothing) {
  const HostedApplication application{Product::nginx, {.behind_proxy = true}};
  auto order = application.order();
  order.target.url = application.url_behind();
  const auto report = probe_endpoint(order);
  EXPECT_FALSE(report.conclusion.conclusive);
  EXPECT_THAT(findings_of(report), ElementsAre("cannot_tell")) << shown(report);
}

TEST(EndpointServer, that_is_not_there_is_unreachable) {
  EndpointOrder order;
  order.target = {.url = "https://localhost:" + std::to_string(tests::free_port()) + "/", .server_ca = Cards::all().file("server_ca.pem")};
  order.valid = Cards::all().credential("valid");
  try {
    probe_endpoint(order);
    FAIL();
  } catch (const Problem& problem) { EXPECT_EQ(problem.kind(), ProblemKind::unreachable); }
}

TEST(EndpointServer, is_not_asked_with_a_key_of_another_certificate) {
  const HostedApplication application{Product::nginx, {}};
  auto order = application.order();
  order.cases = {{"revoked", Cards::all().file("revoked.pem"), Cards::all().file("self-signed.key")}};
  try {
    probe_endpoint(order);
    FAIL();
  } catch (const Problem& problem) { EXPECT_EQ(problem.kind(), ProblemKind::bad_input); }
}

TEST(EndpointServer, is_asked_at_the_given_pace_once_for_each_connection) {
  const HostedApplication application{Product::nginx, {}};
  auto order = application.order();
  int connections = 0;
  order.pace = [&] { ++connections; };
  order.cases.clear();
  const auto report = probe_endpoint(order);
  const auto without_session =
      std::ranges::count_if(report.cases, [](const EndpointCase& one) { return one.name == "resumed_session" && !one.session_seconds; });
  EXPECT_EQ(connections, static_cast<int>(report.cases.size() - without_session)) << shown(report);
}

} // namespace
