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
    server_.put("index.txt", "V\t330101000000Z\t\t01\tunknown\t/CN=1\nR\t330101000000Z\t260504080000Z,keyCompromise\t02\tunknown\t/CN=2\n");
    trust_.anchors = {hierarchies().root.der()};
    trust_.intermediates = {hierarchies().persons.der()};
    trust_.at = Instant{std::chrono::time_point_cast<std::chrono::seconds>(std::chrono::system_clock::now())}; // by which the responder dates its answers
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

TEST_F(OcspProbing, takes_no_address_with_a_secret) {
  auto secret = order();
  secret.url = "http://user:word@127.0.0.1/";
  EXPECT_THROW((OcspProbe{secret, trust_}), Problem);
}

} // namespace
} // namespace tests
