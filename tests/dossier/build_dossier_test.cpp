#include "tests/support/workspaces.hpp"
#include "toolkit/dossier/build_dossier.hpp"
#include "toolkit/dossier/file_dossier.hpp"
#include "toolkit/dossier/template_store.hpp"
#include "toolkit/evidence/evidence_store.hpp"
#include "toolkit/organisation/organisation_store.hpp"
#include "toolkit/page/pdf_writer.hpp"
#include "toolkit/requirements/answer_store.hpp"
#include "toolkit/requirements/checklist_reader.hpp"
#include "toolkit/workspace/document_store.hpp"
#include "toolkit/workspace/journal.hpp"
#include "toolkit/workspace/settings.hpp"

#include <gmock/gmock.h>

#include <array>
#include <cstdio>

using namespace hdskit;
using namespace tests;
namespace fs = std::filesystem;

namespace {

Date day() { return *Date::of(2026, 11, 22); }

std::string output_of(const std::string& command) {
  std::string output;
  std::array<char, 4096> buffer{};
  auto* pipe = ::popen(command.c_str(), "r");
  while (const auto count = std::fread(buffer.data(), 1, buffer.size(), pipe)) output.append(buffer.data(), count);
  const int status = ::pclose(pipe);
  return output + "\nexit " + std::to_string(WEXITSTATUS(status));
}

std::string text_of(const fs::path& pdf, const std::string& options = "") { return output_of("pdftotext " + options + " '" + pdf.string() + "' -"); }

} // namespace

class Dossier : public OnEachEngine {
protected:
  /// A workspace that answers one item and has one annex.
  Workspace small_workspace() {
    auto workspace = fresh_workspace();
    page::Document annex{.metadata = {.title = "PSSI", .created = Instant::at_midnight(day())}};
    annex.blocks = {{page::Heading{.text = {{.text = "Politique"}}, .anchor = "a"}},
                    {page::Paragraph{.text = {{.text = "Le mot introuvable ailleurs est hippocampe."}}}}};
    page::write_pdf(annex, folder() / "pssi.pdf");
    const std::string xml{shipped_checklist("agrement-2006")};
    workspace.change(acting(), [&](Change& change) {
      adopt_checklist(change, xml);
      LegalEntity host;
      host.name = "CHI d’essai & *fils* <b>";
      host.representative = "Hélène Marchandeau";
      add_record(change, host);
      Evidence evidence;
      evidence.code = "PSSI";
      evidence.title = "Politique | de « sécurité »";
      evidence.requirements = {"R1111-9-2"};
      add_evidence(change, evidence, folder() / "pssi.pdf");
      give_answer(change, checklist_of(xml, ""),
                  {.id = {},
                   .item = "R1111-9-2",
                   .state = DemonstrationState::written,
                   .statement = "Voir [PSSI].\n\n# Pas un titre\n\n- un point",
                   .owner = "RSSI",
                   .due = {}});
    });
    return workspace;
  }

  std::vector<std::string> left_in_folder() const {
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator{folder()}) names.push_back(entry.path().filename().string());
    std::ranges::sort(names);
    return names;
  }
};
INSTANTIATE_ON_BOTH_ENGINES(Dossier);

TEST_P(Dossier, draft_says_so_on_every_page_annexes_included_and_carries_its_gaps) {
  const auto workspace = small_workspace();
  const auto built = build_dossier(workspace, {.day = day(), .output = folder() / "d.pdf"});
  ASSERT_TRUE(built.draft);
  for (int page = 1; page <= built.pdf.pages; ++page) {
    const auto range = "-f " + std::to_string(page) + " -l " + std::to_string(page);
    EXPECT_THAT(text_of(built.pdf_file, range), testing::HasSubstr("DRAFT")) << page;
  }
  const auto text = text_of(built.pdf_file);
  EXPECT_THAT(text, testing::HasSubstr("Points ouverts"));
  EXPECT_THAT(text, testing::HasSubstr("hippocampe"));
  EXPECT_THAT(text, testing::HasSubstr("Politique | de « sécurité »"));
  EXPECT_THAT(text, testing::HasSubstr("# Pas un titre"));
  EXPECT_THAT(text, testing::HasSubstr("CHI d’essai & *fils* <b>"));
  EXPECT_THAT(output_of("qpdf --check '" + built.pdf_file.string() + "' 2>&1"), testing::HasSubstr("exit 0"));
}

TEST_P(Dossier, has_the_risk_map_of_the_workspace_and_leads_to_it) {
  auto workspace = small_workspace();
  EXPECT_THAT(text_of(build_dossier(workspace, {.day = day(), .output = folder() / "none.pdf"}).pdf_file), testing::Not(testing::HasSubstr("Cartographie")));
  workspace.change(acting(), [](Change& change) {
    add_record(change, Risk{.reference = "R1", .name = "Perte de la salle machine", .gravity = {4}, .likelihood = {2}, .accepted_by = "La directrice"});
    add_record(change, Measure{.reference = "MS1", .name = "Seconde salle", .cost = 75'000, .risks = {"R1"}});
  });
  const auto built = build_dossier(workspace, {.day = day(), .output = folder() / "d.pdf"});
  const auto text = text_of(built.pdf_file, "-layout");
  EXPECT_THAT(text, testing::AllOf(testing::HasSubstr("Cartographie des risques"), testing::HasSubstr("Perte de la salle machine"), testing::HasSubstr("G4")));
  EXPECT_THAT(text, testing::ContainsRegex("des risques,[[:space:]]+page[[:space:]]+" + std::to_string(built.pdf.pages_of_anchors.at("risques"))))
      << "from the form on security";
  EXPECT_THAT(output_of("qpdf --check '" + built.pdf_file.string() + "' 2>&1"), testing::HasSubstr("exit 0"));
}

TEST_P(Dossier, lets_others_finish_their_changes_while_it_is_built) {
  const auto workspace = small_workspace();
  auto other = Workspace::open(workspace.location(), std::chrono::milliseconds{200});
  int changes = 0;
  const Progress progress{
      .report = [&](const std::string&, std::uint64_t,
                    std::uint64_t) { other.change(acting(), [&](Change& change) { set_setting(change, "typed meanwhile", std::to_string(++changes)); }); },
      .cancelled = {}};
  build_dossier(workspace, {.day = day(), .output = folder() / "d.pdf"}, progress);
  EXPECT_GT(changes, 3);
}

TEST_P(Dossier, stands_beside_its_originals_and_a_manifest_that_sha256sum_accepts) {
  const auto workspace = small_workspace();
  build_dossier(workspace, {.day = day(), .output = folder() / "d.pdf"});
  EXPECT_THAT(output_of("cd '" + folder().string() + "' && sha256sum -c d.sha256 2>&1"), testing::HasSubstr("exit 0"));
  const auto original = digest_of_file(folder() / "pssi.pdf").hex();
  EXPECT_THAT(output_of("python3 -c \"import zipfile,hashlib; z=zipfile.ZipFile('" + (folder() / "d.zip").string() +
                        "'); print(z.testzip(), hashlib.sha256(z.read('annexe-001-PSSI.pdf')).hexdigest())\""),
              testing::HasSubstr("None " + original));
}

TEST_P(Dossier, annex_page_in_the_list_is_the_page_where_the_annex_is) {
  const auto workspace = small_workspace();
  const auto built = build_dossier(workspace, {.day = day(), .output = folder() / "d.pdf"});
  const auto page = std::to_string(built.pdf.pages_of_anchors.at("annexe-PSSI"));
  EXPECT_THAT(text_of(built.pdf_file, "-f " + page + " -l " + page), testing::HasSubstr("hippocampe"));
  EXPECT_THAT(text_of(built.pdf_file, "-f " + page + " -l " + page), testing::HasSubstr("Annexe"));
}

TEST_P(Dossier, generated_part_alone_needs_no_annex) {
  const auto workspace = small_workspace();
  const auto built = build_dossier(workspace, {.day = day(), .output = folder() / "d.pdf", .annexes = false});
  EXPECT_EQ(built.pdf.pages, built.pdf.generated_pages);
  EXPECT_THAT(text_of(built.pdf_file), testing::Not(testing::HasSubstr("hippocampe")));
}

TEST_P(Dossier, an_unreadable_annex_leaves_what_was_there_before) {
  auto workspace = small_workspace();
  write_file(folder() / "d.pdf", "the dossier of last week");
  workspace.change(acting(), [&](Change& change) {
    Evidence evidence;
    evidence.code = "CASSE";
    evidence.title = "PDF tronqué";
    add_evidence(change, evidence, fs::path{TESTS_DIR} / "fixtures/annexes/truncated.pdf");
  });
  const auto before = left_in_folder();
  const auto problem = problem_of([&] { build_dossier(workspace, {.day = day(), .output = folder() / "d.pdf"}); });
  EXPECT_EQ(problem.kind(), ProblemKind::bad_input);
  EXPECT_THAT(std::string{problem.what()}, testing::HasSubstr("PDF tronqué"));
  EXPECT_EQ(read_file(folder() / "d.pdf"), "the dossier of last week");
  EXPECT_EQ(left_in_folder(), before);
}

TEST_P(Dossier, stopped_by_the_person_leaves_nothing) {
  const auto workspace = small_workspace();
  const auto before = left_in_folder();
  const Progress impatient{.report = {}, .cancelled = [] { return true; }};
  EXPECT_EQ(problem_of([&] { build_dossier(workspace, {.day = day(), .output = folder() / "d.pdf"}, impatient); }).kind(), ProblemKind::cancelled);
  EXPECT_EQ(left_in_folder(), before);
}

TEST_P(Dossier, is_not_filed_incomplete_without_a_reason) {
  auto workspace = small_workspace();
  const auto before = journal_position(workspace);
  EXPECT_EQ(problem_of([&] { file_dossier(workspace, {.day = day(), .output = folder() / "f.pdf"}, "  ", acting()); }).kind(), ProblemKind::refused);
  EXPECT_FALSE(fs::exists(folder() / "f.pdf"));
  EXPECT_EQ(journal_position(workspace), before);
}

TEST_P(Dossier, filing_freezes_bytes_gaps_reason_and_journal) {
  auto workspace = small_workspace();
  const auto position = journal_position(workspace);
  const auto filing = file_dossier(workspace, {.day = day(), .output = folder() / "f.pdf"}, "Délai accordé par l’autorité", acting());
  EXPECT_EQ(filing.number, 1);
  EXPECT_EQ(filing.journal, position);
  EXPECT_EQ(filing.pdf, digest_of_file(folder() / "f.pdf"));
  EXPECT_FALSE(filing.gaps.empty());
  const auto text = text_of(folder() / "f.pdf");
  EXPECT_THAT(text, testing::HasSubstr("Délai accordé par l’autorité"));
  EXPECT_THAT(text, testing::Not(testing::HasSubstr("DRAFT")));
  EXPECT_TRUE(verify_filing(workspace, folder() / "f.pdf").kept_intact);
  EXPECT_FALSE(verify_journal(workspace));
  ASSERT_EQ(all_filings(workspace).size(), 1u);
  EXPECT_EQ(all_filings(workspace).front().reason, "Délai accordé par l’autorité");
}

TEST_P(Dossier, verification_knows_a_filing_from_a_changed_copy_and_from_a_draft) {
  auto workspace = small_workspace();
  file_dossier(workspace, {.day = day(), .output = folder() / "f.pdf"}, "essai", acting());
  auto bytes = read_file(folder() / "f.pdf");
  bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 1);
  write_file(folder() / "changed.pdf", bytes);
  EXPECT_TRUE(verify_filing(workspace, folder() / "f.pdf").filing);
  EXPECT_FALSE(verify_filing(workspace, folder() / "changed.pdf").filing);
  build_dossier(workspace, {.day = day(), .output = folder() / "draft.pdf"});
  EXPECT_FALSE(verify_filing(workspace, folder() / "draft.pdf").filing);
  EXPECT_EQ(problem_of([&] { verify_filing(workspace, folder() / "absent.pdf"); }).kind(), ProblemKind::not_found);
}

TEST_P(Dossier, filing_never_overwrites_what_was_sent_before) {
  auto workspace = small_workspace();
  file_dossier(workspace, {.day = day(), .output = folder() / "f.pdf"}, "un", acting());
  const auto digest = digest_of_file(folder() / "f.pdf");
  EXPECT_EQ(problem_of([&] { file_dossier(workspace, {.day = day(), .output = folder() / "f.pdf"}, "deux", acting()); }).kind(), ProblemKind::refused);
  EXPECT_EQ(digest_of_file(folder() / "f.pdf"), digest);
  EXPECT_EQ(all_filings(workspace).size(), 1u);
}

TEST_P(Dossier, a_template_of_the_hospital_is_tried_before_it_is_taken) {
  auto workspace = small_workspace();
  const auto take = [&](const std::string& text) { workspace.change(acting(), [&](Change& change) { import_template(change, "p5-economie", text); }); };
  const auto problem = problem_of([&] { take("# {{form_title}}\n\n{{chiffre_d_affaires}}\n"); });
  EXPECT_THAT(std::string{problem.what()},
              testing::AllOf(testing::HasSubstr("p5-economie"), testing::HasSubstr("3"), testing::HasSubstr("chiffre_d_affaires")));
  EXPECT_FALSE(find_template(workspace, "p5-economie").own);
  EXPECT_THAT(std::string{problem_of([&] { take("# Titre\n\n```inconnu\nx\n```\n"); }).what()}, testing::HasSubstr("inconnu"));
  take("# {{form_title}} {#P5 .unnumbered}\n\nNos comptes.\n\n{{> sections}}\n");
  EXPECT_TRUE(find_template(workspace, "p5-economie").own);
  const auto built = build_dossier(workspace, {.day = day(), .output = folder() / "d.pdf"});
  EXPECT_THAT(text_of(built.pdf_file), testing::HasSubstr("Nos comptes."));
}
