#include "cli/written_file.hpp"

#include "cli/press.hpp"
#include "toolkit/base/file.hpp"

#include <ostream>

namespace hdskit::cli {

void deliver(Context& context, std::string_view text) {
  const auto file = context.arguments.text("output");
  if (file.empty()) {
    context.out << text;
    return;
  }
  write_file(file, text);
  context.out << tr("Written: {1}", {file}) << '\n';
}

void hand_over_workbook(Context& context, const std::filesystem::path& file) {
  if (is_workbook_name(file) && !context.write_workbook) run_in_press(context);
}

void write_table(Context& context, const std::filesystem::path& file, const hdskit::Sheet& sheet) {
  hand_over_workbook(context, file);
  if (is_workbook_name(file)) context.write_workbook(file, sheet);
  else write_file(file, sheet_csv(sheet));
}

void deliver_table(Context& context, const hdskit::Sheet& sheet) {
  const auto file = context.arguments.text("output");
  if (file.empty()) return deliver(context, sheet_csv(sheet));
  write_table(context, file, sheet);
  context.out << tr("Written: {1}", {file}) << '\n';
}

} // namespace hdskit::cli
