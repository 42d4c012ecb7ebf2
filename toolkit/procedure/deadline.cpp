#include "toolkit/procedure/deadline.hpp"

#include <array>

namespace hdskit {

std::string_view word_of(DeadlineKind kind) {
  static constexpr std::array<std::string_view, 15> words = {"stage",   "duty",     "renewal",       "term",          "evidence",
                                                             "mandate", "contract", "certificate",   "answer",        "measure",
                                                             "review",  "access",   "certification", "authorisation", "continuity"};
  return words[static_cast<std::size_t>(kind)];
}

} // namespace hdskit
