#include "toolkit/risk/scale.hpp"

#include "embedded/risk_catalogues.hpp"
#include "toolkit/base/problem.hpp"
#include "toolkit/base/suggestion.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/risk/scale_json.hpp"
#include "toolkit/workspace/json_writing.hpp"

#include <algorithm>

namespace hdskit {
namespace {

constexpr std::size_t scale_size_limit = 1u << 20;       // bytes; the largest shipped one takes 6 kB
constexpr std::string_view first_scale = "ebios-rm-4x4"; // of a new study

std::vector<RiskScale> read_shipped_scales() {
  std::vector<RiskScale> scales;
  for (const auto& file : embedded::risk_catalogues())
    if (file.path.starts_with("scales/")) scales.push_back(parse_scale(file.bytes, std::string{file.path}));
  std::stable_partition(scales.begin(), scales.end(), [](const RiskScale& scale) { return scale.id == first_scale; });
  return scales;
}

bool means(const ScaleWord& word, const std::string& sought) { return folded(trimmed(word.french)) == sought || folded(trimmed(word.english)) == sought; }

} // namespace

const std::string& ScaleWord::in_current_language() const { return current_language() == Language::french || english.empty() ? french : english; }
const std::string& ScaleWord::meaning() const { return current_language() == Language::french || meaning_english.empty() ? meaning_french : meaning_english; }

bool RiskScale::operator==(const RiskScale& other) const { return text_of(*this) == text_of(other); }

RiskScale parse_scale(std::string_view json, const std::string& name) {
  const auto value = parse_foreign_json(json, name, scale_size_limit);
  JsonDefects defects;
  auto scale = scale_of_json(value, {}, defects);
  defects.refuse(name, tr("Correct the file and start again; nothing was changed. docs/formats/risk-study.md explains the format."));
  return scale;
}

std::string text_of(const RiskScale& scale) { return readable_json(json_of(scale)); }

std::span<const RiskScale> shipped_scales() {
  static const auto scales = read_shipped_scales();
  return scales;
}

const RiskScale& shipped_scale(std::string_view id) {
  std::vector<std::string_view> ids;
  std::string all;
  for (const auto& scale : shipped_scales()) {
    if (folded(scale.id) == folded(trimmed(id))) return scale;
    all += (ids.empty() ? "" : ", ") + scale.id;
    ids.push_back(scale.id);
  }
  throw Problem{ProblemKind::not_found, std::string{id}, tr("No scale “{1}” comes with the program.", {id}), suggestion(id, ids, tr("These do: {1}.", {all}))};
}

int level_at(const RiskScale& scale, Rating gravity, Rating likelihood) {
  if (gravity.value < 1 || likelihood.value < 1) return 0;
  const auto row = static_cast<std::size_t>(likelihood.value - 1), column = static_cast<std::size_t>(gravity.value - 1);
  return row < scale.matrix.size() && column < scale.matrix[row].size() ? scale.matrix[row][column] : 0;
}

Rating grade_named(const std::vector<ScaleWord>& words, std::string_view text) {
  const auto sought = folded(trimmed(text));
  if (sought.empty()) return {};
  for (std::size_t i = 0; i < words.size(); ++i)
    if (means(words[i], sought)) return Rating{static_cast<std::int64_t>(i) + 1};
  try {
    Rating rating;
    from_field_text(text, rating);
    return rating.value <= static_cast<std::int64_t>(words.size()) ? rating : Rating{};
  } catch (const Problem&) {
    return {}; // no grade in it: that is the answer
  }
}

} // namespace hdskit
