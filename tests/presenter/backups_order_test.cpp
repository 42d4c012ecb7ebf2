#include "gui/presenter/backups_order.hpp"

#include "gui/presenter/backups_differences.hpp"
#include "gui/presenter/backups_progress.hpp"
#include "tests/presenter/backups_setting.hpp"
#include "toolkit/backup/result_file.hpp"
#include "toolkit/backup/signing_key.hpp"
#include "toolkit/backup/stored_report.hpp"
#include "toolkit/evidence/evidence_store.hpp"
#include "toolkit/verification/manifest.hpp"
#include "toolkit/workspace/document_store.hpp"

#include <fstream>

using namespace hdskit;
using namespace hdskit::gui;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;
using testing::StartsWith;

namespace fs = std::filesystem;

namespace {

BackupSource source_of(SourceKind kind) {
  BackupSource source;
  source.reference = "DPI", source.kind = kind, source.location = "/srv/sauvegardes";
  return source;
}

TEST(BackupsPassword, is_asked_of_the_person_only_when_nothing_else_says_it) {
  EXPECT_TRUE(asks_password(source_of(SourceKind::restic)));
  EXPECT_TRUE(asks_password(source_of(SourceKind::borg)));
  EXPECT_TRUE(asks_password(source_of(SourceKind::archive)));
  EXPECT_FALSE(asks_password(source_of(SourceKind::directory)));
  EXPECT_FALSE(asks_password(source_of(SourceKind::sqlite)));
  auto with_file = source_of(SourceKind::restic), with_command = with_file;
  with_file.password_file = "/etc/hdskit/restic.key";
  with_command.password_command = "/usr/bin/pass show restic";
  EXPECT_FALSE(asks_password(with_file));
  EXPECT_FALSE(asks_password(with_command));
}

/// A source, the copy of it that is the backup, and the folder for the restore.
class BackupsOrder : public tests::BackupsSetting {
protected:
  BackupsOrder() {
    for (const auto& place : {original, scratch}) fs::create_directory(place);
    put(original / "patient.txt", "Dossier de démonstration\n");
    put(original / "image.dcm", std::string(5000, 'i'));
    fs::copy(original, copy, fs::copy_options::recursive);
    for (const auto& name : {"patient.txt", "image.dcm"}) fs::last_write_time(copy / name, fs::last_write_time(original / name));
    write_manifest(original, manifest, {.made_at = {}, .host = "srv", .root = original.string(), .tool = "hdskit"}, {});
    add_source("DPI", {{"location", copy.string()}, {"preserve", "content;size;kind"}});
  }
  static void put(const fs::path& file, const std::string& bytes) { std::ofstream{file, std::ios::binary} << bytes; }
  TestWish wish() const { return {.source = "DPI", .manifest = manifest.string(), .tree = "", .point = "", .scratch = scratch.string(), .password = ""}; }
  std::string fault(const TestWish& wished) const { return wish_fault(*map(), wished); }
  FiledRestoreTest run(const Progress& progress = {}) { return run_wished_test(location, "Hélène Rousset", wish(), this_place("0.1.0"), progress); }
  /// Folders: the lock of the source is a file, and stays.
  std::vector<fs::path> left_behind() const {
    std::vector<fs::path> folders;
    for (const auto& entry : fs::directory_iterator{scratch})
      if (entry.is_directory()) folders.push_back(entry.path());
    return folders;
  }

  const fs::path original = folder.path() / "original", copy = folder.path() / "copy", scratch = folder.path() / "scratch",
                 manifest = folder.path() / "manifest";
};

TEST_F(BackupsOrder, may_begin_once_all_it_needs_is_there) {
  EXPECT_EQ(fault(wish()), "");
  auto wished = wish();
  wished.source = "LABO";
  EXPECT_THAT(fault(wished), HasSubstr("source"));
  wished = wish();
  wished.tree = original.string();
  EXPECT_THAT(fault(wished), HasSubstr("not with both"));
  wished.manifest.clear();
  EXPECT_EQ(fault(wished), "");
  wished.tree = (folder.path() / "nowhere").string();
  EXPECT_THAT(fault(wished), HasSubstr("folder to compare with"));
  wished = wish();
  wished.manifest = original.string();
  EXPECT_THAT(fault(wished), HasSubstr("manifest is not there")) << "a folder is no manifest";
  wished = wish();
  wished.scratch = (folder.path() / "nowhere").string();
  EXPECT_THAT(fault(wished), HasSubstr("folder for the restore"));
}

TEST_F(BackupsOrder, asks_for_the_password_that_a_repository_cannot_do_without) {
  add_source("NUIT", {{"kind", "restic"}, {"location", "/srv/restic"}});
  auto wished = wish();
  wished.source = "NUIT";
  EXPECT_THAT(fault(wished), HasSubstr("password"));
  wished.password = "secret";
  EXPECT_EQ(fault(wished), "");
}

TEST_F(BackupsOrder, says_how_much_room_the_folder_has) {
  EXPECT_THAT(scratch_sentence(scratch).text, HasSubstr("free there"));
  EXPECT_EQ(scratch_sentence(scratch).tone, Tone::faint);
  EXPECT_EQ(scratch_sentence(folder.path() / "nowhere").tone, Tone::warning);
  EXPECT_EQ(scratch_sentence("").tone, Tone::warning);
}

TEST_F(BackupsOrder, says_what_the_source_itself_is_compared_with) {
  auto source = source_of(SourceKind::directory);
  EXPECT_THAT(own_reference_sentence(source), HasSubstr("nothing to compare with"));
  source.reference_tree = "/srv/dpi";
  EXPECT_THAT(own_reference_sentence(source), HasSubstr("/srv/dpi"));
  source.reference_manifest = "/srv/dpi.manifest";
  EXPECT_THAT(own_reference_sentence(source), HasSubstr("/srv/dpi.manifest"));
}

TEST_F(BackupsOrder, of_a_sound_copy_proves_it_and_leaves_nothing_behind) {
  const auto filed = run();
  EXPECT_EQ(filed.run.verdict, RunVerdict::proven);
  EXPECT_EQ(filed.run.evidence, filed.evidence.code);
  EXPECT_THAT(left_behind(), IsEmpty());
  EXPECT_EQ(map()->standings.at(0).state, ProofState::proven);
}

TEST_F(BackupsOrder, of_a_damaged_copy_names_the_file_in_the_tree) {
  put(copy / "image.dcm", std::string(4999, 'i') + "x");
  const auto filed = run();
  EXPECT_EQ(filed.run.verdict, RunVerdict::difference);
  std::string list;
  read_document(workspace, *Digest::parse(filed.run.differences_list), [&](std::string_view piece) { list += piece; });
  std::vector<std::string> keys;
  for (const auto& node : difference_tree(read_differences(list, most_differences_shown)).nodes)
    if (node.cells[1].tone == Tone::bad) keys.push_back(node.key);
  EXPECT_THAT(keys, ElementsAre("image.dcm"));
}

TEST_F(BackupsOrder, that_is_cancelled_leaves_no_folder_and_a_test_that_concludes_nothing) {
  Progress progress;
  bool restoring = false;
  progress.report = [&](const std::string& step, std::uint64_t, std::uint64_t) { restoring = restoring || step == "Restore"; };
  progress.cancelled = [&] { return restoring; };
  const auto filed = run(progress);
  EXPECT_TRUE(restoring) << "it was under way";
  EXPECT_THAT(left_behind(), IsEmpty());
  EXPECT_EQ(filed.run.verdict, RunVerdict::inconclusive);
  EXPECT_EQ(map()->backups.runs.size(), 1u) << "nobody leaves out a test by stopping it";
}

TEST_F(BackupsOrder, restores_the_backup_that_is_asked_for) {
  auto wished = wish();
  wished.point = "never-made";
  const auto filed = run_wished_test(location, "Hélène Rousset", wished, this_place("0.1.0"), {});
  EXPECT_EQ(filed.run.verdict, RunVerdict::inconclusive);
}

TEST_F(BackupsOrder, gives_its_report_to_people_and_to_programs) {
  const auto filed = run();
  export_run_report(workspace, filed.run, folder.path() / "r.pdf");
  EXPECT_THAT(read_file(folder.path() / "r.pdf"), StartsWith("%PDF-"));
  export_run_report(workspace, filed.run, folder.path() / "r.JSON");
  EXPECT_EQ(read_file(folder.path() / "r.JSON"), stored_report_text(workspace, filed.run));
  const auto bare = test(1); // recorded, but no report was filed
  EXPECT_EQ(tests::problem_of([&] { export_run_report(workspace, bare, folder.path() / "bare.pdf"); }).kind(), ProblemKind::not_found);
  EXPECT_FALSE(fs::exists(folder.path() / "bare.pdf"));
}

TEST_F(BackupsOrder, takes_the_signed_results_of_machines_once) {
  const auto key = folder.path() / "nas.key", result = folder.path() / "result";
  const auto public_key = create_signing_key(key);
  workspace.change(tests::acting(), [&](Change& change) { backup_kind("backup_machine").add(change, {{"reference", "NAS"}, {"public_key", public_key}}); });
  write_result(tests::sample_outcome(folder.path(), 1), key, folder.path() / "nas.state", result, workspace_mark(workspace));
  EXPECT_THAT(import_result_files(location, tests::acting(), {result}, today, {}), ElementsAre("TR1 of “DPI”: Restore proven."));
  EXPECT_EQ(tests::problem_of([&] { import_result_files(location, tests::acting(), {result}, today, {}); }).kind(), ProblemKind::refused);
  EXPECT_THAT(map()->backups.runs, SizeIs(1));
}

// ---- rate and time left

class BackupsRate : public testing::Test {
protected:
  std::string said(const std::string& step, std::uint64_t done, std::uint64_t total, int milliseconds) {
    clock += std::chrono::milliseconds{milliseconds};
    progress.tell(step, done, total);
    return words;
  }
  std::chrono::milliseconds clock{0};
  std::string words;
  Progress progress =
      with_rate({.report = [this](const std::string& step, std::uint64_t, std::uint64_t) { words = step; }, .cancelled = {}}, [this] { return clock; });
};

TEST_F(BackupsRate, is_said_once_it_is_known) {
  EXPECT_EQ(said("Restore", 0, 400'000'000, 0), "Restore");
  EXPECT_EQ(said("Restore", 10'000'000, 400'000'000, 100), "Restore") << "too early to tell";
  const auto later = said("Restore", 100'000'000, 400'000'000, 900);
  EXPECT_EQ(later, "Restore, 100\u00A0MB of 400\u00A0MB, 100\u00A0MB a second, 3\u00A0s left");
  EXPECT_EQ(said("Restore", 200'000'000, 0, 1000), "Restore, 200\u00A0MB, 100\u00A0MB a second") << "nobody knows how much there is";
}

TEST_F(BackupsRate, begins_anew_with_each_step) {
  said("Restore", 0, 100, 0);
  EXPECT_EQ(said("Comparison", 0, 100'000'000, 5000), "Comparison");
  EXPECT_THAT(said("Comparison", 50'000'000, 100'000'000, 1000), HasSubstr("50\u00A0MB a second"));
}

} // namespace
