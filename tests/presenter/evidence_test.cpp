#include "gui/presenter/evidence.hpp"
#include "tests/support/workspaces.hpp"
#include "toolkit/evidence/evidence_store.hpp"
#include "toolkit/workspace/dialect.hpp"
#include "toolkit/workspace/record_window.hpp"

#include <gmock/gmock.h>

using namespace hdskit;
using namespace hdskit::gui;
using testing::ElementsAre;
using testing::HasSubstr;

namespace {

const Date today = *Date::parse("2026-11-22");

struct Filed {
  std::string code, title;
  EvidenceKind kind = EvidenceKind::other;
  std::string valid_until, bytes = "octets";
  std::vector<std::string> items;
};

Evidence file(Change& change, const Filed& filed) {
  Evidence evidence;
  evidence.code = filed.code;
  evidence.title = filed.title;
  evidence.kind = filed.kind;
  evidence.valid_until = Date::parse(filed.valid_until);
  evidence.requirements = filed.items;
  evidence.file_name = filed.code + ".txt";
  return add_evidence_bytes(change, evidence, filed.bytes + filed.code);
}

class Vault : public testing::Test {
protected:
  void add(const std::vector<Filed>& documents) {
    workspace.change(tests::acting(), [&](Change& change) {
      for (const auto& document : documents) file(change, document);
    });
  }
  std::vector<std::string> codes(const EvidenceQuery& query, const EvidenceChecks& checks = {}) {
    std::vector<std::string> found;
    for (const auto& evidence : records_numbered<Evidence>(workspace, evidence_ids(workspace, query, today, checks))) found.push_back(evidence.code);
    return found;
  }
  ListRows rows(const EvidenceQuery& query = {}, const EvidenceChecks& checks = {}, const ObligationTitles& obligations = {}) {
    return evidence_rows(evidence_ids(workspace, query, today, checks), {today, obligations, checks}, [this](std::span<const std::int64_t> ids) {
      ++windows_read;
      return records_numbered<Evidence>(workspace, ids);
    });
  }
  ScratchFolder folder;
  Workspace workspace = Workspace::create((folder.path() / "v.hds").string(), tests::acting());
  int windows_read = 0;
};

Evidence valid_until(const char* day) {
  Evidence evidence;
  evidence.valid_until = Date::parse(day);
  return evidence;
}

TEST(Validity, counts_the_last_day_as_valid) {
  EXPECT_EQ(validity_of(valid_until("2026-11-21"), today), Validity::expired);
  EXPECT_EQ(validity_of(valid_until("2026-11-22"), today), Validity::ending);
}

TEST(Validity, warns_for_ninety_days) {
  EXPECT_EQ(validity_of(valid_until("2027-02-20"), today), Validity::ending) << "90 days later";
  EXPECT_EQ(validity_of(valid_until("2027-02-21"), today), Validity::valid);
  EXPECT_EQ(validity_of({}, today), Validity::unlimited);
}

TEST(Validity, is_told_by_a_symbol_and_by_words) {
  EXPECT_THAT(validity_cell(valid_until("2026-10-03"), today).text, testing::StartsWith("✖ expired"));
  EXPECT_EQ(validity_cell(valid_until("2026-10-03"), today).tone, Tone::bad);
  EXPECT_THAT(validity_cell(valid_until("2026-12-03"), today).text, testing::StartsWith("⚠ ends"));
  EXPECT_THAT(validity_cell(valid_until("2028-12-03"), today).text, testing::StartsWith("✔ valid"));
  EXPECT_EQ(validity_cell({}, today).text, "");
}

TEST(Validity, is_told_with_what_to_do) {
  EXPECT_THAT(evidence_standing(valid_until("2026-11-23"), today, {}).sentence, HasSubstr("in 1 day"));
  EXPECT_THAT(evidence_standing(valid_until("2026-11-22"), today, {}).sentence, HasSubstr("today"));
  EXPECT_THAT(evidence_standing(valid_until("2026-11-01"), today, {}).sentence, HasSubstr("Replace the file"));
  EXPECT_EQ(evidence_standing({}, today, {}).sentence, "");
}

TEST_F(Vault, tells_a_document_in_a_row) {
  add({{"PSSI", "Politique de sécurité", EvidenceKind::policy, "2026-10-03", "x", {"A-1", "A-2"}}});
  const auto list = rows();
  ASSERT_EQ(list.count, 1u);
  std::vector<std::string> texts;
  for (const auto& cell : list.cells(0)) texts.push_back(cell.text);
  EXPECT_THAT(texts, ElementsAre("PSSI", "Politique de sécurité", "✖ expired on 2026-10-03", "policy", "", "", "", "2", "5\u00A0bytes"));
  EXPECT_EQ(list.columns.size(), texts.size());
  EXPECT_EQ(list.key(0), find_evidence(workspace, "PSSI").id.text());
}

TEST_F(Vault, calls_an_obligation_by_its_title) {
  workspace.change(tests::acting(), [](Change& change) {
    Evidence evidence;
    evidence.title = "Plan";
    evidence.obligation = "continuity";
    add_evidence_bytes(change, evidence, "x");
  });
  EXPECT_EQ(rows().cells(0)[4].text, "continuity");
  EXPECT_EQ(rows({}, {}, {{"continuity", "Continuité d’activité"}}).cells(0)[4].text, "Continuité d’activité");
}

TEST_F(Vault, reads_only_the_rows_in_view) {
  std::vector<Filed> many;
  for (int i = 0; i < 1000; ++i) many.push_back({"D" + std::to_string(1000 + i), "Document " + std::to_string(i)});
  add(many);
  const auto list = rows();
  EXPECT_EQ(list.count, 1000u);
  EXPECT_EQ(windows_read, 0) << "opening reads numbers only";
  for (std::size_t row = 0; row < 60; ++row) list.cells(row);
  EXPECT_EQ(windows_read, 1);
  for (std::size_t row = 0; row < 60; ++row) list.cells(row);
  list.key(999);
  EXPECT_EQ(windows_read, 1) << "what was read is held, and keys need no record";
  EXPECT_EQ(list.cells(999)[1].text, "Document 999");
  EXPECT_EQ(windows_read, 2);
}

TEST_F(Vault, leaves_the_row_of_a_document_that_went_a_moment_ago_empty) {
  add({{"A", "a"}, {"B", "b"}});
  const auto list = rows();
  workspace.change(tests::acting(), [&](Change& change) { remove_evidence(change, find_evidence(workspace, "A").id); });
  EXPECT_TRUE(list.cells(0).empty());
  EXPECT_EQ(list.cells(1)[0].text, "B");
}

TEST_F(Vault, is_searched_letter_case_and_accents_aside) {
  add({{"PSSI", "Politique de sécurité"}, {"PCA", "Plan de continuité", EvidenceKind::plan, "", "x", {"R1111-14-4-d"}}});
  EXPECT_THAT(codes({.words = "SECURITE"}), ElementsAre("PSSI"));
  EXPECT_THAT(codes({.words = "r1111-14-4"}), ElementsAre("PCA"));
  EXPECT_THAT(codes({.words = "plan securite"}), ElementsAre());
}

TEST_F(Vault, is_sorted_as_people_sort) {
  add({{"B", "Zone", EvidenceKind::policy, "2027-01-01", "x", {"1", "2", "3"}}, {"A", "École", EvidenceKind::contract, "", "xxx", {"1"}}, {"C", "arrêt"}});
  EXPECT_THAT(codes({.sorted_by = 0}), ElementsAre("A", "B", "C"));
  EXPECT_THAT(codes({.sorted_by = 0, .descending = true}), ElementsAre("C", "B", "A"));
  EXPECT_THAT(codes({.sorted_by = 1}), ElementsAre("C", "A", "B")) << "é is e, A is a";
  EXPECT_THAT(codes({.sorted_by = 2, .descending = true}), ElementsAre("B", "A", "C")) << "without limit last";
  EXPECT_THAT(codes({.sorted_by = 7, .descending = true}), ElementsAre("B", "A", "C")) << "by the number of items";
}

TEST_F(Vault, lists_what_is_to_be_attended_to) {
  add({{"VIEUX", "a", EvidenceKind::other, "2026-01-01"},
       {"BIENTOT", "b", EvidenceKind::other, "2027-02-20"},
       {"BON", "c", EvidenceKind::other, "2027-02-21"},
       {"SANS", "d"}});
  EXPECT_THAT(codes({.to_attend = true, .sorted_by = 2}), ElementsAre("VIEUX", "BIENTOT"));
}

TEST_F(Vault, tells_which_documents_are_no_longer_what_was_filed) {
  add({{"BON", "Intact"}, {"CHANGE", "Altéré"}, {"PARTI", "Disparu"}, {"ECHU", "Échu", EvidenceKind::other, "2026-01-01"}});
  const auto change = find_evidence(workspace, "CHANGE").digest, gone = find_evidence(workspace, "PARTI").digest;
  workspace.dialect().execute("update document_piece set bytes = zeroblob(length(bytes)) where digest = '" + change + "'");
  workspace.dialect().execute("delete from document_piece where digest = '" + gone + "'");

  std::uint64_t told = 0;
  const auto checks =
      check_evidence(workspace, today, {.report = [&](const std::string&, std::uint64_t done, std::uint64_t) { told = done; }, .cancelled = {}});
  EXPECT_EQ(told, 4u);
  EXPECT_THAT(checks.summary(), HasSubstr("2 documents are as they were filed"));
  EXPECT_THAT(checks.summary(), HasSubstr("1 was altered"));
  EXPECT_THAT(checks.summary(), HasSubstr("1 has vanished"));
  EXPECT_THAT(checks.summary(), HasSubstr("1 has expired"));
  EXPECT_THAT(codes({.to_attend = true, .sorted_by = 0}, checks), ElementsAre("CHANGE", "ECHU", "PARTI"));

  const auto list = rows({.sorted_by = 0}, checks);
  EXPECT_EQ(list.columns.size(), list.cells(0).size());
  EXPECT_EQ(list.cells(0)[2], (Cell{"✔ intact", Tone::good}));
  EXPECT_EQ(list.cells(1)[2], (Cell{"✖ altered", Tone::bad}));
  EXPECT_EQ(list.cells(3)[2], (Cell{"✖ vanished", Tone::bad}));
  EXPECT_THAT(codes({.sorted_by = 2, .descending = true}, checks), ElementsAre("PARTI", "CHANGE", "BON", "ECHU"));
  EXPECT_EQ(column_after_check(1), 1u);
  EXPECT_EQ(codes({.sorted_by = column_after_check(2), .descending = true}, checks).front(), "ECHU") << "the columns behind it moved by one";
  EXPECT_THAT(evidence_standing(find_evidence(workspace, "CHANGE"), today, checks).sentence, HasSubstr("backup"));
  EXPECT_EQ(tests::problem_of([&] { proven_bytes(workspace, find_evidence(workspace, "CHANGE")); }).kind(), ProblemKind::damaged);
}

TEST_F(Vault, forgets_what_was_checked_once_another_file_is_there) {
  add({{"PSSI", "Politique"}});
  const auto checks = check_evidence(workspace, today, {});
  EXPECT_EQ(checks.state(find_evidence(workspace, "PSSI")), EvidenceChecks::State::intact);
  write_file(folder.path() / "autre.txt", "autre version");
  workspace.change(tests::acting(), [&](Change& change) { replace_evidence_file(change, find_evidence(workspace, "PSSI"), folder.path() / "autre.txt"); });
  EXPECT_EQ(checks.state(find_evidence(workspace, "PSSI")), EvidenceChecks::State::not_checked);
}

TEST_F(Vault, stops_the_check_when_the_person_no_longer_wants_it) {
  add({{"A", "a"}});
  EXPECT_EQ(tests::problem_of([&] { check_evidence(workspace, today, {.report = {}, .cancelled = [] { return true; }}); }).kind(), ProblemKind::cancelled);
}

TEST_F(Vault, hands_over_the_bytes_that_were_filed) {
  add({{"A", "a", EvidenceKind::other, "", std::string(700'000, 'x')}});
  EXPECT_EQ(*proven_bytes(workspace, find_evidence(workspace, "A")), std::string(700'000, 'x') + "A");
}

TEST(Preview, says_why_a_document_is_not_shown) {
  Evidence evidence;
  evidence.file_name = "annuaire.odt";
  evidence.media_type = "application/zip";
  EXPECT_THAT(why_not_shown(evidence, false), HasSubstr("annuaire.odt"));
  EXPECT_THAT(why_not_shown(evidence, false), HasSubstr("Save a copy"));
  EXPECT_EQ(why_not_shown(evidence, true), "");
  evidence.size = 900'000'000;
  EXPECT_THAT(why_not_shown(evidence, true), HasSubstr("too large"));
}

} // namespace
