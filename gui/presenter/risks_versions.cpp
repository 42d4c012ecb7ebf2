#include "gui/presenter/risks_versions.hpp"

#include "gui/presenter/risks_records.hpp"
#include "gui/presenter/risks_register.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/risk/study_store.hpp"

#include <algorithm>

namespace hdskit::gui {
namespace {

constexpr char reference_sign = '\t';

std::string day_of(const StudyVersion& version) { return version.frozen_on ? version.frozen_on->iso() : ""; }

Cell levels(const RiskScale& scale, int before, int after) {
  const auto one = level_cell(scale, before), other = level_cell(scale, after);
  return before == after ? other : Cell{one.text + " → " + other.text, other.tone};
}

struct KindOfChange {
  const char* sign_and_word; ///< marked message
  const std::vector<LevelChange>& list;
  Tone tone;
};

std::string name_in(const RiskMap& map, const std::string& reference) {
  const auto* risk = map.index.risks.find(reference);
  return risk ? risk->name : "";
}

} // namespace

ListRows version_rows(const RiskMap& map) {
  std::vector<ListRow> rows;
  for (auto version = map.versions.rbegin(); version != map.versions.rend(); ++version)
    rows.push_back({version->number,
                    {{version->number},
                     {day_of(*version)},
                     {choice_word(version->cycle)},
                     {version->summary},
                     {std::to_string(version->risks)},
                     {std::to_string(version->unacceptable), version->unacceptable > 0 ? Tone::warning : Tone::neutral},
                     {version->author}}});
  return rows_at_hand({{tr("Version")},
                       {tr("Frozen on"), CellKind::date},
                       {tr("Cycle")},
                       {tr("What changed")},
                       {tr("Risks"), CellKind::number},
                       {tr("Above acceptable"), CellKind::number},
                       {tr("By")}},
                      std::move(rows));
}

std::string versions_sentence(const RiskMap& map) {
  if (map.versions.empty())
    return tr("No version is frozen yet. Freeze one when the study is validated: later ones are compared with it, and each risk gets a history.");
  return trn("{1} frozen version", "{1} frozen versions", static_cast<std::int64_t>(map.versions.size()));
}

std::vector<FormChoice> comparable(const RiskMap& map) {
  std::vector<FormChoice> choices;
  for (const auto& version : map.versions) choices.push_back({version.number, tr("version {1}, {2}", {version.number, shown_date(day_of(version))})});
  choices.push_back({"", tr("the study as it is now")});
  return choices;
}

VersionComparison compare_versions(const Workspace& workspace, const RiskMap& map, const std::string& before, const std::string& after) {
  const auto study_of = [&](const std::string& number) {
    return number.empty() ? read_study(workspace) : study_at(workspace, find_study_version(workspace, number));
  };
  const auto left = study_of(before), right = study_of(after);
  const auto comparison = compare_studies(left, right);
  const KindOfChange changes[] = {{marked("▲ up"), comparison.up, Tone::bad},
                                  {marked("▼ down"), comparison.down, Tone::good},
                                  {marked("+ new"), comparison.appeared, Tone::warning},
                                  {marked("– gone"), comparison.gone, Tone::faint}};
  std::vector<ListRow> rows;
  for (const auto& change : changes)
    for (const auto& one : change.list)
      rows.push_back({std::string{change.sign_and_word} + reference_sign + one.reference,
                      {{tr(change.sign_and_word), change.tone},
                       {one.reference},
                       {one.name},
                       levels(right.scale, one.initial_before, one.initial_after),
                       levels(right.scale, one.residual_before, one.residual_after)}});
  for (const auto& reference : comparison.reworded)
    rows.push_back({std::string{"reworded"} + reference_sign + reference, {{tr("· reworded")}, {reference}, {name_in(map, reference)}, {}, {}}});
  const auto number = [](std::size_t count) { return std::to_string(count); };
  auto sentence = tr("{1} up, {2} down, {3} new, {4} gone",
                     {number(comparison.up.size()), number(comparison.down.size()), number(comparison.appeared.size()), number(comparison.gone.size())}) +
                  ", " + tr("{1} reworded, {2} unchanged", {number(comparison.reworded.size()), number(comparison.unchanged)});
  if (comparison.other_scale) sentence += " – ⚠ " + tr("the scale is not the same");
  return {{sentence, comparison.up.empty() ? Tone::neutral : Tone::warning},
          rows_at_hand({{tr("Change")}, {tr("Ref.")}, {tr("Scenario")}, {tr("Level")}, {tr("Residual")}}, std::move(rows))};
}

std::string compared_risk(std::string_view key) {
  const auto sign = key.find(reference_sign);
  return sign == std::string_view::npos ? "" : std::string{key.substr(sign + 1)};
}

ListRows history_rows(const Workspace& workspace, const RiskScale& scale, const std::string& reference) {
  std::vector<ListRow> rows;
  for (const auto& moment : history_of(workspace, reference)) {
    const auto when = moment.version.empty() ? tr("now") : moment.version;
    const auto day = moment.day ? moment.day->iso() : "";
    const auto choices = choices_of(Strategy{});
    const auto strategy = std::ranges::find(choices, moment.strategy, &Choice::word);
    if (!moment.there) rows.push_back({moment.version, {{when}, {day}, {tr("not there"), Tone::faint}, {}, {}, {}}});
    else
      rows.push_back({moment.version,
                      {{when},
                       {day},
                       level_cell(scale, moment.initial),
                       level_cell(scale, moment.residual),
                       {moment.gravity_likelihood},
                       {strategy == choices.end() ? moment.strategy : tr(strategy->label)}}});
  }
  return rows_at_hand({{tr("Version")}, {tr("Day"), CellKind::date}, {tr("Level")}, {tr("Residual")}, {tr("Gravity and likelihood")}, {tr("Strategy")}},
                      std::move(rows));
}

std::vector<FormField> freezing_fields() {
  std::vector<FormField> fields;
  for (auto& field : form_fields<StudyVersion>())
    if (field.name == "cycle" || field.name == "summary") fields.push_back(std::move(field));
  for (auto& field : fields)
    if (field.name == "summary") field.required = true;
  return fields;
}

std::vector<std::string> proposed_freezing() {
  std::vector<std::string> values;
  for (const auto& field : freezing_fields()) values.push_back(field.name == "cycle" ? to_field_text(StudyCycle::operational) : "");
  return values;
}

std::string freeze_from(Session& session, const std::vector<std::string>& values) {
  StudyVersion wanted;
  const auto fields = freezing_fields();
  for (std::size_t i = 0; i < fields.size(); ++i) StudyVersion::type().find(fields[i].name)->set(wanted, values.at(i));
  std::string number;
  session.change(tr("freezing of the risk study"),
                 [&](Change& change) { number = freeze_study(change, wanted.cycle, wanted.summary, session.today()).number; });
  return tr("Version {1} of the risk study is frozen.", {number});
}

} // namespace hdskit::gui
