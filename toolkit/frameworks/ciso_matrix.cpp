#include "toolkit/base/problem.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/frameworks/ciso_library.hpp"
#include "toolkit/frameworks/foreign_id.hpp"
#include "toolkit/frameworks/foreign_text.hpp"

#include <algorithm>
#include <charconv>

namespace hdskit {
namespace {

constexpr std::size_t most_grades = 100; // of an axis; the scale refuses far fewer with its own words

std::vector<ScaleWord> words_of(const CisoFields& matrix, std::string_view axis, std::string_view locale, LibraryFindings& findings) {
  std::vector<ScaleWord> words;
  const auto* value = matrix.find(axis);
  if (!value || value->kind != YamlValue::Kind::list) {
    findings.refuse(value ? value->line : matrix.line(), tr("The risk matrix lacks its list “{1}”.", {axis}));
    return words;
  }
  for (const auto* entry : one_or_many(value, axis, findings)) {
    const CisoFields fields{*entry, axis, {"id", "abbreviation", "name", "description", "hexcolor", "color", "translations"}, findings};
    if (fields.number("id").value_or(static_cast<int>(words.size())) != static_cast<int>(words.size()))
      findings.refuse(entry->line, tr("The entries of “{1}” must be numbered 0, 1, 2, … in their order.", {axis}));
    auto name = both_languages(fields.bilingual("name", locale));
    if (name.french.empty()) name.french = name.english = one_line(fields.text("abbreviation"));
    if (name.french.empty()) findings.refuse(entry->line, tr("An entry of “{1}” has no name.", {axis}));
    const auto meaning = both_languages(fields.bilingual("description", locale));
    if (words.size() < most_grades)
      words.push_back({.french = name.french, .english = name.english, .meaning_french = meaning.french, .meaning_english = meaning.english});
  }
  return words;
}

std::optional<int> cell_of(const YamlValue& value) {
  int number = 0;
  const auto* end = value.text.data() + value.text.size();
  const auto [stop, error] = std::from_chars(value.text.data(), end, number);
  return value.kind == YamlValue::Kind::scalar && error == std::errc{} && stop == end ? std::optional{number} : std::nullopt;
}

/// Rows are probabilities, columns impacts, cells the number of a risk level from 0.
void read_grid(const YamlValue* grid, RiskScale& scale, LibraryFindings& findings, int line) {
  if (!grid || grid->kind != YamlValue::Kind::list || grid->entries.size() != scale.likelihood.size())
    return findings.refuse(grid ? grid->line : line,
                           tr("The grid of the risk matrix must have one row a probability: {1}.", {std::to_string(scale.likelihood.size())}));
  for (const auto& row : grid->entries) {
    if (row.kind != YamlValue::Kind::list || row.entries.size() != scale.gravity.size()) {
      findings.refuse(row.line, tr("A row of the grid must have one cell an impact: {1}.", {std::to_string(scale.gravity.size())}));
      continue;
    }
    auto& levels = scale.matrix.emplace_back();
    for (const auto& cell : row.entries) {
      const auto level = cell_of(cell);
      if (!level || *level < 0 || static_cast<std::size_t>(*level) >= scale.classes.size())
        findings.refuse(cell.line,
                        tr("“{1}” is the number of no risk level: 0 to {2} are.", {shown_word(cell.text), std::to_string(scale.classes.size() - 1)}));
      else levels.push_back(*level + 1);
    }
  }
}

/// What a foreign matrix does not say stays as in EBIOS RM.
RiskScale with_other_parts(RiskScale scale) {
  auto full = shipped_scales().front();
  if (full.likelihood.size() != scale.likelihood.size()) full.advanced.clear();
  if (full.asset_levels.size() > scale.classes.size()) full.asset_levels.resize(scale.classes.size());
  full.id = std::move(scale.id);
  full.title = std::move(scale.title);
  full.gravity = std::move(scale.gravity);
  full.likelihood = std::move(scale.likelihood);
  full.classes = std::move(scale.classes);
  full.matrix = std::move(scale.matrix);
  full.acceptable = 1;
  return full;
}

} // namespace

std::optional<RiskScale> read_ciso_matrix(const YamlValue& value, std::string_view locale, LibraryFindings& findings) {
  const CisoFields fields{value,
                          "risk_matrix",
                          {"urn", "ref_id", "name", "description", "annotation", "translations", "probability", "impact", "risk", "grid", "provider", "locale",
                           "strength_of_knowledge", "ebios_rm", "version"},
                          findings};
  RiskScale scale;
  scale.id = framework_id_of(fields.needed_text("urn"));
  const auto name = both_languages(fields.bilingual("name", locale));
  if (name.french.empty()) findings.refuse(fields.line(), tr("The risk matrix has no name."));
  scale.title = {.french = name.french, .english = name.english, .meaning_french = {}, .meaning_english = {}};
  scale.likelihood = words_of(fields, "probability", locale, findings);
  scale.gravity = words_of(fields, "impact", locale, findings);
  scale.classes = words_of(fields, "risk", locale, findings);
  if (scale.likelihood.empty() || scale.gravity.empty() || scale.classes.empty()) return std::nullopt;
  read_grid(fields.find("grid"), scale, findings, fields.line());
  if (!findings.sound()) return std::nullopt;
  scale = with_other_parts(std::move(scale));
  try {
    return parse_scale(text_of(scale), scale.id); // the same bounds as for a scale that a hospital edits
  } catch (const Problem& problem) {
    findings.refuse(fields.line(), problem.what());
    return std::nullopt;
  }
}

} // namespace hdskit
