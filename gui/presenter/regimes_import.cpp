#include "gui/presenter/regimes_import.hpp"

#include "toolkit/base/digest.hpp"
#include "toolkit/base/file.hpp"
#include "toolkit/base/problem.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/exchange/sheet.hpp"
#include "toolkit/exchange/table_reader.hpp"
#include "toolkit/frameworks/library_reader.hpp"

#include <algorithm>

namespace hdskit::gui {
namespace {

constexpr std::size_t defects_shown = 200; ///< nobody reads more at once; their number is told

bool is_table(const std::filesystem::path& file) { return is_workbook_name(file.string()) || folded(file.extension().string()) == ".csv"; }

FrameworkLibrary library_in(const std::filesystem::path& file) {
  const auto name = file.filename().string();
  try {
    const auto bytes = read_file(file, is_table(file) ? workbook_size_limit : library_size_limit);
    auto library = is_table(file) ? read_library_table(read_table(bytes, name), name) : read_library(bytes, name);
    library.digest = digest_of(bytes).hex();
    return library;
  } catch (const Problem& problem) {
    if (problem.kind() != ProblemKind::bad_input) throw;
    return refused_library(name, problem.what());
  }
}

Cell planned_cell(const PlannedFramework& planned) {
  const auto& difference = planned.difference;
  switch (planned.effect) {
    case ImportEffect::added: return {"✚ " + tr("“{1}” is new here.", {planned.id}), Tone::good};
    case ImportEffect::unchanged: return {tr("“{1}” is here already, just so.", {planned.id}), Tone::faint};
    case ImportEffect::updated: break;
  }
  return {tr("“{1}” is here already: {2} requirements would be new, {3} would go, {4} would be reworded; answers stay ({5} to requirements that go).",
             {planned.id, std::to_string(difference.added.size()), std::to_string(difference.removed.size()), std::to_string(difference.reworded.size()),
              std::to_string(difference.kept_answers.size())}),
          difference.kept_answers.empty() ? Tone::neutral : Tone::warning};
}

std::string place_of(const MarkupDefect& finding) {
  return finding.line > 0 ? tr("line {1}: {2}", {std::to_string(finding.line), finding.sentence}) : finding.sentence;
}

void say_findings(std::vector<Cell>& sentences, const std::vector<MarkupDefect>& findings, const std::string& mark, Tone tone) {
  for (std::size_t i = 0; i < std::min(findings.size(), defects_shown); ++i) sentences.push_back({mark + place_of(findings[i]), tone});
  if (findings.size() > defects_shown) sentences.push_back({mark + tr("and {1} more", {std::to_string(findings.size() - defects_shown)}), tone});
}

std::vector<Cell> sentences_of(const FrameworkImport& import) {
  std::vector<Cell> sentences;
  if (import.refused()) sentences.push_back({"✖ " + tr("The import is refused; nothing was changed."), Tone::bad});
  for (const auto& library : import.libraries) say_findings(sentences, library.defects, "✖ ", Tone::bad);
  for (const auto& library : import.libraries)
    for (const auto& framework : library.frameworks)
      sentences.push_back(
          {tr("framework {1}: {2}; {3} requirements, {4} to assess", {framework.checklist.id, framework.checklist.title.in_current_language(),
                                                                      std::to_string(framework.requirements), std::to_string(framework.assessable)})});
  for (const auto& mapping : import.mappings)
    sentences.push_back({tr("mapping {1} → {2}: {3} pairs", {mapping.from, mapping.to, std::to_string(mapping.pairs.size())})});
  if (!import.refused())
    for (const auto& planned : import.planned) sentences.push_back(planned_cell(planned));
  for (const auto& library : import.libraries) say_findings(sentences, library.notes, "⚠ ", Tone::warning);
  return sentences;
}

} // namespace

LibraryOffer offered_library(const Workspace& workspace, const std::filesystem::path& file) {
  std::vector<FrameworkLibrary> libraries;
  libraries.push_back(library_in(file));
  LibraryOffer offer{plan_framework_import(std::move(libraries), &workspace), {}, false};
  offer.sentences = sentences_of(offer.import);
  offer.brings_new = std::ranges::find(offer.import.planned, ImportEffect::added, &PlannedFramework::effect) != offer.import.planned.end();
  return offer;
}

std::string library_fault(const LibraryOffer& offer) {
  if (offer.import.refused()) return tr("The file has defects: correct them, then read it again.");
  return offer.import.changes_anything() ? "" : tr("Everything in it is here already.");
}

void take_library(Session& session, const LibraryOffer& offer, bool follow) {
  session.change(tr("Import of frameworks from {1}", {offer.import.libraries.front().file}),
                 [&](Change& change) { store_framework_import(change, offer.import, follow ? std::optional{session.today()} : std::nullopt); });
}

} // namespace hdskit::gui
