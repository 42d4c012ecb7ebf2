#include "toolkit/dossier/risk_map.hpp"

#include "toolkit/base/text.hpp"
#include "toolkit/page/markdown.hpp"
#include "toolkit/page/style.hpp"

namespace hdskit::chapters {
namespace {

constexpr std::size_t gravest_shown = 10;

constexpr std::size_t many_risks = 24;
constexpr double for_many = 0.8; // smaller bubbles, so that cells hold three beside each other

page::Figure on_paper(page::MappedDrawing drawn) { return {std::move(drawn.drawing), std::move(drawn.alternative), {}}; }

Words::List grades(const std::vector<ScaleWord>& words) {
  Words::List rows;
  for (std::size_t i = 0; i < words.size(); ++i)
    rows.push_back(
        Words{}.set("grade", std::to_string(i + 1)).set("grade_name", words[i].in_current_language()).set("grade_meaning", or_dash(words[i].meaning())));
  return rows;
}

/// How many risks stand at each level, before and after.
Words::List levels(const RiskMap& map) {
  const auto& classes = map.study.scale.classes;
  std::vector<std::int64_t> initial(classes.size() + 1), residual(classes.size() + 1);
  const auto count = [&](std::vector<std::int64_t>& counts, int level) {
    ++counts[level > 0 && static_cast<std::size_t>(level) < counts.size() ? static_cast<std::size_t>(level) : 0];
  };
  for (const auto& assessment : map.assessments) count(initial, assessment.initial.level), count(residual, assessment.residual.level);
  Words::List rows;
  const auto row = [&](std::size_t level, const std::string& name, const std::string& meaning, const std::string& borne) {
    rows.push_back(Words{}
                       .set("level_name", name)
                       .set("level_meaning", or_dash(meaning))
                       .set("level_borne", borne)
                       .set("initial_count", french_number(initial[level]))
                       .set("residual_count", french_number(residual[level])));
  };
  for (std::size_t level = classes.size(); level > 0; --level)
    row(level, classes[level - 1].in_current_language(), classes[level - 1].meaning(),
        static_cast<int>(level) <= map.study.scale.acceptable ? "acceptable en l’état" : "à accepter par écrit");
  if (initial[0] + residual[0] > 0) row(0, "Non coté", "Gravité ou vraisemblance manquante, ou hors de l’échelle.", "à coter");
  return rows;
}

Words::List gravest_rows(const RiskMap& map) {
  Words::List rows;
  for (const auto* assessment : gravest(map.assessments, gravest_shown))
    rows.push_back(Words{}
                       .set("reference", assessment->risk->reference)
                       .set("name", assessment->risk->name)
                       .set("anchor", "risque-" + std::to_string(rows.size() + 1)) // the cards begin with the gravest too
                       .set("initial", map.class_text(assessment->initial))
                       .set("residual", map.class_text(assessment->residual))
                       .set("strategy", label_of_choice(assessment->risk->strategy))
                       .set("owner", or_dash(assessment->risk->owner)));
  return rows;
}

} // namespace

Words frame_words(const RiskMap& map) {
  const auto& frame = map.study.frame;
  const auto& scale = map.study.scale;
  const double width = page::Style{}.text_width();
  auto words = record_words(frame);
  for (const auto& [name, text] : {std::pair{"scope_prose", &frame.scope},
                                   {"objectives_prose", &frame.objectives},
                                   {"participants_prose", &frame.participants},
                                   {"assumptions_prose", &frame.assumptions}})
    words.set(name, page::prose_as_markdown(*text));
  const double factor = map.assessments.size() > many_risks ? for_many : 1;
  const auto places = matrix_of(scale, map.assessments);
  std::int64_t grave = 0, unsigned_risks = 0;
  for (const auto& assessment : map.assessments) {
    grave += assessment.residual.level > scale.acceptable;
    unsigned_risks += assessment.needs_acceptance && !assessment.accepted;
  }
  words.set("risk_count", french_number(static_cast<std::int64_t>(map.assessments.size())))
      .set("grave_count", french_number(grave))
      .flag("has_grave", grave > 0)
      .set("unsigned_count", french_number(unsigned_risks))
      .flag("has_unsigned", unsigned_risks > 0)
      .set("outside_count", french_number(static_cast<std::int64_t>(places.outside.size())))
      .flag("has_outside", !places.outside.empty())
      .set("scale_title", scale.title.in_current_language())
      .set("acceptable", level_text(scale, scale.acceptable))
      .flag("framed", !frame.reference.empty())
      .list("gravity_grades", grades(scale.gravity))
      .list("likelihood_grades", grades(scale.likelihood))
      .list("levels", levels(map))
      .list("gravest", gravest_rows(map))
      .draw("matrices", on_paper(page::scaled(
                            page::draw_risk_matrices(matrix_spec(map.index, places, false), matrix_spec(map.index, places, true), width / factor), factor)));
  auto classes = matrix_spec(map.index, matrix_of(scale, {}), false);
  classes.title = "";
  words.draw("niveaux", on_paper(page::draw_risk_matrix(classes, width * 0.72)));
  if (has_radar(map.study)) words.draw("radar", on_paper(page::draw_radar(radar_spec(map.study, false), width * 0.85)));
  return words.flag("has_radar", has_radar(map.study));
}

} // namespace hdskit::chapters
