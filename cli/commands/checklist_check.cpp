#include "cli/command.hpp"

#include "cli/context.hpp"
#include "cli/json.hpp"
#include "toolkit/base/file.hpp"
#include "toolkit/requirements/checklist_reader.hpp"

#include <ostream>

namespace hdskit::cli::commands {
namespace {

constexpr Option operands[] = {
    {.name = "file", .placeholder = marked("FILE"), .help = marked("The checklist, as XML."), .kind = OptionKind::path, .required = true},
};

int run(Context& context) {
  const auto file = context.arguments.text("file");
  const auto reading = read_checklist(read_file(file));
  if (context.json) {
    json::array all;
    for (const auto& defect : reading.defects) all.push_back(json::object{{"line", defect.line}, {"sentence", defect.sentence}});
    print_json(context.out, json::object{{"sound", reading.defects.empty()}, {"defects", std::move(all)}});
  } else {
    for (const auto& defect : reading.defects) context.out << tr("{1}, line {2}: {3}", {file, std::to_string(defect.line), defect.sentence}) << '\n';
    if (reading.checklist) context.out << tr("“{1}” is sound: {2} items.", {file, std::to_string(reading.checklist->items.size())}) << '\n';
  }
  return reading.defects.empty() ? 0 : 1;
}

} // namespace

extern const Command checklist_check;
const Command checklist_check{
    .name = "checklist check",
    .summary = marked("Examine a checklist and name all of its defects with their lines"),
    .operands = operands,
    .json = true,
    .run = run,
};

} // namespace hdskit::cli::commands
