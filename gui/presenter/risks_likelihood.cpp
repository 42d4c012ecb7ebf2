#include "gui/presenter/risks_likelihood.hpp"

#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/dossier/risk_figures.hpp"

#include <algorithm>

namespace hdskit::gui {
namespace {

std::string method_word(LikelihoodMethod method) { return tr(choices_of(method)[static_cast<std::size_t>(method)].label); }

/// “AE1 → AE3 → AE5”.
std::string easiest_path(const Likelihood& likelihood) {
  std::vector<std::string> references;
  for (const auto& one : likelihood.actions)
    if (one.on_easiest_path) references.push_back(one.action->reference);
  return joined(references, " → ");
}

const ActionIndex* end_of_path(const Likelihood& likelihood) {
  const auto found = std::ranges::find_if(likelihood.actions, [](const ActionIndex& one) { return one.last && one.on_easiest_path; });
  return found == likelihood.actions.end() ? nullptr : &*found;
}

std::string reason(const RiskScale& scale, const Likelihood& likelihood) {
  const auto path = easiest_path(likelihood);
  const auto* end = end_of_path(likelihood);
  if (path.empty() || !end) return {};
  const auto probability = grade_text(scale.likelihood, end->probability);
  if (likelihood.method == LikelihoodMethod::advanced)
    return tr("The easiest path, {1}, has the probability {2} and the difficulty {3}; the table of the scale makes the likelihood of both.",
              {path, probability, std::to_string(end->difficulty)});
  return tr("The easiest path, {1}, comes to its end with the probability {2}.", {path, probability});
}

} // namespace

std::vector<Cell> likelihood_in_words(const RiskScale& scale, const OperationalScenario& scenario, const Likelihood& likelihood) {
  if (likelihood.value == 0) return {{"⚠ " + tr("Likelihood: cannot be told yet. {1}", {likelihood.missing}), Tone::warning}};
  const auto value = grade_text(scale.likelihood, likelihood.value);
  if (likelihood.method == LikelihoodMethod::express) return {{tr("Likelihood: {1}, judged by a person (express method)", {value})}};
  std::vector<Cell> lines;
  if (likelihood.forced && likelihood.computed != 0 && likelihood.computed != likelihood.value)
    lines.push_back({"⚠ " + tr("Likelihood: {1}, forced by a person; the graph gives {2} ({3})",
                               {value, grade_text(scale.likelihood, likelihood.computed), method_word(likelihood.method)}),
                     scenario.justification.empty() ? Tone::warning : Tone::neutral});
  else lines.push_back({tr("Likelihood: {1} ({2})", {value, method_word(likelihood.method)})});
  if (const auto why = reason(scale, likelihood); !why.empty()) lines.push_back({why, Tone::faint});
  return lines;
}

} // namespace hdskit::gui
