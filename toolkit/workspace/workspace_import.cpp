#include "toolkit/workspace/workspace_import.hpp"

#include "toolkit/base/file.hpp"
#include "toolkit/base/problem.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/workspace/care.hpp"
#include "toolkit/workspace/export_reading.hpp"
#include "toolkit/workspace/journal.hpp"
#include "toolkit/workspace/migration.hpp"
#include "toolkit/workspace/opening.hpp"
#include "toolkit/workspace/output_folder.hpp"
#include "toolkit/workspace/sqlite_dialect.hpp"
#include "toolkit/workspace/table_copy.hpp"
#include "toolkit/workspace/work_folder.hpp"

namespace hdskit {
namespace {

std::filesystem::path folder_beside(const std::string& location) {
  if (is_server(location)) return std::filesystem::temp_directory_path();
  const std::filesystem::path file{location};
  return file.has_parent_path() ? file.parent_path() : std::filesystem::path{"."};
}

std::string manifest_bytes(const ForeignFolder& root, const std::filesystem::path& folder) {
  std::string bytes;
  const auto fault = root.read(export_names::manifest, {0, largest_export_manifest}, [&](std::string_view piece) { bytes += piece; });
  if (fault.empty()) return bytes;
  throw Problem{ProblemKind::bad_input, folder.string(),
                tr("“{1}” is no export of a workspace, or one that was interrupted: {2}: {3}", {folder.string(), export_names::manifest, fault}),
                tr("Name the folder that `hdskit workspace export` has written; nothing was created.")};
}

ExportManifest proven_manifest(const ForeignFolder& root, const std::filesystem::path& folder, const std::optional<Digest>& expected) {
  const auto bytes = manifest_bytes(root, folder);
  const auto found = digest_of(bytes);
  if (expected && found != *expected)
    throw Problem{ProblemKind::damaged, folder.string(),
                  tr("“{1}” is not the export that was named: its digest is {2}, not {3}.", {folder.string(), found.hex(), expected->hex()}),
                  tr("Use the export whose digest was noted; nothing was created.")};
  auto manifest = parse_export_manifest(bytes, (folder / export_names::manifest).string());
  ExportDefects defects;
  if (manifest_text(manifest) != bytes) defects.report(export_names::manifest, tr("It is not written as hdskit writes it."));
  defects.refuse(folder);
  return manifest;
}

/// Bytes: what is read, once as records of a workspace and once as its own journal of changes.
std::uint64_t room_for(const ExportManifest& manifest) {
  constexpr std::uint64_t smallest = 1u << 20;
  constexpr std::uint64_t most = 1ull << 60; // what an altered summary may say
  std::uint64_t sum = smallest + std::min(manifest.document_bytes, most);
  for (const auto& table : manifest.tables) sum = std::min(sum + std::min(table.bytes, most), most);
  return sum + sum / 4;
}

/// The whole workspace in one transaction: a defect anywhere leaves none.
void fill(const ForeignFolder& root, const std::filesystem::path& folder, const ExportManifest& manifest, const std::filesystem::path& file,
          const Acting& acting, const Progress& progress) {
  const auto shapes = shapes_of_format(manifest.workspace_format, file.parent_path());
  create_at_format(file.string(), manifest.workspace_format, acting, [&](Dialect& dialect) {
    ExportDefects defects;
    ExportReader{root, manifest, shapes, defects, progress}.read_into(dialect);
    if (defects.none() && recorded_format(dialect, folder.string()) != manifest.workspace_format)
      defects.report("records/migration.jsonl", tr("It is not about a workspace of format {1}.", {std::to_string(manifest.workspace_format)}));
    defects.refuse(folder);
  });
}

/// To the format of this program, then the chain of the journal. Gives what else the workspace says of itself.
std::vector<std::string> settle(const std::filesystem::path& file, const std::filesystem::path& folder, const Acting& acting, const Progress& progress) {
  upgrade_workspace(file.string(), acting, file.string() + ".before");
  const auto workspace = Workspace::open(file.string());
  ExportDefects defects;
  if (const auto broken = verify_journal(workspace, progress)) defects.report("records/journal.jsonl", broken->sentence);
  defects.refuse(folder);
  return check_workspace(workspace, progress);
}

void place(const std::filesystem::path& file, const std::string& location, const Acting& acting, const Progress& progress) {
  if (!is_server(location)) return place_workspace_file(file, location);
  const auto from = connect_sqlite(file, usual_patience);
  create_at_format(location, newest_format(), acting, [&](Dialect& dialect) {
    copy_tables(*from, dialect, progress);
    const auto shapes = shapes_of_format(newest_format(), file.parent_path());
    const auto written = [&](Dialect& side) {
      return read_manifest(side, newest_format(), shapes, [&](const TableShape& shape) {
        return write_table_lines(
            side, shape, [](std::string_view) {}, progress);
      });
    };
    if (written(dialect) != written(*from))
      throw Problem{ProblemKind::damaged, location, tr("The database “{1}” does not give back what was written into it; nothing was created.", {location}),
                    tr("Ask its administrator to look at the server.")};
  });
}

} // namespace

ImportedWorkspace import_workspace(const std::filesystem::path& folder, const std::string& location, const Acting& acting,
                                   const std::optional<Digest>& expected, const Progress& progress) {
  if (!is_server(location)) refuse_existing_file(location);
  const ForeignFolder root{folder};
  ImportedWorkspace imported{proven_manifest(root, folder, expected), digest_of(""), newest_format(), {}};
  imported.digest = digest_of_export(imported.manifest);
  const auto beside = folder_beside(location);
  require_free_space(beside, room_for(imported.manifest));
  const WorkFolder scratch{beside};
  const auto file = scratch.path() / "import.hds";
  fill(root, folder, imported.manifest, file, acting, progress);
  imported.defects = settle(file, folder, acting, progress);
  place(file, location, acting, progress);
  return imported;
}

ExportManifest look_at_export(const std::filesystem::path& folder) {
  const ForeignFolder root{folder};
  return proven_manifest(root, folder, std::nullopt);
}

} // namespace hdskit
