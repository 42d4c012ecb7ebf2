#pragma once

#include "toolkit/base/problem.hpp"
#include "toolkit/base/text.hpp"

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string_view>

namespace fuzz {

inline std::string_view text_of(const std::uint8_t* bytes, std::size_t size) { return {reinterpret_cast<const char*>(bytes), size}; }

/// A promise of the parser that was tried: broken, it is a finding like a crash.
inline void promise(bool kept, const char* what) {
  if (kept) return;
  std::fprintf(stderr, "A promise is broken: %s\n", what);
  std::abort();
}

/// Whether `work` came to its end. A Problem is a fine answer to foreign bytes; any other exception is a finding, and libFuzzer reports it.
template <typename Work> bool done(Work work) {
  try {
    work();
    return true;
  } catch (const hdskit::Problem& problem) {
    // a terminal and JSON will carry them
    promise(hdskit::is_utf8(problem.what()) && hdskit::is_utf8(problem.subject()) && hdskit::is_utf8(problem.remedy()), "a Problem is told in UTF-8");
    return false;
  }
}

} // namespace fuzz
