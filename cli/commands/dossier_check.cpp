#include "cli/command.hpp"

#include "cli/context.hpp"
#include "cli/dossier_options.hpp"
#include "cli/json.hpp"
#include "cli/table.hpp"
#include "toolkit/dossier/completeness.hpp"

#include <ostream>

namespace hdskit::cli::commands {
namespace {

constexpr Option options[] = {dossier_date_option};

json::value as_json(const std::vector<Gap>& gaps) {
  json::array all;
  for (const auto& gap : gaps) all.push_back(json::object{{"item", gap.item}, {"kind", json_text(word_of(gap.kind))}, {"sentence", gap.sentence}});
  return json::object{{"complete", gaps.empty()}, {"gaps", std::move(all)}};
}

void print_shares(Context& context, const std::vector<Share>& shares, const std::string& heading) {
  Table table{{heading, tr("Items"), tr("Answered"), tr("Demonstrated"), tr("Gaps")}};
  for (const auto& share : shares)
    table.add({share.title, std::to_string(share.items), std::to_string(share.answered), std::to_string(share.demonstrated), std::to_string(share.gaps)});
  table.print(context.out, context.surroundings.output_width);
  context.out << '\n';
}

int run(Context& context) {
  const auto input = read_dossier_input(context.open_workspace());
  const auto gaps = find_gaps(input, context.date_or_today());
  const int status = gaps.empty() ? 0 : 1;
  if (context.json) {
    print_json(context.out, as_json(gaps));
    return status;
  }
  const auto summary = summarise(input, gaps);
  print_shares(context, summary.obligations, tr("Obligation"));
  print_shares(context, summary.forms, tr("Form"));
  for (const auto& gap : gaps) context.out << gap.item << " : " << gap.sentence << '\n';
  if (gaps.empty()) context.out << tr("The dossier is complete.") << '\n';
  else
    context.out << '\n'
                << trn("The dossier is not complete: {1} gap remains.", "The dossier is not complete: {1} gaps remain.", static_cast<std::int64_t>(gaps.size()))
                << '\n';
  return status;
}

} // namespace

extern const Command dossier_check;
const Command dossier_check{
    .name = "dossier check",
    .summary = marked("Say what the dossier still lacks"),
    .options = options,
    .json = true,
    .run = run,
};

} // namespace hdskit::cli::commands
