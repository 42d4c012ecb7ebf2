#pragma once

#include "cli/press.hpp"
#include "toolkit/surroundings/surroundings.hpp"

#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

namespace hdskit::cli {

/// The whole program, from the words of the command line to the exit status. The one place that catches exceptions.
/// `press`: what hdskit-press does itself; empty in hdskit.
int run_program(const std::vector<std::string>& words, const Surroundings& surroundings, std::ostream& out, std::ostream& err, const Press& press = {});

std::string program_version(); ///< "0.1.0"

/// main() of both programs.
int run_as_main(int argc, char** argv, const Press& press);

} // namespace hdskit::cli
