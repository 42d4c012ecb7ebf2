#include "toolkit/access/access_store.hpp"

#include "tests/certificates/lookalikes.hpp"
#include "tests/support/workspaces.hpp"
#include "toolkit/organisation/organisation.hpp"
#include "toolkit/workspace/care.hpp"
#include "toolkit/workspace/dialect.hpp"
#include "toolkit/workspace/document_store.hpp"
#include "toolkit/workspace/intactness.hpp"
#include "toolkit/workspace/journal.hpp"
#include "toolkit/workspace/journal_reversal.hpp"
#include "toolkit/workspace/record_store.hpp"

#include <gmock/gmock.h>

namespace tests {
namespace {

using namespace hdskit;
using testing::Contains;
using testing::HasSubstr;
using testing::IsEmpty;

Instant moment(const char* text) { return *Instant::parse(text); }
LookalikeAuthority root_named(const char* name) { return LookalikeAuthority::root(name, 2048, moment("2020-01-01T00:00:00Z"), moment("2040-01-01T00:00:00Z")); }

class AccessStore : public OnEachEngine {
protected:
  Workspace workspace_ = fresh_workspace();

  void add(const char* kind, const Assignments& values) {
    workspace_.change(acting(), [&](Change& change) { access_kind(kind).add(change, values); });
  }
  void add_endpoint(const Assignments& values = {}) {
    Assignments all = {{"reference", "DPI-WEB"}, {"url", "https://dpi.hopital.example/"}, {"ownership", "La DSI, le 3 mars 2026"}};
    all.insert(all.end(), values.begin(), values.end());
    add("hosted-endpoint", all);
  }
  std::string refused_edit(const Assignments& values) {
    const auto id = find_endpoint(workspace_, "DPI-WEB").id.number();
    return problem_of([&] { workspace_.change(acting(), [&](Change& change) { access_kind("hosted_endpoint").edit(change, id, values); }); }).what();
  }
  std::string refused_list(const std::string& location, const std::string& proxy = "") {
    return problem_of([&] { add("list_source", {{"reference", "ACI"}, {"location", location}, {"proxy", proxy}}); }).what();
  }
  std::vector<OfferedAnchor> offered(const std::string& bytes) { return offered_anchors(workspace_, bytes, "igc.pem"); }
  TrustAnchor import(const OfferedAnchor& one, const std::string& fingerprint, const std::string& name = "", bool accept_test = false) {
    TrustAnchor anchor;
    workspace_.change(acting(), [&](Change& change) { anchor = import_anchor(change, one, fingerprint, name, "igc.pem", accept_test); });
    return anchor;
  }
  EndpointRun run_of(const char* at, EndpointVerdict verdict) {
    EndpointRun run;
    run.endpoint = "DPI-WEB";
    run.moment = at;
    run.verdict = verdict;
    run.findings = verdict == EndpointVerdict::faults ? 2 : 0;
    return run;
  }
};
INSTANTIATE_ON_BOTH_ENGINES(AccessStore);

TEST_P(AccessStore, keeps_an_endpoint_with_all_that_is_said_of_it) {
  add_endpoint({{"cases", "revoked=/etc/hdskit/r.pem,/etc/hdskit/r.key; expired=/etc/hdskit/e.pem,/etc/hdskit/e.key"},
                {"valid", "/etc/hdskit/v.pem,/etc/hdskit/v.key"},
                {"rate", "10"},
                {"test_every", "90"}});
  const auto endpoint = find_endpoint(workspace_, "dpi-web");
  EXPECT_EQ(endpoint.cases.size(), 2u);
  EXPECT_EQ(endpoint.test_every, 90);
  EXPECT_EQ(read_access(workspace_).endpoints.size(), 1u);
  EXPECT_THAT(check_workspace(workspace_), IsEmpty());
}

TEST_P(AccessStore, declares_no_endpoint_that_nobody_calls_the_hospitals_own) {
  const auto problem = problem_of([&] { add("hosted_endpoint", {{"reference", "DPI"}, {"url", "https://dpi.hopital.example/"}}); });
  EXPECT_THAT(problem.what(), HasSubstr("our own"));
}

TEST_P(AccessStore, refuses_values_that_no_check_could_use) {
  add_endpoint();
  EXPECT_THAT(refused_edit({{"url", "http://dpi.hopital.example/"}}), HasSubstr("https://"));
  EXPECT_THAT(refused_edit({{"url", "https://admin:secret@dpi.hopital.example/"}}), HasSubstr("user or a password"));
  EXPECT_THAT(refused_edit({{"url", "https://dpi.hopital.example:70000/"}}), HasSubstr("no address"));
  EXPECT_THAT(refused_edit({{"server_ca", "ca.pem"}}), HasSubstr("whole path"));
  EXPECT_THAT(refused_edit({{"valid", "/a.pem"}}), HasSubstr("its key"));
  EXPECT_THAT(refused_edit({{"cases", "Valid=/a.pem,/a.key"}}), HasSubstr("does not name a case"));
  EXPECT_THAT(refused_edit({{"cases", "valid=/a.pem,/a.key"}}), HasSubstr("does not name a case"));
  EXPECT_THAT(refused_edit({{"cases", "x=/a.pem,/a.key; x=/b.pem,/b.key"}}), HasSubstr("Two cases"));
  EXPECT_THAT(refused_edit({{"rate", "0"}}), HasSubstr("from 1 to 100"));
  EXPECT_THAT(refused_edit({{"test_every", "3651"}}), HasSubstr("from 1 to 3650"));
  EXPECT_THAT(refused_edit({{"expected_ca", "ACR-FO"}}), HasSubstr("ACR-FO"));
  EXPECT_THAT(refused_edit({{"service", "DPI"}}), HasSubstr("DPI"));
  EXPECT_THAT(refused_edit({{"reference", "Dossier patient"}}), HasSubstr("cannot be a name"));
  EXPECT_THAT(problem_of([&] { find_endpoint(workspace_, "DPI-WEV"); }).remedy(), HasSubstr("DPI-WEB"));
}

TEST_P(AccessStore, takes_lists_from_addresses_without_a_secret_and_from_whole_paths) {
  add("list_source", {{"reference", "ACI-FO-PP"}, {"location", "http://igc-sante.example/CRL/ACI-FO-PP.crl"}, {"proxy", "http://proxy.example:3128"}});
  add("list_source", {{"reference", "L2"}, {"location", "/var/lib/hdskit/aci.crl"}});
  add("list_source", {{"reference", "L3"}, {"location", "ldap://annuaire.example/cn=AC,o=X,c=FR?deltaRevocationList;binary?base?objectClass=pkiCA"}});
  EXPECT_EQ(find_list_source(workspace_, "aci-fo-pp").proxy, "http://proxy.example:3128");
  EXPECT_THAT(refused_list("aci.crl"), HasSubstr("whole path"));
  EXPECT_THAT(refused_list("ftp://igc.example/aci.crl"), HasSubstr("no address"));
  EXPECT_THAT(refused_list("file:///etc/passwd"), HasSubstr("no address"));
  EXPECT_THAT(refused_list("http://user:pw@igc.example/aci.crl"), HasSubstr("password"));
  EXPECT_THAT(refused_list("http://igc.example/a b.crl"), HasSubstr("no address"));
  EXPECT_THAT(refused_list("ldap://annuaire.example/cn=AC?userPassword?base"), HasSubstr("directory"));
  EXPECT_THAT(refused_list("ldap://annuaire.example/c=FR?certificateRevocationList;binary?sub"), HasSubstr("directory"));
  EXPECT_THAT(refused_list("http://igc.example/a.crl", "socks5://proxy.example:1080"), HasSubstr("no proxy"));
  EXPECT_THAT(refused_list("http://igc.example/a.crl", "http://u:p@proxy.example:3128"), HasSubstr("password"));
}

TEST_P(AccessStore, trusts_an_authority_only_under_the_fingerprint_that_was_given) {
  const auto root = root_named("AC RACINE IGC-SANTE FORT");
  const auto below = root.below("AC IGC-SANTE FORT PERSONNES", 2048, moment("2020-01-01T00:00:00Z"), moment("2039-01-01T00:00:00Z"), 7);
  const auto all = offered(root.pem() + below.pem() + root.pem());
  ASSERT_EQ(all.size(), 2u);
  EXPECT_EQ(all[1].use, AnchorUse::intermediate);
  EXPECT_THAT(problem_of([&] { import(all[0], all[1].fingerprint); }).what(), HasSubstr("fingerprint"));
  EXPECT_THAT(problem_of([&] { import(all[0], ""); }).what(), HasSubstr("fingerprint"));
  std::string as_published;
  for (std::size_t i = 0; i < all[0].fingerprint.size(); i += 2) as_published += (i ? ":" : "") + all[0].fingerprint.substr(i, 2);
  const auto anchor = import(all[0], as_published, "ACR-FO");
  EXPECT_EQ(anchor.certificate, anchor.fingerprint);
  EXPECT_EQ(certificate_of(workspace_, anchor), root.der());
  EXPECT_EQ(import(all[1], all[1].fingerprint).reference, "AC-IGC-SANTE-FORT-PERSONNES");
  EXPECT_EQ(offered(root.pem()).front().known_as, "ACR-FO");
  EXPECT_THAT(problem_of([&] { import(offered(root.pem()).front(), as_published); }).what(), HasSubstr("already"));
  EXPECT_THAT(check_workspace(workspace_), IsEmpty());
}

TEST_P(AccessStore, lets_nobody_write_an_authority_by_hand) {
  const auto problem = problem_of([&] { add("trust_anchor", {{"reference", "X"}}); });
  EXPECT_EQ(problem.kind(), ProblemKind::refused);
  const auto one = offered(root_named("AC RACINE IGC-SANTE FORT").pem()).front();
  const auto id = import(one, one.fingerprint, "ACR-FO").id.number();
  const auto edit = [&](const Assignments& values) {
    workspace_.change(acting(), [&](Change& change) { access_kind("trust_anchor").edit(change, id, values); });
  };
  EXPECT_THAT(problem_of([&] { edit({{"use", "intermediate"}}); }).what(), HasSubstr("does not change"));
  EXPECT_THAT(problem_of([&] { edit({{"fingerprint", std::string(64, 'a')}}); }).what(), HasSubstr("does not change"));
  edit({{"note", "comparée avec la publication de l’ANS"}});
  workspace_.dialect().execute("update trust_anchor set certificate = ''", {});
  EXPECT_EQ(problem_of([&] { certificate_of(workspace_, read_access(workspace_).anchors.front()); }).kind(), ProblemKind::damaged);
}

TEST_P(AccessStore, says_loudly_what_is_a_test_hierarchy_and_never_takes_the_closed_one) {
  const auto test = offered(root_named("TEST AC RACINE IGC-SANTE FORT").pem()).front();
  EXPECT_TRUE(test.test_hierarchy);
  EXPECT_THAT(problem_of([&] { import(test, test.fingerprint); }).what(), HasSubstr("TEST"));
  EXPECT_THAT(import(test, test.fingerprint, "", true).note, HasSubstr("TEST"));
  auto legacy = offered(root_named("AC RACINE IGC-SANTE FORT").pem()).front();
  legacy.legacy = true;
  EXPECT_THAT(problem_of([&] { import(legacy, legacy.fingerprint, "", true); }).what(), HasSubstr("GIP-CPS"));
}

TEST_P(AccessStore, offers_authorities_alone) {
  const auto card = pem_of(hierarchies().persons.issue(nurse(1)), "CERTIFICATE");
  EXPECT_EQ(problem_of([&] { offered(card); }).kind(), ProblemKind::bad_input);
  EXPECT_EQ(offered(card + root_named("AC RACINE IGC-SANTE FORT").pem()).size(), 1u);
}

TEST_P(AccessStore, keeps_an_authority_that_an_endpoint_cites) {
  const auto one = offered(root_named("AC RACINE IGC-SANTE FORT").pem()).front();
  const auto id = import(one, one.fingerprint, "ACR-FO").id.number();
  add_endpoint({{"expected_ca", "acr-fo"}});
  EXPECT_EQ(find_endpoint(workspace_, "DPI-WEB").expected_ca, std::vector<std::string>{"ACR-FO"});
  EXPECT_THAT(problem_of([&] { workspace_.change(acting(), [&](Change& change) { access_kind("trust_anchor").remove(change, id); }); }).what(),
              HasSubstr("DPI-WEB"));
}

TEST_P(AccessStore, never_takes_back_what_a_check_found_nor_the_name_that_it_stands_under) {
  add_endpoint();
  workspace_.change(acting(), [&](Change& change) {
    auto run = run_of("2026-11-01T08:00:00Z", EndpointVerdict::as_it_should);
    run.reference = "EP1";
    run.report = store_document_bytes(change, "{}").digest.hex();
    add_record(change, run);
  });
  const auto last = journal_position(workspace_).number;
  EXPECT_THAT(problem_of([&] { workspace_.change(acting(), [&](Change& change) {
                                 revert_changes(change, {last, last});
                               }); }).what(),
              HasSubstr("check of an endpoint"));
  EXPECT_THAT(refused_edit({{"reference", "DPI"}}), HasSubstr("keeps its name"));
  EXPECT_THAT(check_workspace(workspace_), IsEmpty());
}

TEST_P(AccessStore, tells_how_an_endpoint_stands) {
  using enum EndpointStanding;
  HostedEndpoint endpoint;
  endpoint.reference = "DPI-WEB";
  endpoint.test_every = 100;
  const auto today = *Date::parse("2026-11-22");
  const auto standing = [&](std::vector<EndpointRun> runs) { return standing_of_endpoint(endpoint, runs, today).standing; };
  const auto fine_run = [&](const char* at) { return run_of(at, EndpointVerdict::as_it_should); };
  const auto faulty_run = [&](const char* at) { return run_of(at, EndpointVerdict::faults); };
  const auto vague_run = [&](const char* at) { return run_of(at, EndpointVerdict::inconclusive); };
  EXPECT_EQ(standing({}), never);
  EXPECT_EQ(standing({fine_run("2026-11-01T08:00:00Z")}), fine);
  EXPECT_EQ(standing({fine_run("2026-08-30T08:00:00Z")}), due_soon);
  EXPECT_EQ(standing({fine_run("2026-08-01T08:00:00Z")}), overdue);
  EXPECT_EQ(standing({fine_run("2026-11-01T08:00:00Z"), faulty_run("2026-11-02T08:00:00Z")}), faulty);
  EXPECT_EQ(standing({faulty_run("2026-11-01T08:00:00Z"), fine_run("2026-11-02T08:00:00Z")}), fine);
  EXPECT_EQ(standing({faulty_run("2026-11-01T08:00:00Z"), vague_run("2026-11-02T08:00:00Z")}), faulty);
  EXPECT_EQ(standing({vague_run("2026-11-02T08:00:00Z")}), inconclusive);
  EXPECT_EQ(standing({fine_run("2027-11-02T08:00:00Z")}), never) << "a check in the future is none";
}

} // namespace
} // namespace tests
