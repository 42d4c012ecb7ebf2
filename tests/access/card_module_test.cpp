#include "tests/certificates/lookalikes.hpp"
#include "toolkit/access/card_module.hpp"
#include "toolkit/base/child_process.hpp"
#include "toolkit/base/problem.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>

namespace hdskit {
namespace {

using testing::HasSubstr;

constexpr const char* module_file = "/usr/lib/softhsm/libsofthsm2.so";

/// A token of SoftHSM that looks like a card: two key pairs, their certificates, known by the last byte of their ids.
class SoftCard {
public:
  SoftCard() {
    std::filesystem::create_directory(folder_.path() / "tokens");
    write_file(folder_.path() / "softhsm2.conf", "directories.tokendir = " + (folder_.path() / "tokens").string() + "\nobjectstore.backend = file\n");
    setenv("SOFTHSM2_CONF", (folder_.path() / "softhsm2.conf").c_str(), 1); // SoftHSM reads it nowhere else
    run({"softhsm2-util", "--init-token", "--free", "--label", "CPS3-ESSAI", "--so-pin", "12345678", "--pin", "1234"});
    write_file(folder_.path() / "key.pem", LookalikeAuthority::leaf_key_pem());
    run({"softhsm2-util", "--import", (folder_.path() / "key.pem").string(), "--token", "CPS3-ESSAI", "--label", "auth", "--id", "a0b020", "--pin", "1234"});
    put_certificate("a0b020", nurse(77));
    auto signer = nurse(78);
    signer.authentication = false;
    run({"softhsm2-util", "--import", (folder_.path() / "key.pem").string(), "--token", "CPS3-ESSAI", "--label", "sign", "--id", "a0b010", "--pin", "1234",
         "--no-public-key", "--force"});
    put_certificate("a0b010", signer);
    put_certificate("a0b030", nurse(79)); // a certificate whose key is not on the card
  }

  const std::filesystem::path& folder() const { return folder_.path(); }

private:
  void run(std::vector<std::string> words) {
    ChildCommand command;
    command.words = std::move(words);
    command.environment = {{"SOFTHSM2_CONF", (folder_.path() / "softhsm2.conf").string()}};
    const auto result = run_child(command);
    ASSERT_TRUE(result.succeeded()) << result.errors << result.output;
  }
  void put_certificate(const std::string& id, const LookalikePerson& person) {
    write_file(folder_.path() / "card.der", hierarchies().persons.issue(person));
    run({"pkcs11-tool", "--module", module_file, "--token-label", "CPS3-ESSAI", "--login", "--pin", "1234", "--write-object",
         (folder_.path() / "card.der").string(), "--type", "cert", "--id", id});
  }
  ScratchFolder folder_;
};

class Card : public testing::Test {
protected:
  /// One for all tests: SoftHSM keeps what it read when it was loaded.
  static SoftCard& soft() {
    static SoftCard card;
    return card;
  }
  static const CardModule& module() {
    soft();
    static const CardModule loaded{module_file};
    return loaded;
  }
  static CardToken token() { return module().tokens().at(0); }
  static CardCertificate certificate(std::string_view key) {
    for (auto& one : module().certificates(token(), [](const std::string&) {}))
      if (one.key_id == key) return one;
    ADD_FAILURE() << "no certificate " << key;
    return {};
  }
};

TEST_F(Card, shows_its_certificates_without_a_pin) {
  ASSERT_EQ(module().tokens().size(), 1u);
  EXPECT_EQ(token().label, "CPS3-ESSAI");
  EXPECT_EQ(token().pin, PinState::fine);
  EXPECT_EQ(module().certificates(token(), [](const std::string&) {}).size(), 3u);
  EXPECT_EQ(certificate("a0b020").identity.national_id, "899700000013");
  EXPECT_EQ(certificate("a0b010").identity.role, CertificateRole::signature);
}

TEST_F(Card, proves_that_it_holds_the_key) { EXPECT_TRUE(proves_possession(module(), token(), certificate("a0b020"), "1234", "a nonce of this moment")); }

TEST_F(Card, does_not_prove_a_certificate_whose_key_it_lacks) {
  try {
    proves_possession(module(), token(), certificate("a0b030"), "1234", "nonce");
    FAIL();
  } catch (const Problem& problem) { EXPECT_EQ(problem.kind(), ProblemKind::not_found); }
}

TEST_F(Card, tries_a_wrong_pin_once) {
  try {
    proves_possession(module(), token(), certificate("a0b020"), "9999", "nonce");
    FAIL();
  } catch (const Problem& problem) {
    EXPECT_EQ(problem.kind(), ProblemKind::refused);
    EXPECT_THAT(problem.what(), Not(HasSubstr("9999")));
  }
  EXPECT_EQ(token().pin, PinState::low); // one try was counted, no more
  EXPECT_TRUE(proves_possession(module(), token(), certificate("a0b020"), "1234", "nonce"));
  EXPECT_EQ(token().pin, PinState::fine);
}

TEST_F(Card, signs_what_openssl_verifies) {
  const auto file = soft().folder() / "revue.json";
  write_file(file, "{\"decision\":\"keep\"}");
  const auto chosen = certificate("a0b010");
  write_file(soft().folder() / "revue.p7s", sign_detached(module(), token(), chosen, "1234", digest_of_file(file), today));
  write_file(soft().folder() / "ca.pem", hierarchies().root.pem() + hierarchies().persons.pem());
  ChildCommand verify;
  verify.words = {"openssl",  "cms",         "-verify", "-binary",
                  "-inform",  "DER",         "-in",     (soft().folder() / "revue.p7s").string(),
                  "-content", file.string(), "-CAfile", (soft().folder() / "ca.pem").string(),
                  "-purpose", "any",         "-attime", "1795348800",
                  "-out",     "/dev/null"};
  const auto right = run_child(verify);
  EXPECT_TRUE(right.succeeded()) << right.errors;
  write_file(file, "{\"decision\":\"remove\"}");
  EXPECT_FALSE(run_child(verify).succeeded());
}

TEST(CardModule, tells_what_is_no_module) {
  EXPECT_THROW(CardModule{"/nowhere/module.so"}, Problem);
  const ScratchFolder folder;
  write_file(folder.path() / "text.so", "no library");
  EXPECT_THROW(CardModule{folder.path() / "text.so"}, Problem);
}

} // namespace
} // namespace hdskit
