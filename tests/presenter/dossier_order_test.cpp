#include "gui/presenter/dossier_order.hpp"

#include "tests/support/workspaces.hpp"
#include "toolkit/base/translate.hpp"

#include <gmock/gmock.h>

using namespace hdskit;
using namespace hdskit::gui;
using testing::HasSubstr;

namespace {

Date day() { return *Date::of(2026, 11, 22); }

OrderTexts right_texts() {
  static const ScratchFolder folder;
  return proposed_order(folder.path(), "CHI d’essai", day());
}

} // namespace

TEST(DossierOrder, proposes_today_and_a_name_that_every_system_takes) {
  EXPECT_EQ(proposed_name("dossier", "CHI d’Essai – Île de « Ré »", day()), "dossier-chi-d-essai-ile-de-re-2026-11-22.pdf");
  EXPECT_EQ(proposed_name("dossier", "", day()), "dossier-2026-11-22.pdf");
  EXPECT_EQ(proposed_name("dossier", "///..\\", day()), "dossier-2026-11-22.pdf");
  EXPECT_LT(proposed_name("dossier", std::string(500, 'x'), day()).size(), 80u);
  const auto texts = right_texts();
  EXPECT_EQ(std::filesystem::path{texts.output}.filename(), "dossier-chi-d-essai-2026-11-22.pdf");
  EXPECT_TRUE(faults_of(texts).none());
}

TEST(DossierOrder, of_a_filing_has_a_name_of_its_own) {
  const ScratchFolder folder;
  const auto texts = proposed_filing(folder.path(), "CHI d’essai", day(), 3);
  EXPECT_EQ(std::filesystem::path{texts.output}.filename(), "depot-3-chi-d-essai-2026-11-22.pdf");
}

TEST(DossierOrder, of_a_followed_framework_never_takes_the_place_of_the_main_one) {
  const ScratchFolder folder;
  const auto texts = proposed_order(folder.path(), "CHI d’essai", day(), "hds-v2");
  EXPECT_EQ(std::filesystem::path{texts.output}.filename(), "dossier-hds-v2-chi-d-essai-2026-11-22.pdf");
  EXPECT_EQ(order_of(texts).framework, "hds-v2");
  EXPECT_EQ(order_of(proposed_order(folder.path(), "CHI d’essai", day())).framework, "");
  const auto filing = proposed_filing(folder.path(), "CHI d’essai", day(), 3, "hds-v2");
  EXPECT_EQ(std::filesystem::path{filing.output}.filename(), "depot-3-hds-v2-chi-d-essai-2026-11-22.pdf");
}

TEST(DossierOrder, notices_what_it_would_replace) {
  const ScratchFolder folder;
  const auto order = order_of(proposed_order(folder.path(), "CHI d’essai", day()));
  EXPECT_FALSE(would_replace(order));
  write_file(std::filesystem::path{order.output}.replace_extension(".zip"), "an archive of yesterday");
  EXPECT_TRUE(would_replace(order));
}

TEST(DossierOrder, is_what_was_typed) {
  auto texts = right_texts();
  texts.date = " 01/12/2026 ";
  texts.version = " 2 bis ";
  texts.annexes = false;
  texts.odt = true;
  const auto order = order_of(texts);
  EXPECT_EQ(order.day, *Date::of(2026, 12, 1));
  EXPECT_EQ(order.version, "2 bis");
  EXPECT_EQ(order.output, texts.output);
  EXPECT_FALSE(order.annexes);
  EXPECT_TRUE(order.odt);
}

TEST(DossierOrder, writes_dates_as_the_language_does_and_reads_them_again) {
  const LanguageScope french{Language::french};
  const auto texts = right_texts();
  EXPECT_EQ(texts.date, "22/11/2026");
  EXPECT_EQ(order_of(texts).day, day());
}

TEST(DossierOrder, names_the_faults_of_what_was_typed) {
  const auto fault_of = [](std::string output) {
    auto texts = right_texts();
    texts.output = std::move(output);
    return faults_of(texts).output;
  };
  EXPECT_THAT(fault_of(""), HasSubstr("Say where"));
  EXPECT_THAT(fault_of("/tmp/dossier.zip"), HasSubstr(".pdf"));
  EXPECT_THAT(fault_of("dossier.pdf"), HasSubstr("Choose a folder"));
  EXPECT_THAT(fault_of("/no/such/folder/dossier.pdf"), HasSubstr("/no/such/folder"));
  EXPECT_EQ(fault_of(right_texts().output), "");
  auto texts = right_texts();
  texts.date = "31/02/2026";
  EXPECT_FALSE(faults_of(texts).date.empty());
  EXPECT_EQ(tests::problem_of([&] { order_of(texts); }).kind(), ProblemKind::bad_input);
}

TEST(DossierOrder, tells_what_a_build_made) {
  BuiltDossier built{.pdf = {.pages = 204, .digest = digest_of(""), .size = 3'100'000}};
  built.version = "3";
  EXPECT_THAT(built_sentence(built), HasSubstr("✔ Complete: 204 pages, 3.1"));
  built.draft = true;
  built.gaps.resize(9);
  EXPECT_THAT(built_sentence(built), HasSubstr("⚠ Draft with 9 gaps"));
  built.pdf_file = "/somewhere/d.pdf";
  built.archive = "/somewhere/d.zip";
  built.odt = "/somewhere/d.odt";
  EXPECT_THAT(built_facts(built), HasSubstr("/somewhere/d.pdf\n"));
  EXPECT_THAT(built_facts(built), HasSubstr("d.zip"));
  EXPECT_THAT(built_facts(built), HasSubstr("d.odt"));
  EXPECT_THAT(built_facts(built), HasSubstr(digest_of("").hex()));
}
