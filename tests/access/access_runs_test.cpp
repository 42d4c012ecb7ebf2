#include "tests/certificates/lookalikes.hpp"
#include "tests/support/workspaces.hpp"
#include "toolkit/access/endpoint_run.hpp"
#include "toolkit/access/population_run.hpp"
#include "toolkit/workspace/care.hpp"
#include "toolkit/workspace/dialect.hpp"
#include "toolkit/workspace/intactness.hpp"
#include "toolkit/workspace/journal.hpp"
#include "toolkit/workspace/personal_file.hpp"

#include <gmock/gmock.h>

namespace tests {
namespace {

using namespace hdskit;
using testing::Contains;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

class AccessRuns : public OnEachEngine {
protected:
  Workspace workspace_ = fresh_workspace();
  ListCache cache_{folder() / "lists"};
  std::filesystem::path cards_ = folder() / "cards";

  AccessRuns() {
    std::filesystem::create_directories(cards_);
    import(hierarchies().root);
    import(hierarchies().persons);
    write_file(folder() / "aci.crl",
               hierarchies().persons.list({{2, instant("2026-05-04T08:00:00Z"), 1}}, instant("2026-11-22T07:00:00Z"), instant("2026-11-29T07:00:00Z"), 12));
    add("list_source", {{"reference", "ACI-FO-PP"}, {"location", (folder() / "aci.crl").string()}});
    card("good.der", 1, "2028-01-01T00:00:00Z");
    card("revoked.der", 2, "2028-01-01T00:00:00Z");
    card("soon.der", 3, "2026-12-15T00:00:00Z");
  }
  void import(const LookalikeAuthority& authority) {
    workspace_.change(acting(), [&](Change& change) {
      const auto offered = offered_anchors(workspace_, authority.der(), "igc.der").front();
      import_anchor(change, offered, offered.fingerprint, "", "igc.der");
    });
  }
  void add(const char* kind, const Assignments& values) {
    workspace_.change(acting(), [&](Change& change) { access_kind(kind).add(change, values); });
  }
  void card(const char* name, std::uint64_t serial, const char* until) {
    auto person = nurse(serial);
    person.not_after = instant(until);
    write_file(cards_ / name, hierarchies().persons.issue(person));
  }
  PopulationRun check() {
    const auto trust = trust_of_workspace(workspace_, cache_, today);
    PopulationOrder order;
    order.place = cards_;
    order.trust = trust.setting;
    order.detailed = true;
    std::vector<PopulationCard> cards;
    const auto report = check_population(order, {}, [&](const PopulationEntry& entry) { cards.push_back(card_of(entry)); });
    PopulationRun run;
    workspace_.change(acting(), [&](Change& change) { run = record_population(change, order, trust, report, cards); });
    return run;
  }
};
INSTANTIATE_ON_BOTH_ENGINES(AccessRuns);

TEST_P(AccessRuns, check_the_population_with_what_the_workspace_trusts) {
  const auto run = check();
  EXPECT_EQ(run.reference, "PC1");
  EXPECT_EQ(run.certificates, 3);
  EXPECT_EQ(run.good, 2);
  EXPECT_EQ(run.revoked, 1);
  EXPECT_EQ(run.expiring, 1);
  EXPECT_EQ(run.trust.size(), 1u);
  EXPECT_EQ(run.lists, std::vector<std::string>{digest_of_file(folder() / "aci.crl").hex()});
  EXPECT_THAT(run.findings, IsEmpty());
  EXPECT_EQ(check().reference, "PC2");
  EXPECT_THAT(check_workspace(workspace_), IsEmpty());
}

TEST_P(AccessRuns, keep_names_apart_from_what_stays_for_good) {
  write_file(cards_ / "Mme-Epinette.pem", "rien");
  const auto run = check();
  EXPECT_THAT(run.findings, testing::ElementsAre("1 files could not be read."));
  std::string journal;
  for (const auto& entry : journal_entries(workspace_)) journal += entry.before + entry.after;
  EXPECT_THAT(journal, Not(HasSubstr("PINETTE")));
  EXPECT_THAT(journal, Not(HasSubstr("Epinette")));
  const auto details = personal_file(workspace_, run.details);
  ASSERT_TRUE(details);
  EXPECT_EQ(details->kept_until, Date::parse("2026-11-22")->plus_days(395));
  EXPECT_THAT(details->content, HasSubstr("Epinette"));
  const auto cards = cards_of(workspace_, run).value();
  ASSERT_EQ(cards.size(), 3u);
  EXPECT_EQ(cards[0].name, "ÉPINETTE Zoé");
  EXPECT_TRUE(cards[1].has("revoked"));
  EXPECT_EQ(cards[1].revoked_on, Date::parse("2026-05-04"));
  EXPECT_EQ(cards[2].not_after, Date::parse("2026-12-15"));
}

TEST_P(AccessRuns, forget_the_details_and_keep_the_figures) {
  const auto run = check();
  workspace_.change(acting(), [&](Change& change) { forget_personal_files(change, *Date::parse("2028-11-22")); });
  EXPECT_FALSE(cards_of(workspace_, run));
  EXPECT_EQ(read_access(workspace_).population_runs.front().certificates, 3);
  EXPECT_THAT(check_workspace(workspace_), IsEmpty());
}

TEST_P(AccessRuns, never_call_a_certificate_good_whose_list_was_not_fetched) {
  workspace_.change(acting(), [&](Change& change) { access_kind("list_source").remove(change, 1); });
  add("list_source", {{"reference", "ACI-FO-PP"}, {"location", "http://127.0.0.1:1/aci.crl"}});
  const auto run = check();
  EXPECT_EQ(run.good, 0);
  EXPECT_EQ(run.unknown, 3);
  EXPECT_THAT(run.findings, Contains(HasSubstr("never fetched")));
}

TEST_P(AccessRuns, list_what_ends_month_by_month) {
  const auto cards = cards_of(workspace_, check()).value();
  const auto day = *Date::parse("2026-11-22");
  EXPECT_THAT(expiry_calendar(cards, day, 10), IsEmpty());
  const auto soon = expiry_calendar(cards, day, 60);
  ASSERT_EQ(soon.size(), 1u);
  EXPECT_EQ(soon[0].first, Date::parse("2026-12-01"));
  const auto all = expiry_calendar(cards, day, 3650);
  ASSERT_EQ(all.size(), 2u) << "the revoked card needs no renewal";
  EXPECT_EQ(all[1].cards.size(), 1u);
}

TEST_P(AccessRuns, record_what_an_endpoint_answered) {
  add("hosted_endpoint", {{"reference", "DPI-WEB"}, {"url", "https://dpi.hopital.example/"}, {"ownership", "La DSI"}});
  const auto endpoint = find_endpoint(workspace_, "DPI-WEB");
  EndpointReport report;
  report.conclusion.conclusive = true;
  report.conclusion.findings.push_back({"accepts_revoked", EndpointSeverity::high, "Une carte révoquée entre.", "TLS 1.3: HTTP status 200"});
  EndpointRun run;
  workspace_.change(acting(), [&](Change& change) { run = record_endpoint_run(change, endpoint, report); });
  EXPECT_EQ(run.reference, "EP1");
  EXPECT_EQ(run.verdict, EndpointVerdict::faults);
  EXPECT_EQ(report_of(workspace_, run).conclusion.findings.front().id, "accepts_revoked");
  EXPECT_THAT(check_workspace(workspace_), IsEmpty());
  workspace_.dialect().execute("delete from document_piece where digest = '" + run.report + "'", {});
  EXPECT_EQ(problem_of([&] { report_of(workspace_, run); }).kind(), ProblemKind::damaged);
}

TEST_P(AccessRuns, ask_only_an_endpoint_that_was_declared_and_described) {
  add("hosted_endpoint", {{"reference", "DPI-WEB"}, {"url", "https://dpi.hopital.example/"}, {"ownership", "La DSI"}});
  EXPECT_TRUE(declared_endpoint(workspace_, "https://dpi.hopital.example/"));
  EXPECT_FALSE(declared_endpoint(workspace_, "https://dpi.hopital.example/api"));
  EXPECT_THAT(problem_of([&] { order_of_endpoint(workspace_, find_endpoint(workspace_, "DPI-WEB")); }).remedy(), HasSubstr("server_ca"));
}

} // namespace
} // namespace tests
