#include "toolkit/dossier/risk_map.hpp"

#include "toolkit/base/text.hpp"
#include "toolkit/page/markdown.hpp"

namespace hdskit::chapters {

RiskMap::RiskMap(const ChapterInput& told) : input{told}, study{told.facts.study}, index{told.facts.study}, assessments{assess_risks(index)} {
  for (const auto& annex : input.annexes) annexes_.emplace(folded(annex.evidence->code), &annex);
}

std::string RiskMap::document(const std::string& code) const {
  const auto found = annexes_.find(folded(trimmed(code)));
  return found == annexes_.end() ? page::escaped_for_markdown(code) : annex_link(input, *found->second);
}

std::string RiskMap::class_text(const Standpoint& standpoint) const {
  const auto level = level_text(study.scale, standpoint.level);
  if (standpoint.asset_value > 0) return level + "\u00A0(" + french_number(standpoint.asset_value) + ")";
  if (standpoint.gravity == 0 || standpoint.likelihood == 0) return level;
  return level + "\u00A0(G" + std::to_string(standpoint.gravity) + "\u00A0V" + std::to_string(standpoint.likelihood) + ")";
}

std::string listed(const std::vector<std::string>& references, std::size_t most) {
  if (references.empty()) return "–";
  if (references.size() <= most) return joined(references, ", ");
  return joined({references.begin(), references.begin() + static_cast<std::ptrdiff_t>(most)}, ", ") + " et " +
         french_number(static_cast<std::int64_t>(references.size() - most)) + " autres";
}

} // namespace hdskit::chapters
