#pragma once

#include "cli/program.hpp"
#include "tests/support/golden.hpp"
#include "toolkit/base/file.hpp"

#include <map>
#include <sstream>
#include <string>
#include <vector>

#include <sys/wait.h>

namespace tests {

struct Outcome {
  int status = -1;
  std::string out, err;
};

/// Runs the program in this process, on a morning of November 2026, with only the given environment.
inline Outcome run_here(const std::vector<std::string>& words, std::map<std::string, std::string> environment = {{"LANG", "en_GB.UTF-8"}}) {
  const hdskit::Surroundings surroundings{
      .now = *hdskit::Instant::parse("2026-11-22T08:00:00Z"),
      .variable = [environment](const char* name) { return environment.contains(name) ? environment.at(name) : std::string{}; },
      .login_name = [] { return std::string{"tester"}; }};
  std::ostringstream out, err;
  const int status = hdskit::cli::run_program(words, surroundings, out, err);
  return {status, out.str(), err.str()};
}

/// Runs a line of bash in which $hdskit is the real program and the environment is a newcomer's: no workspace named, English.
inline Outcome run_shell(const std::string& line) {
  const hdskit::ScratchFolder scratch;
  const auto out = (scratch.path() / "out").string(), err = (scratch.path() / "err").string(), script = (scratch.path() / "line.sh").string();
  hdskit::write_file(script,
                     "unset HDSKIT_WORKSPACE HDSKIT_ACTOR LC_ALL LC_MESSAGES\nexport LANG=en_GB.UTF-8 hdskit='" BINARY_DIR "/bin/hdskit'\n" + line + "\n");
  const int status = std::system(("bash " + script + " > " + out + " 2> " + err + " < /dev/null").c_str());
  return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, read_bytes(out), read_bytes(err)};
}

} // namespace tests
