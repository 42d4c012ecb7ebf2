#include "gui/presenter/evidence_adding.hpp"
#include "tests/support/workspaces.hpp"
#include "toolkit/evidence/evidence_store.hpp"

#include <gmock/gmock.h>

using namespace hdskit;
using namespace hdskit::gui;
using testing::ElementsAre;
using testing::HasSubstr;

namespace {

class Filing : public testing::Test {
protected:
  std::filesystem::path file(const std::string& name, const std::string& bytes = "octets") {
    write_file(folder.path() / name, bytes);
    return folder.path() / name;
  }
  std::vector<std::string> codes_of(const std::vector<NewDocument>& documents) {
    std::vector<std::string> codes;
    for (const auto& document : documents) codes.push_back(document.code);
    return codes;
  }
  ScratchFolder folder;
  Workspace workspace = Workspace::create((folder.path() / "v.hds").string(), tests::acting());
};

TEST_F(Filing, proposes_a_title_a_kind_and_a_free_code_for_each_file) {
  const auto documents = proposed_documents({file("rapport_d-audit_2026.pdf"), file("procedure-sauvegarde.pdf")}, {"e001", "e003"});
  ASSERT_EQ(documents.size(), 2u);
  EXPECT_THAT(codes_of(documents), ElementsAre("E002", "E004"));
  EXPECT_EQ(documents[0].title, "Rapport d-audit 2026");
  EXPECT_EQ(documents[0].kind, EvidenceKind::report);
  EXPECT_EQ(documents[1].kind, EvidenceKind::procedure);
}

TEST_F(Filing, leaves_folders_out) {
  std::filesystem::create_directory(folder.path() / "dossier");
  EXPECT_EQ(proposed_documents({folder.path() / "dossier", file("a.pdf"), folder.path() / "absent.pdf"}, {}).size(), 1u);
}

TEST_F(Filing, refuses_codes_that_are_taken_or_given_twice) {
  auto documents = proposed_documents({file("a.pdf"), file("b.pdf")}, {"pssi"});
  EXPECT_EQ(fault_among(documents, 0, {"pssi"}), "");
  documents[0].code = "PSSI";
  EXPECT_THAT(fault_among(documents, 0, {"pssi"}), HasSubstr("already"));
  documents[0].code = "e002";
  EXPECT_THAT(fault_among(documents, 0, {}), HasSubstr("Two of these"));
  documents[0].code = "é";
  EXPECT_THAT(fault_among(documents, 0, {}), HasSubstr("letters without accent"));
  documents[0].code = "";
  EXPECT_NE(fault_among(documents, 0, {}), "");
  documents[1].title = "  ";
  EXPECT_THAT(fault_among(documents, 1, {}), HasSubstr("title"));
}

TEST_F(Filing, files_all_in_one_step_that_is_undone_together) {
  const auto documents = proposed_documents({file("a.pdf", "%PDF-1"), file("b.txt", "bonjour")}, taken_codes(workspace));
  const auto span = file_documents(workspace, tests::acting(), documents, {});
  EXPECT_EQ(find_evidence(workspace, "E001").media_type, "application/pdf");
  EXPECT_TRUE(find_evidence(workspace, "E002").requirements.empty());
  EXPECT_THAT(taken_codes(workspace), ElementsAre("e001", "e002"));
  workspace.change(tests::acting(), [&](Change& change) { revert_changes(change, span); });
  EXPECT_TRUE(all_evidence(workspace).empty());
}

TEST_F(Filing, files_nothing_when_one_of_them_cannot_be) {
  const auto documents = proposed_documents({file("a.pdf"), file("vide.pdf", "")}, {});
  EXPECT_EQ(tests::problem_of([&] { file_documents(workspace, tests::acting(), documents, {}); }).kind(), ProblemKind::bad_input);
  EXPECT_TRUE(all_evidence(workspace).empty());
}

TEST_F(Filing, stops_between_two_files) {
  int asked = 0;
  const Progress progress{.report = {}, .cancelled = [&] { return ++asked > 1; }};
  const auto documents = proposed_documents({file("a.pdf"), file("b.pdf", "autre")}, {});
  EXPECT_EQ(tests::problem_of([&] { file_documents(workspace, tests::acting(), documents, progress); }).kind(), ProblemKind::cancelled);
  EXPECT_TRUE(all_evidence(workspace).empty());
}

TEST_F(Filing, replaces_the_bytes_and_keeps_the_description) {
  file_documents(workspace, tests::acting(), proposed_documents({file("plan.txt", "version 1")}, {}), {});
  const auto before = find_evidence(workspace, "E001");
  const auto span = replace_document(workspace, tests::acting(), before.id, file("plan-2027.pdf", "%PDF-2"), {});
  const auto after = find_evidence(workspace, "E001");
  EXPECT_EQ(after.title, before.title);
  EXPECT_EQ(after.file_name, "plan-2027.pdf");
  EXPECT_NE(after.digest, before.digest);
  workspace.change(tests::acting(), [&](Change& change) { revert_changes(change, span); });
  EXPECT_EQ(find_evidence(workspace, "E001").digest, before.digest);
}

} // namespace
