#include "tests/backup/restore_setting.hpp"
#include "tests/support/tar_members.hpp"

using namespace hdskit;
using tests::put;
using tests::TarText;
namespace fs = std::filesystem;

namespace {

/// Archives in a folder, tested from beginning to end.
struct ArchiveRun : tests::RestoreSetting {
  ArchiveRun() {
    fill_source();
    world.tools.unpacker = BINARY_DIR "/bin/hdskit-unpack";
    order.reference_tree = source;
    order.source.kind = SourceKind::archive;
    fs::create_directory(copy);
  }
  void pack(const std::string& command) const { run("cd '" + source.string() + "' && { " + command + "; } > /dev/null"); }
  void expect_difference(const std::string& name, const std::string& bytes, const std::string& reason) {
    put(copy / name, bytes);
    expect(report(), RunVerdict::difference, reason);
    fs::remove(copy / name);
  }
};

TEST_F(ArchiveRun, proves_each_format_that_a_folder_holds_by_what_that_one_keeps) {
  for (const auto* const command : {"zip -qry ../copy/dpi.zip .", "rm ../copy/*; 7z a -bd -snl ../copy/dpi.7z .", "rm ../copy/*; tar -czf ../copy/dpi.tar.gz .",
                                    "rm ../copy/*; tar --format=posix --xattrs --acls -cf ../copy/dpi.tar ."}) {
    pack(command);
    expect(report(), RunVerdict::proven, "proven");
  }
}

TEST_F(ArchiveRun, proves_a_sample) {
  pack("tar -czf ../copy/dpi.tar.gz .");
  order.source.turns = 4;
  const auto found = report();
  expect(found, RunVerdict::proven, "proven");
  EXPECT_LT(found.restored_files, 20u);
  EXPECT_GT(found.restored_files, 0u);
  EXPECT_EQ(found.population, 20u);
}

TEST_F(ArchiveRun, never_passes_what_is_damaged_cut_hostile_or_empty) {
  const auto whole = TarText{}.file("a", std::string(2'000, 'a')).file("b", "b").whole();
  order.reference_tree.reset();
  put(copy / "a.tar", whole);
  expect(report(), RunVerdict::proven, "proven_without_reference");
  fs::remove(copy / "a.tar");
  expect_difference("cut.tar", whole.substr(0, 1'500), "damaged");
  expect_difference("boundary.tar", whole.substr(0, whole.size() - 1'024), "damaged");
  expect_difference("hostile.tar", TarText{}.file("a", "a").file("../../out", "b").whole(), "damaged");
  expect_difference("empty.tar", std::string(10'240, '\0'), "nothing_restored");
  EXPECT_FALSE(fs::exists(scratch / "out"));
}

TEST_F(ArchiveRun, finds_a_flipped_bit_of_a_plain_tar_by_its_reference) {
  pack("tar -cf ../copy/dpi.tar .");
  auto bytes = read_file(copy / "dpi.tar");
  bytes[bytes.find("Compte rendu 7")] ^= 1;
  put(copy / "dpi.tar", bytes);
  expect(report(), RunVerdict::difference, "content_differs");
}

TEST_F(ArchiveRun, that_lacks_its_program_is_inconclusive) {
  pack("tar -cf ../copy/dpi.tar .");
  world.tools.unpacker = place.path() / "nowhere";
  expect(report(), RunVerdict::inconclusive, "drill_broken");
}

} // namespace
