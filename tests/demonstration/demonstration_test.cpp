#include "tests/support/workspaces.hpp"
#include "toolkit/demonstration/create_demonstration.hpp"
#include "toolkit/dossier/build_dossier.hpp"
#include "toolkit/dossier/completeness.hpp"
#include "toolkit/dossier/template_store.hpp"
#include "toolkit/evidence/evidence_store.hpp"
#include "toolkit/evidence/verify_evidence.hpp"
#include "toolkit/procedure/procedure_store.hpp"
#include "toolkit/procedure/standing.hpp"
#include "toolkit/workspace/care.hpp"
#include "toolkit/workspace/journal.hpp"

#include <gmock/gmock.h>

using namespace hdskit;
using namespace tests;

namespace {

Date day() { return *Date::of(2026, 11, 22); }

} // namespace

/// One demonstration for all tests of this file: making it typesets 41 documents.
class Demonstration : public testing::Test {
protected:
  static void SetUpTestSuite() {
    folder_ = new ScratchFolder;
    create_demonstration((folder_->path() / "demo.hds").string(), acting());
  }
  static void TearDownTestSuite() {
    delete folder_;
    folder_ = nullptr;
  }
  static Workspace open() { return Workspace::open((folder_->path() / "demo.hds").string()); }
  static const std::filesystem::path& folder() { return folder_->path(); }

private:
  static inline ScratchFolder* folder_ = nullptr;
};

TEST_F(Demonstration, hosts_eleven_establishments_with_twelve_services_and_forty_documents) {
  const auto input = read_dossier_input(open());
  EXPECT_EQ(input.organisation.clients.size(), 11u);
  EXPECT_EQ(input.organisation.services.size(), 12u);
  EXPECT_GE(input.evidence.size(), 40u);
  EXPECT_THAT(input.evidence, testing::Contains(testing::Field(&Evidence::media_type, "image/jpeg")));
  for (const auto& evidence : input.evidence) EXPECT_FALSE(evidence.approver.empty() && evidence.author.empty()) << evidence.code;
}

TEST_F(Demonstration, lacks_what_its_readme_says_and_nothing_else) {
  std::vector<std::string> gaps;
  for (const auto& gap : find_gaps(read_dossier_input(open()), day())) gaps.push_back(gap.item + " " + std::string{word_of(gap.kind)});
  EXPECT_THAT(gaps, testing::UnorderedElementsAre("R1111-9-5 statement-empty", "R1111-14-1-f unanswered", "R1111-12-6 annex-absent",
                                                  "R1111-14-2-a not-demonstrated", "quality_manager mandate-vacant", "R1111-13-8 clause-missing",
                                                  "ANNUAIRE-2024 annex-uncited", "ANNUAIRE-2024 evidence-expired", "SALLE-CERTIF evidence-expired"));
}

TEST_F(Demonstration, waits_for_the_opinion_of_the_cnil_on_what_it_filed_in_autumn) {
  const auto files = all_procedures(open());
  ASSERT_EQ(files.size(), 1u);
  const auto standing = standing_of(files.front(), day());
  EXPECT_EQ(standing.state, ProcedureState::under_way);
  EXPECT_EQ(standing.filed, Date::of(2026, 10, 5));
  ASSERT_TRUE(standing.find("cnil"));
  EXPECT_EQ(standing.find("cnil")->state, StageState::running);
  EXPECT_EQ(standing.find("cnil")->latest, Date::of(2026, 12, 8));
  EXPECT_FALSE(standing.find("cnil")->hypothetical);
}

TEST_F(Demonstration, refers_only_to_records_that_it_has) { EXPECT_THAT(check_workspace(open()), testing::IsEmpty()); }

TEST_F(Demonstration, is_intact_in_every_byte_and_every_link) {
  const auto workspace = open();
  for (const auto& finding : verify_evidence(workspace, day())) EXPECT_NE(finding.verdict, Verdict::not_met) << finding.sentence;
  EXPECT_FALSE(verify_journal(workspace));
}

TEST_F(Demonstration, fills_every_template) { EXPECT_THAT(check_templates(open(), day()), testing::IsEmpty()); }

TEST_F(Demonstration, makes_the_same_dossier_twice_whatever_the_number_of_threads) {
  const auto workspace = open();
  const auto first = build_dossier(workspace, {.day = day(), .output = folder() / "a.pdf", .version = "1", .threads = 2});
  const auto second = build_dossier(workspace, {.day = day(), .output = folder() / "b.pdf", .version = "1", .threads = 1});
  EXPECT_EQ(first.pdf.digest, second.pdf.digest);
  EXPECT_EQ(digest_of_file(first.archive), digest_of_file(second.archive));
  EXPECT_GE(first.pdf.pages, 120);
  EXPECT_TRUE(first.draft);
}

TEST_F(Demonstration, is_made_again_with_the_same_documents) {
  create_demonstration((folder() / "again.hds").string(), acting());
  const auto digests = [](const Workspace& workspace) {
    std::vector<std::string> all;
    for (const auto& evidence : all_evidence(workspace)) all.push_back(evidence.code + " " + evidence.digest);
    return all;
  };
  EXPECT_EQ(digests(Workspace::open((folder() / "again.hds").string())), digests(open()));
}

TEST_F(Demonstration, refuses_a_place_that_is_taken_and_leaves_it_alone) {
  write_file(folder() / "taken", "mine");
  EXPECT_EQ(problem_of([&] { create_demonstration((folder() / "taken").string(), acting()); }).kind(), ProblemKind::bad_input);
  EXPECT_EQ(read_file(folder() / "taken"), "mine");
}
