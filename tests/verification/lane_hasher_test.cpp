#include "toolkit/verification/lane_hasher.hpp"

#include <gtest/gtest.h>

using namespace hdskit;

namespace {

std::string bytes_of(std::size_t count) {
  std::string bytes(count, '\0');
  std::uint32_t state = 7;
  for (auto& byte : bytes) byte = static_cast<char>((state = state * 1664525u + 1013904223u) >> 24);
  return bytes;
}

/// Hashes messages of these lengths together; gives the lengths at which it does not agree with OpenSSL.
std::vector<std::size_t> disagreements(LaneHasher& lanes, const std::string& bytes, const std::vector<std::size_t>& lengths) {
  std::vector<std::optional<Digest>> digests(lengths.size());
  std::vector<LaneHasher::Message> messages;
  for (std::size_t i = 0; i < lengths.size(); ++i) messages.push_back({std::string_view{bytes}.substr(i % 8, lengths[i]), &digests[i]});
  lanes.hash(messages);
  std::vector<std::size_t> wrong;
  for (std::size_t i = 0; i < lengths.size(); ++i)
    if (digests[i] != digest_of(messages[i].bytes)) wrong.push_back(lengths[i]);
  return wrong;
}

} // namespace

// Where the processor has no lanes worth using there is nothing to agree: the engine then uses OpenSSL alone.
TEST(LaneHasher, agrees_with_openssl_on_every_length_to_70000) {
  const auto lanes = LaneHasher::create();
  if (!lanes) GTEST_SKIP() << "this processor has no lanes";
  const auto bytes = bytes_of(70'100);
  std::vector<std::size_t> lengths;
  for (std::size_t length = 0; length <= 70'000; ++length) {
    lengths.push_back(length);
    if (lengths.size() < 100 && length < 70'000) continue;
    EXPECT_EQ(disagreements(*lanes, bytes, lengths), std::vector<std::size_t>{}) << "up to " << length;
    lengths.clear();
  }
}

TEST(LaneHasher, agrees_when_lengths_are_mixed) {
  const auto lanes = LaneHasher::create();
  if (!lanes) GTEST_SKIP() << "this processor has no lanes";
  const auto bytes = bytes_of(70'100);
  std::vector<std::size_t> lengths{65'534, 65'535, 65'536, 64 * 1024 - 1, LaneHasher::longest, LaneHasher::longest + 1, 0, 1, 55, 56, 63, 64, 65, 119, 120};
  for (std::size_t i = 0; i < 600; ++i) lengths.push_back(i * 7919 % 66'000);
  EXPECT_EQ(disagreements(*lanes, bytes, lengths), std::vector<std::size_t>{});
}

TEST(LaneHasher, hashes_nothing_when_there_is_nothing) {
  const auto lanes = LaneHasher::create();
  if (!lanes) GTEST_SKIP() << "this processor has no lanes";
  EXPECT_NO_THROW(lanes->hash({}));
}

TEST(RepeatedSha256, is_used_again_and_tells_digests_on_the_way) {
  RepeatedSha256 sha;
  for (int i = 0; i < 3; ++i) {
    sha.begin();
    sha.update("ab");
    EXPECT_EQ(sha.so_far(), digest_of("ab"));
    sha.update("c");
    EXPECT_EQ(sha.finish(), digest_of("abc"));
  }
}
