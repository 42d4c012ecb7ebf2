#include "cli/command.hpp"

#include "cli/context.hpp"
#include "cli/evidence_options.hpp"
#include "cli/table.hpp"
#include "cli/written_file.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/evidence/evidence_store.hpp"
#include "toolkit/exchange/record_sheet.hpp"

#include <algorithm>

namespace hdskit::cli::commands {
namespace {

constexpr Option options[] = {
    {.name = "requirement", .placeholder = marked("ITEM"), .help = marked("Only the documents that support this item of the checklist.")},
    {.name = "csv", .placeholder = marked("FILE"), .help = table_file_help, .kind = OptionKind::path},
};

std::vector<Evidence> chosen(const Workspace& workspace, const std::string& item) {
  auto all = all_evidence(workspace);
  const auto supports = [&](const std::string& id) { return folded(id) == folded(item); };
  if (!item.empty()) std::erase_if(all, [&](const Evidence& evidence) { return std::ranges::none_of(evidence.requirements, supports); });
  return all;
}

int run(Context& context) {
  const auto file = context.arguments.text("csv");
  hand_over_workbook(context, file);
  const auto documents = chosen(context.open_workspace(), context.arguments.text("requirement"));
  if (!file.empty()) write_table(context, file, record_sheet(documents));
  if (context.json) {
    json::array all;
    for (const auto& document : documents) all.push_back(evidence_json(document));
    print_json(context.out, all);
  } else if (file.empty()) {
    Table table{{tr("Code"), tr("Title"), tr("Kind"), tr("State"), tr("Version"), tr("Valid until")}};
    for (const auto& document : documents)
      table.add({document.code, document.title, tr(choices_of(document.kind)[static_cast<std::size_t>(document.kind)].label),
                 tr(choices_of(document.state)[static_cast<std::size_t>(document.state)].label), document.version, to_field_text(document.valid_until)});
    table.print(context.out, context.surroundings.output_width);
  }
  return 0;
}

} // namespace

extern const Command evidence_list;
const Command evidence_list{
    .name = "evidence list",
    .summary = marked("List the documents of the vault"),
    .options = options,
    .json = true,
    .run = run,
};

} // namespace hdskit::cli::commands
