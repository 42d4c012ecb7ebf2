#include "cli/command.hpp"

#include "cli/framework_import_view.hpp"
#include "cli/read_table.hpp"
#include "toolkit/base/file.hpp"
#include "toolkit/base/problem.hpp"
#include "toolkit/exchange/sheet.hpp"
#include "toolkit/frameworks/library_reader.hpp"

#include <algorithm>

namespace hdskit::cli::commands {
namespace {

constexpr Option operands[] = {
    {.name = "file",
     .placeholder = marked("FILE"),
     .help = marked("The library: YAML of CISO Assistant, workbook of Deming (.xlsx), catalog of OSCAL (.json, .xml), checklist of hdskit (.xml)."),
     .kind = OptionKind::path,
     .required = true,
     .repeatable = true},
};
constexpr Option options[] = {
    {.name = "dry-run",
     .placeholder = nullptr,
     .help = marked("Only say what is in the files and what would change; needs no workspace."),
     .kind = OptionKind::flag},
    {.name = "follow",
     .placeholder = nullptr,
     .help = marked("Follow the new frameworks from today on; without it they are kept for reference."),
     .kind = OptionKind::flag},
    {.name = "scales",
     .placeholder = marked("FOLDER"),
     .help = marked("Write each risk matrix there as a scale that “hdskit risk scale --set” takes."),
     .kind = OptionKind::path},
};

bool is_table(const std::string& file) { return is_workbook_name(file) || file.ends_with(".csv") || file.ends_with(".CSV"); }

/// One more than is read, so that the reader sees that it is too much; no more than there are, because that much memory is laid out.
std::size_t most_bytes_of(const std::filesystem::path& file) {
  constexpr auto most = library_size_limit + 1;
  std::error_code error;
  const auto size = std::filesystem::is_regular_file(file, error) ? std::filesystem::file_size(file, error) : most;
  return error ? most : static_cast<std::size_t>(std::min<std::uintmax_t>(size, most));
}

FrameworkLibrary library_in(Context& context, const std::string& file) {
  if (is_table(file)) {
    auto library = read_library_table(read_table_file(context, file), file);
    library.digest = digest_of_file(file).hex();
    return library;
  }
  const auto bytes = read_start(file, most_bytes_of(file));
  auto library = read_library(bytes, file);
  library.digest = digest_of(bytes).hex();
  return library;
}

FrameworkLibrary library_or_refusal(Context& context, const std::string& file) {
  try {
    return library_in(context, file);
  } catch (const Problem& problem) {
    if (problem.kind() != ProblemKind::bad_input) throw;
    return refused_library(file, problem.what()); // an .xlsx that is no workbook: the other files may have defects too
  }
}

void write_scales(const FrameworkImport& import, const std::filesystem::path& folder) {
  for (const auto& library : import.libraries)
    for (const auto& scale : library.matrices) write_file(folder / (scale.id + ".json"), text_of(scale));
}

FrameworkImport store(Context& context, Workspace& workspace, std::vector<FrameworkLibrary> libraries, bool& stored) {
  auto import = plan_framework_import(std::move(libraries), &workspace);
  if (context.arguments.has("dry-run") || import.refused()) return import;
  const auto since = context.arguments.has("follow") ? std::optional{context.today()} : std::nullopt;
  if (import.changes_anything()) workspace.change(context.acting(), [&](Change& change) { store_framework_import(change, import, since); });
  stored = true;
  return import;
}

bool names_workspace(const Context& context) { return context.arguments.has("workspace") || !context.surroundings.variable("HDSKIT_WORKSPACE").empty(); }

int run(Context& context) {
  std::vector<FrameworkLibrary> libraries;
  for (const auto& file : context.arguments.all("file")) libraries.push_back(library_or_refusal(context, file));
  FrameworkImport import;
  bool stored = false;
  if (context.arguments.has("dry-run") && !names_workspace(context)) {
    import = plan_framework_import(std::move(libraries), nullptr);
  } else {
    auto workspace = context.open_workspace();
    import = store(context, workspace, std::move(libraries), stored);
  }
  if (const auto folder = context.arguments.text("scales"); !folder.empty() && !import.refused()) write_scales(import, folder);
  if (context.json) print_json(context.out, framework_import_json(import, stored));
  else print_framework_import(context, import, stored);
  return import.refused() ? 1 : 0;
}

} // namespace

extern const Command framework_import;
const Command framework_import{
    .name = "framework import",
    .summary = marked("Take frameworks, mappings and risk matrices from the libraries of other tools, all or nothing"),
    .operands = operands,
    .options = options,
    .json = true,
    .run = run,
};

} // namespace hdskit::cli::commands
