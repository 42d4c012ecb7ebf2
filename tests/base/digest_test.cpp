#include "toolkit/base/digest.hpp"

#include "toolkit/base/file.hpp"
#include "toolkit/base/problem.hpp"

#include <gtest/gtest.h>

using namespace hdskit;

TEST(Digest, agrees_with_the_vectors_of_fips_180) {
  EXPECT_EQ(digest_of("").hex(), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  EXPECT_EQ(digest_of("abc").hex(), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(digest_of(std::string(1'000'000, 'a')).hex(), "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST(Digest, is_the_same_whatever_the_pieces) {
  Sha256 sha;
  for (const char c : std::string{"abc"}) sha.update({&c, 1});
  EXPECT_EQ(sha.finish(), digest_of("abc"));
}

TEST(Digest, reads_hexadecimal_of_either_case_and_nothing_else) {
  const auto hex = digest_of("abc").hex();
  std::string upper = hex;
  for (auto& c : upper) c = static_cast<char>(std::toupper(c));
  EXPECT_EQ(Digest::parse(upper)->hex(), hex);
  EXPECT_FALSE(Digest::parse(hex.substr(1)));
  EXPECT_FALSE(Digest::parse("g" + hex.substr(1)));
}

TEST(Digest, of_a_file_that_cannot_be_read_is_a_problem_and_never_a_value) {
  const ScratchFolder folder;
  EXPECT_THROW(digest_of_file(folder.path() / "absent"), Problem);
  EXPECT_THROW(digest_of_file(folder.path()), Problem);
  write_file(folder.path() / "abc", "abc");
  EXPECT_EQ(digest_of_file(folder.path() / "abc"), digest_of("abc"));
}
