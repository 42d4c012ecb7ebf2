#include "toolkit/access/ocsp_probe.hpp"

#include "tests/access/list_server.hpp"
#include "tests/certificates/lookalikes.hpp"
#include "toolkit/access/population.hpp"
#include "toolkit/base/problem.hpp"

#include <gmock/gmock.h>

namespace tests {
namespace {

using namespace hdskit;
using testing::ElementsAre;
using testing::HasSubstr;

/// Cards 1 (good), 2 (revoked) and 3 (unknown to the responder), without any list.
class OcspProbing : public testing::Test {
protected:
  ListServer server_{"ocsp_server.py", "."};
  ScratchFolder folder_;
  TrustSetting trust_;

  OcspProbing() {
    server_.put("ca.pem", hierarchies().persons.pem());
    server_.put("ca.key", hierarchies().persons.key_pem());
    server_.put("forged.pem", hierarchies().forged.pem());
    server_.put("forged.key", hierarchies().forged.key_pem());
    server_.put("index.txt", "V\t330101000000Z\t\t01\tunknown\t/CN=1\nR\t330101000000Z\t260504080000Z,keyCompromise\t02\tunknown\t/CN=2\n");
    trust_.anchors = {hierarchies().root.der()};
    trust_.intermediates = {hierarchies().persons.der()};
    // The responder dates its answers by the clock of the machine, and makes its own certificates later than this.
    trust_.at = Instant{std::chrono::time_point_cast<std::chrono::seconds>(std::chrono::system_clock::now()) + std::chrono::minutes{2}};
    for (std::uint64_t serial = 1; serial <= 3; ++serial) {
      auto person = nurse(serial);
      person.not_after = instant("2032-01-01T00:00:00Z");
      write_file(folder_.path() / (std::to_string(serial) + ".der"), hierarchies().persons.issue(person));
    }
    write_file(folder_.path() / "4.der", hierarchies().forged.issue(nurse(4)));
  }
  OcspOrder order(const std::string& path = "status") {
    OcspOrder order;
    order.url = server_.url(path);
    order.nonce = [] { return std::string{"0123456789abcdef"}; };
    return order;
  }
  /// A list that knows no card, and revokes one of the authority's responders.
  void give_list(bool fresh = true) {
    const auto list = folder_.path() / "aci.crl";
    const auto now = trust_.at.seconds();
    write_file(list, hierarchies().persons.list({{902, Instant{now - std::chrono::hours{48}}, 1}}, Instant{now - std::chrono::hours{fresh ? 1 : 72}},
                                                Instant{now + std::chrono::hours{fresh ? 24 : -24}}, 5));
    trust_.lists = {list};
  }
  /// Of card 1, which the responder calls good.
  PopulationCounts counts_by(const std::string& signer) {
    auto asked = order(signer);
    asked.all = true;
    OcspProbe probe{asked, trust_};
    const auto counts = check(probe).counts;
    findings_ = probe.findings();
    return counts;
  }
  std::vector<std::string> findings_;
  PopulationReport check(OcspProbe& probe) {
    PopulationOrder order;
    order.place = folder_.path();
    order.trust = trust_;
    order.resolve = [&](CheckedCertificate& checked) { probe.resolve(checked); };
    return check_population(order, {}, [](const PopulationEntry&) {});
  }
};

TEST_F(OcspProbing, tells_what_the_lists_leave_unknown) {
  OcspProbe probe{order(), trust_};
  const auto counts = check(probe).counts;
  EXPECT_EQ(counts.good, 1u);
  EXPECT_EQ(counts.revoked, 1u);
  EXPECT_EQ(counts.unknown, 1u);
  EXPECT_EQ(counts.untrusted, 1u);
  EXPECT_EQ(probe.asked(), 3u) << "a forged card is not asked about";
  EXPECT_THAT(probe.findings(), ElementsAre(HasSubstr("1 times: The responder does not know")));
}

TEST_F(OcspProbing, asks_no_more_than_it_may) {
  auto few = order();
  few.most = 1;
  int paced = 0;
  few.pace = [&] { ++paced; };
  OcspProbe probe{few, trust_};
  EXPECT_EQ(check(probe).counts.unknown, 2u);
  EXPECT_EQ(paced, 1);
  EXPECT_THAT(probe.findings(), ElementsAre(HasSubstr("2 certificates were not asked about")));
}

TEST_F(OcspProbing, leaves_unknown_what_nobody_answers) {
  OcspProbe probe{order("silent"), trust_};
  const auto counts = check(probe).counts;
  EXPECT_EQ(counts.good, 0u);
  EXPECT_EQ(counts.unknown, 3u);
  EXPECT_THAT(probe.findings(), ElementsAre(HasSubstr("503")));
}

TEST_F(OcspProbing, asks_about_what_the_lists_know_only_when_it_is_wished) {
  const auto list = folder_.path() / "aci.crl";
  write_file(list, hierarchies().persons.list({{1, instant("2026-05-04T08:00:00Z"), 1}}, Instant{trust_.at.seconds() - std::chrono::hours{1}},
                                              Instant{trust_.at.seconds() + std::chrono::hours{24}}, 5));
  trust_.lists = {list};
  OcspProbe idle{order(), trust_};
  EXPECT_EQ(check(idle).counts.good, 2u);
  EXPECT_EQ(idle.asked(), 0u);
  auto all = order();
  all.all = true;
  OcspProbe probe{all, trust_};
  const auto counts = check(probe).counts;
  EXPECT_EQ(counts.revoked, 2u) << "one by the list, one by the responder";
  EXPECT_EQ(probe.asked(), 3u);
  EXPECT_THAT(probe.findings(), testing::Contains(HasSubstr("the list is believed")));
}

TEST_F(OcspProbing, believes_a_responder_that_its_authority_frees_from_being_checked) {
  const auto counts = counts_by("freed");
  EXPECT_EQ(counts.good, 1u);
  EXPECT_EQ(counts.revoked, 1u);
}

TEST_F(OcspProbing, believes_another_responder_only_by_a_list_in_date) {
  EXPECT_EQ(counts_by("listed").good, 0u);
  EXPECT_THAT(findings_, testing::Contains(HasSubstr("3 times: Nothing tells whether the responder’s own certificate is revoked.")));
  give_list(false);
  EXPECT_EQ(counts_by("listed").good, 0u);
  give_list();
  EXPECT_EQ(counts_by("listed").revoked, 1u) << "card 2, by the responder: the list does not know it";
}

TEST_F(OcspProbing, believes_no_revoked_responder) {
  give_list();
  EXPECT_EQ(counts_by("revoked").revoked, 0u);
  EXPECT_THAT(findings_, testing::Contains(HasSubstr("3 times: The responder’s own certificate is revoked.")));
}

TEST_F(OcspProbing, believes_no_responder_that_is_out_of_date_unnamed_or_of_another_authority) {
  for (const auto* signer : {"expired", "unnamed", "stranger"}) {
    const auto counts = counts_by(signer);
    EXPECT_EQ(counts.good, 0u) << signer;
    EXPECT_EQ(counts.revoked, 0u) << signer;
    EXPECT_EQ(counts.unknown, 3u) << signer;
    EXPECT_FALSE(findings_.empty()) << signer;
  }
}

TEST_F(OcspProbing, takes_no_address_with_a_secret) {
  auto secret = order();
  secret.url = "http://user:word@127.0.0.1/";
  EXPECT_THROW((OcspProbe{secret, trust_}), Problem);
}

} // namespace
} // namespace tests
