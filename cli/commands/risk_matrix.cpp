#include "cli/command.hpp"

#include "cli/press.hpp"
#include "cli/risk_figure.hpp"
#include "cli/risk_matrix_view.hpp"
#include "cli/risk_view.hpp"
#include "toolkit/base/text.hpp"

#include <ostream>

namespace hdskit::cli::commands {
namespace {

constexpr Option options[] = {
    figure_output_option,
    {.name = "initial", .placeholder = nullptr, .help = marked("Only the matrix before treatment."), .kind = OptionKind::flag},
    {.name = "residual", .placeholder = nullptr, .help = marked("Only the matrix after treatment."), .kind = OptionKind::flag},
};

int run(Context& context) {
  if (context.arguments.has("output")) return run_in_press(context);
  const AssessedStudy assessed{context.open_workspace()};
  const auto matrix = matrix_of(assessed.scale(), assessed.assessments());
  if (context.json) {
    print_json(context.out, matrix_json(assessed.scale(), matrix));
    return 0;
  }
  const bool initial = context.arguments.has("initial"), residual = context.arguments.has("residual");
  if (initial || !residual) {
    context.out << tr("Before treatment") << "\n\n";
    print_matrix(context, assessed.scale(), matrix.initial);
    context.out << '\n';
  }
  if (residual || !initial) {
    context.out << tr("After treatment") << "\n\n";
    print_matrix(context, assessed.scale(), matrix.residual);
    context.out << '\n';
  }
  print_levels(context, assessed.scale());
  if (!matrix.outside.empty()) {
    constexpr std::size_t most_named = 20;
    const auto named = std::vector(matrix.outside.begin(), matrix.outside.begin() + static_cast<std::ptrdiff_t>(std::min(most_named, matrix.outside.size())));
    context.out << trn("{1} risk stands in no cell: not rated, out of scale, or rated by assets.",
                       "{1} risks stand in no cell: not rated, out of scale, or rated by assets.", static_cast<std::int64_t>(matrix.outside.size()))
                << ' ' << joined(named, ", ") << (named.size() < matrix.outside.size() ? ", …" : "") << '\n';
  }
  return 0;
}

} // namespace

extern const Command risk_matrix;
const Command risk_matrix{
    .name = "risk matrix",
    .summary = marked("Show the matrix of the risks before and after treatment, or draw it"),
    .options = options,
    .json = true,
    .run = run,
};

} // namespace hdskit::cli::commands
