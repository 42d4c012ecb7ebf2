#include "tests/certificates/lookalikes.hpp"
#include "toolkit/access/cps_identity.hpp"

#include <gtest/gtest.h>

namespace hdskit {
namespace {

CpsIdentity identity(const LookalikeAuthority& authority, const LookalikePerson& person, std::string& der) {
  der = authority.issue(person);
  return identity_of(read_certificate(der));
}

TEST(CpsIdentity, reads_the_parts_of_a_name_that_share_one_place) {
  std::string der;
  const auto found = identity(hierarchies().persons, nurse(), der);
  EXPECT_EQ(found.national_id, "899700000013");
  EXPECT_EQ(found.surname, "ÉPINETTE");
  EXPECT_EQ(found.given_name, "Zoé");
  EXPECT_EQ(found.title, "Infirmier");
  EXPECT_EQ(found.profession, 60);
  EXPECT_EQ(found.card, CardKind::cps);
  EXPECT_EQ(found.card_number, "2800000001");
  EXPECT_EQ(found.role, CertificateRole::authentication);
  EXPECT_EQ(found.hierarchy, Hierarchy::production);
  EXPECT_EQ(found.range, CertificateRange::strong);
  EXPECT_TRUE(found.nominative);
}

TEST(CpsIdentity, proves_the_key_of_an_rpps) {
  std::string der;
  const auto found = identity(hierarchies().persons, nurse(), der);
  EXPECT_TRUE(found.identifier_sound);
  ASSERT_TRUE(found.rpps);
  EXPECT_EQ(found.rpps->text(), "99700000013");
  auto mistyped = nurse();
  mistyped.national_id = "899700000014";
  const auto wrong = identity(hierarchies().persons, mistyped, der);
  EXPECT_FALSE(wrong.identifier_sound);
  EXPECT_FALSE(wrong.rpps);
}

TEST(CpsIdentity, tells_a_signature_certificate_from_one_that_opens_doors) {
  auto person = nurse();
  person.authentication = false;
  std::string der;
  EXPECT_EQ(identity(hierarchies().persons, person, der).role, CertificateRole::signature);
}

TEST(CpsIdentity, does_not_take_an_organisation_for_a_person) {
  auto machine = nurse();
  machine.category = 3;
  machine.organisation = "CENTRE HOSPITALIER DE LA DÉMONSTRATION";
  std::string der;
  EXPECT_EQ(identity(hierarchies().persons, machine, der).role, CertificateRole::organisation);
}

TEST(CpsIdentity, knows_the_test_hierarchy_by_its_names_and_by_its_cards) {
  std::string der;
  auto card = nurse();
  card.category = 0x80;
  EXPECT_EQ(identity(hierarchies().persons, card, der).hierarchy, Hierarchy::test);
  const auto test = LookalikeAuthority::root("TEST AC IGC-SANTE FORT PERSONNES", 2048, instant("2013-06-25T00:00:00Z"), instant("2033-06-25T00:00:00Z"));
  EXPECT_EQ(identity(test, nurse(), der).hierarchy, Hierarchy::test);
}

TEST(CpsIdentity, knows_a_card_of_service_by_its_pseudonym) {
  auto card = nurse();
  card.pseudonym = "EMPLOYE000000018";
  card.card_type = 2;
  std::string der;
  const auto found = identity(hierarchies().persons, card, der);
  EXPECT_FALSE(found.nominative);
  EXPECT_EQ(found.card, CardKind::cpe);
}

TEST(NationalId, is_sound_when_its_kind_and_its_key_are) {
  EXPECT_TRUE(is_sound_national_id("899700000013"));
  EXPECT_FALSE(is_sound_national_id("999700000013"));
  EXPECT_FALSE(is_sound_national_id("8"));
  EXPECT_FALSE(is_sound_national_id(""));
  EXPECT_FALSE(is_sound_national_id("8 9970000001"));
  EXPECT_FALSE(is_sound_national_id("3000000000"));
}

} // namespace
} // namespace hdskit
