#include "toolkit/verification/sampling.hpp"

#include "toolkit/base/problem.hpp"

#include <cmath>
#include <cstdio>
#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include <gtest/gtest.h>

using namespace hdskit;

namespace {

constexpr std::uint64_t endless = 1'000'000'000'000; // as good as infinite: a draw of 50,000 does not change it

SamplePlan plan_of(std::string_view cycle, std::string_view run, std::uint32_t turns, double random_share = 0) {
  return {digest_of(cycle), digest_of(run), turns, 0, random_share};
}

/// Every path of this project's tests: real names, folders and lengths.
std::vector<std::string> real_paths() {
  std::vector<std::string> paths;
  for (const auto& entry : std::filesystem::recursive_directory_iterator{TESTS_DIR})
    paths.push_back(std::filesystem::relative(entry.path(), TESTS_DIR).string());
  return paths;
}

std::vector<std::string> many_paths(int count) {
  std::vector<std::string> paths;
  for (int i = 0; i < count; ++i) paths.push_back("srv/dossiers/" + std::to_string(i % 97) + "/compte-rendu " + std::to_string(i) + ".pdf");
  return paths;
}

} // namespace

TEST(SampleSize, is_the_exact_one_of_the_hypergeometric_plan) {
  struct Row {
    std::uint64_t population;
    double bad_share;
    std::uint64_t size;
  };
  const Row rows[] = {{1'000, .05, 57},
                      {1'000, .01, 258},
                      {1'000, .005, 450},
                      {1'000, .001, 950},
                      {1'000, .0001, 950},
                      {10'000, .05, 59},
                      {10'000, .01, 294},
                      {10'000, .005, 581},
                      {10'000, .001, 2'588},
                      {10'000, .0001, 9'500},
                      {200'000, .05, 59},
                      {200'000, .01, 298},
                      {200'000, .005, 597},
                      {200'000, .001, 2'972},
                      {200'000, .0001, 27'821},
                      {10'000'000, .05, 59},
                      {10'000'000, .01, 299},
                      {10'000'000, .005, 598},
                      {10'000'000, .001, 2'994},
                      {10'000'000, .0001, 29'912},
                      {endless, .05, 59},
                      {endless, .01, 299},
                      {endless, .005, 598},
                      {endless, .001, 2'995},
                      {endless, .0001, 29'956},
                      {1'000, .0000001, 950},
                      {10'000, .0000001, 9'500},
                      {200'000, .0000001, 190'000},
                      {10'000'000, .0000001, 9'500'000}};
  for (const auto& row : rows) EXPECT_EQ(sample_size(row.population, row.bad_share), row.size) << row.population << " files, " << row.bad_share;
}

TEST(SampleSize, grows_with_the_confidence) {
  const std::pair<double, std::uint64_t> rows[] = {{.05, 90}, {.01, 459}, {.005, 919}, {.001, 4'603}, {.0001, 46'050}};
  for (const auto& [share, size] : rows) EXPECT_EQ(sample_size(endless, share, .99), size) << share;
}

TEST(SampleSize, is_all_of_the_few_and_nothing_of_nothing) {
  EXPECT_EQ(sample_size(0, .01), 0u);
  EXPECT_EQ(sample_size(1, .01), 1u);
  EXPECT_EQ(sample_size(10, .01), 10u);
  EXPECT_EQ(sample_size(2, .999), 1u);
}

TEST(SampleSize, is_the_smallest_that_suffices) {
  for (const std::uint64_t population : {50u, 1'000u, 12'345u, 200'000u}) {
    for (const double share : {.2, .05, .01}) {
      const auto size = sample_size(population, share);
      EXPECT_LT(bad_share_bound(population, size, 0), share) << population << ' ' << share;
      EXPECT_GE(bad_share_bound(population, size - 1, 0), share) << population << ' ' << share;
    }
  }
}

TEST(BadShareBound, is_that_of_clopper_and_pearson_for_a_large_population) {
  const std::uint64_t large = 1'000'000'000;
  const auto percent = [&](std::uint64_t drawn, std::uint64_t bad) { return 100 * bad_share_bound(large, drawn, bad); };
  EXPECT_NEAR(percent(299, 0), 1.00, .005);
  EXPECT_NEAR(percent(299, 1), 1.58, .005);
  EXPECT_NEAR(percent(299, 2), 2.09, .005);
  EXPECT_NEAR(percent(2'995, 0), .100, .0005);
  EXPECT_NEAR(percent(2'995, 1), .158, .0005);
  EXPECT_NEAR(percent(2'995, 2), .210, .0005);
}

TEST(BadShareBound, leaves_open_what_was_not_seen) {
  EXPECT_EQ(bad_share_bound(1'000, 0, 0), 1);
  EXPECT_EQ(bad_share_bound(0, 0, 0), 1) << "an empty backup proves nothing";
  EXPECT_EQ(bad_share_bound(1'000, 1'000, 0), 0);
  EXPECT_EQ(bad_share_bound(1'000, 1'000, 7), .007);
  EXPECT_EQ(bad_share_bound(1'000, 949, 0), .001) << "the one bad file would be missed by more than 5 %";
  EXPECT_EQ(bad_share_bound(1'000, 950, 0), 0);
  EXPECT_EQ(bad_share_bound(10, 10, 10), 1);
  EXPECT_EQ(bad_share_bound(4, 2, 2), 1);
}

TEST(BadShareBound, says_how_little_small_samples_find) {
  // 10 bad files in 200,000 are found with 1.5 % (299), 14 % (2,995), 65 % (20,000): the bound holds with 95 % only above these shares.
  for (const auto& [drawn, chance] : {std::pair{299u, .015}, std::pair{2'995u, .14}, std::pair{20'000u, .65}}) {
    const double missed = std::pow(1 - drawn / 200'000., 10);
    EXPECT_NEAR(1 - missed, chance, .005);
    EXPECT_GE(bad_share_bound(200'000, drawn, 0, 1 - missed + .001), 10 / 200'000.);
    EXPECT_LT(bad_share_bound(200'000, drawn, 0, 1 - missed - .01), 10 / 200'000.);
  }
}

TEST(BadShareBound, grows_with_every_bad_file_and_shrinks_with_every_draw) {
  double before = 0;
  for (std::uint64_t bad = 0; bad <= 400; bad += 8) {
    const double bound = bad_share_bound(5'000, 400, bad);
    EXPECT_GT(bound, before);
    EXPECT_GE(bound, static_cast<double>(bad) / 400 - 1e-12);
    before = bound;
  }
  EXPECT_EQ(before, 1);
  EXPECT_LT(bad_share_bound(5'000, 800, 3), bad_share_bound(5'000, 400, 3));
}

TEST(Sampling, refuses_shares_that_are_none) {
  for (const double share : {0., 1., -1., 2., std::nan("")}) {
    EXPECT_THROW(sample_size(1'000, share), Problem);
    EXPECT_THROW(sample_size(1'000, .01, share), Problem);
    EXPECT_THROW(bad_share_bound(1'000, 10, 0, share), Problem);
  }
  EXPECT_THROW(bad_share_bound(10, 11, 0), Problem);
  EXPECT_THROW(bad_share_bound(10, 5, 6), Problem);
}

TEST(SamplePlan, reads_every_file_exactly_once_in_a_cycle) {
  auto plan = plan_of("cycle", "run", 7);
  const auto paths = real_paths();
  ASSERT_GT(paths.size(), 100u);
  for (const auto& path : paths) {
    unsigned times = 0;
    for (plan.turn = 0; plan.turn < plan.turns; ++plan.turn) times += is_sampled(plan, path);
    EXPECT_EQ(times, 1u) << path;
  }
}

TEST(SamplePlan, shares_the_files_out_evenly_among_the_turns) {
  auto plan = plan_of("cycle", "run", 100);
  const auto paths = many_paths(100'000);
  std::vector<int> counts(plan.turns);
  for (plan.turn = 0; plan.turn < plan.turns; ++plan.turn) {
    for (const auto& path : paths) counts[plan.turn] += in_rotation(plan, path);
    EXPECT_NEAR(counts[plan.turn], 1'000, 160) << plan.turn; // five standard deviations
  }
}

TEST(SamplePlan, draws_about_the_share_that_is_wanted) {
  const auto paths = many_paths(100'000);
  for (const double share : {0., .001, .01, .3, 1.}) {
    const auto plan = plan_of("cycle", "run", 1'000'000, share);
    int drawn = 0;
    for (const auto& path : paths) drawn += drawn_at_random(plan, path);
    EXPECT_NEAR(drawn, share * 100'000, 5 * std::sqrt(share * (1 - share) * 100'000)) << share;
  }
}

TEST(SamplePlan, is_another_with_another_seed_and_the_same_with_the_same) {
  const auto one = plan_of("cycle", "run", 10, .1), next_run = plan_of("cycle", "next", 10, .1), next_cycle = plan_of("next", "run", 10, .1);
  int random_alike = 0, rotation_alike = 0, both = 0;
  for (const auto& path : many_paths(10'000)) {
    EXPECT_EQ(is_sampled(one, path), is_sampled(plan_of("cycle", "run", 10, .1), path));
    EXPECT_EQ(in_rotation(one, path), in_rotation(next_run, path));
    EXPECT_EQ(drawn_at_random(one, path), drawn_at_random(next_cycle, path));
    random_alike += drawn_at_random(one, path) && drawn_at_random(next_run, path);
    rotation_alike += in_rotation(one, path) && in_rotation(next_cycle, path);
    both += in_rotation(one, path) && drawn_at_random(one, path);
  }
  // Two draws of a tenth meet in a hundredth: 100, with a standard deviation of 10.
  EXPECT_NEAR(random_alike, 100, 50);
  EXPECT_NEAR(rotation_alike, 100, 50);
  EXPECT_NEAR(both, 100, 50);
}

TEST(SamplePlan, keeps_chance_and_rotation_apart_when_both_have_one_seed) {
  const auto plan = plan_of("seed", "seed", 2, .5);
  int both = 0;
  for (const auto& path : many_paths(10'000)) both += in_rotation(plan, path) && drawn_at_random(plan, path);
  EXPECT_NEAR(both, 2'500, 250);
}

TEST(SamplePlan, takes_everything_when_there_is_one_turn) {
  for (const std::uint32_t turns : {0u, 1u}) {
    for (const auto& path : many_paths(100)) EXPECT_TRUE(is_sampled(plan_of("cycle", "run", turns), path));
  }
}

TEST(SamplePlan, answers_the_same_on_every_machine) {
  auto plan = plan_of("cycle", "run", 1'000);
  std::set<std::uint32_t> turns;
  for (plan.turn = 0; plan.turn < plan.turns; ++plan.turn)
    if (in_rotation(plan, "srv/été\n\xFF")) turns.insert(plan.turn);
  const auto digest = digest_of("t" + std::string{reinterpret_cast<const char*>(plan.cycle_seed.bytes().data()), Digest::size} + "srv/été\n\xFF").hex();
  EXPECT_EQ(turns, std::set<std::uint32_t>{static_cast<std::uint32_t>(std::stoull(digest.substr(0, 16), nullptr, 16) % 1'000)});
}
