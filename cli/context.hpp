#pragma once

#include "cli/arguments.hpp"
#include "toolkit/base/progress.hpp"
#include "toolkit/surroundings/surroundings.hpp"
#include "toolkit/workspace/workspace.hpp"

#include <filesystem>
#include <functional>
#include <iosfwd>

namespace hdskit {
struct CsvReading;
struct Sheet;
} // namespace hdskit

namespace hdskit::cli {

/// All that a command is given. It looks at nothing else: no clock, no environment.
struct Context {
  const std::vector<std::string>& words; ///< the command line, without the name of the program
  const Arguments& arguments;
  const Surroundings& surroundings;
  std::ostream& out;
  std::ostream& err;
  bool json = false;

  /// From now on Ctrl-C asks the work to stop instead of ending the program, and long work is shown on standard error.
  std::function<Progress()> start_progress;

  void (*write_workbook)(const std::filesystem::path& file, const hdskit::Sheet& sheet) = nullptr; ///< nothing in hdskit, see press.hpp
  CsvReading (*read_table)(std::string_view bytes, const std::string& name) = nullptr;             ///< the same

  std::string location() const; ///< of the workspace; throws Problem bad_input when nobody named one
  Workspace open_workspace() const;
  Acting acting() const;
  Date today() const;         ///< in Paris
  Date date_or_today() const; ///< the option --date
};

} // namespace hdskit::cli
