#include "gui/presenter/risks_scale.hpp"

#include "gui/presenter/risks_register.hpp"
#include "toolkit/base/file.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/dossier/risk_figures.hpp"

#include <algorithm>
#include <unordered_set>

namespace hdskit::gui {
namespace {

constexpr std::size_t scale_size_limit = 1u << 20; // bytes
constexpr double matrix_width = 400, between = 18; // points

Cell moved(const ScaleChange& change, int before, int after) {
  auto cell = level_cell(change.to, after);
  cell.text = level_text(change.from, before) + " → " + level_text(change.to, after);
  return cell;
}

page::RiskMatrixSpec residual_matrix(const Study& study, const ScaleChange& change, const std::string& title) {
  const StudyIndex index{study};
  auto spec = matrix_spec(index, matrix_of(study.scale, assess_risks(index)), true);
  spec.title = title;
  std::unordered_set<std::string> moving;
  for (const auto& move : change.moves) moving.insert(move.reference);
  for (auto& row : spec.bubbles)
    for (auto& cell : row)
      for (auto& bubble : cell) bubble.marked = moving.contains(bubble.key);
  return spec;
}

} // namespace

std::vector<FormChoice> scale_choices(const RiskScale& in_force) {
  std::vector<FormChoice> choices{{"", tr("{1} (in force)", {in_force.title.in_current_language()})}};
  for (const auto& scale : shipped_scales())
    if (!(scale == in_force)) choices.push_back({scale.id, scale.title.in_current_language()});
  return choices;
}

RiskScale chosen_scale(const RiskScale& in_force, const std::string& id) { return id.empty() ? in_force : shipped_scale(id); }

RiskScale scale_in_file(const std::filesystem::path& file) { return parse_scale(read_file(file, scale_size_limit), file.filename().string()); }

std::string scale_in_words(const RiskScale& scale) {
  return tr("{1} grades of gravity, {2} of likelihood, {3} levels; borne without a signed acceptance up to “{4}”.",
            {std::to_string(scale.gravity.size()), std::to_string(scale.likelihood.size()), std::to_string(scale.classes.size()),
             level_text(scale, scale.acceptable)});
}

page::MappedDrawing scale_figure(const RiskMap& map, const ScaleChange& change) {
  return page::side_by_side(page::draw_risk_matrix(residual_matrix(map.study, change, tr("Residual risks now")), matrix_width),
                            page::draw_risk_matrix(residual_matrix(change.after, change, tr("With the chosen scale")), matrix_width), between);
}

ListRows move_rows(const ScaleChange& change) {
  std::vector<ListRow> rows;
  for (const auto& move : change.moves)
    rows.push_back(
        {move.reference,
         {{move.reference}, moved(change, move.initial_before, move.initial_after), moved(change, move.residual_before, move.residual_after), {move.name}}});
  return rows_at_hand({{tr("Ref.")}, {tr("Before treatment")}, {tr("After treatment")}, {tr("Scenario")}}, std::move(rows));
}

Cell move_sentence(const ScaleChange& change) {
  if (change.from == change.to) return {tr("This is the scale in force.")};
  auto sentence = change.moves.empty() ? tr("No risk moves.")
                                       : tr("Risks that move: {1}; that do not: {2}.", {std::to_string(change.moves.size()), std::to_string(change.unmoved)});
  if (change.regrades) sentence += " " + tr("The scales have different numbers of grades: grades are rewritten, rounded up.");
  return {sentence, change.moves.empty() ? Tone::neutral : Tone::warning};
}

std::string take_scale(Session& session, const ScaleChange& change) {
  const auto title = change.to.title.in_current_language();
  session.change(tr("change of the scale to “{1}”", {title}), [&](Change& step) { apply_scale(step, change); });
  return tr("The study is now judged on the scale “{1}”.", {title});
}

} // namespace hdskit::gui
