#include "tests/verification/trees.hpp"
#include "toolkit/base/problem.hpp"
#include "toolkit/verification/escaped_path.hpp"
#include "toolkit/verification/manifest.hpp"

#include <gmock/gmock.h>

using namespace hdskit;
using namespace tests;
using testing::ElementsAre;
using testing::HasSubstr;

namespace {

const ManifestHeading heading{Instant::parse("2026-11-22T10:15:00Z"), "srv-1", "/srv/r\xe9sultats", "hdskit 0.1.0", true};

TreeEntry file_entry(const std::string& path) {
  TreeEntry entry;
  entry.path = path;
  entry.mode = 0640;
  entry.uid = 1000;
  entry.gid = 4'294'967'295;
  entry.size = 12;
  entry.modified = -1;
  entry.content = digest_of(path);
  return entry;
}

ManifestTotals write(const fs::path& file, const std::vector<TreeEntry>& entries) {
  ManifestWriter writer{file, heading};
  for (const auto& entry : entries) writer.add(entry);
  return writer.commit();
}

std::vector<TreeEntry> read(const fs::path& file) {
  ManifestReader reader{file};
  std::vector<TreeEntry> entries;
  for (TreeEntry entry; reader.next(entry);) entries.push_back(entry);
  return entries;
}

struct Complaint {
  ProblemKind kind;
  std::string what;
};

Complaint complaint_of(const fs::path& file) {
  try {
    examine_manifest(file);
  } catch (const Problem& problem) { return {problem.kind(), problem.what()}; }
  throw std::logic_error{"the manifest was accepted"};
}

/// A manifest with its digest made anew, as a person would who alters it on purpose.
void write_lines(const fs::path& file, const std::vector<std::string>& lines) {
  std::string text = "hdskit-manifest 1\nmade -\nhost h\nroot r\ntool t\ncontent all\n";
  for (const auto& line : lines) text += line + "\n";
  ManifestTotals totals;
  totals.entries = totals.files = lines.size();
  totals.bytes = 12 * lines.size();
  totals.newest = -1;
  write_file(file, text + totals.last_line(digest_of(text)) + "\n");
}

} // namespace

TEST(Manifest, comes_back_as_it_was_written) {
  const Tree tree;
  make_odd_tree(tree.root());
  const auto entries = entries_of(tree.root());
  const auto written = write(tree.beside("m"), entries);
  EXPECT_EQ(read(tree.beside("m")), entries);
  ManifestReader reader{tree.beside("m")};
  EXPECT_EQ(reader.heading(), heading);
  const auto totals = examine_manifest(tree.beside("m"));
  EXPECT_EQ(totals.entries, entries.size());
  EXPECT_EQ(totals.files, written.files);
  EXPECT_EQ(totals.bytes, written.bytes);
  EXPECT_EQ(totals.newest, 7'258'118'400'999'999'999);
  EXPECT_EQ(totals.digest, digest_of_file(tree.beside("m")));
  EXPECT_EQ(written.digest, totals.digest);
}

TEST(Manifest, of_a_tree_is_what_reading_the_tree_gives) {
  const Tree tree;
  make_odd_tree(tree.root());
  const auto totals = write_manifest(tree.root(), tree.beside("m"), heading, {}, tree.beside("sums"));
  EXPECT_EQ(read(tree.beside("m")), entries_of(tree.root()));
  EXPECT_EQ(totals.unreadable, 0u);
  EXPECT_EQ(std::system(("cd " + tree.root().string() + " && sha256sum --strict --quiet -c ../sums").c_str()), 0);
  put(tree / "two\nlines", "changed");
  EXPECT_NE(std::system(("cd " + tree.root().string() + " && sha256sum --status -c ../sums 2> /dev/null").c_str()), 0);
}

TEST(Manifest, may_not_stand_in_its_own_tree) {
  const Tree tree;
  fs::create_directory(tree / "sub");
  EXPECT_THROW(write_manifest(tree.root(), tree / "m", heading, {}), Problem);
  EXPECT_THROW(write_manifest(tree.root(), tree / "sub/../sub/m", heading, {}), Problem);
  EXPECT_THROW(write_manifest(tree.root() / "", tree.beside("m"), heading, {}, tree / "sums"), Problem);
  EXPECT_NO_THROW(write_manifest(tree / "sub", tree / "m", heading, {}));
  EXPECT_FALSE(fs::exists(tree.beside("m")));
}

TEST(Manifest, of_an_empty_tree_and_of_one_entry) {
  const Tree tree;
  write(tree.beside("none"), {});
  EXPECT_THAT(read(tree.beside("none")), ElementsAre());
  EXPECT_EQ(examine_manifest(tree.beside("none")).entries, 0u);
  write(tree.beside("one"), {file_entry("one")});
  EXPECT_THAT(read(tree.beside("one")), ElementsAre(file_entry("one")));
}

TEST(Manifest, writes_a_line_that_can_be_read) {
  auto entry = file_entry("caf\xc3\xa9 \xe9\n");
  EXPECT_EQ(manifest_line(entry), "f 0640 1000 4294967295 12 -1 0 - - " + digest_of(entry.path).hex() + " - - caf\xc3\xa9 \\xe9\\x0a");
  EXPECT_EQ(entry_of_manifest_line(manifest_line(entry)), entry);
  entry.twin = "a";
  entry.failure = "why";
  entry.look = ContentLook::zeros;
  entry.sparse = true;
  EXPECT_THAT(manifest_line(entry), HasSubstr("\t=a\t!why"));
  EXPECT_EQ(entry_of_manifest_line(manifest_line(entry)), entry);
}

TEST(Manifest, refuses_to_write_out_of_order) {
  const Tree tree;
  ManifestWriter writer{tree.beside("m"), heading};
  writer.add(file_entry("b"));
  EXPECT_THROW(writer.add(file_entry("a")), std::logic_error);
  EXPECT_THROW(writer.add(file_entry("b")), std::logic_error);
}

TEST(Manifest, is_not_there_when_it_was_not_completed) {
  const Tree tree;
  {
    ManifestWriter writer{tree.beside("m"), heading};
    writer.add(file_entry("a"));
  }
  EXPECT_THAT(std::distance(fs::directory_iterator{tree.beside("")}, {}), 1); // the tree
}

TEST(Manifest, that_was_cut_anywhere_is_damaged) {
  const Tree tree;
  write(tree.beside("m"), {file_entry("a"), file_entry("b")});
  const auto whole = read_file(tree.beside("m"));
  for (std::size_t length = 0; length < whole.size(); ++length) {
    write_file(tree.beside("cut"), whole.substr(0, length));
    const auto kind = complaint_of(tree.beside("cut")).kind;
    EXPECT_TRUE(kind == ProblemKind::damaged || (length <= 18 && kind == ProblemKind::bad_input)) << length;
  }
}

TEST(Manifest, of_which_any_byte_was_altered_is_refused) {
  const Tree tree;
  write(tree.beside("m"), {file_entry("a"), file_entry("b")});
  const auto whole = read_file(tree.beside("m"));
  for (std::size_t at = 0; at < whole.size(); ++at) {
    auto altered = whole;
    altered[at] = static_cast<char>(altered[at] ^ 1);
    write_file(tree.beside("altered"), altered);
    EXPECT_THROW(examine_manifest(tree.beside("altered")), Problem) << at;
  }
  write_file(tree.beside("longer"), whole + "\n");
  EXPECT_EQ(complaint_of(tree.beside("longer")).kind, ProblemKind::damaged);
}

TEST(Manifest, names_the_line_that_is_wrong) {
  const Tree tree;
  auto bad = manifest_line(file_entry("b"));
  bad.replace(0, 1, "x");
  write_lines(tree.beside("m"), {manifest_line(file_entry("a")), bad});
  EXPECT_THAT(complaint_of(tree.beside("m")).what, HasSubstr("line 8"));
}

TEST(Manifest, out_of_order_is_damaged_even_with_a_fitting_digest) {
  const Tree tree;
  write_lines(tree.beside("sound"), {manifest_line(file_entry("a")), manifest_line(file_entry("b"))});
  EXPECT_EQ(examine_manifest(tree.beside("sound")).entries, 2u);
  write_lines(tree.beside("m"), {manifest_line(file_entry("b")), manifest_line(file_entry("a"))});
  EXPECT_THAT(complaint_of(tree.beside("m")).what, HasSubstr("out of order"));
  write_lines(tree.beside("twice"), {manifest_line(file_entry("a")), manifest_line(file_entry("a"))});
  EXPECT_EQ(complaint_of(tree.beside("twice")).kind, ProblemKind::damaged);
}

TEST(Manifest, of_a_newer_format_is_told_apart) {
  const Tree tree;
  write_file(tree.beside("m"), "hdskit-manifest 2\n");
  EXPECT_EQ(complaint_of(tree.beside("m")).kind, ProblemKind::newer_format);
  write_file(tree.beside("m"), "PK\x03\x04");
  EXPECT_EQ(complaint_of(tree.beside("m")).kind, ProblemKind::bad_input);
}

TEST(Manifest, accepts_no_line_that_it_would_write_otherwise) {
  const auto good = manifest_line(file_entry("a"));
  EXPECT_NO_THROW(entry_of_manifest_line(good));
  const auto with = [&](std::string_view from, std::string_view to) {
    auto line = good;
    return line.replace(line.find(from), from.size(), to);
  };
  for (const auto& line : {std::string{},
                           with("f ", "x "),
                           with("0640", "640"),
                           with("0640", "06 0"),
                           with("0640", "8640"),
                           with("1000", "01000"),
                           with("4294967295", "4294967296"),
                           with("-1 0", "-01 0"),
                           with("-1 0", "-0 0"),
                           with("12 ", " "),
                           with("- - ", "x - "),
                           with(" a", " "),
                           with(" a", " /a"),
                           with(" a", " a/../b"),
                           with(" a", " a//b"),
                           with(" a", " a/"),
                           with(" a", " ."),
                           with(" a", " \\x61"),
                           with(" a", " \\x00"),
                           with(" a", " \\x"),
                           with(" a", " \xe9"),
                           with(" a", " a\t"),
                           with(" a", " a\t>b"),
                           with(" a", " a\t!"),
                           with(" a", " a\t=b"),
                           with(" a", " a\t!why\t=0"),
                           with("f ", "d "),
                           with("f ", "l ")})
    EXPECT_THROW(entry_of_manifest_line(line), Problem) << line;
}

TEST(EscapedPath, is_one_line_of_utf8_and_comes_back) {
  EXPECT_EQ(escaped_path("caf\xc3\xa9/\xe2\x82\xac \xf0\x9f\x8f\xa5"), "caf\xc3\xa9/\xe2\x82\xac \xf0\x9f\x8f\xa5");
  EXPECT_EQ(escaped_path("a\\b\tc\nd\x7f"), "a\\x5cb\\x09c\\x0ad\\x7f");
  EXPECT_EQ(escaped_path("\xc2\x9b"), "\\xc2\\x9b");          // CSI of terminals
  EXPECT_EQ(escaped_path("\xed\xa0\x80"), "\\xed\\xa0\\x80"); // half of a pair
  EXPECT_EQ(escaped_path("\xc0\xaf\xf5"), "\\xc0\\xaf\\xf5"); // too long a form, no lead
  EXPECT_EQ(escaped_path("\xe2\x82"), "\\xe2\\x82");          // cut
  for (const auto& path : {std::string{"a\\x41"}, std::string{"\xff\xfe\n"}, noise(3000)}) EXPECT_EQ(unescaped_path(escaped_path(path)), path);
  EXPECT_EQ(unescaped_path("\\x41"), std::nullopt);
  EXPECT_EQ(unescaped_path("\\x4"), std::nullopt);
  EXPECT_EQ(unescaped_path("\\xC3"), std::nullopt);
  EXPECT_EQ(unescaped_path("\n"), std::nullopt);
}

TEST(ChecksumLine, is_what_sha256sum_writes) {
  const auto digest = digest_of("x");
  EXPECT_EQ(checksum_line(digest, "a b"), digest.hex() + "  a b");
  EXPECT_EQ(checksum_line(digest, "a\\b\nc"), "\\" + digest.hex() + "  a\\\\b\\nc");
}
