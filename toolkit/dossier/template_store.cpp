#include "toolkit/dossier/template_store.hpp"

#include "toolkit/base/problem.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/dossier/compose_dossier.hpp"
#include "toolkit/dossier/crisis_booklet.hpp"
#include "toolkit/dossier/file_restore_test.hpp"
#include "toolkit/page/markdown.hpp"
#include "toolkit/workspace/settings.hpp"

#include "embedded/templates.hpp"

namespace hdskit {
namespace {

constexpr std::string_view prefix = "template/";

std::string setting_name(std::string_view id) { return std::string{prefix} + std::string{id}; }

/// A report that has every part: a trial must meet every word.
RestoreReport whole_report(Date day) {
  RestoreReport report;
  report.source = "essai";
  report.started = report.ended = Instant::at_midnight(day);
  report.point = BackupPoint{.id = "1", .begun = report.started, .ended = report.ended, .bytes = 1, .label = {}};
  report.inventory = {.points = 1, .oldest = report.point, .newest = report.point, .worst_gap = {}, .worst_gap_begins = {}};
  report.phases = {{"restore", std::chrono::seconds{1}, true}};
  report.reference = ReferenceKind::manifest;
  report.reference_note = "essai";
  report.comparison = ComparisonTotals{};
  report.must_preserve = {"content"};
  report.checks = {{.name = "essai", .passed = false, .status = 1, .sentence = "essai"}};
  report.suspicions = {{.kind = SuspicionKind::shrunk, .sentence = "essai", .grave = true}};
  report.reason = "drill_broken";
  report.sentences = {"essai"};
  return report;
}

/// What a trial may meet: the gaps chapter and every condition, so both a draft and a forced filing are composed.
void try_chapters(const DossierInput& facts, Date day, const TemplateSource& source) {
  const auto annexes = plan_annexes(facts);
  const auto gaps = find_gaps(facts, day);
  for (const bool draft : {true, false})
    compose_dossier({.facts = facts, .annexes = annexes, .gaps = gaps, .day = day, .version = "1", .draft = draft, .despite = draft ? "" : "essai"}, source);
  compose_crisis_booklet({facts.continuity, "Hébergeur", day}, source);
  compose_restore_report({.reference = "TR1", .source = "essai", .machine = "essai"}, whole_report(day), "Hébergeur", day, source);
}

} // namespace

std::vector<std::string> shipped_template_ids() {
  std::vector<std::string> ids;
  for (const auto& file : embedded::templates()) ids.emplace_back(file.path.substr(0, file.path.size() - 3));
  return ids;
}

std::string shipped_template(std::string_view id) {
  for (const auto& file : embedded::templates())
    if (file.path == std::string{id} + ".md") return std::string{file.bytes};
  throw Problem{ProblemKind::not_found, std::string{id}, tr("There is no template “{1}”.", {id}),
                tr("The templates are: {1}.", {joined(shipped_template_ids(), ", ")})};
}

DossierTemplate find_template(const Workspace& workspace, std::string_view id) {
  auto original = shipped_template(id);
  if (auto own = setting(workspace, setting_name(id))) return {std::string{id}, std::move(*own), true};
  return {std::string{id}, std::move(original), false};
}

std::vector<DossierTemplate> all_templates(const Workspace& workspace) {
  std::vector<DossierTemplate> templates;
  for (const auto& id : shipped_template_ids()) templates.push_back(find_template(workspace, id));
  return templates;
}

void import_template(Change& change, const std::string& id, const std::string& text) {
  find_template(change.workspace(), id);
  if (!is_utf8(text))
    throw Problem{ProblemKind::bad_input, id, tr("The template “{1}” is not written in UTF-8.", {id}),
                  tr("Save it as UTF-8 in your editor, then import it again.")};
  const auto source = [&](std::string_view wanted) { return wanted == id ? text : find_template(change.workspace(), wanted).text; };
  try_chapters(read_dossier_input(change.workspace()), change.acting().at.utc_date(), source);
  set_setting(change, setting_name(id), text);
}

void forget_template(Change& change, const std::string& id) {
  find_template(change.workspace(), id);
  remove_setting(change, setting_name(id));
}

std::vector<std::string> check_templates(const Workspace& workspace, Date day) {
  std::vector<std::string> sentences;
  try {
    try_chapters(read_dossier_input(workspace), day, [&](std::string_view id) { return find_template(workspace, id).text; });
  } catch (const Problem& problem) {
    if (problem.kind() != ProblemKind::bad_input && problem.kind() != ProblemKind::not_found) throw;
    sentences.emplace_back(problem.what());
  }
  return sentences;
}

} // namespace hdskit
