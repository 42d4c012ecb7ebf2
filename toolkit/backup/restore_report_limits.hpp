#pragma once

#include <cstddef>
#include <cstdint>

namespace hdskit::report_limits {

// Of docs/formats/restore-report.md: what the writer keeps to and the reader insists on, so that a report is never larger than report_bytes.
inline constexpr std::size_t report_bytes = 1u << 20;
inline constexpr int version = 1;
inline constexpr std::size_t word = 100;                             ///< words of closed lists, names, versions
inline constexpr std::size_t line = 500;                             ///< locations, names of machines and people, notes
inline constexpr std::size_t sentence = 1000;                        ///< what people read
inline constexpr std::size_t entries = 100;                          ///< of every list
inline constexpr std::int64_t longest_seconds = 400LL * 366 * 86400; ///< beyond, arithmetic on moments could overflow

} // namespace hdskit::report_limits
