#include "toolkit/verification/sampling.hpp"

#include "toolkit/base/problem.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/verification/repeated_sha256.hpp"

#include <algorithm>
#include <cmath>
#include <string>

namespace hdskit {
namespace {

// Probabilities of draws without return, as logarithms: P(none bad) falls below what a double holds long before a population is large.
using Real = long double;

constexpr std::uint64_t most_factors = 100'000; // summed one by one below this, exact to the last digits; by the gamma function above
constexpr Real tie = 1e-9L;                     // 9,500 of 10,000 leave a chance of 0.05 exactly: rounding must not ask for one more

void require_share(double share) {
  if (share > 0 && share < 1) return;
  throw Problem{ProblemKind::bad_input, std::to_string(share), tr("A share or a confidence lies between 0 and 1, both left out."),
                tr("Give 0.01 for 1 %, 0.95 for 95 %.")};
}

Real log_factorial(std::uint64_t number) {
  int sign = 0; // of lgammal, which would write it where other threads read
  return ::lgammal_r(static_cast<Real>(number) + 1, &sign);
}

Real log_ways(std::uint64_t from, std::uint64_t taken) { return log_factorial(from) - log_factorial(taken) - log_factorial(from - taken); }

/// Logarithm of the chance that a draw of `drawn` meets none of `bad`; drawn + bad at most population.
Real log_chance_of_none(std::uint64_t population, std::uint64_t bad, std::uint64_t drawn) {
  const auto [fewer, more] = std::minmax(bad, drawn);
  if (fewer > most_factors) return log_ways(population - bad, drawn) - log_ways(population, drawn);
  Real sum = 0;
  for (std::uint64_t i = 0; i < fewer; ++i) sum += std::log1p(-static_cast<Real>(more) / static_cast<Real>(population - i));
  return sum;
}

/// Logarithm of the chance that a draw meets at most `met` of `bad`: the last term, and the smaller ones before it by their ratio.
Real log_chance_of_at_most(std::uint64_t met, std::uint64_t population, std::uint64_t bad, std::uint64_t drawn) {
  if (met >= std::min(bad, drawn)) return 0;
  if (met == 0) return log_chance_of_none(population, bad, drawn);
  const Real good = population - bad;
  Real term = 1, sum = 1;
  for (auto k = static_cast<Real>(met); k > 0; --k) {
    term *= k * (good - static_cast<Real>(drawn) + k) / ((static_cast<Real>(bad) - k + 1) * (static_cast<Real>(drawn) - k + 1));
    sum += term;
    if (term <= 0 || term < sum * 1e-22L) break;
  }
  return log_ways(bad, met) + log_ways(population - bad, drawn - met) - log_ways(population, drawn) + std::log(sum);
}

Real log_doubt(double confidence) { return std::log(1 - static_cast<Real>(confidence)); }

/// The largest number within [least, most] that `holds`, which holds for the small ones; `least` is taken to hold.
template <typename Holds> std::uint64_t last_that(std::uint64_t least, std::uint64_t most, Holds holds) {
  while (least < most) {
    const auto middle = most - (most - least) / 2;
    if (holds(middle)) least = middle;
    else most = middle - 1;
  }
  return least;
}

/// 64 bits that nobody can foresee without the seed. `purpose` keeps rotation and chance apart should both have the same seed.
std::uint64_t number_of(char purpose, const Digest& seed, std::string_view path) {
  thread_local RepeatedSha256 sha;
  sha.begin();
  sha.update({&purpose, 1});
  sha.update({reinterpret_cast<const char*>(seed.bytes().data()), Digest::size});
  sha.update(path);
  const auto digest = sha.finish();
  std::uint64_t number = 0;
  for (std::size_t i = 0; i < sizeof number; ++i) number = number << 8 | digest.bytes()[i];
  return number;
}

} // namespace

std::uint64_t sample_size(std::uint64_t population, double bad_share, double confidence) {
  require_share(bad_share);
  require_share(confidence);
  if (population == 0) return 0;
  // The fewest bad files that would be too many; the hair below the product keeps 0.0001 × 200,000 at 20.
  const auto too_many = static_cast<Real>(population) * static_cast<Real>(bad_share);
  const auto bad = std::max<std::uint64_t>(1, static_cast<std::uint64_t>(std::ceil(too_many * (1 - 1e-12L))));
  const auto most_missing = population - bad; // beyond it a bad one is met for certain
  const auto doubt = log_doubt(confidence);
  return 1 + last_that(0, most_missing, [&](std::uint64_t drawn) { return log_chance_of_none(population, bad, drawn) > doubt + tie; });
}

double bad_share_bound(std::uint64_t population, std::uint64_t drawn, std::uint64_t bad, double confidence) {
  require_share(confidence);
  if (drawn == 0) return 1;
  if (drawn > population || bad > drawn) {
    throw Problem{ProblemKind::bad_input, std::to_string(drawn), tr("More files were counted in a sample than there are."), tr("Count the sample again.")};
  }
  const auto doubt = log_doubt(confidence);
  const auto most = population - (drawn - bad); // all that was not seen is bad
  const auto last = last_that(bad, most, [&](std::uint64_t all_bad) { return log_chance_of_at_most(bad, population, all_bad, drawn) > doubt + tie; });
  return static_cast<double>(static_cast<Real>(last) / static_cast<Real>(population));
}

bool in_rotation(const SamplePlan& plan, std::string_view path) { return plan.turns <= 1 || number_of('t', plan.cycle_seed, path) % plan.turns == plan.turn; }

bool drawn_at_random(const SamplePlan& plan, std::string_view path) {
  if (!(plan.random_share > 0)) return false;
  constexpr double unit = 0x1p-53; // of the numbers that a double tells apart within [0, 1)
  return static_cast<double>(number_of('r', plan.run_seed, path) >> 11) * unit < plan.random_share;
}

} // namespace hdskit
