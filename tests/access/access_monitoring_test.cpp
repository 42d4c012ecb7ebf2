#include "toolkit/access/access_monitoring.hpp"

#include <gmock/gmock.h>

namespace tests {
namespace {

using namespace hdskit;
using testing::HasSubstr;
using State = AccessLine::State;

const Date today = *Date::parse("2026-11-22");

PopulationCounts counts(std::uint64_t certificates, std::uint64_t good) {
  PopulationCounts counts;
  counts.certificates = certificates;
  counts.good = good;
  return counts;
}

AccessStanding standing_of(const char* moment) {
  AccessStanding standing;
  standing.population.emplace();
  standing.population->reference = "PC1";
  standing.population->moment = moment;
  standing.population->certificates = standing.population->good = 10;
  return standing;
}

TEST(AccessMonitoring, judges_certificates_by_the_worst_of_them) {
  EXPECT_EQ(certificates_line(counts(10, 10), 0).state, State::ok);
  EXPECT_EQ(certificates_line(counts(0, 0), 0).state, State::unknown);
  EXPECT_EQ(certificates_line(counts(10, 10), 1).state, State::warning);
  auto some = counts(10, 9);
  some.unknown = 1;
  EXPECT_EQ(certificates_line(some, 0).state, State::unknown);
  some.revoked = 1;
  EXPECT_EQ(certificates_line(some, 0).state, State::critical) << "what is known to be wrong says more";
}

TEST(AccessMonitoring, gives_figures_behind_a_bar) {
  auto some = counts(10, 8);
  some.revoked = 2;
  EXPECT_EQ(certificates_line(some, 0).text,
            "HDSKIT CRITICAL - 8 of 10 certificates good; 2 revoked, 0 expired, 0 untrusted, 0 unknown, 0 expiring soon | 'certificates'=10;;;0 'good'=8;;;0 "
            "'revoked'=2;;0;0 'expired'=0;;0;0 'untrusted'=0;;0;0 'unknown'=0;0;;0 'expiring'=0;0;;0");
}

TEST(AccessMonitoring, concludes_nothing_of_an_endpoint_without_a_valid_card) {
  EndpointReport report;
  EXPECT_EQ(endpoint_line("DPI", report).state, State::unknown);
  report.conclusion.conclusive = true;
  EXPECT_EQ(endpoint_line("DPI", report).state, State::ok);
  report.conclusion.findings.push_back({"accepts_revoked", EndpointSeverity::high, "", ""});
  EXPECT_EQ(endpoint_line("DPI", report).state, State::critical);
  EXPECT_THAT(endpoint_line("DPI|x", report).text, HasSubstr("DPI/x: accepts_revoked"));
}

TEST(AccessMonitoring, takes_an_old_check_for_none) {
  EXPECT_EQ(access_line(standing_of("2026-11-01T08:00:00Z"), today).state, State::ok);
  EXPECT_EQ(access_line(standing_of("2026-09-01T08:00:00Z"), today).state, State::critical);
  EXPECT_EQ(access_line({}, today).state, State::unknown);
}

TEST(AccessMonitoring, names_the_endpoints_that_are_not_as_they_should_be) {
  auto standing = standing_of("2026-11-01T08:00:00Z");
  standing.endpoints.push_back({"DPI", EndpointStanding::fine, {}, {}, "Checked."});
  standing.endpoints.push_back({"PACS", EndpointStanding::never, {}, {}, "Never checked."});
  const auto line = access_line(standing, today);
  EXPECT_EQ(line.state, State::critical);
  EXPECT_THAT(line.text, HasSubstr("PACS: Never checked."));
  EXPECT_THAT(line.text, HasSubstr("'endpoints_fine'=1;;;0;2"));
  standing.endpoints.pop_back();
  standing.lists.push_back("ACI: out of date");
  EXPECT_EQ(access_line(standing, today).state, State::unknown);
}

} // namespace
} // namespace tests
