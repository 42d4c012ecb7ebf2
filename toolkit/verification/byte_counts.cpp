#include "toolkit/verification/byte_counts.hpp"

#include <array>
#include <cmath>
#include <cstdint>

namespace hdskit {
namespace {

constexpr std::size_t fewest = 1024;      // four of each byte: below, chi-squared says nothing
constexpr double limit_of_a_glance = 400; // 6 standard deviations: random bytes go beyond once in 10^7

using Counts = std::array<std::uint32_t, 256>;

Counts counts_of(std::string_view bytes, std::size_t stride) {
  Counts counts{};
  for (std::size_t at = 0; at < bytes.size(); at += stride) ++counts[static_cast<unsigned char>(bytes[at])];
  return counts;
}

double chi_squared(const Counts& counts) {
  std::uint64_t squares = 0, all = 0;
  for (const std::uint64_t count : counts) {
    squares += count * count;
    all += count;
  }
  return all == 0 ? 0 : 256.0 * static_cast<double>(squares) / static_cast<double>(all) - static_cast<double>(all);
}

} // namespace

double entropy_of(std::string_view bytes) {
  double bits = 0;
  for (const auto count : counts_of(bytes, 1)) {
    if (count == 0) continue;
    const double share = count / static_cast<double>(bytes.size());
    bits -= share * std::log2(share);
  }
  return bits;
}

double chi_squared_of(std::string_view bytes) { return chi_squared(counts_of(bytes, 1)); }

bool is_random(std::string_view bytes, double limit) {
  if (bytes.size() < fewest) return false;
  const auto stride = bytes.size() / fewest;
  if (stride > 1 && chi_squared(counts_of(bytes, stride)) >= limit_of_a_glance) return false;
  return chi_squared_of(bytes) < limit;
}

} // namespace hdskit
