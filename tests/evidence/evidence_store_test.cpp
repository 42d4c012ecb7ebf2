#include "tests/support/workspaces.hpp"
#include "toolkit/evidence/evidence_store.hpp"
#include "toolkit/evidence/verify_evidence.hpp"
#include "toolkit/workspace/journal.hpp"

#include <gmock/gmock.h>

using namespace hdskit;
using namespace tests;

class EvidenceStore : public OnEachEngine {
protected:
  Evidence add(Workspace& workspace, const std::string& code, const std::string& bytes, std::optional<Date> valid_until = {}) {
    Evidence evidence;
    evidence.code = code;
    evidence.title = "Document " + code;
    evidence.requirements = {"R1111-9-2"};
    evidence.valid_until = valid_until;
    workspace.change(acting(), [&](Change& change) { evidence = add_evidence_bytes(change, evidence, bytes); });
    return evidence;
  }
};
INSTANTIATE_ON_BOTH_ENGINES(EvidenceStore);

TEST_P(EvidenceStore, files_bytes_under_their_digest_and_finds_them_by_code) {
  auto workspace = fresh_workspace();
  add(workspace, "PSSI", "%PDF-1.4 politique");
  const auto found = find_evidence(workspace, "pssi");
  EXPECT_EQ(found.digest, digest_of("%PDF-1.4 politique").hex());
  EXPECT_EQ(found.media_type, "application/pdf");
  EXPECT_EQ(found.requirements, std::vector<std::string>{"R1111-9-2"});
  extract_document(workspace, *Digest::parse(found.digest), folder() / "out.pdf");
  EXPECT_EQ(read_file(folder() / "out.pdf"), "%PDF-1.4 politique");
}

TEST_P(EvidenceStore, gives_the_next_free_code_and_refuses_one_taken_in_either_case) {
  auto workspace = fresh_workspace();
  EXPECT_EQ(add(workspace, "", "un").code, "E001");
  EXPECT_EQ(add(workspace, "", "deux").code, "E002");
  EXPECT_EQ(problem_of([&] { add(workspace, "e001", "trois"); }).kind(), ProblemKind::bad_input);
  EXPECT_EQ(problem_of([&] { add(workspace, "deux mots", "trois"); }).kind(), ProblemKind::bad_input);
  EXPECT_EQ(all_evidence(workspace).size(), 2u);
}

TEST_P(EvidenceStore, refuses_an_empty_file_and_one_that_is_not_there) {
  auto workspace = fresh_workspace();
  write_file(folder() / "vide.pdf", "");
  Evidence evidence;
  evidence.title = "Vide";
  const auto filing = [&](const std::string& name) { workspace.change(acting(), [&](Change& change) { add_evidence(change, evidence, folder() / name); }); };
  EXPECT_EQ(problem_of([&] { filing("vide.pdf"); }).kind(), ProblemKind::bad_input);
  EXPECT_EQ(problem_of([&] { filing("absent.pdf"); }).kind(), ProblemKind::not_found);
  EXPECT_TRUE(all_evidence(workspace).empty());
}

TEST_P(EvidenceStore, verification_names_what_changed_vanished_or_expired) {
  auto workspace = fresh_workspace();
  add(workspace, "BON", "intact");
  const auto altered = add(workspace, "MODIFIE", "la preuve");
  const auto other = add(workspace, "AUTRE", "la prEuve");
  const auto vanished = add(workspace, "PERDU", "disparue");
  add(workspace, "ECHU", "vieux", Date::of(2026, 10, 31));
  const auto today = *Date::of(2026, 11, 22);
  const auto unmet = [&] {
    std::vector<std::string> subjects;
    for (const auto& finding : verify_evidence(workspace, today))
      if (finding.verdict != Verdict::met) subjects.push_back(finding.rule + " " + finding.subject);
    return subjects;
  };
  EXPECT_THAT(unmet(), testing::ElementsAre("evidence-expired ECHU"));
  // What an intruder with the file in hand would do: change one byte, take a document away.
  workspace.change(acting(), [&](Change& change) {
    change.write("delete from document_piece where digest = :p1", {vanished.digest});
    change.write("delete from document where digest = :p1", {vanished.digest});
    change.write("update document_piece set bytes = (select p.bytes from document_piece p where p.digest = :p1) where digest = :p2",
                 {other.digest, altered.digest});
    change.record("tamper", "document", "test", "", "");
  });
  EXPECT_THAT(unmet(), testing::ElementsAre("evidence-altered MODIFIE", "evidence-vanished PERDU", "evidence-expired ECHU"));
}

TEST_P(EvidenceStore, filing_a_damaged_document_again_mends_it) {
  auto workspace = fresh_workspace();
  const auto damaged = add(workspace, "ABIME", "la preuve");
  const auto other = add(workspace, "AUTRE", "la prEuve");
  workspace.change(acting(), [&](Change& change) {
    change.write("update document_piece set bytes = (select p.bytes from document_piece p where p.digest = :p1) where digest = :p2",
                 {other.digest, damaged.digest});
    change.record("tamper", "document", "test", "", "");
  });
  ASSERT_EQ(document_state(workspace, *Digest::parse(damaged.digest)), DocumentState::altered);
  add(workspace, "ENCORE", "la preuve");
  EXPECT_EQ(document_state(workspace, *Digest::parse(damaged.digest)), DocumentState::intact);
}

TEST_P(EvidenceStore, a_new_version_keeps_the_old_bytes_provable) {
  auto workspace = fresh_workspace();
  const auto old = add(workspace, "PSSI", "version 1");
  write_file(folder() / "pssi-2.txt", "version 2");
  workspace.change(acting(), [&](Change& change) { replace_evidence_file(change, find_evidence(workspace, "PSSI"), folder() / "pssi-2.txt"); });
  EXPECT_EQ(find_evidence(workspace, "PSSI").digest, digest_of("version 2").hex());
  EXPECT_EQ(document_state(workspace, *Digest::parse(old.digest)), DocumentState::intact);
  EXPECT_THAT(journal_entries(workspace).back().before, testing::HasSubstr(old.digest));
}

TEST_P(EvidenceStore, an_unknown_code_brings_the_ones_that_come_close) {
  auto workspace = fresh_workspace();
  add(workspace, "PRA-TEST", "x");
  add(workspace, "PSSI", "y");
  const auto remedy = problem_of([&] { find_evidence(workspace, "PAR-TEST"); }).remedy();
  EXPECT_THAT(remedy, testing::HasSubstr("PRA-TEST"));
  EXPECT_THAT(remedy, testing::Not(testing::HasSubstr("PSSI")));
  EXPECT_THAT(problem_of([&] { find_evidence(workspace, "charte"); }).remedy(), testing::HasSubstr("hdskit evidence list"));
}

TEST(MediaType, is_read_from_the_bytes_and_not_from_the_name) {
  EXPECT_EQ(media_type_of("%PDF-1.7\n"), "application/pdf");
  EXPECT_EQ(media_type_of(std::string{"\x89PNG\r\n\x1a\n", 8}), "image/png");
  EXPECT_EQ(media_type_of("\xff\xd8\xff\xe0"), "image/jpeg");
  EXPECT_EQ(media_type_of("junk before %PDF-1.4"), "application/pdf");
  EXPECT_EQ(media_type_of(std::string_view{"MM\0*", 4}), "image/tiff");
  EXPECT_EQ(media_type_of("bonjour\n"), "text/plain");
  EXPECT_EQ(media_type_of("MM. les directeurs\n"), "text/plain");
  EXPECT_EQ(media_type_of(std::string_view{"\0\1\2", 3}), "application/octet-stream");
}

TEST_P(EvidenceStore, lets_others_finish_their_changes_while_every_byte_is_read_again) {
  auto workspace = fresh_workspace();
  auto other = Workspace::open(workspace.location(), std::chrono::milliseconds{200});
  for (const auto* code : {"A", "B", "C"}) add(workspace, code, std::string("bytes of ") + code);
  int changes = 0;
  const Progress progress{.report = [&](const std::string&, std::uint64_t, std::uint64_t) { add(other, "", "bytes " + std::to_string(++changes)); },
                          .cancelled = {}};
  const auto findings = verify_evidence(workspace, *Date::of(2026, 11, 22), progress);
  EXPECT_EQ(findings.size(), 3u) << "what was there at the beginning";
  EXPECT_EQ(changes, 4);
}
