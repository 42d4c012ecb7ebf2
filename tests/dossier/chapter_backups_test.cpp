#include "tests/continuity/small_hospital.hpp"
#include "tests/dossier/sample_input.hpp"
#include "tests/dossier/sample_restore.hpp"
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

const Chapter& chapter() { return **std::ranges::find(all_chapters(), "sauvegardes", &Chapter::id); }

class ChapterOfBackups : public testing::Test {
protected:
  ChapterOfBackups() {
    facts.continuity = sound_hospital();
    facts.backups.sources = {{.id = BackupSourceId{1},
                              .reference = "DPI-NUIT",
                              .kind = SourceKind::restic,
                              .location = "/sauvegardes/dpi",
                              .service = "DPI",
                              .copy = CopyClass::other_site,
                              .referent = "Dr Solène Vaugrenard"}};
    facts.backups.runs = {tests::run_of(tests::failed_report(), 1), tests::run_of(tests::proven_report(), 2)};
    facts.backup_chain = {.runs = 2, .head = std::string(64, 'a'), .faults = {}};
  }
  ChapterInput input() const { return {.facts = facts, .annexes = annexes, .gaps = gaps, .day = day(2026, 11, 22), .version = "1"}; }
  static std::string shipped(std::string_view id) { return read_file(SOURCE_DIR "/templates/" + std::string{id} + ".md"); }
  std::string printed() const {
    const LanguageScope french{Language::french};
    return replaced(fill_template("sauvegardes", shipped, chapter().gather(input())), "\\", "");
  }
  page::Blocks blocks() const {
    const LanguageScope french{Language::french};
    const auto words = chapter().gather(input());
    return page::blocks_of_markdown(fill_template("sauvegardes", shipped, words), "sauvegardes", words.figures());
  }
  std::vector<GapKind> kinds() const {
    std::vector<GapKind> all;
    for (const auto& gap : find_gaps(facts, day(2026, 11, 22))) all.push_back(gap.kind);
    return all;
  }
  void add_source(std::string reference, CopyClass copy) {
    facts.backups.sources.push_back({.id = BackupSourceId{2}, .reference = std::move(reference), .location = "/bandes", .service = "DPI", .copy = copy});
  }

  DossierInput facts = tests::complete_input();
  std::vector<PlannedAnnex> annexes = plan_annexes(facts);
  std::vector<Gap> gaps;
};

} // namespace

TEST_F(ChapterOfBackups, is_there_once_a_source_or_a_test_is) {
  EXPECT_TRUE(chapter().present(input()));
  facts.backups.sources.clear();
  EXPECT_TRUE(chapter().present(input())) << "a test that was run is told, even when its source was removed";
  facts.backups.runs.clear();
  EXPECT_FALSE(chapter().present(input()));
}

TEST_F(ChapterOfBackups, tells_each_source_with_its_objectives_and_last_proof) {
  EXPECT_THAT(
      printed(),
      HasSubstr("| **DPI-NUIT** | service DPI ; dépôt restic, copie sur un autre site | 3\u00A0h\u00A030 | 1\u00A0j | ✔ prouvée | 22/11/2026 | 22/11/2027 |"));
}

TEST_F(ChapterOfBackups, tells_every_test_of_the_year_failed_ones_included_with_the_chain) {
  const auto text = printed();
  EXPECT_THAT(text, AllOf(HasSubstr("| 1 | **TR1** | DPI-NUIT | 15/11/2026 | ✖ en défaut |"), HasSubstr("| 2 | **TR2** | DPI-NUIT |"),
                          HasSubstr("La chaîne compte 2 essais"), HasSubstr(std::string(64, 'a')), HasSubstr("La chaîne est intacte")));
  EXPECT_THAT(text, HasSubstr("Essais : **2**, dont 1 prouvés, 1 en défaut"));
}

TEST_F(ChapterOfBackups, counts_what_is_older_than_a_year_so_that_the_numbers_add_up) {
  facts.backups.runs[0].started = "2025-11-15T02:15:00Z";
  EXPECT_THAT(printed(), AllOf(HasSubstr("Essais : **1**"), HasSubstr("Essais plus anciens : 1"), HasSubstr("| 2 | **TR2**"), Not(HasSubstr("**TR1**"))));
}

TEST_F(ChapterOfBackups, a_failure_is_told_with_what_followed) {
  EXPECT_THAT(printed(), HasSubstr("✔ prouvé par TR2, le 22\u00A0novembre\u00A02026"));
  facts.backups.runs.pop_back();
  EXPECT_THAT(printed(), AllOf(HasSubstr("**pas encore prouvé depuis**"), HasSubstr("✖ en défaut")));
  facts.backups.runs.push_back(tests::run_of(tests::proven_report(), 2));
  facts.backups.runs[1].source = "AUTRE";
  EXPECT_THAT(printed(), HasSubstr("**pas encore prouvé depuis**")) << "the proof of another source proves nothing here";
}

TEST_F(ChapterOfBackups, a_broken_chain_is_told_fault_by_fault) {
  facts.backup_chain.faults = {"TR1 is gone."};
  EXPECT_THAT(printed(), AllOf(HasSubstr("**La chaîne est rompue :**"), HasSubstr("▲ TR1 is gone."), Not(HasSubstr("intacte"))));
  EXPECT_THAT(kinds(), Contains(GapKind::chain_broken));
}

TEST_F(ChapterOfBackups, draws_the_times_of_each_source_that_was_restored) {
  const auto figures = [&] {
    const auto all = blocks();
    return std::ranges::count_if(all, [](const page::Block& block) { return std::holds_alternative<page::Figure>(block.value); });
  };
  EXPECT_EQ(figures(), 1);
  for (auto& run : facts.backups.runs) run.restore_seconds.reset();
  EXPECT_EQ(figures(), 0);
}

TEST_F(ChapterOfBackups, a_copy_counts_only_once_its_restore_was_proven) {
  EXPECT_THAT(printed(), HasSubstr("| **DPI** | – | ✔ 22/11/2026 | – | – |"));
  add_source("DPI-BANDE", CopyClass::offline);
  EXPECT_THAT(printed(), AllOf(HasSubstr("| ✖ jamais prouvée en douze mois | – |"), HasSubstr("**DPI-BANDE** (service DPI, copie hors ligne)")));
  facts.backups.sources[0].copy = CopyClass::primary;
  EXPECT_THAT(printed(), HasSubstr("| **DPI** ▲ |"));
}

TEST_F(ChapterOfBackups, objective_four_of_care_wants_a_proof_and_a_referent) {
  EXPECT_THAT(printed(), AllOf(HasSubstr("✔ établi | Restaurations prouvées en douze mois : 1"), HasSubstr("✔ établi | Dr Solène Vaugrenard")));
  add_source("DPI-BANDE", CopyClass::offline);
  EXPECT_THAT(printed(), HasSubstr("△ en partie | Dr Solène Vaugrenard ; sans référent : DPI-BANDE"));
  facts.backups.runs.pop_back();
  EXPECT_THAT(printed(), HasSubstr("✖ non établi | Restaurations prouvées en douze mois : 0"));
}

TEST_F(ChapterOfBackups, explains_samples_only_when_they_are_used) {
  EXPECT_THAT(printed(), Not(HasSubstr("hypergéométrique")));
  facts.backups.sources[0].turns = 20;
  facts.backups.sources[0].random_permille = 10;
  EXPECT_THAT(printed(),
              AllOf(HasSubstr("hypergéométrique"), HasSubstr("un cycle de 20 essais, 5\u00A0% du contenu à chacun, et 1\u00A0% tiré au sort en plus")));
}

TEST_F(ChapterOfBackups, a_proven_source_leaves_no_gap) { EXPECT_THAT(find_gaps(facts, day(2026, 11, 22)), IsEmpty()); }

TEST_F(ChapterOfBackups, a_source_that_fails_was_never_proven_or_is_overdue_is_a_gap) {
  facts.backups.runs.pop_back();
  EXPECT_THAT(kinds(), ElementsAre(GapKind::backup_failing));
  facts.backups.runs.clear();
  EXPECT_THAT(kinds(), ElementsAre(GapKind::backup_unproven));
  facts.backups.runs = {tests::run_of(tests::proven_report(), 2)};
  facts.backups.sources[0].test_every = 30;
  facts.backups.runs[0].started = "2026-10-01T02:15:00Z";
  EXPECT_THAT(kinds(), ElementsAre(GapKind::backup_unproven));
}

TEST_F(ChapterOfBackups, a_vital_service_without_a_source_is_a_gap_unless_an_arrangement_below_it_has_one) {
  facts.organisation.services[0].criticality = Criticality::vital;
  facts.backups.sources[0].service.clear();
  EXPECT_THAT(kinds(), ElementsAre(GapKind::backup_missing));
  EXPECT_THAT(printed(), HasSubstr("Services vitaux sans source de sauvegarde : **DPI**"));
  facts.backups.sources[0].arrangement = "SV1";
  EXPECT_THAT(kinds(), IsEmpty());
  facts.backups = {};
  EXPECT_THAT(kinds(), IsEmpty()) << "a hospital that does not use the tests answers for its backups by documents";
}

TEST_F(ChapterOfBackups, the_report_of_a_test_is_cited_by_its_chapter) {
  auto report = facts.evidence[0];
  report.code = "TR2";
  report.requirements.clear();
  facts.evidence.push_back(report);
  EXPECT_THAT(kinds(), ElementsAre(GapKind::annex_uncited));
  facts.backups.runs[1].evidence = "TR2";
  EXPECT_THAT(kinds(), IsEmpty());
}

TEST_F(ChapterOfBackups, the_next_test_of_a_source_is_a_deadline_and_takes_the_place_of_others_on_the_same_test) {
  const auto uids = [&] {
    std::vector<std::string> all;
    for (const auto& deadline : deadlines_of(facts, day(2026, 11, 22))) all.push_back(deadline.uid);
    return all;
  };
  const auto deadline = find_deadline(deadlines_of(facts, day(2026, 11, 22)), "source-DPI-NUIT-test");
  EXPECT_EQ(deadline.day, day(2027, 11, 22));
  EXPECT_EQ(deadline.subject, "backup_source:DPI-NUIT");
  EXPECT_EQ(deadline.owner, "Dr Solène Vaugrenard");
  EXPECT_THAT(uids(), Contains("backup-SV1-test"));
  facts.backups.sources[0].arrangement = "sv1";
  EXPECT_THAT(uids(), Not(Contains("backup-SV1-test")));
  auto report = facts.evidence[0];
  report.code = "TR2";
  report.next_test = day(2027, 11, 22);
  facts.evidence.push_back(report);
  EXPECT_THAT(uids(), Contains("evidence-TR2-test"));
  facts.backups.runs[1].evidence = "TR2";
  EXPECT_THAT(uids(), Not(Contains("evidence-TR2-test")));
}

TEST_F(ChapterOfBackups, a_source_that_was_never_proven_is_due_today) {
  facts.backups.runs.clear();
  EXPECT_EQ(find_deadline(deadlines_of(facts, day(2026, 11, 22)), "source-DPI-NUIT-test").day, day(2026, 11, 22));
}
