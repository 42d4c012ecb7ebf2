#include "toolkit/frameworks/mapping_places.hpp"

#include "toolkit/base/translate.hpp"
#include "toolkit/frameworks/foreign_id.hpp"
#include "toolkit/frameworks/foreign_text.hpp"

namespace hdskit {

std::string MappingPlaces::key_of(const std::string& framework) {
  const auto key = id_key(framework);
  return key.starts_with("urn:") ? id_key(framework_id_of(framework)) : key;
}

void MappingPlaces::add(const Checklist& checklist, const std::string& source, const std::vector<std::string>& headings) {
  Known known{.id = checklist.id, .items = {}, .headings = {}};
  for (const auto& item : checklist.items) {
    known.items.emplace(id_key(item.id), item.id);
    if (!item.source.empty()) known.items.emplace(id_key(item.source), item.id);
  }
  for (const auto& heading : headings) known.headings.insert(id_key(heading));
  if (!source.empty() && key_of(source) != id_key(checklist.id)) frameworks_.emplace(key_of(source), known);
  frameworks_.emplace(id_key(checklist.id), std::move(known));
}

std::string MappingPlaces::framework_id(const std::string& framework) const {
  const auto found = frameworks_.find(key_of(framework));
  if (found != frameworks_.end()) return found->second.id;
  return id_key(framework).starts_with("urn:") ? framework_id_of(framework) : framework;
}

MappingPlaces::End MappingPlaces::end_of(const std::string& framework, const std::string& item, std::string& id) const {
  const auto found = frameworks_.find(key_of(framework));
  if (found == frameworks_.end()) {
    id = item;
    return End::found; // who knows
  }
  const auto place = found->second.items.find(id_key(item));
  if (place != found->second.items.end()) {
    id = place->second;
    return End::found;
  }
  return found->second.headings.contains(id_key(item)) ? End::heading : End::unknown;
}

RequirementMapping MappingPlaces::resolve(const ForeignMapping& mapping, LibraryFindings& findings) const {
  RequirementMapping resolved;
  resolved.from = framework_id(mapping.from);
  resolved.to = framework_id(mapping.to);
  resolved.id = resolved.from + "--" + resolved.to;
  resolved.version = "1";
  resolved.title = both_languages({mapping.title.empty() ? resolved.id : mapping.title, {}});
  int headings = 0;
  for (const auto& pair : mapping.pairs) {
    MappingPair made{.from = {}, .to = {}, .strength = pair.strength, .confidence = Confidence::medium, .note = {}};
    const auto from = end_of(mapping.from, pair.from, made.from), to = end_of(mapping.to, pair.to, made.to);
    if (from == End::unknown) findings.refuse(pair.line, tr("The framework “{1}” has no requirement “{2}” to map.", {resolved.from, shown_word(pair.from)}));
    if (to == End::unknown) findings.refuse(pair.line, tr("The framework “{1}” has no requirement “{2}” to map.", {resolved.to, shown_word(pair.to)}));
    if (from == End::heading || to == End::heading) ++headings;
    if (from != End::found || to != End::found) continue;
    made.note = both_languages({pair.note, {}});
    resolved.pairs.push_back(std::move(made));
  }
  if (headings > 0)
    findings.note(mapping.line, trn("{1} pair that maps headings and not requirements is left out.",
                                    "{1} pairs that map headings and not requirements are left out.", headings));
  return resolved;
}

} // namespace hdskit
