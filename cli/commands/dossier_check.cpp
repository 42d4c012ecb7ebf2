#include "cli/command.hpp"

#include "cli/context.hpp"
#include "cli/dossier_options.hpp"
#include "cli/dossier_shares.hpp"
#include "toolkit/dossier/completeness.hpp"

#include <ostream>

namespace hdskit::cli::commands {
namespace {

constexpr Option options[] = {dossier_date_option, dossier_framework_option};

json::value as_json(const std::vector<Gap>& gaps) { return json::object{{"complete", gaps.empty()}, {"gaps", gaps_json(gaps)}}; }

int run(Context& context) {
  const auto input = read_dossier_input(context.open_workspace(), context.arguments.text("framework"));
  const auto gaps = find_gaps(input, context.date_or_today());
  const int status = gaps.empty() ? 0 : 1;
  if (context.json) {
    print_json(context.out, as_json(gaps));
    return status;
  }
  const auto summary = summarise(input, gaps);
  print_shares(context, summary);
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
