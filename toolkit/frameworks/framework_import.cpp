#include "toolkit/frameworks/framework_import.hpp"

#include "toolkit/base/problem.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/frameworks/foreign_id.hpp"
#include "toolkit/frameworks/kept_ids.hpp"
#include "toolkit/frameworks/mapping_places.hpp"
#include "toolkit/requirements/checklist_reader.hpp"
#include "toolkit/requirements/checklist_writer.hpp"
#include "toolkit/requirements/requirement_pair.hpp"

#include <algorithm>
#include <map>

namespace hdskit {
namespace {

template <typename Visit> void each_framework(FrameworkImport& import, Visit visit) {
  for (auto& library : import.libraries)
    for (auto& framework : library.frameworks) visit(library, framework);
}

void refuse(FrameworkLibrary& library, std::string sentence) { library.defects.push_back({0, std::move(sentence)}); }

/// What the workspace keeps, read once.
std::map<std::string, Checklist> kept_checklists(const Workspace& workspace) {
  std::map<std::string, Checklist> kept;
  for (auto& checklist : all_checklists(workspace)) {
    auto key = id_key(checklist.id);
    kept.emplace(std::move(key), std::move(checklist));
  }
  for (const auto& framework : all_frameworks(workspace))
    if (!kept.contains(id_key(framework.reference))) kept.emplace(id_key(framework.reference), framework_checklist(workspace, framework.reference));
  return kept;
}

void refuse_twice(FrameworkImport& import) {
  std::map<std::string, std::string> files;
  each_framework(import, [&](FrameworkLibrary& library, const ForeignFramework& framework) {
    const auto [first, fresh] = files.emplace(id_key(framework.checklist.id), library.file);
    if (!fresh)
      refuse(library, tr("The framework “{1}” stands twice in what is imported; first in “{2}”.", {shown_word(framework.checklist.id), first->second}));
  });
}

void refuse_too_large(FrameworkImport& import) {
  each_framework(import, [](FrameworkLibrary& library, const ForeignFramework& framework) {
    if (!library.defects.empty() || checklist_xml(framework.checklist).size() <= markup_size_limit) return;
    refuse(library, tr("The framework “{1}” takes more than {2} MiB in the house format, the most that is kept.",
                       {framework.checklist.id, std::to_string(markup_size_limit >> 20)}));
  });
}

void plan_against(FrameworkImport& import, const Workspace& workspace, const std::map<std::string, Checklist>& kept) {
  each_framework(import, [&](FrameworkLibrary& library, ForeignFramework& framework) {
    if (!library.defects.empty()) return;
    auto& checklist = framework.checklist;
    PlannedFramework planned{.id = checklist.id, .effect = ImportEffect::added, .difference = {}};
    if (const auto before = kept.find(id_key(checklist.id)); before != kept.end()) {
      checklist.id = before->second.id;
      keep_item_ids(checklist, before->second);
      const bool same = checklist_xml(checklist) == checklist_xml(before->second);
      planned.effect = same ? ImportEffect::unchanged : ImportEffect::updated;
      if (!same) planned.difference = upgrade_difference(workspace, checklist);
    }
    import.planned.push_back(std::move(planned));
  });
}

void tell_unknown_end(const MappingPlaces& places, const std::string& framework, const ForeignMapping& mapping, bool stored, LibraryFindings& findings) {
  if (places.knows(framework)) return;
  const auto id = shown_word(places.framework_id(framework));
  if (stored) findings.refuse(mapping.line, tr("The workspace has no framework “{1}” to map: import it first, or together.", {id}));
  else findings.note(mapping.line, tr("The framework “{1}” is not in what is imported: whether its requirements are there was not looked at.", {id}));
}

void resolve_mappings(FrameworkImport& import, const std::map<std::string, Checklist>& kept, bool stored) {
  const bool any = std::ranges::any_of(import.libraries, [](const FrameworkLibrary& library) { return !library.mappings.empty(); });
  if (!any) return;
  MappingPlaces places;
  each_framework(import, [&](const FrameworkLibrary& library, const ForeignFramework& framework) {
    if (library.defects.empty()) places.add(framework.checklist, framework.source, framework.headings);
  });
  for (const auto& [id, checklist] : kept) places.add(checklist, {}, {});
  for (const auto& id : shipped_checklist_ids())
    if (!places.knows(id)) places.add(checklist_of(shipped_checklist(id), id), {}, {});
  for (auto& library : import.libraries) {
    LibraryFindings findings{library.file};
    for (const auto& mapping : library.mappings) {
      tell_unknown_end(places, mapping.from, mapping, stored, findings);
      tell_unknown_end(places, mapping.to, mapping, stored, findings);
      import.mappings.push_back(places.resolve(mapping, findings));
    }
    std::ranges::move(findings.defects(), std::back_inserter(library.defects));
    std::ranges::move(findings.notes(), std::back_inserter(library.notes));
  }
}

std::vector<RequirementPair> pairs_of(const FrameworkImport& import) {
  std::vector<RequirementPair> pairs;
  for (const auto& mapping : import.mappings)
    for (const auto& pair : mapping.pairs) {
      RequirementPair kept;
      kept.from_framework = mapping.from;
      kept.from_item = pair.from;
      kept.to_framework = mapping.to;
      kept.to_item = pair.to;
      kept.strength = pair.strength;
      kept.confidence = pair.confidence;
      kept.origin = mapping.id;
      kept.note = pair.note.french;
      pairs.push_back(std::move(kept));
    }
  return pairs;
}

[[noreturn]] void refuse_import(const FrameworkImport& import) {
  std::string sentence = tr("The import is refused:");
  for (const auto& library : import.libraries)
    for (const auto& defect : library.defects)
      sentence += "\n" + (defect.line > 0 ? tr("{1}, line {2}: {3}", {library.file, std::to_string(defect.line), defect.sentence})
                                          : tr("{1}: {2}", {library.file, defect.sentence}));
  throw Problem{ProblemKind::bad_input, import.libraries.front().file, sentence, tr("Correct the file and start again; nothing was changed.")};
}

} // namespace

bool FrameworkImport::refused() const {
  return std::ranges::any_of(libraries, [](const FrameworkLibrary& library) { return !library.defects.empty(); });
}

bool FrameworkImport::changes_anything() const {
  return std::ranges::any_of(planned, [](const PlannedFramework& framework) { return framework.effect != ImportEffect::unchanged; }) ||
         std::ranges::any_of(mappings, [](const RequirementMapping& mapping) { return !mapping.pairs.empty(); });
}

FrameworkImport plan_framework_import(std::vector<FrameworkLibrary> libraries, const Workspace* workspace) {
  FrameworkImport import{.libraries = std::move(libraries), .mappings = {}, .planned = {}};
  const auto kept = workspace ? kept_checklists(*workspace) : std::map<std::string, Checklist>{};
  refuse_twice(import);
  refuse_too_large(import);
  if (workspace) plan_against(import, *workspace, kept);
  resolve_mappings(import, kept, workspace != nullptr);
  return import;
}

void store_framework_import(Change& change, const FrameworkImport& import, std::optional<Date> since) {
  if (import.refused()) refuse_import(import);
  std::vector<NewFramework> added;
  std::size_t place = 0;
  for (const auto& library : import.libraries)
    for (const auto& framework : library.frameworks) {
      const auto effect = import.planned.at(place++).effect;
      if (effect == ImportEffect::unchanged) continue;
      NewFramework stored{.xml = checklist_xml(framework.checklist),
                          .origin = library.file,
                          .source_digest = library.digest,
                          .use = since ? FrameworkUse::followed : FrameworkUse::reference,
                          .applied_on = since,
                          .note = {}};
      if (effect == ImportEffect::updated) upgrade_framework(change, stored);
      else added.push_back(std::move(stored));
    }
  if (!added.empty()) put_frameworks(change, added);
  if (auto pairs = pairs_of(import); !pairs.empty()) put_pairs(change, pairs);
}

} // namespace hdskit
