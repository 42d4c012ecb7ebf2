#include "cli/written_file.hpp"

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

} // namespace hdskit::cli
