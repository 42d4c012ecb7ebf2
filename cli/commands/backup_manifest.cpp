#include "cli/command.hpp"

#include "cli/context.hpp"
#include "cli/json.hpp"
#include "cli/reading_rate.hpp"
#include "toolkit/verification/escaped_path.hpp"
#include "toolkit/verification/manifest.hpp"

#include <ostream>

namespace hdskit::cli::commands {
namespace {

constexpr Option operands[] = {
    {.name = "folder", .placeholder = marked("DIR"), .help = marked("The folder to describe."), .kind = OptionKind::path, .required = true},
};

constexpr Option options[] = {
    {.name = "output",
     .placeholder = marked("FILE"),
     .help = marked("The manifest to write, outside of the folder."),
     .kind = OptionKind::path,
     .required = true},
    {.name = "sums", .placeholder = marked("FILE"), .help = marked("Also write the digests as “sha256sum -c” reads them."), .kind = OptionKind::path},
};

ManifestHeading heading_of(const Context& context, const std::filesystem::path& folder) {
  const auto& host_name = context.surroundings.host_name;
  return {context.surroundings.now, host_name ? host_name() : "", std::filesystem::absolute(folder).lexically_normal().string(), "hdskit " HDSKIT_VERSION,
          true};
}

void print(Context& context, const std::string& file, const ManifestTotals& totals, json::array&& unreadable) {
  const auto digest = totals.digest ? totals.digest->hex() : "";
  if (context.json) {
    print_json(context.out, json::object{{"manifest", escaped_path(file)},
                                         {"entries", totals.entries},
                                         {"files", totals.files},
                                         {"bytes", totals.bytes},
                                         {"sha256", digest},
                                         {"unreadable", std::move(unreadable)}});
    return;
  }
  context.out << tr("“{1}”: {2} entries, {3} files, {4} bytes; SHA-256 of the manifest: {5}",
                    {file, std::to_string(totals.entries), std::to_string(totals.files), std::to_string(totals.bytes), digest})
              << '\n';
}

int run(Context& context) {
  const std::filesystem::path folder = context.arguments.text("folder");
  const auto file = context.arguments.text("output");
  json::array unreadable;
  TreeReading reading;
  reading.progress = with_reading_rate(context.start_progress());
  std::ostream& err = context.err;
  const auto see = [&](const TreeEntry& entry) {
    if (entry.failure.empty()) return;
    const auto path = escaped_path(entry.path);
    if (context.json) unreadable.emplace_back(path);
    else err << tr("unreadable: {1}: {2}", {path, entry.failure}) << '\n';
  };
  const auto totals = write_manifest(folder, file, heading_of(context, folder), reading, context.arguments.text("sums"), see);
  print(context, file, totals, std::move(unreadable));
  return totals.unreadable == 0 ? 0 : 1;
}

} // namespace

extern const Command backup_manifest;
const Command backup_manifest{
    .name = "backup manifest",
    .summary = marked("Describe a folder completely, with the digest of every file"),
    .operands = operands,
    .options = options,
    .json = true,
    .run = run,
};

} // namespace hdskit::cli::commands
