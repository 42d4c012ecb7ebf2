#include "gui/presenter/risks_ecosystem.hpp"

#include "gui/presenter/risks_records.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/dossier/risk_figures.hpp"
#include "toolkit/risk/threat.hpp"
#include "toolkit/workspace/sought_words.hpp"

#include <algorithm>

namespace hdskit::gui {
namespace {

constexpr double radar_width = 460; ///< points; the window shows it in the room that it has

std::vector<Cell> cells_of(const RiskMap& map, const Stakeholder& party) {
  const auto& scale = map.study.scale;
  return {{party.reference},
          {party.name},
          threat_cell(scale, threat_of(party)),
          threat_cell(scale, residual_threat_of(party)),
          {choice_word(party.category)},
          {choice_word(party.retention), party.retention == Retention::undecided ? Tone::faint : Tone::neutral}};
}

bool holds(const Stakeholder& party, const SoughtWords& sought) {
  std::vector<std::string> texts;
  for (const auto& field : Stakeholder::type().fields) texts.push_back(field.get(party));
  return sought.are_in(texts);
}

} // namespace

ListRows stakeholder_rows(const RiskMap& map, std::string_view words) {
  const SoughtWords sought{words};
  std::vector<std::pair<double, const Stakeholder*>> parties;
  for (const auto& party : map.study.stakeholders)
    if (holds(party, sought)) parties.emplace_back(threat_of(party).value_or(-1), &party);
  std::ranges::stable_sort(parties, std::ranges::greater{}, &std::pair<double, const Stakeholder*>::first);
  std::vector<ListRow> rows;
  for (const auto& [threat, party] : parties) rows.push_back({party->reference, cells_of(map, *party)});
  return rows_at_hand({{tr("Ref.")}, {tr("Stakeholder")}, {tr("Threat")}, {tr("After the measures")}, {tr("Category")}, {tr("Decision")}}, std::move(rows));
}

page::MappedDrawing ecosystem_figure(const RiskMap& map, bool residual) {
  if (!has_radar(map.study)) return {};
  return page::draw_radar(radar_spec(map.study, residual), radar_width);
}

Cell ecosystem_sentence(const RiskMap& map, bool residual) {
  const auto& parties = map.study.stakeholders;
  if (parties.empty())
    return {tr("No stakeholder is recorded yet. Press “New”: begin with those who reach your systems, such as remote maintenance, software editors and hosts."),
            Tone::faint};
  std::int64_t danger = 0, unrated = 0;
  for (const auto& party : parties) {
    const auto threat = residual ? residual_threat_of(party) : threat_of(party);
    const auto zone = threat ? zone_of(map.study.scale, *threat) : std::nullopt;
    if (!threat) ++unrated;
    else if (zone && *zone + 1 == map.study.scale.zones.size()) ++danger;
  }
  std::vector<std::string> parts{trn("{1} stakeholder", "{1} stakeholders", static_cast<std::int64_t>(parties.size()))};
  if (danger > 0) parts.push_back("⚠ " + trn("{1} in the gravest zone", "{1} in the gravest zone", danger));
  if (unrated > 0) parts.push_back(trn("{1} not rated", "{1} not rated", unrated));
  return {joined(parts, ", "), danger > 0 ? Tone::warning : Tone::neutral};
}

} // namespace hdskit::gui
