#include "tests/certificates/lookalikes.hpp"
#include "toolkit/base/problem.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace hdskit {
namespace {

using enum CertificateFault;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

/// What both engines find, which must be the same.
std::vector<CertificateFault> faults_of(const TrustSetting& setting, const std::string& der) {
  const auto fast = CertificateCheck{setting, CheckEngine::fast}.check(der, "fast").faults;
  const auto reference = CertificateCheck{setting, CheckEngine::reference}.check(der, "reference").faults;
  EXPECT_EQ(fast, reference);
  return fast;
}

TEST(CertificateCheck, believes_a_sound_card) {
  const Trust trust;
  EXPECT_THAT(faults_of(trust.setting, hierarchies().persons.issue(nurse())), IsEmpty());
  EXPECT_THAT(CertificateCheck(trust.setting, CheckEngine::fast).findings(), IsEmpty());
}

TEST(CertificateCheck, finds_a_revoked_card_with_moment_and_reason) {
  const Trust trust{{{77, instant("2026-05-04T08:00:00Z"), 1}, {78, instant("2026-05-05T08:00:00Z"), -1}}};
  EXPECT_THAT(faults_of(trust.setting, hierarchies().persons.issue(nurse(77))), ElementsAre(revoked));
  const auto checked = CertificateCheck{trust.setting, CheckEngine::fast}.check(hierarchies().persons.issue(nurse(77)), "");
  EXPECT_EQ(checked.revocation->at, instant("2026-05-04T08:00:00Z"));
  EXPECT_EQ(checked.revocation->reason, 1);
  EXPECT_THAT(faults_of(trust.setting, hierarchies().persons.issue(nurse(78))), ElementsAre(revoked));
  EXPECT_THAT(faults_of(trust.setting, hierarchies().persons.issue(nurse(79))), IsEmpty());
}

TEST(CertificateCheck, says_all_faults_of_a_card) {
  const Trust trust{{{77, instant("2026-05-04T08:00:00Z"), 1}}};
  auto person = nurse();
  person.not_after = instant("2026-01-01T00:00:00Z");
  person.critical_stranger = true;
  EXPECT_THAT(faults_of(trust.setting, hierarchies().persons.issue(person)), ElementsAre(revoked, expired, unknown_critical_extension));
}

TEST(CertificateCheck, does_not_pass_over_the_beginning_of_validity) {
  const Trust trust;
  auto person = nurse();
  person.not_before = instant("2026-11-23T00:00:00Z");
  EXPECT_THAT(faults_of(trust.setting, hierarchies().persons.issue(person)), ElementsAre(not_yet_valid));
}

TEST(CertificateCheck, does_not_believe_a_key_under_the_name_of_an_authority) {
  const Trust trust;
  // The forger copied the key identifier too: only the arithmetic tells.
  EXPECT_THAT(faults_of(trust.setting, hierarchies().forged.issue(nurse())), ElementsAre(bad_signature));
}

TEST(CertificateCheck, does_not_believe_an_authority_whose_name_merely_holds_the_right_words) {
  const Trust trust;
  EXPECT_THAT(faults_of(trust.setting, hierarchies().stranger.issue(nurse())), ElementsAre(unknown_issuer));
}

TEST(CertificateCheck, tells_another_key_of_the_same_name_by_its_identifier) {
  const Trust trust;
  const auto twin = hierarchies().stranger.below("AC IGC-SANTE FORT PERSONNES", 2048, instant("2020-01-01T00:00:00Z"), instant("2030-01-01T00:00:00Z"), 5);
  EXPECT_THAT(faults_of(trust.setting, twin.issue(nurse())), ElementsAre(issuer_named_only));
}

TEST(CertificateCheck, finds_an_altered_byte) {
  const Trust trust;
  auto der = hierarchies().persons.issue(nurse());
  const auto place = der.find("Zo");
  ASSERT_NE(place, std::string::npos);
  der[place] = 'L';
  EXPECT_THAT(faults_of(trust.setting, der), ElementsAre(bad_signature));
}

TEST(CertificateCheck, does_not_know_without_a_list) {
  Trust trust;
  trust.setting.lists.clear();
  EXPECT_THAT(faults_of(trust.setting, hierarchies().persons.issue(nurse())), ElementsAre(revocation_unknown));
}

TEST(CertificateCheck, does_not_know_with_a_stale_list_but_still_believes_what_it_revoked) {
  Trust trust;
  trust.setting.lists.clear();
  trust.add_list(hierarchies().persons.list({{77, instant("2026-05-04T08:00:00Z"), 1}}, instant("2026-11-01T07:00:00Z"), instant("2026-11-08T07:00:00Z"), 9));
  EXPECT_THAT(faults_of(trust.setting, hierarchies().persons.issue(nurse(77))), ElementsAre(revoked));
  EXPECT_THAT(faults_of(trust.setting, hierarchies().persons.issue(nurse(78))), ElementsAre(revocation_unknown));
  EXPECT_THAT(CertificateCheck(trust.setting, CheckEngine::fast).findings(), ElementsAre(HasSubstr("no longer counts")));
  trust.setting.list_tolerance = std::chrono::hours{24 * 30};
  EXPECT_THAT(faults_of(trust.setting, hierarchies().persons.issue(nurse(78))), IsEmpty());
}

TEST(CertificateCheck, does_not_believe_a_list_that_another_key_signed) {
  Trust trust;
  trust.setting.lists.clear();
  trust.add_list(hierarchies().forged.list({{78, instant("2026-05-04T08:00:00Z"), 1}}, instant("2026-11-22T07:00:00Z"), instant("2026-11-29T07:00:00Z"), 12));
  EXPECT_THAT(faults_of(trust.setting, hierarchies().persons.issue(nurse(77))), ElementsAre(revocation_unknown));
  EXPECT_THAT(CertificateCheck(trust.setting, CheckEngine::fast).findings(), ElementsAre(HasSubstr("signed by no authority")));
}

TEST(CertificateCheck, does_not_take_the_list_of_another_authority) {
  Trust trust;
  trust.setting.lists.clear();
  trust.add_list(hierarchies().root.list({{77, instant("2026-05-04T08:00:00Z"), 1}}, instant("2026-11-22T07:00:00Z"), instant("2026-11-29T07:00:00Z"), 12));
  EXPECT_THAT(faults_of(trust.setting, hierarchies().persons.issue(nurse(77))), ElementsAre(revocation_unknown));
}

TEST(CertificateCheck, completes_a_list_by_its_delta) {
  Trust trust{{{77, instant("2026-05-04T08:00:00Z"), 6}}};
  trust.add_list(hierarchies().persons.list({{77, instant("2026-11-22T08:00:00Z"), 8}, {80, instant("2026-11-22T08:00:00Z"), 1}},
                                            instant("2026-11-22T10:00:00Z"), instant("2026-11-23T10:00:00Z"), 13, 12));
  const CertificateCheck check{trust.setting, CheckEngine::fast};
  EXPECT_THAT(check.check(hierarchies().persons.issue(nurse(77)), "").faults, IsEmpty());
  EXPECT_THAT(check.check(hierarchies().persons.issue(nurse(80)), "").faults, ElementsAre(revoked));
}

TEST(CertificateCheck, does_not_take_an_authority_for_a_person) {
  const Trust trust;
  EXPECT_THAT(faults_of(trust.setting, hierarchies().persons.der()), ElementsAre(revocation_unknown, authority_as_person));
}

TEST(CertificateCheck, does_not_believe_what_a_revoked_authority_issued) {
  Trust trust;
  trust.add_list(hierarchies().root.list({{1000, instant("2026-05-04T08:00:00Z"), 2}}, instant("2026-11-22T07:00:00Z"), instant("2026-11-29T07:00:00Z"), 3));
  const CertificateCheck check{trust.setting, CheckEngine::fast};
  EXPECT_THAT(check.check(hierarchies().persons.issue(nurse()), "").faults, ElementsAre(issuer_faulty));
}

TEST(CertificateCheck, does_not_believe_what_an_expired_authority_issued) {
  Trust trust;
  const auto old = hierarchies().root.below("AC IGC-SANTE FORT PERSONNES", 2048, instant("2013-01-01T00:00:00Z"), instant("2026-01-01T00:00:00Z"), 4);
  trust.setting.intermediates = {old.der()};
  trust.setting.lists.clear();
  trust.add_list(old.list({}, instant("2026-11-22T07:00:00Z"), instant("2026-11-29T07:00:00Z"), 3));
  EXPECT_THAT(faults_of(trust.setting, old.issue(nurse())), ElementsAre(issuer_faulty));
}

TEST(CertificateCheck, names_bytes_that_are_no_certificate) {
  const Trust trust;
  const CertificateCheck check{trust.setting, CheckEngine::fast};
  const auto der = hierarchies().persons.issue(nurse());
  EXPECT_THAT(check.check("", "").faults, ElementsAre(malformed));
  EXPECT_THAT(check.check(der.substr(0, der.size() - 1), "").faults, ElementsAre(malformed));
  EXPECT_THAT(check.check(der + '\0', "").faults, ElementsAre(malformed));
}

TEST(CertificateCheck, needs_an_anchor) {
  Trust trust;
  trust.setting.anchors.clear();
  EXPECT_THROW((CertificateCheck{trust.setting, CheckEngine::fast}), Problem);
}

TEST(CertificateCheck, does_not_believe_an_intermediate_that_no_anchor_proves) {
  Trust trust;
  trust.setting.anchors = {hierarchies().stranger.der()};
  EXPECT_THAT(faults_of(trust.setting, hierarchies().persons.issue(nurse())), ElementsAre(issuer_named_only));
}

TEST(CertificateCheck, remembers_signatures_and_nothing_else) {
  Trust trust;
  trust.setting.cache = trust.folder.path();
  const auto der = hierarchies().persons.issue(nurse());
  EXPECT_THAT(CertificateCheck(trust.setting, CheckEngine::fast).check(der, "").faults, IsEmpty());
  ASSERT_TRUE(std::filesystem::exists(trust.folder.path() / "proven-signatures"));
  EXPECT_THAT(CertificateCheck(trust.setting, CheckEngine::fast).check(der, "").faults, IsEmpty());
  trust.setting.at = instant("2029-01-01T00:00:00Z");
  EXPECT_THAT(CertificateCheck(trust.setting, CheckEngine::fast).check(der, "").faults, ElementsAre(expired, revocation_unknown));
  auto altered = der;
  altered[altered.find("Zo")] = 'L';
  trust.setting.at = today;
  EXPECT_THAT(CertificateCheck(trust.setting, CheckEngine::fast).check(altered, "").faults, ElementsAre(bad_signature));
}

TEST(CertificateCheck, does_not_believe_a_memory_that_others_may_write) {
  Trust trust;
  trust.setting.cache = trust.folder.path();
  std::filesystem::permissions(trust.folder.path(), std::filesystem::perms::all);
  EXPECT_THROW((CertificateCheck{trust.setting, CheckEngine::fast}), Problem);
}

TEST(CertificateCheck, hands_many_over_in_order) {
  const Trust trust{{{5, instant("2026-05-04T08:00:00Z"), 1}}};
  const CertificateCheck check{trust.setting, CheckEngine::fast};
  std::uint64_t given = 0;
  std::vector<std::string> seen;
  check.check_all(
      [&](std::string& der, std::string& origin) {
        if (given == 40) return false;
        origin = std::to_string(++given);
        der = hierarchies().persons.issue(nurse(given));
        return true;
      },
      2, {}, [&](const CheckedCertificate& checked) { seen.push_back(checked.origin + (checked.good() ? "" : "!")); });
  ASSERT_EQ(seen.size(), 40u);
  EXPECT_EQ(seen[3], "4");
  EXPECT_EQ(seen[4], "5!");
}

} // namespace
} // namespace hdskit
