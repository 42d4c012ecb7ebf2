#include "cli/framework_import_view.hpp"

#include <ostream>

namespace hdskit::cli {
namespace {

std::string_view word_of(ImportEffect effect) { return effect == ImportEffect::added ? "added" : effect == ImportEffect::updated ? "updated" : "unchanged"; }

json::array texts(const std::vector<std::string>& words) {
  json::array all;
  for (const auto& word : words) all.push_back(json_text(word));
  return all;
}

void add_findings(json::array& all, const std::string& file, const std::vector<MarkupDefect>& findings) {
  for (const auto& finding : findings)
    all.push_back(json::object{{"file", json_text(file)}, {"line", finding.line}, {"sentence", json_text(finding.sentence)}});
}

json::object planned_json(const PlannedFramework& planned) {
  json::object object{{"id", json_text(planned.id)}, {"effect", word_of(planned.effect)}};
  if (planned.effect != ImportEffect::updated) return object;
  object["added"] = texts(planned.difference.added);
  object["removed"] = texts(planned.difference.removed);
  object["reworded"] = texts(planned.difference.reworded);
  object["kept_answers"] = texts(planned.difference.kept_answers);
  return object;
}

json::object matrix_json(const RiskScale& scale) {
  return {{"id", json_text(scale.id)},
          {"name", json_text(scale.title.in_current_language())},
          {"likelihood", scale.likelihood.size()},
          {"gravity", scale.gravity.size()},
          {"levels", scale.classes.size()}};
}

std::string place_of(const std::string& file, const MarkupDefect& finding) {
  return finding.line > 0 ? tr("{1}, line {2}: {3}", {file, std::to_string(finding.line), finding.sentence}) : tr("{1}: {2}", {file, finding.sentence});
}

void print_planned(Context& context, const PlannedFramework& planned) {
  if (planned.effect == ImportEffect::added) context.out << tr("“{1}” is new here.", {planned.id}) << '\n';
  if (planned.effect == ImportEffect::unchanged) context.out << tr("“{1}” is here already, just so.", {planned.id}) << '\n';
  if (planned.effect != ImportEffect::updated) return;
  const auto& difference = planned.difference;
  context.out << tr("“{1}” is here already: {2} requirements would be new, {3} would go, {4} would be reworded; answers stay ({5} to requirements that go).",
                    {planned.id, std::to_string(difference.added.size()), std::to_string(difference.removed.size()), std::to_string(difference.reworded.size()),
                     std::to_string(difference.kept_answers.size())})
              << '\n';
}

void print_content(Context& context, const FrameworkLibrary& library) {
  for (const auto& framework : library.frameworks)
    context.out << tr("framework {1}: {2}; {3} requirements, {4} to assess", {framework.checklist.id, framework.checklist.title.in_current_language(),
                                                                              std::to_string(framework.requirements), std::to_string(framework.assessable)})
                << '\n';
  for (const auto& matrix : library.matrices)
    context.out << tr("risk matrix {1}: {2}; {3} × {4}, {5} levels", {matrix.id, matrix.title.in_current_language(), std::to_string(matrix.likelihood.size()),
                                                                      std::to_string(matrix.gravity.size()), std::to_string(matrix.classes.size())})
                << '\n';
}

} // namespace

json::object framework_import_json(const FrameworkImport& import, bool stored) {
  json::array frameworks, mappings, matrices, defects, notes, planned;
  for (const auto& library : import.libraries) {
    for (const auto& framework : library.frameworks)
      frameworks.push_back(json::object{{"id", json_text(framework.checklist.id)},
                                        {"name", json_text(framework.checklist.title.in_current_language())},
                                        {"requirements", framework.requirements},
                                        {"assessable", framework.assessable}});
    for (const auto& matrix : library.matrices) matrices.push_back(matrix_json(matrix));
    add_findings(defects, library.file, library.defects);
    add_findings(notes, library.file, library.notes);
  }
  for (const auto& mapping : import.mappings)
    mappings.push_back(json::object{{"from", json_text(mapping.from)}, {"to", json_text(mapping.to)}, {"pairs", mapping.pairs.size()}});
  for (const auto& entry : import.planned) planned.push_back(planned_json(entry));
  return {{"frameworks", std::move(frameworks)},
          {"mappings", std::move(mappings)},
          {"matrices", std::move(matrices)},
          {"defects", std::move(defects)},
          {"notes", std::move(notes)},
          {"planned", std::move(planned)},
          {"stored", stored}};
}

void print_framework_import(Context& context, const FrameworkImport& import, bool stored) {
  for (const auto& library : import.libraries) print_content(context, library);
  for (const auto& mapping : import.mappings)
    context.out << tr("mapping {1} → {2}: {3} pairs", {mapping.from, mapping.to, std::to_string(mapping.pairs.size())}) << '\n';
  if (!stored)
    for (const auto& planned : import.planned) print_planned(context, planned);
  for (const auto& library : import.libraries) {
    for (const auto& note : library.notes) context.out << tr("Remark: {1}", {place_of(library.file, note)}) << '\n';
    for (const auto& defect : library.defects) context.out << place_of(library.file, defect) << '\n';
  }
  if (import.refused()) context.out << tr("The import is refused; nothing was changed.") << '\n';
  else if (stored) context.out << tr("Imported.") << '\n';
  else context.out << tr("Nothing was changed.") << '\n';
}

} // namespace hdskit::cli
