#pragma once

#include "toolkit/base/digest.hpp"

#include <cstdint>
#include <string_view>

namespace hdskit {

// Which files of a huge backup are restored and read. The inventory (names, sizes, attributes) is always compared in full; only content is sampled.

/// How many of `population` must be drawn, without a bad one among them, so that with `confidence` fewer than `bad_share` of all are bad. Exact
/// (hypergeometric). `bad_share` within (0, 1), `confidence` within (0, 1); at most `population`. 200,000 files, 1 %, 95 %: 298.
std::uint64_t sample_size(std::uint64_t population, double bad_share, double confidence = 0.95);

/// With `confidence`, at most this share of the population is bad when `bad` of `drawn` were. One-sided, exact; 0 when everything was drawn and nothing bad,
/// 1 when nothing was drawn.
double bad_share_bound(std::uint64_t population, std::uint64_t drawn, std::uint64_t bad, double confidence = 0.95);

/// A rotation that reads every file once in `turns` runs, and a random part besides that nobody can foresee.
struct SamplePlan {
  Digest cycle_seed;       ///< of the whole rotation: drawn once, recorded
  Digest run_seed;         ///< of this run: drawn once the backup to be tested was chosen, recorded
  std::uint32_t turns = 1; ///< 1: everything, always
  std::uint32_t turn = 0;  ///< 0 to turns - 1
  double random_share = 0; ///< of all files, 0 to 1
};

/// Whether this file's turn has come, or it was drawn. The same answer for the same plan and path, on every machine.
bool in_rotation(const SamplePlan& plan, std::string_view path);
bool drawn_at_random(const SamplePlan& plan, std::string_view path);
inline bool is_sampled(const SamplePlan& plan, std::string_view path) { return plan.turns <= 1 || in_rotation(plan, path) || drawn_at_random(plan, path); }

} // namespace hdskit
