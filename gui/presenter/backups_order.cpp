#include "gui/presenter/backups_order.hpp"

#include "gui/presenter/backups_progress.hpp"
#include "gui/presenter/backups_words.hpp"
#include "gui/presenter/shown.hpp"
#include "toolkit/backup/result_file.hpp"
#include "toolkit/backup/stored_report.hpp"
#include "toolkit/backup/test_world.hpp"
#include "toolkit/base/file.hpp"
#include "toolkit/base/problem.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/dossier/test_source.hpp"
#include "toolkit/evidence/evidence_store.hpp"
#include "toolkit/surroundings/machine.hpp"
#include "toolkit/surroundings/surroundings.hpp"

#include <system_error>

namespace hdskit::gui {
namespace {

bool may_have_password(SourceKind kind) { return kind == SourceKind::restic || kind == SourceKind::borg || kind == SourceKind::archive; }
bool needs_password(SourceKind kind) { return kind == SourceKind::restic; }

} // namespace

bool asks_password(const BackupSource& source) { return may_have_password(source.kind) && source.password_file.empty() && source.password_command.empty(); }

std::string wish_fault(const BackupsMap& map, const TestWish& wish) {
  const auto* source = map.source(wish.source);
  if (!source) return tr("Choose a source.");
  if (asks_password(*source) && needs_password(source->kind) && wish.password.empty()) return tr("Type the password of the repository.");
  std::error_code ignored;
  if (!wish.manifest.empty() && !wish.tree.empty()) return tr("Compare with a manifest or with a folder, not with both.");
  if (!wish.manifest.empty() && !std::filesystem::is_regular_file(wish.manifest, ignored)) return tr("The manifest is not there.");
  if (!wish.tree.empty() && !std::filesystem::is_directory(wish.tree, ignored)) return tr("The folder to compare with is not there.");
  if (!std::filesystem::is_directory(wish.scratch, ignored)) return tr("The folder for the restore is not there.");
  return "";
}

Cell scratch_sentence(const std::filesystem::path& folder) {
  std::error_code error;
  const auto space = std::filesystem::space(folder, error);
  if (error) return {"⚠ " + tr("This folder cannot be used."), Tone::warning};
  return {tr("{1} are free there.", {shown_bytes(space.available)}), Tone::faint};
}

std::string own_reference_sentence(const BackupSource& source) {
  if (!source.reference_manifest.empty()) return tr("The source is compared with the manifest {1}.", {source.reference_manifest});
  if (!source.reference_tree.empty()) return tr("The source is compared with the folder {1}.", {source.reference_tree});
  return tr("The source names nothing to compare with: without a manifest, the test proves that the backup can be restored, not that it took everything.");
}

TestPlace this_place(std::string_view version) {
  const auto surroundings = real_surroundings();
  return {test_world({.now = current_instant,
                      .elapsed = elapsed_time,
                      .random = random_bytes,
                      .path = surroundings.variable("PATH"),
                      .program_folder = own_program_folder(),
                      .as_root = runs_as_root()}),
          host_name(), std::string{version}};
}

std::string usual_scratch() {
  const auto folder = real_surroundings().variable("TMPDIR");
  return folder.empty() ? "/var/tmp" : folder;
}

FiledRestoreTest run_wished_test(const std::string& location, const std::string& person, const TestWish& wish, const TestPlace& place,
                                 const Progress& progress) {
  SourceTestOrder order;
  order.workspace = location;
  order.source = find_source(Workspace::open(location), wish.source);
  if (!wish.manifest.empty()) order.reference_manifest = wish.manifest;
  if (!wish.tree.empty()) order.reference_tree = wish.tree;
  if (!wish.password.empty()) order.secret = wish.password;
  order.point = wish.point;
  order.scratch = wish.scratch;
  order.host = place.host;
  order.person = person;
  order.hdskit_version = place.version;
  order.day_of = paris_date;
  return test_source(order, place.world, with_rate(progress, place.world.elapsed)).filed;
}

void export_run_report(const Workspace& workspace, const RestoreRun& run, const std::filesystem::path& file) {
  if (folded(file.extension().string()) == ".json") return write_file(file, stored_report_text(workspace, run));
  const auto digest = run.evidence.empty() ? std::nullopt : Digest::parse(find_evidence(workspace, run.evidence).digest);
  if (!digest)
    throw Problem{ProblemKind::not_found, run.reference, tr("No report was filed of the test {1}.", {run.reference}),
                  tr("Export it as JSON, to a name that ends in “.json”.")};
  extract_document(workspace, *digest, file);
}

std::vector<std::string> import_result_files(const std::string& location, const Acting& acting, const std::vector<std::filesystem::path>& files, Date today,
                                             const Progress& progress) {
  auto workspace = Workspace::open(location);
  std::vector<std::string> sentences;
  for (const auto& file : files) {
    progress.tell(file.filename().string(), sentences.size(), files.size());
    progress.stop_if_cancelled();
    const ScratchFolder folder;
    const auto opened = open_result(file, read_backups(workspace).machines, folder.path());
    sentences.push_back(told_of(file_imported_test(workspace, acting, opened, today).run).text);
  }
  return sentences;
}

Cell told_of(const RestoreRun& run) {
  return {tr("{1} of “{2}”: {3}.", {run.reference, run.source, verdict_label(run.verdict)}), verdict_cell(run.verdict).tone};
}

} // namespace hdskit::gui
