#include "tests/support/golden.hpp"
#include "tests/support/tar_members.hpp"
#include "tests/unpack/memory_sink.hpp"
#include "toolkit/base/file.hpp"

#include <gmock/gmock.h>

using namespace hdskit::unpack;
using tests::account_of;
using tests::in_shell;
using tests::TarText;

namespace {

/// A folder with a few files of every size, and archives of it by the usual programs.
class ArchiveReader : public testing::Test {
protected:
  ArchiveReader() {
    in_shell("cd '" + folder() + "'; mkdir -p tree/unit; printf 'patient' > tree/unit/one; : > tree/empty; head -c 300000 /dev/urandom > tree/large");
    large_ = tests::read_bytes(folder() + "/tree/large");
  }
  std::string folder() const { return scratch_.path().string(); }
  std::string made(const std::string& name, const std::string& command) const {
    in_shell("cd '" + folder() + "'; { " + command + "; } > /dev/null");
    return tests::read_bytes(folder() + "/" + name);
  }
  void expect_whole(const std::string& bytes, const std::string& prefix) {
    tests::MemorySink sink;
    const auto account = account_of(bytes, sink);
    EXPECT_TRUE(account.whole()) << account.damage << account.stop_words;
    EXPECT_EQ(account.end, ArchiveEnd::proper);
    EXPECT_EQ(account.files, 3u);
    EXPECT_EQ(sink.contents[prefix + "unit/one"], "patient");
    EXPECT_TRUE(sink.contents[prefix + "large"] == large_);
    EXPECT_EQ(sink.members[prefix + "empty"].size, 0u);
  }

private:
  hdskit::ScratchFolder scratch_;

protected:
  std::string large_;
};

TEST_F(ArchiveReader, reads_a_tar_under_each_compression) {
  expect_whole(made("a.tar", "tar cf a.tar tree"), "tree/");
  for (const auto* const option : {"-z", "-j", "-J", "--zstd"}) expect_whole(made("a.packed", std::string{"tar "} + option + " -cf a.packed tree"), "tree/");
}

TEST_F(ArchiveReader, reads_zip_and_7z) {
  expect_whole(made("a.zip", "zip -qr a.zip tree"), "tree/");
  expect_whole(made("a.7z", "7z a -bd a.7z tree"), "tree/");
}

TEST_F(ArchiveReader, reads_a_zip_from_a_pipe_and_says_that_its_directory_was_not_seen) {
  const auto account = account_of(made("a.zip", "zip -qr a.zip tree"), {}, false);
  EXPECT_TRUE(account.whole());
  EXPECT_EQ(account.files, 3u);
  EXPECT_EQ(account.end, ArchiveEnd::unseen);
}

TEST_F(ArchiveReader, finds_a_flipped_bit_in_what_has_checksums) {
  for (const auto& [name, command] : {std::pair{"a.tar.gz", "tar -zcf a.tar.gz tree"},
                                      {"a.tar.bz2", "tar -jcf a.tar.bz2 tree"},
                                      {"a.tar.xz", "tar -Jcf a.tar.xz tree"},
                                      {"a.tar.zst", "tar -I 'zstd --check' -cf a.tar.zst tree"},
                                      {"a.zip", "zip -qr a.zip tree"},
                                      {"a.7z", "7z a -bd a.7z tree"}}) {
    auto bytes = made(name, command);
    bytes[bytes.size() / 2] ^= 1;
    const auto account = account_of(bytes);
    EXPECT_FALSE(account.whole()) << name;
    EXPECT_NE(account.damage, "") << name;
  }
}

TEST_F(ArchiveReader, cannot_see_a_flipped_bit_in_the_content_of_a_plain_tar) {
  auto bytes = made("a.tar", "tar cf a.tar tree");
  bytes[bytes.find(large_) + 1000] ^= 1;
  tests::MemorySink sink;
  EXPECT_TRUE(account_of(bytes, sink).whole()) << "only a manifest finds this";
  EXPECT_FALSE(sink.contents["tree/large"] == large_);
}

TEST_F(ArchiveReader, finds_a_cut_in_the_middle_of_any_archive) {
  for (const auto& [name, command] : {std::pair{"a.tar", "tar -cf a.tar tree"},
                                      {"a.tar.gz", "tar -zcf a.tar.gz tree"},
                                      {"a.tar.bz2", "tar -jcf a.tar.bz2 tree"},
                                      {"a.tar.xz", "tar -Jcf a.tar.xz tree"},
                                      {"a.tar.zst", "tar --zstd -cf a.tar.zst tree"},
                                      {"a.zip", "zip -qr a.zip tree"},
                                      {"a.7z", "7z a -bd a.7z tree"}}) {
    const auto bytes = made(name, command);
    const auto account = account_of(std::string_view{bytes}.substr(0, bytes.size() / 2));
    EXPECT_FALSE(account.whole()) << name;
    EXPECT_EQ(account.stop, StopReason::none) << name;
    EXPECT_NE(account.damage, "") << name;
  }
}

TEST_F(ArchiveReader, finds_the_end_of_a_compressed_stream_missing_behind_a_whole_tar) {
  const auto bytes = made("a.tar.gz", "tar -zcf a.tar.gz tree");
  EXPECT_FALSE(account_of(std::string_view{bytes}.substr(0, bytes.size() - 5)).whole());
  auto wrong = bytes;
  wrong[wrong.size() - 6] ^= 1; // the checksum of everything
  EXPECT_FALSE(account_of(wrong).whole());
}

TEST_F(ArchiveReader, reads_gzip_streams_one_after_the_other_and_the_zeros_of_a_tape) {
  const auto tar = made("a.tar", "tar -cf a.tar tree");
  const auto both = made("both", "head -c 1000 a.tar | gzip > both; tail -c +1001 a.tar | gzip >> both");
  expect_whole(both, "tree/");
  expect_whole(both + std::string(20'000, '\0'), "tree/");
  EXPECT_THAT(account_of(both + "else").damage, testing::HasSubstr("foreign bytes"));
}

TEST_F(ArchiveReader, finds_a_zip_whose_directory_counts_other_members) {
  auto bytes = made("a.zip", "zip -qr a.zip tree");
  for (const auto place : {8u, 10u}) bytes[bytes.size() - 22 + place] -= 1;
  const auto account = account_of(bytes);
  EXPECT_FALSE(account.whole());
  EXPECT_THAT(account.damage, testing::HasSubstr("central directory"));
}

TEST_F(ArchiveReader, opens_an_encrypted_zip_with_its_password_only) {
  const auto bytes = made("a.zip", "zip -qr -P secret1 a.zip tree");
  EXPECT_EQ(account_of(bytes).stop, StopReason::password_needed);
  ReadingOrder order;
  order.passphrase = "wrong";
  const auto wrong = account_of(bytes, order);
  EXPECT_FALSE(wrong.whole());
  EXPECT_EQ(wrong.stop, StopReason::password_wrong) << wrong.damage;
  order.passphrase = "secret1";
  tests::MemorySink sink;
  EXPECT_TRUE(account_of(bytes, sink, order).whole());
  EXPECT_TRUE(sink.contents["tree/large"] == large_);
}

TEST_F(ArchiveReader, says_that_it_opens_no_encrypted_7z) {
  ReadingOrder order;
  order.passphrase = "secret1";
  EXPECT_EQ(account_of(made("a.7z", "7z a -bd -psecret1 a.7z tree"), order).stop, StopReason::unsupported);
  EXPECT_EQ(account_of(made("b.7z", "7z a -bd -psecret1 -mhe=on b.7z tree"), order).stop, StopReason::unsupported);
}

TEST_F(ArchiveReader, keeps_names_of_any_bytes) {
  tests::MemorySink sink;
  const auto bytes =
      made("a.tar", "mkdir odd; : > \"odd/$(printf 'caf\\351')\"; : > odd/café; : > \"odd/$(printf 'two\\nlines')\"; tar --format=posix -cf a.tar odd");
  EXPECT_TRUE(account_of(bytes, sink).whole());
  for (const auto* const name : {"odd/caf\xE9", "odd/café", "odd/two\nlines"}) EXPECT_TRUE(sink.members.contains(name)) << escaped(name);
}

TEST(TarEnd, is_missing_where_a_tar_was_cut_between_two_members) {
  const auto account = account_of(TarText{}.file("a", "one").file("b", "two").cut());
  EXPECT_EQ(account.members, 2u) << "every other tool restores these and reports success";
  EXPECT_TRUE(account.truncated);
  EXPECT_EQ(account.end, ArchiveEnd::missing);
  EXPECT_FALSE(account.whole());
}

TEST(TarEnd, is_not_mistaken_for_zeros_in_the_last_file) {
  const auto account = account_of(TarText{}.file("a", std::string(4096, '\0')).cut());
  EXPECT_EQ(account.end, ArchiveEnd::missing);
  EXPECT_TRUE(account_of(TarText{}.file("a", std::string(4096, '\0')).whole()).whole());
}

TEST(TarEnd, of_one_block_is_told_and_no_damage) {
  const auto account = account_of(TarText{}.file("a", "one").cut() + std::string(512, '\0'));
  EXPECT_EQ(account.end, ArchiveEnd::short_);
  EXPECT_TRUE(account.whole());
}

TEST(TarEnd, hides_no_members_behind_it) {
  const auto account = account_of(TarText{}.file("a", "one").whole() + TarText{}.file("b", "two").whole());
  EXPECT_EQ(account.members, 1u);
  EXPECT_GT(account.hidden_bytes, 512u);
  EXPECT_FALSE(account.whole());
}

TEST(EmptyArchive, holds_no_file_and_is_told_from_an_empty_file) {
  const auto empty = account_of(std::string(10'240, '\0'));
  EXPECT_TRUE(empty.whole());
  EXPECT_EQ(empty.files, 0u);
  const auto nothing = account_of("");
  EXPECT_TRUE(nothing.truncated);
  EXPECT_FALSE(nothing.whole());
  EXPECT_FALSE(account_of("this is a letter and no archive at all, whatever its name says").whole());
}

TEST(ForeignFormat, is_named_instead_of_called_damaged) {
  const auto account = account_of(std::string_view{"Rar!\x1A\x07\x01\x00", 8});
  EXPECT_EQ(account.stop, StopReason::unsupported);
  EXPECT_EQ(account.stop_words, "rar");
}

TEST(HostileMember, is_refused_and_named_and_the_others_are_read) {
  tests::MemorySink sink;
  const auto account = account_of(TarText{}.file("/etc/absolute", "x").file("a/../../up", "x").file("good", "y").whole(), sink);
  EXPECT_TRUE(account.hostile);
  EXPECT_EQ(account.refused, 2u);
  ASSERT_EQ(account.first_refused.size(), 2u);
  EXPECT_EQ(account.first_refused[0].reason, RefusalReason::absolute);
  EXPECT_EQ(account.first_refused[1].reason, RefusalReason::climbing);
  EXPECT_EQ(sink.members.size(), 1u);
}

TEST(Bomb, is_stopped_by_what_it_becomes) {
  hdskit::ScratchFolder scratch;
  const auto path = scratch.path().string() + "/bomb";
  in_shell("truncate -s 300M '" + path + "'; cd '" + scratch.path().string() +
           "'; tar --zstd -cf b.tar.zst bomb; zip -q b.zip bomb; zstd -q -19 bomb -o z; mv z bomb; zstd -q bomb");
  for (const auto* const name : {"/b.tar.zst", "/b.zip", "/bomb.zst"}) {
    ReadingOrder order;
    if (std::string_view{name} == "/b.zip") order.ratio = 900; // deflate reaches 1,030 at most
    class Counter : public tests::MemorySink {
      void write(std::uint64_t, std::string_view) override {}
    } sink;
    const auto account = account_of(tests::read_bytes(scratch.path().string() + name), sink, order);
    EXPECT_TRUE(account.bomb) << name;
    EXPECT_FALSE(account.whole()) << name;
    EXPECT_LT(account.bytes, 300u << 20) << name;
  }
}

TEST(Limit, of_bytes_is_a_bomb_only_where_little_became_much) {
  const auto tar = TarText{}.file("a", std::string(100'000, 'a')).whole();
  ReadingOrder order;
  order.bytes = 50'000;
  EXPECT_EQ(account_of(tar, order).stop, StopReason::byte_limit);
  EXPECT_FALSE(account_of(tar, order).bomb);
  order.ratio = 10;
  hdskit::ScratchFolder scratch;
  hdskit::write_file(scratch.path() / "a.tar", tar);
  in_shell("gzip '" + scratch.path().string() + "/a.tar'");
  EXPECT_TRUE(account_of(tests::read_bytes(scratch.path().string() + "/a.tar.gz"), order).bomb);
}

TEST(Limit, of_members_stops_a_swarm) {
  TarText tar;
  for (int i = 0; i < 1'001; ++i) tar.file("f" + std::to_string(i), "");
  ReadingOrder order;
  order.members = 1'000;
  EXPECT_EQ(account_of(tar.whole(), order).stop, StopReason::member_limit);
  order.members = 1'001;
  EXPECT_TRUE(account_of(tar.whole(), order).whole());
}

} // namespace
