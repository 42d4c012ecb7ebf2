#pragma once

#include <string_view>

namespace hdskit {

/// Shannon's entropy of single bytes, in bits: 0 for one byte over and over, near 8 for random ones. 4 KiB of random bytes give about 7.955.
double entropy_of(std::string_view bytes);

/// Pearson's chi-squared of byte counts against even ones, 255 degrees of freedom: about 255 ± 23 for random bytes, whatever their number.
double chi_squared_of(std::string_view bytes);

/// Whether chi_squared_of is below `limit`; most bytes that are not random are told from a part of them. False for fewer than 1 KiB: too few to say.
bool is_random(std::string_view bytes, double limit);

} // namespace hdskit
