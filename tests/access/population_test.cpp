#include "tests/certificates/lookalikes.hpp"
#include "toolkit/access/population.hpp"
#include "toolkit/base/problem.hpp"
#include "toolkit/certificates/certificate_files.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace hdskit {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

/// A folder of cards with each fault once, and the trust to judge them.
struct Cards {
  Trust trust{{{2, instant("2026-05-04T08:00:00Z"), 1}}};
  ScratchFolder folder;

  Cards() {
    put("1-good.pem", nurse(1));
    put("2-revoked.pem", nurse(2));
    auto old = nurse(3);
    old.not_after = instant("2026-01-01T00:00:00Z");
    put("3-expired.pem", old);
    auto soon = nurse(4);
    soon.not_after = instant("2026-12-01T00:00:00Z");
    write_file(folder.path() / "4-soon.der", hierarchies().persons.issue(soon));
    write_file(folder.path() / "5-forged.cer", hierarchies().forged.issue(nurse(5)));
    write_file(folder.path() / "6-broken.pem", "-----BEGIN CERTIFICATE-----\n!!!!\n-----END CERTIFICATE-----\n");
    auto signature = nurse(7);
    signature.authentication = false;
    put("7-signature.pem", signature);
  }
  void put(const char* name, const LookalikePerson& person) { write_file(folder.path() / name, pem_of(hierarchies().persons.issue(person), "CERTIFICATE")); }
  PopulationOrder order(CheckEngine engine = CheckEngine::fast) const {
    PopulationOrder order;
    order.place = folder.path();
    order.trust = trust.setting;
    order.engine = engine;
    return order;
  }
};

PopulationReport report_of(const PopulationOrder& order, std::vector<std::string>* states = nullptr) {
  return check_population(order, {}, [&](const PopulationEntry& entry) {
    if (!states) return;
    std::string words;
    for (const auto fault : entry.faults) words += std::string{word_of(fault)} + " ";
    states->push_back(words + (entry.expiring ? "expiring" : ""));
  });
}

TEST(Population, counts_what_is_wrong_with_each_card) {
  const Cards cards;
  for (const auto engine : {CheckEngine::fast, CheckEngine::reference}) {
    std::vector<std::string> states;
    const auto report = report_of(cards.order(engine), &states);
    EXPECT_THAT(states, ElementsAre("", "revoked ", "expired ", "expiring", "bad_signature ", ""));
    EXPECT_EQ(report.counts.certificates, 6u);
    EXPECT_EQ(report.counts.good, 3u);
    EXPECT_EQ(report.counts.revoked, 1u);
    EXPECT_EQ(report.counts.expired, 1u);
    EXPECT_EQ(report.counts.untrusted, 1u);
    EXPECT_EQ(report.counts.expiring, 1u);
    EXPECT_THAT(report.findings, ElementsAre(HasSubstr("6-broken.pem")));
  }
}

TEST(Population, wants_every_card_to_serve_for_what_it_is_told) {
  const Cards cards;
  auto order = cards.order();
  order.role = CertificateRole::authentication;
  EXPECT_EQ(report_of(order).counts.untrusted, 2u);
  order.role = CertificateRole::signature;
  EXPECT_EQ(report_of(order).counts.good, 1u);
}

TEST(Population, never_accepts_the_test_hierarchy_unasked) {
  const Cards cards;
  const ScratchFolder folder;
  auto card = nurse(1);
  card.category = 0x80;
  write_file(folder.path() / "test.der", hierarchies().persons.issue(card));
  auto order = cards.order();
  order.place = folder.path() / "test.der";
  EXPECT_EQ(report_of(order).counts.untrusted, 1u);
  order.accept_test = true;
  EXPECT_EQ(report_of(order).counts.good, 1u);
}

TEST(Population, reads_ldif_and_files_of_many) {
  const Cards cards;
  const ScratchFolder folder;
  const auto base64 = [](const std::string& der) {
    const auto pem = pem_of(der, "CERTIFICATE");
    const auto begin = pem.find('\n') + 1;
    return pem.substr(begin, pem.find("-----END") - begin);
  };
  auto lines = base64(hierarchies().persons.issue(nurse(1)));
  for (auto at = lines.find('\n'); at + 1 < lines.size(); at = lines.find('\n', at + 2)) lines.insert(at + 1, " ");
  write_file(folder.path() / "a.ldif", "dn: cn=exemple\nuserCertificate;binary:: " + lines + "\nsn: EXEMPLE\n\n");
  write_file(folder.path() / "b.pem",
             pem_of(hierarchies().persons.issue(nurse(11)), "CERTIFICATE") + "between\n" + pem_of(hierarchies().persons.issue(nurse(12)), "CERTIFICATE"));
  auto order = cards.order();
  order.place = folder.path();
  EXPECT_EQ(report_of(order).counts.good, 3u);
}

TEST(Population, reads_the_certificates_of_a_pkcs7) {
  const auto found = certificates_in(read_file(SOURCE_DIR "/fuzz/corpus/certificate/card.p7b"));
  EXPECT_THAT(found, ElementsAre(read_file(SOURCE_DIR "/fuzz/corpus/certificate/card.der")));
}

TEST(Population, tells_a_place_that_is_not_there) {
  const Cards cards;
  auto order = cards.order();
  order.place = cards.folder.path() / "nowhere";
  EXPECT_THROW(report_of(order), Problem);
}

} // namespace
} // namespace hdskit
