#include "toolkit/dossier/risk_figures.hpp"

#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/risk/threat.hpp"

#include <algorithm>
#include <charconv>
#include <map>

namespace hdskit {
namespace {

using page::RadarSpec;
using page::RiskMatrixSpec;

std::vector<std::string> grade_texts(const std::vector<ScaleWord>& words) {
  std::vector<std::string> texts;
  for (std::size_t i = 0; i < words.size(); ++i) texts.push_back(grade_text(words, static_cast<std::int64_t>(i) + 1));
  return texts;
}

/// A cell of the matrix as bubbles: those that fit, the chosen one among them.
class CellBubbles {
public:
  CellBubbles(const StudyIndex& index, std::string_view chosen, std::size_t likelihood, std::size_t gravity)
      : index_{index}, chosen_{reference_key(chosen)}, likelihood_{likelihood}, gravity_{gravity} {}

  std::vector<RiskMatrixSpec::Bubble> of(const std::vector<std::string>& references) const {
    std::vector<RiskMatrixSpec::Bubble> bubbles;
    const auto shown = std::min(references.size(), page::most_bubbles_shown);
    for (std::size_t i = 0; i < shown; ++i) bubbles.push_back(bubble(references[i]));
    for (std::size_t i = shown; !chosen_.empty() && i < references.size(); ++i)
      if (reference_key(references[i]) == chosen_) bubbles.back() = bubble(references[i]);
    return bubbles;
  }

private:
  RiskMatrixSpec::Bubble bubble(const std::string& reference) const {
    const auto& scale = index_.study().scale;
    const auto* risk = index_.risks.find(reference);
    return {reference,
            tr("{1}, {2}, gravity {3}, likelihood {4}, level {5}", {reference, risk ? risk->name : std::string{}, std::to_string(gravity_ + 1),
                                                                    std::to_string(likelihood_ + 1), level_text(scale, scale.matrix[likelihood_][gravity_])}),
            !chosen_.empty() && reference_key(reference) == chosen_};
  }

  const StudyIndex& index_;
  std::string chosen_;
  std::size_t likelihood_, gravity_;
};

Rating in_force(Rating residual, Rating now, bool wanted) { return wanted && residual ? residual : now; }

/// Which part of the greatest product two grades make, for sizes and tints.
double share_of(Rating one, Rating other, const RiskScale& scale) {
  const auto greatest = static_cast<double>(scale.stakeholder_grades) * scale.stakeholder_grades;
  return greatest > 0 ? std::clamp(static_cast<double>(one.value * other.value) / greatest, 0.0, 1.0) : 0;
}

const char* sector_title(StakeholderCategory category) {
  switch (category) {
    case StakeholderCategory::client: return marked("Clients");
    case StakeholderCategory::partner: return marked("Partners");
    case StakeholderCategory::provider: return marked("Providers");
    case StakeholderCategory::internal: break;
  }
  return marked("Internal");
}

/// The sectors of those that are drawn, in the order of the categories.
std::map<StakeholderCategory, std::size_t> sectors_of(const Study& study) {
  std::map<StakeholderCategory, std::size_t> sectors;
  for (const auto& stakeholder : study.stakeholders)
    if (threat_of(stakeholder)) sectors[stakeholder.category] = 0;
  std::size_t next = 0;
  for (auto& [category, sector] : sectors) sector = next++;
  return sectors;
}

RadarSpec::Point point_of(const Stakeholder& party, const RiskScale& scale, bool residual, std::size_t sector) {
  const auto threat = (residual ? residual_threat_of(party) : threat_of(party)).value_or(0);
  return {.key = party.reference,
          .label = party.reference + " " + party.name,
          .name = tr("{1}, {2}, threat {3}, {4}", {party.reference, party.name, threat_text(threat), zone_text(scale, threat)}),
          .sector = sector,
          .value = threat,
          .exposure = share_of(in_force(party.residual_dependency, party.dependency, residual),
                               in_force(party.residual_penetration, party.penetration, residual), scale),
          .reliability = share_of(in_force(party.residual_maturity, party.maturity, residual), in_force(party.residual_trust, party.trust, residual), scale)};
}

} // namespace

std::string grade_text(const std::vector<ScaleWord>& words, std::int64_t grade) {
  if (grade <= 0) return "–";
  if (grade > static_cast<std::int64_t>(words.size())) return std::to_string(grade);
  return std::to_string(grade) + "\u00A0– " + words[static_cast<std::size_t>(grade) - 1].in_current_language();
}

std::string level_text(const RiskScale& scale, int level) {
  if (level <= 0) return "–";
  return static_cast<std::size_t>(level) > scale.classes.size() ? std::to_string(level)
                                                                : scale.classes[static_cast<std::size_t>(level) - 1].in_current_language();
}

std::string threat_text(double threat) {
  char digits[32];
  const auto end = std::to_chars(digits, digits + sizeof digits, std::clamp(threat, 0.0, 1e6), std::chars_format::fixed, 2).ptr;
  std::string text{digits, end};
  text.resize(text.find_last_not_of('0') + 1);
  if (text.ends_with('.')) text.pop_back();
  return current_language() == Language::french ? replaced(text, ".", ",") : text;
}

std::string zone_text(const RiskScale& scale, double threat) {
  const auto zone = zone_of(scale, threat);
  return zone ? scale.zones[*zone].word.in_current_language() : tr("out of the perimeter");
}

page::RiskMatrixSpec matrix_spec(const StudyIndex& index, const RiskMatrix& matrix, bool residual, std::string_view chosen) {
  const auto& scale = index.study().scale;
  const auto& places = residual ? matrix.residual : matrix.initial;
  page::RiskMatrixSpec spec{.title = residual ? tr("Residual risks") : tr("Initial risks"),
                            .horizontal = tr("Gravity"),
                            .vertical = tr("Likelihood"),
                            .columns = grade_texts(scale.gravity),
                            .rows = grade_texts(scale.likelihood),
                            .classes = scale.matrix,
                            .class_names = {},
                            .bubbles = {},
                            .more = {}};
  for (const auto& word : scale.classes) spec.class_names.push_back(word.in_current_language());
  for (std::size_t likelihood = 0; likelihood < scale.matrix.size(); ++likelihood) {
    spec.bubbles.emplace_back();
    spec.more.emplace_back();
    for (std::size_t gravity = 0; gravity < scale.matrix[likelihood].size(); ++gravity) {
      const auto& references = places.at(likelihood).at(gravity);
      spec.bubbles.back().push_back(CellBubbles{index, chosen, likelihood, gravity}.of(references));
      spec.more.back().push_back(references.size() - spec.bubbles.back().back().size());
    }
  }
  return spec;
}

bool has_radar(const Study& study) {
  return std::ranges::any_of(study.stakeholders, [](const Stakeholder& party) { return threat_of(party).has_value(); });
}

page::RadarSpec radar_spec(const Study& study, bool residual) {
  const auto& scale = study.scale;
  page::RadarSpec spec;
  const auto sectors = sectors_of(study);
  for (const auto& [category, sector] : sectors) spec.sectors.push_back(tr(sector_title(category)));
  if (scale.zones.empty() || scale.zones.front().from > 0) spec.zones.push_back({tr("Out of the perimeter"), 0});
  for (const auto& zone : scale.zones) spec.zones.push_back({zone.word.in_current_language(), zone.from});
  spec.greatest = static_cast<double>(scale.stakeholder_grades) * scale.stakeholder_grades;
  for (const auto& party : study.stakeholders)
    if (threat_of(party)) spec.points.push_back(point_of(party, scale, residual, sectors.at(party.category)));
  spec.exposure_title = tr("Exposure (dependency × penetration)");
  spec.reliability_title = tr("Reliability (maturity × trust)");
  return spec;
}

} // namespace hdskit
