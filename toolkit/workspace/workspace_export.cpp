#include "toolkit/workspace/workspace_export.hpp"

#include "toolkit/base/file.hpp"
#include "toolkit/base/problem.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/workspace/dialect.hpp"
#include "toolkit/workspace/export_writing.hpp"
#include "toolkit/workspace/file_copy.hpp"
#include "toolkit/workspace/journal.hpp"
#include "toolkit/workspace/opening.hpp"
#include "toolkit/workspace/output_folder.hpp"
#include "toolkit/workspace/work_folder.hpp"

namespace hdskit {
namespace {

/// Bytes: a copy of the workspace, and its files beside it.
std::uint64_t room_for(const Workspace& source) {
  constexpr std::uint64_t smallest = 1u << 20;
  std::error_code error;
  auto size = std::stoull(source.read("select cast(coalesce(sum(size), 0) as text) from document").at(0).at(0));
  if (!is_server(source.location()))
    if (const auto whole = std::filesystem::file_size(source.location(), error); !error) size = whole;
  return 2 * size + smallest;
}

void refuse_broken_journal(const Workspace& workspace, const std::string& location, const Progress& progress) {
  if (const auto broken = verify_journal(workspace, progress))
    throw Problem{ProblemKind::damaged, location, tr("“{1}” is damaged: {2}", {location, broken->sentence}),
                  tr("Run `hdskit workspace check` for the whole list, and restore the last backup; nothing was exported.")};
}

/// What a kill left is named for what it is: it holds what the workspace holds, and must not be left lying about.
void refuse_interrupted_export(const std::filesystem::path& folder) {
  std::error_code error;
  if (!std::filesystem::is_directory(folder / export_names::records, error) || std::filesystem::exists(folder / export_names::manifest, error)) return;
  throw Problem{ProblemKind::bad_input, folder.string(), tr("“{1}” holds an export that was interrupted; nothing was written.", {folder.string()}),
                tr("Remove that folder, or name one that does not exist yet.")};
}

} // namespace

ExportedWorkspace export_workspace(const Workspace& source, const std::filesystem::path& folder, const std::string& program, const Progress& progress) {
  remove_abandoned_work(folder);
  refuse_interrupted_export(folder);
  OutputFolder output{folder};
  require_free_space(output.path(), room_for(source));
  std::optional<WorkFolder> scratch{output.path()};
  const auto copy = scratch->path() / "copy.hds"; // one state, taken page by page: who works on the source does not wait for the whole export
  copy_into_file(source.dialect(), source.format(), copy, progress);
  ExportManifest manifest;
  {
    const auto workspace = Workspace::open(copy.string());
    refuse_broken_journal(workspace, source.location(), progress);
    output.add_folder(export_names::records);
    output.add_folder(export_names::documents);
    manifest = write_export(workspace.dialect(), workspace.format(), output.path(), program, progress);
  }
  scratch.reset();
  output.keep();
  return {manifest, digest_of_export(manifest)};
}

} // namespace hdskit
