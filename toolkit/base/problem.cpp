#include "toolkit/base/problem.hpp"

#include <utility>

namespace hdskit {

Problem::Problem(ProblemKind kind, std::string subject, std::string what, std::string remedy)
    : std::runtime_error{what}, kind_{kind}, subject_{std::move(subject)}, remedy_{std::move(remedy)} {}

int exit_code(ProblemKind kind) noexcept {
  switch (kind) {
    case ProblemKind::bad_input: return 2;
    case ProblemKind::not_found: return 3;
    case ProblemKind::busy: return 4;
    case ProblemKind::newer_format:
    case ProblemKind::older_format: return 5;
    case ProblemKind::damaged: return 6;
    case ProblemKind::refused: return 7;
    case ProblemKind::no_space: return 8;
    case ProblemKind::unreachable: return 9;
    case ProblemKind::cancelled: return 130;
  }
  return 2;
}

} // namespace hdskit
