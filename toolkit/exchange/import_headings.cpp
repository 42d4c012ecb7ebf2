#include "toolkit/exchange/import_headings.hpp"

#include "toolkit/base/text.hpp"

namespace hdskit {
namespace {

constexpr Headings of_every_kind[] = {
    {"reference", "N°|No|Num|Numéro|Réf|Ref|Référence|Identifiant|Code|ref_id"},
    {"name", "Nom|Intitulé|Libellé|Titre|Désignation|Name|Title"},
    {"owner", "Responsable|Propriétaire|Pilote|Porteur|Owner"},
};

} // namespace

void add_headings(ImportRules& rules, std::string_view field, std::string_view words) {
  auto& headings = rules.headings[std::string{field}];
  for (auto& word : split(words, '|')) headings.push_back(std::move(word));
}

void add_common_headings(ImportRules& rules) {
  for (const auto& [field, words] : of_every_kind) add_headings(rules, field, words);
}

} // namespace hdskit
