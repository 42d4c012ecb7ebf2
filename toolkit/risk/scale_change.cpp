#include "toolkit/risk/scale_change.hpp"

#include "toolkit/risk/field_limit.hpp"

#include <charconv>

namespace hdskit {
namespace {

/// Higher is safer for these: rounded down, so that nothing is understated.
bool is_protective(std::string_view field) {
  for (const auto* name : {"maturity", "trust", "residual_maturity", "residual_trust", "difficulty"})
    if (field == name) return true;
  return false;
}

/// The grade at the same height of another scale.
std::int64_t regraded(std::int64_t grade, std::int64_t grades_before, std::int64_t grades_after, bool protective) {
  const auto raised = grade * grades_after;
  if (protective) return std::max<std::int64_t>(1, raised / grades_before);
  return (raised + grades_before - 1) / grades_before;
}

template <typename Record> bool regrade(std::vector<Record>& records, const RiskScale& from, const RiskScale& to) {
  bool rewritten = false;
  for (const auto& field : Record::type().fields) {
    const auto before = grade_limit(from, Record::type().kind, field.name), after = grade_limit(to, Record::type().kind, field.name);
    if (before == after || before == 0) continue;
    for (auto& record : records) {
      const auto text = field.get(record);
      std::int64_t grade = 0;
      std::from_chars(text.data(), text.data() + text.size(), grade);
      if (grade < 1 || grade > before) continue; // not rated, or out of scale: the linter names it before and after
      field.set(record, std::to_string(regraded(grade, before, after, is_protective(field.name))));
      rewritten = true;
    }
  }
  return rewritten;
}

/// Whether a level stands elsewhere among the levels of the other scale: the lowest stays the lowest, the highest the highest.
bool moves(int before, int after, const RiskScale& from, const RiskScale& to) {
  if (before == 0 || after == 0) return before != after;
  const auto steps_from = static_cast<std::int64_t>(from.classes.size()) - 1, steps_to = static_cast<std::int64_t>(to.classes.size()) - 1;
  return (before - 1) * steps_to != (after - 1) * steps_from;
}

} // namespace

ScaleChange preview_scale(const Study& study, const RiskScale& to) {
  ScaleChange change{.from = study.scale, .to = to, .moves = {}, .unmoved = 0, .regrades = false, .after = study};
  change.after.scale = to;
  for_each_list(change.after, [&](std::string_view, auto& list) { change.regrades = regrade(list, study.scale, to) || change.regrades; });
  const StudyIndex index_before{study}, index_after{change.after};
  const auto before = assess_risks(index_before), after = assess_risks(index_after);
  for (std::size_t i = 0; i < before.size(); ++i) {
    const ScaleMove move{.reference = before[i].risk->reference,
                         .name = before[i].risk->name,
                         .initial_before = before[i].initial.level,
                         .initial_after = after[i].initial.level,
                         .residual_before = before[i].residual.level,
                         .residual_after = after[i].residual.level};
    if (moves(move.initial_before, move.initial_after, study.scale, to) || moves(move.residual_before, move.residual_after, study.scale, to))
      change.moves.push_back(move);
    else ++change.unmoved;
  }
  return change;
}

} // namespace hdskit
