#include "tests/dossier/sample_restore.hpp"
#include "tests/support/workspaces.hpp"
#include "toolkit/dossier/file_restore_test.hpp"
#include "toolkit/dossier/restore_figures.hpp"
#include "toolkit/dossier/restore_report_words.hpp"
#include "toolkit/dossier/restore_words.hpp"
#include "toolkit/page/pdf_writer.hpp"

#include <gmock/gmock.h>

using namespace hdskit;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

namespace {

Date today() { return *Date::of(2026, 11, 22); }

page::Document document(const RestoreReport& report) { return compose_restore_report(tests::run_of(report), report, "CHI d’essai", today(), shipped_template); }

std::string text_of(const page::Inlines& inlines) {
  std::string text;
  for (const auto& piece : inlines) text += piece.text;
  return text;
}

std::string text_of_blocks(const page::Blocks& blocks);

struct Printed {
  std::string operator()(const page::Heading& heading) const { return text_of(heading.text) + "\n"; }
  std::string operator()(const page::Paragraph& paragraph) const { return text_of(paragraph.text) + "\n"; }
  std::string operator()(const page::Figure& figure) const { return figure.alternative + "\n"; }
  std::string operator()(const page::FormField& field) const { return field.label + "\n"; }
  std::string operator()(const page::List& list) const {
    std::string text;
    for (const auto& item : list.items) text += text_of_blocks(item);
    return text;
  }
  std::string operator()(const page::Table& table) const {
    std::string text = text_of(table.caption) + "\n";
    for (const auto& row : table.rows) {
      for (const auto& cell : row) text += "| " + text_of(cell.text) + " ";
      text += "|\n";
    }
    return text;
  }
  std::string operator()(const auto&) const { return ""; }
};

std::string text_of_blocks(const page::Blocks& blocks) {
  std::string text;
  for (const auto& block : blocks) text += std::visit(Printed{}, block.value);
  return text;
}

std::string printed(const RestoreReport& report) { return text_of_blocks(document(report).blocks); }

} // namespace

TEST(RestoreReportPaper, says_the_verdict_its_reason_and_its_level_first) {
  const auto blocks = document(tests::proven_report()).blocks;
  const auto figure = std::ranges::find_if(blocks, [](const page::Block& block) { return std::holds_alternative<page::Figure>(block.value); });
  ASSERT_NE(figure, blocks.end());
  EXPECT_LE(figure - blocks.begin(), 2);
  EXPECT_THAT(std::get<page::Figure>(figure->value).alternative, AllOf(HasSubstr("Restauration prouvée"), HasSubstr("objectifs sont tenus"), HasSubstr("L3")));
}

TEST(RestoreReportPaper, each_verdict_has_its_own_sign_words_and_colour) {
  std::set<std::string> titles, signs;
  for (const auto verdict : {RunVerdict::proven, RunVerdict::difference, RunVerdict::objective_missed, RunVerdict::inconclusive}) {
    titles.insert(verdict_title(verdict));
    signs.insert(verdict_sign(verdict));
  }
  EXPECT_EQ(titles.size(), 4u);
  EXPECT_EQ(signs.size(), 4u);
}

TEST(RestoreReportPaper, every_reason_of_a_verdict_has_words_and_something_to_do) {
  for (const auto* reason : {"drill_broken", "no_backup", "nothing_restored", "damaged", "content_differs", "missing_files", "extra_files", "attributes_lost",
                             "unreadable", "check_failed", "suspicious", "rto_missed", "rpo_missed", "gap_in_backups", "proven", "proven_without_reference"}) {
    EXPECT_NE(restore_reason_text(reason), reason);
    EXPECT_NE(restore_action_text(reason), restore_action_text("no such word")) << reason;
  }
  for (const auto& phase : restore_phases()) EXPECT_NE(phase_title(phase.word), phase.word);
  for (std::size_t i = 0; i < aspect_count; ++i)
    EXPECT_EQ(aspect_title(word_of(static_cast<Aspect>(i))), aspect_title(static_cast<Aspect>(i))) << "the table stands in the order of the aspects";
}

TEST(RestoreReportPaper, sets_what_was_measured_beside_what_was_promised) {
  EXPECT_THAT(printed(tests::proven_report()), AllOf(HasSubstr("| DMIA (RTO) | 4\u00A0h | service hébergé DPI | 2\u00A0h\u00A048 | ✔ tenue |"),
                                                     HasSubstr("| PDMA (RPO) | 1\u00A0j | ACT1 → DPI → SV1 | 4\u00A0h\u00A015 | ✔ tenue |")));
  EXPECT_THAT(printed(tests::failed_report()), AllOf(HasSubstr("| 4\u00A0h\u00A043 | ✖ dépassée |"), HasSubstr("| 4\u00A0h\u00A017 | sans valeur |")))
      << "nothing is held by data that are not what they should be";
}

TEST(RestoreReportPaper, a_drill_that_broke_holds_no_objective) {
  auto report = tests::proven_report();
  report.verdict = RunVerdict::inconclusive;
  report.reason = "drill_broken";
  EXPECT_THAT(printed(report), AllOf(HasSubstr("Essai non concluant"), HasSubstr("sans valeur"), Not(HasSubstr("tenue"))));
  report.restore_time.reset();
  EXPECT_THAT(printed(report), HasSubstr("non mesurée"));
}

TEST(RestoreReportPaper, counts_verdicts_and_the_aspects_in_which_something_differs) {
  EXPECT_THAT(printed(tests::failed_report()), AllOf(HasSubstr("| 3 | 12 | 0 | 0 | 0 | 0 |"), HasSubstr("| Contenu | oui | 3 | 0 |"),
                                                     HasSubstr("| Listes de contrôle d’accès | non | 0 | 7 |"), HasSubstr("fichiers creux")));
}

TEST(RestoreReportPaper, a_sample_is_told_with_its_bound_and_never_as_the_whole) {
  EXPECT_THAT(coverage_text(tests::proven_report()), HasSubstr("tous les fichiers"));
  EXPECT_THAT(coverage_text(tests::failed_report()),
              AllOf(HasSubstr("tour 4 sur 20"), HasSubstr("0,085\u00A0%"), HasSubstr("95\u00A0%"), Not(HasSubstr("tous les fichiers"))));
}

TEST(RestoreReportPaper, a_share_is_never_told_smaller_than_it_is) {
  EXPECT_EQ(share_text(0.01), "1\u00A0%");
  EXPECT_EQ(share_text(0.0000001), "0,001\u00A0%");
  EXPECT_EQ(share_text(0.99996), "99,996\u00A0%");
  EXPECT_EQ(share_text(0.999999), "100\u00A0%");
}

TEST(RestoreReportPaper, times_are_as_exact_as_it_matters) {
  EXPECT_EQ(seconds_text(45), "45\u00A0s");
  EXPECT_EQ(seconds_text(125), "2\u00A0min\u00A005\u00A0s");
  EXPECT_EQ(seconds_text(10'080), "2\u00A0h\u00A048");
}

TEST(RestoreReportPaper, tells_checks_suspicions_limits_people_tools_and_the_seal) {
  const auto failed = tests::failed_report();
  const auto text = printed(failed);
  EXPECT_THAT(text, AllOf(HasSubstr("| Requête de contrôle | ✖ échec | 1 |"), HasSubstr("▲ La sauvegarde a perdu"), HasSubstr("Basile Quintaret"),
                          HasSubstr("Dr Solène Vaugrenard"), HasSubstr("restic\u00A00.14.0"), HasSubstr(failed.differences->hex()),
                          HasSubstr(digest_of("before").hex()), HasSubstr(digest_of("own").hex())));
  EXPECT_THAT(text, AllOf(HasSubstr("Référent métier : nom, date et signature"), HasSubstr("(RSSI) : nom, date et signature")));
  EXPECT_THAT(text, HasSubstr("Ce que cet essai ne prouve pas"));
}

TEST(RestoreReportPaper, what_tools_say_is_no_markup) {
  auto report = tests::failed_report();
  report.location = "/a | *b* {{host}} <c>";
  EXPECT_THAT(printed(report), HasSubstr("/a | *b* {{host}} <c>"));
}

TEST(RestoreReportPaper, takes_two_to_four_pages_and_is_the_same_file_for_the_same_test) {
  const ScratchFolder folder;
  for (const auto& report : {tests::proven_report(), tests::failed_report()}) {
    const auto outcome = page::write_pdf(document(report), folder.path() / (report.run_id + ".pdf"));
    EXPECT_GE(outcome.pages, 2);
    EXPECT_LE(outcome.pages, 4);
  }
  const auto report = tests::proven_report();
  const auto pdf = restore_report_pdf(tests::run_of(report), report, "CHI d’essai", today());
  EXPECT_TRUE(pdf.starts_with("%PDF"));
  EXPECT_EQ(pdf, restore_report_pdf(tests::run_of(report), report, "CHI d’essai", today()));
}

TEST(RestoreReportPaper, a_report_of_nothing_still_becomes_a_paper) {
  RestoreReport empty;
  empty.reason = "no_backup";
  EXPECT_THAT(printed(empty), AllOf(HasSubstr("aucune sauvegarde à restaurer"), HasSubstr("aucune sauvegarde")));
}

TEST(RestoreReportPaper, a_template_of_the_house_is_tried_before_it_is_kept) {
  const ScratchFolder folder;
  auto workspace = Workspace::create((folder.path() / "w.hds").string(), tests::acting());
  const auto own = [&](const std::string& text) {
    workspace.change(tests::acting(), [&](Change& change) { import_template(change, "rapport-restauration", text); });
  };
  EXPECT_THROW(own("# {{no_such_word}}"), Problem);
}

TEST(RestoreTrend, takes_the_tests_of_one_source_that_restored_something) {
  auto proven = tests::run_of(tests::proven_report(), 12), failed = tests::run_of(tests::failed_report(), 11), other = proven, broken = proven;
  other.source = "LABO";
  broken.restore_seconds.reset();
  const auto spec = restore_trend("dpi-nuit", std::vector{failed, proven, other, broken});
  ASSERT_EQ(spec.points.size(), 2u);
  EXPECT_EQ(spec.points[0].mark, page::TrendSpec::Mark::bad);
  EXPECT_EQ(spec.points[1].mark, page::TrendSpec::Mark::good);
  EXPECT_EQ(spec.objective, 4 * 3600);
}
