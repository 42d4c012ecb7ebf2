#include "cli/dossier_shares.hpp"

#include "cli/table.hpp"
#include "toolkit/base/translate.hpp"

#include <ostream>

namespace hdskit::cli {
namespace {

void print_table(Context& context, const std::vector<Share>& shares, const std::string& heading) {
  Table table{{heading, tr("Items"), tr("Answered"), tr("Demonstrated"), tr("Expired"), tr("Gaps")}};
  for (const auto& share : shares)
    table.add({share.title, std::to_string(share.items), std::to_string(share.answered), std::to_string(share.demonstrated), std::to_string(share.expired),
               std::to_string(share.gaps)});
  table.print(context.out, context.surroundings.output_width);
  context.out << '\n';
}

} // namespace

void print_shares(Context& context, const CompletenessSummary& summary) {
  print_table(context, summary.obligations, tr("Obligation"));
  print_table(context, summary.forms, tr("Form"));
}

json::array shares_json(const std::vector<Share>& shares) {
  json::array all;
  for (const auto& share : shares)
    all.push_back(json::object{{"id", share.id},
                               {"title", share.title},
                               {"items", share.items},
                               {"answered", share.answered},
                               {"demonstrated", share.demonstrated},
                               {"expired", share.expired},
                               {"gaps", share.gaps}});
  return all;
}

json::array gaps_json(const std::vector<Gap>& gaps) {
  json::array all;
  for (const auto& gap : gaps) all.push_back(json::object{{"item", gap.item}, {"kind", json_text(word_of(gap.kind))}, {"sentence", gap.sentence}});
  return all;
}

} // namespace hdskit::cli
