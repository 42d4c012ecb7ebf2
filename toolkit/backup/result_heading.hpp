#pragma once

#include "toolkit/backup/result_file.hpp"

#include <array>

namespace hdskit {

// The lines at the start of a result file (docs/formats/restore-result.md).

inline constexpr std::array<std::string_view, 4> result_part_names = {"report", "manifest", "differences", "log"};

struct ResultPart {
  std::string_view name; ///< of result_part_names, in that order
  std::uint64_t length = 0;
  Digest digest;
  bool operator==(const ResultPart&) const = default;
};

struct ResultLines {
  ResultHeading heading;
  std::vector<ResultPart> parts;
  std::string signed_text; ///< all lines that the signature covers
  std::string signature;
  std::size_t size = 0; ///< bytes of all lines: the parts follow
};

inline constexpr std::size_t longest_result_heading = 8192;

std::string signed_lines(const ResultHeading& heading, std::span<const ResultPart> parts);
std::string signature_line(const std::string& signature);

/// Reads what those two write, from the start of a file. Nothing in it is proven yet. Throws Problem bad_input, newer_format, damaged.
ResultLines parse_result_heading(std::string_view start, const std::string& name);

} // namespace hdskit
