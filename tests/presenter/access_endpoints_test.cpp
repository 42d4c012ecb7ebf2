#include "gui/presenter/access_endpoints.hpp"

#include "tests/presenter/access_setting.hpp"
#include "tests/support/workspaces.hpp"
#include "toolkit/access/access_store.hpp"
#include "toolkit/access/endpoint_run.hpp"
#include "toolkit/base/file.hpp"
#include "toolkit/base/problem.hpp"
#include "toolkit/workspace/dialect.hpp"

#include <gtest/gtest.h>

using namespace hdskit;
using namespace hdskit::gui;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;
using testing::StartsWith;
using tests::shown_column;
using tests::shown_keys;

namespace {

HostedEndpoint endpoint(const std::string& reference) {
  HostedEndpoint one;
  one.reference = reference;
  one.service = "DPI";
  one.url = "https://dpi.example/";
  one.ownership = "DSI, since 2020";
  one.server_ca = "/etc/ca.pem";
  one.valid = "/etc/card.pem,/etc/card.key";
  return one;
}

EndpointCase seen(const std::string& name, const std::string& protocol, EndpointSeen expected, EndpointSeen what) {
  EndpointCase one;
  one.name = name;
  one.protocol = protocol;
  one.expected = expected;
  one.seen = what;
  one.evidence = "HTTP status 200";
  return one;
}

EndpointReport report() {
  EndpointReport made;
  made.cases = {
      seen("valid", "TLS 1.2", EndpointSeen::accepted, EndpointSeen::accepted), seen("valid", "TLS 1.3", EndpointSeen::accepted, EndpointSeen::accepted),
      seen("revoked", "TLS 1.2", EndpointSeen::refused, EndpointSeen::refused), seen("revoked", "TLS 1.3", EndpointSeen::refused, EndpointSeen::accepted),
      seen("no_certificate", "TLS 1.2", EndpointSeen::refused, EndpointSeen::undetermined)};
  made.conclusion.conclusive = true;
  made.conclusion.findings = {{"accepts_revoked", EndpointSeverity::high, "A revoked card is let in.", "TLS 1.3: HTTP status 200"}};
  return made;
}

AccessMap map_with(EndpointStanding standing) {
  auto map = tests::empty_access();
  map.records.endpoints = {endpoint("DPI-WEB")};
  EndpointState state;
  state.endpoint = "DPI-WEB";
  state.standing = standing;
  state.next_check = tests::access_day.plus_days(-1);
  state.sentence = "Checked long ago.";
  map.endpoint_states = {state};
  return map;
}

TEST(AccessEndpoints, say_what_to_do_first_where_there_are_none) { EXPECT_THAT(endpoints_sentence(tests::empty_access()).text, HasSubstr("New endpoint")); }

TEST(AccessEndpoints, show_their_standing_and_a_late_check) {
  const auto map = map_with(EndpointStanding::overdue);
  const auto cells = endpoint_rows(map).cells(0);
  EXPECT_EQ(cells[0].tone, Tone::bad);
  EXPECT_EQ(cells[3], (Cell{"2026-11-21", Tone::bad}));
  EXPECT_EQ(endpoints_sentence(map).tone, Tone::warning);
  EXPECT_EQ(endpoints_sentence(map_with(EndpointStanding::fine)).tone, Tone::good);
  EXPECT_THAT(shown_keys(endpoint_rows(map, "nothing")), IsEmpty());
}

TEST(AccessEndpoints, are_not_asked_without_owner_authorities_and_a_valid_card) {
  EXPECT_EQ(probe_fault(endpoint("A")), "");
  for (const auto part : {&HostedEndpoint::ownership, &HostedEndpoint::server_ca, &HostedEndpoint::valid}) {
    auto one = endpoint("A");
    (one.*part).clear();
    EXPECT_NE(probe_fault(one), "");
  }
}

TEST(AccessMatrix, judges_each_case_over_each_protocol_beside_what_is_expected) {
  const auto rows = matrix_rows(report());
  ASSERT_THAT(rows.columns, SizeIs(4));
  EXPECT_THAT(rows.columns[3].heading, HasSubstr("TLS 1.3"));
  EXPECT_THAT(shown_keys(rows), ElementsAre("valid", "revoked", "no_certificate"));
  EXPECT_EQ(rows.cells(1)[2].tone, Tone::good);
  EXPECT_EQ(rows.cells(1)[3], (Cell{"✖ accepted", Tone::bad}));
  EXPECT_EQ(rows.cells(2)[2].tone, Tone::warning);
  EXPECT_EQ(rows.cells(2)[3], (Cell{"–", Tone::faint})) << "not asked";
  EXPECT_THAT(shown_column(rows, 1), ElementsAre("accepted", "refused", "refused"));
}

TEST(AccessMatrix, gives_the_evidence_of_the_chosen_case) {
  EXPECT_THAT(case_evidence(report(), "revoked"), ElementsAre(HasSubstr("TLS 1.2"), testing::AllOf(HasSubstr("TLS 1.3"), HasSubstr("HTTP status 200"))));
  EXPECT_THAT(case_evidence(report(), "none"), IsEmpty());
}

TEST(AccessMatrix, concludes_in_sentences_and_says_when_nothing_is_concluded) {
  EndpointRun run;
  run.reference = "EP1";
  run.endpoint = "DPI-WEB";
  run.moment = "2026-11-22T10:00:00Z";
  run.verdict = EndpointVerdict::faults;
  auto seen_report = report();
  const auto lines = conclusion_sentences(run, seen_report);
  EXPECT_THAT(lines.at(0).text, StartsWith("EP1"));
  EXPECT_EQ(lines.at(1).tone, Tone::bad);
  seen_report.conclusion.conclusive = false;
  EXPECT_THAT(tests::told(conclusion_sentences(run, seen_report)), HasSubstr("Nothing is concluded"));
}

TEST(AccessReportExport, writes_a_check_to_read_or_as_it_was_filed) {
  const ScratchFolder folder;
  auto workspace = Workspace::create((folder.path() / "w.hds").string(), tests::acting());
  EndpointRun run;
  workspace.change(tests::acting(), [&](Change& change) {
    access_kind("hosted_endpoint").add(change, Assignments{{"reference", "DPI-WEB"}, {"url", "https://dpi.example/"}, {"ownership", "DSI, since 2020"}});
    run = record_endpoint_run(change, find_endpoint(change.workspace(), "DPI-WEB"), report());
  });
  EXPECT_THAT(proposed_report_name(run), testing::EndsWith("-DPI-WEB-EP1"));
  const auto pdf = folder.path() / "report.pdf", json = folder.path() / "report.JSON";
  export_check_report(workspace, run, tests::access_day, pdf);
  EXPECT_THAT(read_file(pdf), StartsWith("%PDF-"));
  export_check_report(workspace, run, tests::access_day, json);
  EXPECT_EQ(digest_of(read_file(json)).hex(), run.report);
  workspace.dialect().execute("delete from document_piece where digest = '" + run.report + "'", {});
  EXPECT_THROW(export_check_report(workspace, run, tests::access_day, folder.path() / "again.pdf"), Problem);
  EXPECT_FALSE(exists(folder.path() / "again.pdf"));
}

} // namespace
