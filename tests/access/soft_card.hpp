#pragma once

#include "tests/certificates/lookalikes.hpp"
#include "toolkit/base/child_process.hpp"

#include <gtest/gtest.h>

#include <cstdlib>

namespace hdskit {

inline constexpr const char* module_file = "/usr/lib/softhsm/libsofthsm2.so";

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

} // namespace hdskit
