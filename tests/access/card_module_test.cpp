#include "tests/access/soft_card.hpp"
#include "toolkit/access/card_login.hpp"
#include "toolkit/access/card_module.hpp"
#include "toolkit/base/problem.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace hdskit {
namespace {

using testing::HasSubstr;

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

TEST_F(Card, opens_a_session_for_its_holder) {
  const Trust trust;
  const auto login = log_in_by_card(module(), token(), "1234", "a nonce of thirty-two bytes, once", trust.setting);
  EXPECT_EQ(login.name, "Zoé ÉPINETTE");
  EXPECT_EQ(login.national_id, "899700000013");
  EXPECT_EQ(login.standing, "good");
  EXPECT_EQ(login.fingerprint, digest_of(certificate("a0b020").der).hex());
}

TEST_F(Card, opens_no_session_once_it_is_revoked_and_costs_no_try) {
  const Trust trust{{{77, instant("2026-11-01T00:00:00Z"), 1}}};
  try {
    log_in_by_card(module(), token(), "9999", "a nonce of thirty-two bytes, once", trust.setting);
    FAIL();
  } catch (const Problem& problem) {
    EXPECT_EQ(problem.kind(), ProblemKind::refused);
    EXPECT_THAT(problem.what(), HasSubstr("revoked"));
  }
  EXPECT_EQ(token().pin, PinState::fine);
}

TEST_F(Card, says_what_was_not_known_of_it) {
  Trust without_list;
  without_list.setting.lists.clear();
  EXPECT_EQ(fit_card(module(), token(), CertificateRole::signature, without_list.setting).standing, "revocation_unknown");
  TrustSetting nothing;
  nothing.at = today;
  EXPECT_EQ(fit_card(module(), token(), CertificateRole::signature, nothing).standing, "unknown");
  EXPECT_THAT(standing_sentence("unknown"), HasSubstr("trusted no authority"));
  EXPECT_THAT(standing_sentence("revocation_unknown"), HasSubstr("no fresh list"));
}

TEST_F(Card, is_refused_when_another_authority_issued_it_or_it_has_expired) {
  TrustSetting stranger;
  stranger.at = today;
  stranger.anchors = {hierarchies().stranger.der()};
  EXPECT_THROW(fit_card(module(), token(), CertificateRole::authentication, stranger), Problem);
  Trust later;
  later.setting.at = instant("2029-01-01T00:00:00Z");
  EXPECT_THROW(fit_card(module(), token(), CertificateRole::authentication, later.setting), Problem);
}

TEST(CardStanding, refuses_the_test_hierarchy_whatever_is_trusted) {
  CardCertificate certificate{hierarchies().persons.issue(nurse(90)), "", {}};
  certificate.identity.hierarchy = Hierarchy::test;
  const auto standing = standing_of_card(certificate, Trust{}.setting);
  EXPECT_EQ(standing.words, "test_hierarchy");
  EXPECT_EQ(standing.refusals.size(), 1u);
}

TEST(CardModule, tells_what_is_no_module) {
  EXPECT_THROW(CardModule{"/nowhere/module.so"}, Problem);
  const ScratchFolder folder;
  write_file(folder.path() / "text.so", "no library");
  EXPECT_THROW(CardModule{folder.path() / "text.so"}, Problem);
}

} // namespace
} // namespace hdskit
