#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/frameworks/ciso_library.hpp"
#include "toolkit/frameworks/foreign_text.hpp"

#include <algorithm>

namespace hdskit {
namespace {

struct Relationship {
  std::string_view foreign;
  std::optional<MappingStrength> strength; ///< nothing: the pair is left out
};
/// Read from source to target: a subset is a part of the target, so that the target asks more.
constexpr Relationship relationships[] = {
    {"equal", MappingStrength::equal},        {"superset", MappingStrength::covers}, {"subset", MappingStrength::covered},
    {"intersect", MappingStrength::overlaps}, {"not_related", std::nullopt},
};

std::optional<ForeignPair> pair_of(const YamlValue& value, int& unrelated, LibraryFindings& findings) {
  const CisoFields fields{
      value,
      "requirement_mappings",
      {"source_requirement_urn", "target_requirement_urn", "relationship", "rationale", "strength_of_relationship", "strength", "annotation"},
      findings};
  ForeignPair pair{.line = fields.line(),
                   .from = fields.needed_text("source_requirement_urn"),
                   .to = fields.needed_text("target_requirement_urn"),
                   .strength = MappingStrength::related,
                   .note = one_line(fields.text("annotation"))};
  const auto word = fields.needed_text("relationship");
  const auto* known =
      std::ranges::find(relationships, folded(trimmed(word)), [](const Relationship& relationship) { return std::string{relationship.foreign}; });
  if (known == std::end(relationships)) {
    if (!word.empty())
      findings.refuse(fields.line(), tr("“{1}” is no relationship: equal, subset, superset, intersect or not_related is expected.", {shown_word(word)}));
    return std::nullopt;
  }
  if (!known->strength) {
    ++unrelated;
    return std::nullopt;
  }
  pair.strength = *known->strength;
  return pair;
}

} // namespace

ForeignMapping read_ciso_mapping(const YamlValue& value, std::string_view locale, LibraryFindings& findings) {
  const CisoFields fields{value,
                          "requirement_mapping_set",
                          {"urn", "ref_id", "name", "description", "annotation", "translations", "source_framework_urn", "target_framework_urn",
                           "requirement_mappings", "provider", "locale", "version"},
                          findings};
  ForeignMapping mapping{.line = fields.line(),
                         .source = fields.text("urn"),
                         .from = fields.needed_text("source_framework_urn"),
                         .to = fields.needed_text("target_framework_urn"),
                         .title = {},
                         .pairs = {}};
  const auto name = both_languages(fields.bilingual("name", locale));
  mapping.title = name.french;
  int unrelated = 0;
  for (const auto* entry : one_or_many(fields.find("requirement_mappings"), "requirement_mappings", findings))
    if (auto pair = pair_of(*entry, unrelated, findings)) mapping.pairs.push_back(std::move(*pair));
  if (unrelated > 0)
    findings.note(mapping.line, trn("{1} pair that the mapping set says not to be related is left out.",
                                    "{1} pairs that the mapping set says not to be related are left out.", unrelated));
  return mapping;
}

} // namespace hdskit
