#include "toolkit/base/signature.hpp"

#include "toolkit/base/child_process.hpp"
#include "toolkit/base/file.hpp"
#include "toolkit/base/problem.hpp"
#include "toolkit/base/text.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace hdskit;

namespace {

/// What the command line of OpenSSL, another program on the same standards, says in `folder`.
ChildResult openssl(const std::filesystem::path& folder, const std::string& words) {
  ChildCommand command;
  command.words = words_of_command("openssl " + words);
  command.folder = folder;
  return run_child(command);
}

void expect_bad_input(const std::function<void()>& work) {
  try {
    work();
    ADD_FAILURE() << "accepted";
  } catch (const Problem& problem) { EXPECT_EQ(problem.kind(), ProblemKind::bad_input); }
}

} // namespace

TEST(Signature, matches_what_was_signed_and_nothing_else) {
  const auto keys = make_key_pair(), others = make_key_pair();
  const std::string bytes{"{\"verdict\":\"proven\"}\n\0", 22};
  const auto signature = sign(bytes, keys.private_pem);
  EXPECT_TRUE(signature_matches(bytes, signature, keys.public_pem));
  EXPECT_FALSE(signature_matches(bytes + " ", signature, keys.public_pem));
  EXPECT_FALSE(signature_matches(bytes.substr(1), signature, keys.public_pem));
  EXPECT_FALSE(signature_matches("", signature, keys.public_pem));
  EXPECT_FALSE(signature_matches(bytes, signature, others.public_pem));
  EXPECT_FALSE(signature_matches(bytes, sign(bytes, others.private_pem), keys.public_pem));
  EXPECT_TRUE(signature_matches("", sign("", keys.private_pem), keys.public_pem));
}

TEST(Signature, with_any_character_changed_does_not_match) {
  const auto keys = make_key_pair();
  const auto signature = sign("abc", keys.private_pem);
  EXPECT_EQ(signature.find('\n'), std::string::npos);
  for (std::size_t at = 0; at < signature.size(); ++at) {
    auto changed = signature;
    changed[at] = changed[at] == 'A' ? 'B' : 'A';
    EXPECT_FALSE(signature_matches("abc", changed, keys.public_pem)) << at;
    EXPECT_FALSE(signature_matches("abc", signature.substr(0, at), keys.public_pem)) << at;
  }
}

TEST(Signature, that_is_none_does_not_match) {
  const auto keys = make_key_pair();
  const auto signature = sign("abc", keys.private_pem);
  const std::string zero(4, '\0');
  for (const auto& text : {std::string{}, std::string{"="}, std::string{"===="}, std::string{"é"}, std::string{"MAYCAQACAQA="}, std::string{"AAAA"}, zero,
                           signature + "\n", " " + signature, signature + "AAAA", std::string(1 << 20, 'A')}) {
    EXPECT_FALSE(signature_matches("abc", text, keys.public_pem)) << text.substr(0, 40);
  }
}

TEST(Signature, agrees_with_the_openssl_command) {
  const ScratchFolder folder;
  const auto keys = make_key_pair();
  write_file(folder.path() / "own.pem", keys.private_pem);
  write_file(folder.path() / "shown.pem", keys.public_pem);
  write_file(folder.path() / "bytes", "abc");
  write_file(folder.path() / "ours.b64", sign("abc", keys.private_pem));
  ASSERT_TRUE(openssl(folder.path(), "base64 -d -A -in ours.b64 -out ours.der").succeeded());
  EXPECT_EQ(openssl(folder.path(), "dgst -sha256 -verify shown.pem -signature ours.der bytes").output, "Verified OK\n");
  ASSERT_TRUE(openssl(folder.path(), "dgst -sha256 -sign own.pem -out theirs.der bytes").succeeded());
  EXPECT_TRUE(signature_matches("abc", trimmed(openssl(folder.path(), "base64 -A -in theirs.der").output), keys.public_pem));
  ASSERT_TRUE(openssl(folder.path(), "pkey -pubin -in shown.pem -outform DER -out shown.der").succeeded());
  EXPECT_THAT(openssl(folder.path(), "dgst -sha256 -r shown.der").output, ::testing::StartsWith(key_fingerprint(keys.public_pem) + " "));
}

TEST(Signature, refuses_other_keys_and_curves) {
  const ScratchFolder folder;
  const auto keys = make_key_pair();
  for (const auto* words :
       {"genpkey -quiet -algorithm RSA -pkeyopt rsa_keygen_bits:1024 -out own.pem", "genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-384 -out own.pem",
        "genpkey -algorithm EC -pkeyopt ec_paramgen_curve:secp256k1 -out own.pem", "genpkey -algorithm ED25519 -out own.pem"}) {
    const auto made = openssl(folder.path(), words);
    ASSERT_TRUE(made.succeeded()) << made.errors;
    ASSERT_TRUE(openssl(folder.path(), "pkey -in own.pem -pubout -out shown.pem").succeeded());
    const auto own = read_file(folder.path() / "own.pem"), shown = read_file(folder.path() / "shown.pem");
    expect_bad_input([&] { sign("abc", own); });
    expect_bad_input([&] { signature_matches("abc", sign("abc", keys.private_pem), shown); });
    expect_bad_input([&] { key_fingerprint(shown); });
  }
}

TEST(Signature, refuses_what_is_no_key) {
  const ScratchFolder folder;
  const auto keys = make_key_pair();
  for (const auto& text : {std::string{}, std::string{"abc"}, keys.public_pem, keys.private_pem.substr(0, 100), std::string(1 << 20, '-')}) {
    expect_bad_input([&] { sign("abc", text); });
  }
  for (const auto& text : {std::string{}, keys.private_pem, keys.public_pem.substr(0, 100)}) {
    expect_bad_input([&] { signature_matches("abc", "", text); });
    expect_bad_input([&] { key_fingerprint(text); });
  }
  write_file(folder.path() / "own.pem", keys.private_pem);
  ASSERT_TRUE(openssl(folder.path(), "pkcs8 -topk8 -in own.pem -passout pass:horse -out closed.pem").succeeded());
  expect_bad_input([&] { sign("abc", read_file(folder.path() / "closed.pem")); });
}

TEST(KeyFingerprint, tells_keys_apart_and_is_that_of_the_key_not_of_its_text) {
  const auto keys = make_key_pair();
  EXPECT_EQ(key_fingerprint(keys.public_pem).size(), 64u);
  EXPECT_EQ(key_fingerprint(keys.public_pem), key_fingerprint("machine of the annexe\n" + keys.public_pem + "\n"));
  EXPECT_NE(key_fingerprint(keys.public_pem), key_fingerprint(make_key_pair().public_pem));
}
