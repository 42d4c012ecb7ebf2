#pragma once

#include "toolkit/base/problem.hpp"

#include <iosfwd>

namespace hdskit::cli {

/// How the person learns of a Problem: sentence and remedy on `err`, or with --json one object on `out`. Gives the exit status.
int complain(const Problem& problem, bool as_json, std::ostream& out, std::ostream& err);

/// Of anything else that was thrown: a defect of the program. Exit status 70 (EX_SOFTWARE of sysexits.h).
int complain_of_defect(const std::exception& defect, std::ostream& err);

/// The word of a kind in JSON: "not-found".
std::string_view word_of(ProblemKind kind);

} // namespace hdskit::cli
