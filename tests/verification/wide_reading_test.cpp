#include "tests/verification/trees.hpp"
#include "toolkit/verification/wide_reading.hpp"

#include <atomic>
#include <thread>

using namespace hdskit;
using namespace tests;

namespace {

constexpr std::uint64_t least = WideReading::shortest, most = WideReading::longest;

/// As the threads of a tree do, with this many files at once; gives the paths whose digest is not that of OpenSSL.
std::vector<std::string> wrong_of(const std::vector<std::uint64_t>& sizes) {
  const Tree tree;
  const auto bytes = noise(3'000'000);
  std::vector<std::string> wrong;
  for (std::size_t i = 0; i < sizes.size(); ++i) put(tree / std::to_string(i), std::string_view{bytes}.substr(i, sizes[i]));
  for (const auto& entry : entries_of(tree.root(), {.wants_content = {}, .threads = 1, .progress = {}})) {
    const auto i = std::stoull(entry.path);
    if (!entry.failure.empty() || entry.content != digest_of(std::string_view{bytes}.substr(i, sizes[i]))) wrong.push_back(entry.path);
  }
  return wrong;
}

} // namespace

TEST(WideSha256, pads_as_the_standard_says) {
  for (std::uint64_t length = 0; length < 200; ++length) {
    std::uint8_t end[128];
    const auto added = WideSha256::pad(end, length);
    EXPECT_EQ((length + added) % 64, 0u);
    EXPECT_GE(added, 9u);
    EXPECT_EQ(end[0], 0x80);
    EXPECT_EQ(end[added - 1], static_cast<std::uint8_t>(length * 8));
  }
}

// Where the processor has no such lanes these files go through OpenSSL, and the same must hold.
TEST(WideReading, agrees_with_openssl_at_every_edge_of_pieces_and_padding) {
  std::vector<std::uint64_t> sizes;
  for (const auto around : {least, std::uint64_t{96 * 1024}, std::uint64_t{1'000'000}, std::uint64_t{1 << 20}})
    for (const std::int64_t more : {-65, -64, -63, -9, -8, -1, 0, 1, 54, 55, 56, 63, 64, 65}) sizes.push_back(around + static_cast<std::uint64_t>(more + 65));
  EXPECT_EQ(wrong_of(sizes), std::vector<std::string>{});
}

TEST(WideReading, agrees_when_few_files_are_left_or_there) {
  for (std::size_t files = 1; files <= 20; ++files) {
    std::vector<std::uint64_t> sizes;
    for (std::size_t i = 0; i < files; ++i) sizes.push_back(least + i * i * 7919 % 2'900'000);
    EXPECT_EQ(wrong_of(sizes), std::vector<std::string>{}) << files;
  }
}

TEST(WideReading, takes_turns_with_short_and_very_long_files) {
  const Tree tree;
  const auto bytes = noise(2'000'000), long_one = noise(most + 5, 4);
  for (int i = 0; i < 60; ++i)
    put(tree / ("m" + std::to_string(i)), std::string_view{bytes}.substr(static_cast<std::size_t>(i), 300'000u + 1000u * static_cast<unsigned>(i)));
  for (int i = 0; i < 300; ++i) put(tree / ("s" + std::to_string(i)), std::to_string(i));
  put(tree / "long", long_one);
  const auto entries = entries_of(tree.root());
  EXPECT_EQ(entries, entries_of(tree.root(), {.wants_content = {}, .engine = HashEngine::reference, .progress = {}}));
  EXPECT_EQ(at(entries, "long").content, digest_of(long_one));
  EXPECT_EQ(at(entries, "m7").content, digest_of(std::string_view{bytes}.substr(7, 307'000)));
}

TEST(WideReading, blames_a_file_that_is_cut_or_grows_and_no_other) {
  const Tree tree;
  const auto bytes = noise(3'000'000);
  for (int i = 0; i < 200; ++i) put(tree / std::to_string(i), bytes);
  std::atomic<bool> stop{false};
  std::thread writer{[&] {
    for (unsigned turn = 0; !stop; ++turn) fs::resize_file(tree / "150", turn % 2 ? 3'100'000 : 200'000);
  }};
  const auto entries = entries_of(tree.root());
  stop = true;
  writer.join();
  for (const auto& entry : entries) EXPECT_EQ(entry.failure.empty(), entry.path != "150") << entry.path;
}
