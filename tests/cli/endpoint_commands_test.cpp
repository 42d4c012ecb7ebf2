#include "tests/access/hosted_application.hpp"
#include "tests/cli/run.hpp"

#include <gmock/gmock.h>

#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>

using namespace testing;
using tests::Cards;
using tests::HostedApplication;
using tests::Product;

namespace {

namespace json = boost::json;

std::string pair_of(const std::string& name) { return Cards::all().file(name + ".pem").string() + "," + Cards::all().file(name + ".key").string(); }

tests::Outcome ask(const std::string& url, const std::string& more = {}) {
  return tests::run_shell("$hdskit access endpoint " + url + " --server-ca " + Cards::all().file("server_ca.pem").string() + " --valid " + pair_of("valid") +
                          " --case revoked=" + pair_of("revoked") + " --case expired=" + pair_of("expired") + " --rate 100 " + more);
}

json::object parsed(const tests::Outcome& outcome) { return json::parse(outcome.out).as_object(); }

std::vector<std::string> ids(const json::object& report) {
  std::vector<std::string> all;
  for (const auto& finding : report.at("findings").as_array()) all.emplace_back(finding.at("id").as_string());
  return all;
}

json::object case_of(const json::object& report, std::string_view name, std::string_view protocol) {
  for (const auto& one : report.at("cases").as_array())
    if (one.at("name").as_string() == name && one.at("protocol").as_string() == protocol) return one.as_object();
  ADD_FAILURE() << "no case " << name;
  return {};
}

} // namespace

TEST(AccessEndpoint, of_a_right_server_finds_nothing) {
  const HostedApplication application{Product::nginx, {}};
  const auto outcome = ask(application.url(), "--json");
  EXPECT_EQ(outcome.status, 0) << outcome.out << outcome.err;
  const auto report = parsed(outcome);
  EXPECT_THAT(ids(report), IsEmpty());
  const auto revoked = case_of(report, "revoked", "TLS 1.3");
  EXPECT_EQ(revoked.at("expected"), "refused");
  EXPECT_EQ(revoked.at("seen"), "refused");
  EXPECT_EQ(revoked.at("evidence"), "HTTP status 400");
  EXPECT_EQ(revoked.at("status"), 400);
  EXPECT_EQ(case_of(report, "valid", "TLS 1.2").at("seen"), "accepted");
}

TEST(AccessEndpoint, names_the_server_before_it_asks) {
  const HostedApplication application{Product::haproxy, {}};
  EXPECT_THAT(ask(application.url()).err, HasSubstr("Asking localhost:"));
}

TEST(AccessEndpoint, tells_a_fault_by_its_status_and_its_sentence) {
  const HostedApplication application{Product::apache, {.lists = false}};
  const auto outcome = ask(application.url(), "--json");
  EXPECT_EQ(outcome.status, 1) << outcome.err;
  EXPECT_THAT(ids(parsed(outcome)), ElementsAre("accepts_revoked"));
  const auto said = ask(application.url());
  EXPECT_EQ(said.status, 1);
  EXPECT_THAT(said.out, HasSubstr("lets in with a revoked certificate"));
}

TEST(AccessEndpoint, reads_an_alert_as_a_refusal) {
  const HostedApplication application{Product::haproxy, {}};
  const auto report = parsed(ask(application.url(), "--json"));
  EXPECT_EQ(case_of(report, "expired", "TLS 1.2").at("alert"), 45);
  EXPECT_EQ(case_of(report, "revoked", "TLS 1.3").at("alert"), 44);
}

TEST(AccessEndpoint, concludes_nothing_when_the_valid_certificate_is_refused) {
  const HostedApplication application{Product::nginx, {.stale_list = true}};
  const auto outcome = ask(application.url(), "--json");
  EXPECT_EQ(outcome.status, 3);
  EXPECT_EQ(parsed(outcome).at("conclusive"), false);
  EXPECT_THAT(ids(parsed(outcome)), ElementsAre("refuses_valid"));
}

TEST(AccessEndpoint, waits_before_it_resumes_the_session) {
  const HostedApplication application{Product::haproxy, {.sessions_kept = true}};
  const auto outcome = ask(application.url(), "--json --after 1");
  EXPECT_EQ(outcome.status, 1);
  EXPECT_THAT(ids(parsed(outcome)), ElementsAre("session_resumed_without_certificate"));
}

TEST(AccessEndpoint, names_authorities_that_are_not_expected) {
  const HostedApplication application{Product::haproxy, {}};
  const auto expected = [](const std::string& file) { return "--json --expected-ca " + Cards::all().file(file).string(); };
  EXPECT_THAT(ids(parsed(ask(application.url(), expected("authorities.pem")))), IsEmpty());
  EXPECT_THAT(ids(parsed(ask(application.url(), expected("other_ca.pem")))), ElementsAre("trusts_other_authorities"));
}

TEST(AccessEndpoint, that_cannot_be_asked_is_another_status) {
  const auto nobody = "https://localhost:" + std::to_string(tests::free_port()) + "/";
  EXPECT_EQ(ask(nobody).status, 3);
  EXPECT_EQ(ask("http://localhost/").status, 3);
  EXPECT_EQ(ask("https://somebody:secret@localhost/").status, 3);
  EXPECT_EQ(ask(nobody, "--case revoked=" + pair_of("revoked")).status, 64) << "one name twice";
  EXPECT_EQ(ask(nobody, "--case valid=" + pair_of("revoked")).status, 64) << "the name of the control";
  EXPECT_EQ(ask(nobody, "--case lost=" + Cards::all().file("revoked.pem").string()).status, 64) << "without its key";
  EXPECT_EQ(ask(nobody, "--rate 0").status, 64);
  EXPECT_EQ(tests::run_shell("$hdskit access endpoint " + nobody + " --server-ca x").status, 64) << "without a control";
}
