#include "tests/dossier/sample_input.hpp"
#include "toolkit/base/file.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/dossier/chapter.hpp"
#include "toolkit/dossier/deadlines.hpp"
#include "toolkit/dossier/template_filler.hpp"

#include <gmock/gmock.h>

#include <algorithm>

using namespace hdskit;
using testing::AllOf;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

namespace {

const Chapter& chapter() { return **std::ranges::find(all_chapters(), "acces", &Chapter::id); }
Date day_of(const char* text) { return *Date::parse(text); }

class ChapterOfAccess : public testing::Test {
protected:
  ChapterOfAccess() {
    auto& access = facts.access;
    access.anchors = {{.reference = "ACR-FO", .subject = "CN=AC RACINE IGC-SANTE FORT", .fingerprint = std::string(64, 'b')}};
    access.lists = {{.reference = "ACI-FO-PP", .location = "http://listes.example/ACI-FO-PP.crl"}};
    access.population_runs = {{.reference = "PC1", .moment = "2026-11-20T06:00:00Z", .engine = "fast", .certificates = 120, .good = 118, .revoked = 2}};
    access.endpoints = {{.id = HostedEndpointId{1}, .reference = "DPI-WEB", .service = "DPI", .url = "https://dpi.example/", .ownership = "DSI"}};
    access.endpoint_runs = {{.reference = "EP1",
                             .endpoint = "DPI-WEB",
                             .url = "https://dpi.example/",
                             .moment = "2026-11-21T06:00:00Z",
                             .verdict = EndpointVerdict::as_it_should,
                             .report = "r"}};
    EndpointCase valid{.name = "valid", .protocol = "TLS 1.3", .expected = EndpointSeen::accepted, .seen = EndpointSeen::accepted, .evidence = "HTTP 200"};
    EndpointCase revoked{.name = "revoked", .protocol = "TLS 1.3", .seen = EndpointSeen::refused, .evidence = "TLS alert 44", .given = true};
    facts.endpoint_reports["EP1"] = {.cases = {valid, revoked}, .conclusion = {.findings = {}, .remarks = {}, .conclusive = true}};
    access.campaigns = {{.id = ReviewCampaignId{1},
                         .reference = "RH1",
                         .title = "Revue 2026",
                         .opened_on = day_of("2026-03-02"),
                         .lines = 122,
                         .findings = 7,
                         .state = CampaignState::closed,
                         .reviewer = "Nadège Pellerin",
                         .decided = 122,
                         .withdrawn = 2}};
    access.signatures = {{.reference = "SG1",
                          .subject = "review_campaign RH1",
                          .signer = "Nadège Pellerin",
                          .signed_at = "2026-04-01T09:00:00Z",
                          .content = "c",
                          .document = "d",
                          .standing = "good"}};
    access.withdrawals = {{.reference = "RT1", .campaign = "RH1", .line = 4, .due = day_of("2026-05-01"), .done_on = day_of("2026-04-12"), .done_by = "DSI"}};
  }
  ChapterInput input() const { return {.facts = facts, .annexes = annexes, .gaps = gaps, .day = day_of("2026-11-22"), .version = "1"}; }
  static std::string shipped(std::string_view id) { return read_file(SOURCE_DIR "/templates/" + std::string{id} + ".md"); }
  std::string printed() const {
    const LanguageScope french{Language::french};
    return replaced(fill_template("acces", shipped, chapter().gather(input())), "\\", "");
  }
  std::vector<GapKind> kinds() const {
    std::vector<GapKind> all;
    for (const auto& gap : find_gaps(facts, day_of("2026-11-22"))) all.push_back(gap.kind);
    return all;
  }

  DossierInput facts = tests::complete_input();
  std::vector<PlannedAnnex> annexes = plan_annexes(facts);
  std::vector<Gap> gaps;
};

} // namespace

TEST_F(ChapterOfAccess, is_there_once_anything_about_access_is) {
  EXPECT_TRUE(chapter().present(input()));
  facts.access = {};
  EXPECT_FALSE(chapter().present(input()));
}

TEST_F(ChapterOfAccess, names_each_authority_with_the_fingerprint_that_was_compared) {
  EXPECT_THAT(printed(), AllOf(HasSubstr("| **ACR-FO** | CN=AC RACINE IGC-SANTE FORT | bbbbbbbb bbbbbbbb"), HasSubstr("listes de révocation suivies : 1")));
}

TEST_F(ChapterOfAccess, tells_the_checks_of_the_year_and_marks_those_where_not_all_is_good) {
  EXPECT_THAT(printed(), HasSubstr("| **PC1** ▲ | 20/11/2026 | 120 | 118 | 2 | 0 | 0 | 0 | 0 | 0 |"));
  facts.access.population_runs[0].good = 120;
  EXPECT_THAT(printed(), HasSubstr("| **PC1** | 20/11/2026 |"));
  facts.access.population_runs[0].moment = "2025-01-20T06:00:00Z";
  EXPECT_THAT(printed(), HasSubstr("**Aucun contrôle de la population des certificats en douze mois.**"));
}

TEST_F(ChapterOfAccess, shows_the_matrix_of_the_last_check_beside_its_control) {
  EXPECT_THAT(printed(), AllOf(HasSubstr("| Carte valide (témoin) | TLS 1.3 | accepté | ✔ accepté | HTTP 200 |"),
                               HasSubstr("| Cas « revoked » | TLS 1.3 | refusé | ✔ refusé | TLS alert 44 |"), HasSubstr("dont 1 conformes")));
  facts.endpoint_reports["EP1"].cases[1].seen = EndpointSeen::accepted;
  EXPECT_THAT(printed(), HasSubstr("| refusé | ✖ accepté |"));
  facts.endpoint_reports["EP1"].conclusion.conclusive = false;
  EXPECT_THAT(printed(), HasSubstr("**Rien n’est conclu"));
}

TEST_F(ChapterOfAccess, tells_who_signed_a_review_and_what_followed) {
  EXPECT_THAT(printed(), AllOf(HasSubstr("| **RH1** | 02/03/2026 | 122 | 7 |"),
                               HasSubstr("| **RH1** Revue 2026 | ✔ carte de Nadège Pellerin, le 01/04/2026 | 1 sur 1 |")));
  facts.access.signatures[0].standing = "unknown";
  EXPECT_THAT(printed(), HasSubstr("▲ carte de Nadège Pellerin"));
  facts.access.signatures.clear();
  EXPECT_THAT(printed(), HasSubstr("✔ close par Nadège Pellerin, sans carte"));
  facts.access.withdrawals[0].done_on.reset();
  EXPECT_THAT(printed(), AllOf(HasSubstr("| 0 sur 1 ▲ |"), HasSubstr("| **RT1** | RH1 | 4 |"), HasSubstr("01/05/2026 ▲")));
}

TEST_F(ChapterOfAccess, what_holds_leaves_no_gap) { EXPECT_THAT(kinds(), IsEmpty()); }

TEST_F(ChapterOfAccess, a_door_that_is_faulty_or_was_not_checked_in_time_is_a_gap) {
  facts.access.endpoint_runs[0].verdict = EndpointVerdict::faults;
  EXPECT_THAT(kinds(), ElementsAre(GapKind::endpoint_faulty));
  facts.access.endpoint_runs[0].verdict = EndpointVerdict::inconclusive;
  EXPECT_THAT(kinds(), ElementsAre(GapKind::endpoint_unproven));
  facts.access.endpoint_runs.clear();
  EXPECT_THAT(kinds(), ElementsAre(GapKind::endpoint_unproven));
}

TEST_F(ChapterOfAccess, a_year_without_a_signed_review_is_a_gap_and_an_open_one_proves_nothing) {
  facts.access.campaigns[0].state = CampaignState::open;
  EXPECT_THAT(kinds(), ElementsAre(GapKind::review_overdue));
  facts.access.campaigns[0].state = CampaignState::signed_off;
  facts.access.campaigns[0].opened_on = day_of("2025-11-21");
  EXPECT_THAT(kinds(), ElementsAre(GapKind::review_overdue));
  facts.access.campaigns[0].opened_on = day_of("2025-11-22");
  EXPECT_THAT(kinds(), IsEmpty());
  facts.access = {};
  EXPECT_THAT(kinds(), IsEmpty()) << "a hospital that does not record its accesses here answers by documents";
}

TEST_F(ChapterOfAccess, a_withdrawal_that_nobody_carried_out_in_time_is_a_gap) {
  facts.access.withdrawals[0].done_on.reset();
  EXPECT_THAT(kinds(), ElementsAre(GapKind::withdrawal_late));
  facts.access.withdrawals[0].due = day_of("2026-11-22");
  EXPECT_THAT(kinds(), IsEmpty());
}

TEST_F(ChapterOfAccess, checks_reviews_and_withdrawals_are_deadlines) {
  facts.access.withdrawals[0].done_on.reset();
  const auto deadlines = deadlines_of(facts, day_of("2026-11-22"));
  EXPECT_EQ(find_deadline(deadlines, "endpoint-DPI-WEB-check").day, day_of("2027-11-21"));
  EXPECT_EQ(find_deadline(deadlines, "access-review").day, day_of("2027-03-02"));
  EXPECT_EQ(find_deadline(deadlines, "access-review").owner, "Nadège Pellerin");
  EXPECT_EQ(find_deadline(deadlines, "withdrawal-RT1").subject, "withdrawal:RT1");
  facts.access.campaigns[0].state = CampaignState::open;
  facts.access.campaigns[0].due = day_of("2026-12-20");
  EXPECT_EQ(find_deadline(deadlines_of(facts, day_of("2026-11-22")), "campaign-RH1").day, day_of("2026-12-20"));
}
