#include "gui/presenter/filings.hpp"

#include "gui/presenter/shown.hpp"
#include "tests/support/workspaces.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/workspace/dialect.hpp"
#include "toolkit/workspace/document_store.hpp"

#include <gmock/gmock.h>

using namespace hdskit;
using namespace hdskit::gui;
using testing::HasSubstr;
using testing::Not;

namespace {

Filing filing(std::int64_t number) {
  return {.number = number,
          .filed_at = "2026-11-22T23:30:00Z",
          .dossier_date = *Date::of(2026, 11, 22),
          .version = "2/b",
          .reason = "",
          .pdf = digest_of("pdf"),
          .size = 3'100'000,
          .pages = 204,
          .manifest = "abc  dossier.pdf\n",
          .gaps = {},
          .journal = {41, "feed"}};
}

Filing incomplete(std::int64_t number) {
  auto sent = filing(number);
  sent.reason = "Le comité a tranché.";
  sent.gaps = {{"ciso", GapKind::mandate_vacant, "Personne ne tient la fonction."}};
  return sent;
}

} // namespace

TEST(Filings, are_listed_with_the_latest_first) {
  const auto rows = filing_rows({filing(1), incomplete(2)});
  ASSERT_EQ(rows.count, 2u);
  EXPECT_EQ(rows.key(0), "2");
  EXPECT_EQ(rows.key(1), "1");
  ASSERT_EQ(rows.cells(0).size(), rows.columns.size());
  EXPECT_EQ(rows.cells(0)[7], (Cell{"⚠ 1 gap", Tone::warning}));
  EXPECT_EQ(rows.cells(0)[8].text, "Le comité a tranché.");
  EXPECT_EQ(rows.cells(1)[7].tone, Tone::good);
}

TEST(Filings, tell_whose_framework_they_are) {
  auto sent = filing(3);
  EXPECT_EQ(filing_text(sent).find("Framework"), std::string::npos) << "before frameworks could be chosen";
  sent.framework = "hds-v2";
  EXPECT_EQ(filing_rows({sent}).cells(0)[4].text, "hds-v2");
  EXPECT_THAT(filing_text(sent), HasSubstr("Framework: hds-v2"));
  EXPECT_EQ(filing_heading({{{"agrement-2006", "", true}, {"hds-v2", "", false}}, 0, {}}), "File the dossier");
  EXPECT_EQ(filing_heading({{{"agrement-2006", "", true}, {"hds-v2", "", false}}, 1, {}}), "File the dossier of hds-v2");
}

TEST(Filings, tell_the_time_in_paris_as_people_write_it) {
  EXPECT_THAT(shown_moment("2026-11-22T23:30:00Z"), HasSubstr(" 00:30"));
  EXPECT_EQ(shown_moment("no instant"), "no instant");
  const LanguageScope french{Language::french};
  EXPECT_EQ(filing_rows({filing(1)}).cells(0)[1].text, "23/11/2026 00:30");
}

TEST(Filings, tell_sizes_in_the_language_of_the_person) {
  EXPECT_EQ(shown_bytes(3'100'000), "3.1\u00A0MB");
  EXPECT_THAT(shown_bytes(12), HasSubstr("byte"));
  const LanguageScope french{Language::french};
  EXPECT_EQ(shown_bytes(3'100'000), "3,1\u00A0Mo");
}

TEST(Filings, keep_manifest_and_gaps_as_they_were_frozen) {
  const auto text = filing_text(incomplete(2));
  EXPECT_THAT(text, HasSubstr("abc  dossier.pdf"));
  EXPECT_THAT(text, HasSubstr("⚠ Personne ne tient la fonction."));
  EXPECT_THAT(text, HasSubstr("Le comité a tranché."));
  EXPECT_THAT(text, HasSubstr(digest_of("pdf").hex()));
  EXPECT_THAT(text, HasSubstr("entry 41, feed"));
  EXPECT_THAT(filing_text(filing(1)), HasSubstr("✔ Nothing was lacking"));
}

TEST(Filings, give_a_copy_a_plain_name) { EXPECT_EQ(filing_file_name(filing(2)), "depot-2-version-2-b-2026-11-22.pdf"); }

TEST(Filings, give_the_kept_pdf_only_when_it_is_what_was_sent) {
  const ScratchFolder folder;
  auto workspace = Workspace::create((folder.path() / "w.hds").string(), tests::acting());
  auto sent = filing(1);
  workspace.change(tests::acting(), [&](Change& change) { store_document_bytes(change, "pdf"); });
  EXPECT_EQ(*kept_pdf(workspace, sent), "pdf");
  workspace.dialect().execute("update document_piece set bytes = cast('fdp' as blob)");
  EXPECT_EQ(tests::problem_of([&] { kept_pdf(workspace, sent); }).kind(), ProblemKind::damaged);
  sent.pdf = digest_of("another");
  EXPECT_EQ(tests::problem_of([&] { kept_pdf(workspace, sent); }).kind(), ProblemKind::not_found);
}

TEST(Filings, say_which_filing_a_file_is) {
  FilingCheck check;
  EXPECT_EQ(verified_sentence(check, "a.pdf").tone, Tone::bad);
  EXPECT_THAT(verified_sentence(check, "a.pdf").text, HasSubstr("“a.pdf” is no filing"));
  check.filing = filing(2);
  check.kept_intact = true;
  EXPECT_EQ(verified_sentence(check, "a.pdf").tone, Tone::good);
  EXPECT_THAT(verified_sentence(check, "a.pdf").text, HasSubstr("filing 2, version 2/b"));
  check.kept_intact = false;
  EXPECT_EQ(verified_sentence(check, "a.pdf").tone, Tone::warning);
  EXPECT_THAT(verified_sentence(check, "a.pdf").text, HasSubstr("backup"));
}

TEST(Filings, need_a_reason_only_when_something_is_lacking) {
  EXPECT_EQ(reason_fault(0, ""), "");
  EXPECT_EQ(reason_fault(3, "because"), "");
  EXPECT_NE(reason_fault(3, "  \n"), "");
  EXPECT_THAT(filing_warning(0), Not(HasSubstr("⚠")));
  EXPECT_THAT(filing_warning(3), HasSubstr("3 gaps remain"));
}

TEST(LongTexts, are_cut_to_the_lines_that_a_bar_has_room_for) {
  EXPECT_EQ(first_lines("one\ntwo", 2), "one\ntwo");
  EXPECT_EQ(first_lines("one\ntwo\nthree", 2), "one\ntwo\n…");
  EXPECT_EQ(first_lines("", 2), "");
}
