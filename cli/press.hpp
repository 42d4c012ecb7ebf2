#pragma once

#include "cli/command.hpp"

#include <filesystem>
#include <span>
#include <string_view>

namespace hdskit {
struct CsvReading;
struct Sheet;
} // namespace hdskit

namespace hdskit::cli {

// Typesetting needs Pango, Cairo and libqpdf: some forty shared libraries, 20 ms at each start. Commands that typeset are
// declared like all others, but their work is linked into the second program `hdskit-press`, which stands beside `hdskit`.
// What writes and reads workbooks is linked there too.

/// Their function in the catalogue: goes on as hdskit-press with the same command line. Does not return unless that fails.
int run_in_press(Context& context);

/// What hdskit-press does for one of them.
struct PressWork {
  std::string_view command;
  int (*run)(Context& context);
};

/// What hdskit-press can do and hdskit cannot.
struct Press {
  std::span<const PressWork> works = {};
  void (*write_workbook)(const std::filesystem::path& file, const hdskit::Sheet& sheet) = nullptr;
  hdskit::CsvReading (*read_table)(std::string_view bytes, const std::string& name) = nullptr;
};

} // namespace hdskit::cli
