#pragma once

#include "cli/context.hpp"
#include "cli/option.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/exchange/sheet.hpp"

namespace hdskit::cli {

/// "--output FILE" of the commands that print when it is not given.
inline constexpr Option output_option{
    .name = "output", .placeholder = marked("FILE"), .help = marked("Where to write it (default: standard output)."), .kind = OptionKind::path};
/// The same of those that write a table.
inline constexpr Option table_output_option{
    .name = "output",
    .placeholder = marked("FILE"),
    .help = marked("Where to write it: a workbook when the name ends in .xlsx, otherwise CSV (default: CSV on standard output)."),
    .kind = OptionKind::path};

/// What the commands that list say of their option for a file.
inline constexpr const char* table_file_help = marked("Write all fields as a table to this file: a workbook when its name ends in .xlsx, otherwise CSV.");

/// Writes `text` to the file of --output, or prints it.
void deliver(Context& context, std::string_view text);

/// Only hdskit-press writes workbooks (docs/decisions/0005-two-executables.md): when `file` is to be one, goes on as that program.
/// To be called before any work.
void hand_over_workbook(Context& context, const std::filesystem::path& file);

/// Writes a workbook or CSV, by the name of the file.
void write_table(Context& context, const std::filesystem::path& file, const hdskit::Sheet& sheet);

/// Writes the table to the file of --output, or prints it as CSV.
void deliver_table(Context& context, const hdskit::Sheet& sheet);

} // namespace hdskit::cli
