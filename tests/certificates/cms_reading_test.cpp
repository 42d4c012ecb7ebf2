#include "tests/certificates/lookalikes.hpp"
#include "toolkit/base/child_process.hpp"
#include "toolkit/base/problem.hpp"
#include "toolkit/certificates/cms_reading.hpp"

#include <gtest/gtest.h>

namespace hdskit {
namespace {

/// A signature that another program made: OpenSSL.
std::string signature_of(const std::string& content) {
  const ScratchFolder folder;
  const auto file = [&](const char* name) { return (folder.path() / name).string(); };
  auto person = nurse(80);
  person.authentication = false;
  write_file(file("signer.pem"), pem_of(hierarchies().persons.issue(person), "CERTIFICATE"));
  write_file(file("key.pem"), LookalikeAuthority::leaf_key_pem());
  write_file(file("content"), content);
  ChildCommand sign;
  sign.words = {"openssl",          "cms",    "-sign",         "-binary", "-md",           "sha256", "-outform",     "DER", "-signer",
                file("signer.pem"), "-inkey", file("key.pem"), "-in",     file("content"), "-out",   file("out.p7s")};
  const auto result = run_child(sign);
  EXPECT_TRUE(result.succeeded()) << result.errors;
  return read_file(file("out.p7s"));
}

const std::string& sample() {
  static const std::string made = signature_of("un dossier");
  return made;
}

TEST(CmsReading, proves_what_openssl_signed) {
  EXPECT_TRUE(cms_proves(sample(), digest_of("un dossier")));
  EXPECT_FALSE(cms_proves(sample(), digest_of("un autre")));
  EXPECT_EQ(read_cms_signature(sample()).content, digest_of("un dossier"));
}

TEST(CmsReading, finds_a_signature_that_was_altered) {
  auto altered = sample();
  altered.back() = static_cast<char>(altered.back() ^ 1); // of the signature itself, which ends the file
  EXPECT_FALSE(cms_proves(altered, digest_of("un dossier")));
}

TEST(CmsReading, refuses_every_beginning_of_a_signature) {
  for (std::size_t size = 0; size < sample().size(); size += 7) EXPECT_THROW(read_cms_signature(std::string_view{sample()}.substr(0, size)), Problem) << size;
}

TEST(CmsReading, believes_no_digest_that_was_put_in_its_place) {
  const auto digest = digest_of("un dossier"), other = digest_of("un autre");
  auto forged = sample();
  const std::string_view right{reinterpret_cast<const char*>(digest.bytes().data()), Digest::size},
      wrong{reinterpret_cast<const char*>(other.bytes().data()), Digest::size};
  const auto at = forged.find(right);
  ASSERT_NE(at, std::string::npos);
  forged.replace(at, Digest::size, wrong);
  EXPECT_EQ(read_cms_signature(forged).content, other);
  EXPECT_FALSE(cms_proves(forged, other));
}

} // namespace
} // namespace hdskit
