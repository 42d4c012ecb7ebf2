#include "fuzz/answer.hpp"
#include "toolkit/base/file.hpp"
#include "toolkit/verification/manifest.hpp"

// Manifests. Promises: a line that is accepted is written the same again; so is a whole manifest. Each input is read as it is, and as the lines of one whose
// totals and digest fit, which chance would never find.

using namespace hdskit;

namespace {

const std::filesystem::path& folder() {
  static const ScratchFolder scratch;
  return scratch.path();
}

void try_lines(std::string_view text, std::vector<TreeEntry>& accepted) {
  for (const auto& line : split(text, '\n')) {
    fuzz::done([&] {
      const auto entry = entry_of_manifest_line(line);
      fuzz::promise(manifest_line(entry) == line, "an accepted line is written the same again");
      accepted.push_back(entry);
    });
  }
}

void try_file(std::string_view text) {
  const auto file = folder() / "foreign";
  write_file(file, text);
  fuzz::done([&] {
    ManifestReader reader{file};
    ManifestWriter writer{folder() / "again", reader.heading()};
    for (TreeEntry entry; reader.next(entry);) writer.add(entry);
    fuzz::promise(writer.commit().digest == reader.totals().digest, "an accepted manifest is written the same again");
    fuzz::promise(read_file(folder() / "again") == text, "byte for byte");
  });
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const auto text = fuzz::text_of(bytes, size);
  std::vector<TreeEntry> accepted;
  try_lines(text, accepted);
  try_file(text);
  ManifestTotals totals;
  std::string whole = "hdskit-manifest 1\nmade -\nhost h\nroot r\ntool t\ncontent all\n";
  for (const auto& entry : accepted) {
    totals.count(entry);
    whole += manifest_line(entry) + "\n";
  }
  try_file(whole + totals.last_line(digest_of(whole)) + "\n");
  return 0;
}
