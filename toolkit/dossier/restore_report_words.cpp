#include "toolkit/dossier/restore_report_words.hpp"

#include "toolkit/backup/judge_restore.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/dossier/item_words.hpp"
#include "toolkit/dossier/restore_figures.hpp"
#include "toolkit/dossier/restore_words.hpp"

#include <algorithm>
#include <cmath>

namespace hdskit {
namespace {

std::string number(std::uint64_t count) { return french_number(static_cast<std::int64_t>(count)); }
std::string minutes_promised(const std::optional<Minutes>& minutes) { return minutes ? human_duration(minutes->count) : "–"; }

/// "Date" within a sentence; none of the titles begins with an accent.
std::string lower_first(std::string text) {
  if (!text.empty() && text[0] >= 'A' && text[0] <= 'Z') text[0] = static_cast<char>(text[0] - 'A' + 'a');
  return text;
}

std::string check_title(const std::string& name) {
  if (name == "check_query") return "Requête de contrôle";
  if (name == "check_command") return "Commande de contrôle";
  return name;
}

std::string rate_text(const RestoreReport& report) {
  if (report.bytes_per_second <= 0) return "débit inconnu";
  auto text = french_bytes(static_cast<std::uint64_t>(report.bytes_per_second)) + "/s";
  if (report.files_per_second >= 1) text += ", " + number(static_cast<std::uint64_t>(report.files_per_second)) + " fichiers/s";
  return text;
}

std::string points_text(const Inventory& inventory) {
  if (inventory.points == 0) return "aucune sauvegarde";
  auto text = number(inventory.points) + (inventory.points == 1 ? " sauvegarde" : " sauvegardes");
  const auto begun = [](const std::optional<BackupPoint>& point) { return point && point->begun ? point->begun->utc_date().french() : std::string{"–"}; };
  if (inventory.points > 1) text += ", du " + begun(inventory.oldest) + " au " + begun(inventory.newest);
  else text += " du " + begun(inventory.newest);
  return text + (inventory.gaps == 0 ? "" : "\u00A0; écarts plus longs que promis\u00A0: " + number(inventory.gaps));
}

/// "✔ tenue", as the measure and the promise say; nothing is held that was not measured, nor by data that are not what they should be.
std::string result_text(RunVerdict verdict, const std::optional<Minutes>& promised, const std::optional<std::int64_t>& seconds) {
  if (!promised) return "sans objectif";
  if (!seconds) return "non mesurée";
  if (verdict == RunVerdict::inconclusive) return "sans valeur";
  if (*seconds > promised->count * 60) return "✖ dépassée";
  return verdict == RunVerdict::difference ? "sans valeur" : "✔ tenue";
}

Words::List age_rows(const RestoreReport& report) {
  Words::List rows;
  for (const auto& [title, age] : {std::pair{"sauvegarde", report.rpo_point},
                                   {"fichier restauré le plus récent", report.rpo_file},
                                   {"donnée la plus récente, par requête", report.rpo_datum}})
    if (age) rows.push_back(Words{}.set("age_title", title).set("age_text", age_text(age)));
  return rows;
}

void add_measures(Words& words, const RestoreReport& report) {
  const auto rpo = achieved_rpo(report);
  std::optional<std::int64_t> restore_seconds, rpo_seconds;
  if (report.restore_time) restore_seconds = std::chrono::ceil<std::chrono::seconds>(*report.restore_time).count();
  if (rpo) rpo_seconds = rpo->count();
  words.set("rto_text", minutes_promised(report.objectives.rto))
      .set("rpo_text", minutes_promised(report.objectives.rpo))
      .set("rto_origin", or_dash(report.objectives.rto_origin))
      .set("rpo_origin", or_dash(report.objectives.rpo_origin))
      .set("restore_text", restore_seconds ? seconds_text(*restore_seconds) : "–")
      .set("rpo_measured", age_text(rpo))
      .set("rto_result", result_text(report.verdict, report.objectives.rto, restore_seconds))
      .set("rpo_result", result_text(report.verdict, report.objectives.rpo, rpo_seconds))
      .list("ages", age_rows(report))
      .set("worst_gap_text", age_text(report.inventory.worst_gap))
      .flag("has_phases", !report.phases.empty());
}

void add_object(Words& words, const RestoreReport& report) {
  const auto& point = report.point;
  words.set("source", or_dash(report.source))
      .set("kind_text", source_kind_text(report.kind))
      .set("copy_text", copy_text(report.copy))
      .set("location", or_dash(report.location))
      .set("service", report.service.empty() ? "aucun service désigné" : "service " + report.service)
      .set("arrangement", report.arrangement.empty() ? "aucun dispositif désigné" : "dispositif " + report.arrangement)
      .set("point_id", point ? or_dash(point->id) : "aucune")
      .set("point_moment", moment_text(point ? point->begun : std::nullopt))
      .flag("dated_by_file", point && point->dated_by_file)
      .set("point_age", age_text(report.rpo_point))
      .set("restored_files", number(report.restored_files))
      .set("restored_bytes", french_bytes(report.restored_bytes))
      .set("rate_text", rate_text(report))
      .set("points_text", points_text(report.inventory))
      .set("untouched_text", report.source_untouched ? "oui, relevé identique avant et après" : "non\u00A0: elle a changé pendant l’essai");
}

bool names(const std::vector<std::string>& list, std::string_view word) { return std::ranges::find(list, word) != list.end(); }

/// Those in which something differs; those that had to be kept and were; those that this way of restoring cannot give back.
void add_aspects(Words& words, const RestoreReport& report, const ComparisonTotals& totals) {
  Words::List rows;
  std::vector<std::string> kept, not_comparable;
  for (std::size_t i = 0; i < aspect_count; ++i) {
    const auto title = aspect_title(static_cast<Aspect>(i));
    const auto word = word_of(static_cast<Aspect>(i));
    const bool required = names(report.must_preserve, word), differs = totals.by_aspect[i] + totals.noted_by_aspect[i] > 0;
    if (names(report.not_comparable, word)) not_comparable.push_back(lower_first(title));
    else if (differs)
      rows.push_back(
          Words{}.set("aspect", title).flag("required", required).set("count", number(totals.by_aspect[i])).set("noted", number(totals.noted_by_aspect[i])));
    else if (required) kept.push_back(lower_first(title));
  }
  words.flag("has_aspects", !rows.empty())
      .list("aspects", std::move(rows))
      .set("kept_aspects", kept.empty() ? "aucun" : joined(kept, ", "))
      .set("not_comparable_aspects", not_comparable.empty() ? "aucun" : joined(not_comparable, ", "));
}

void add_comparison(Words& words, const RestoreReport& report) {
  const auto totals = report.comparison.value_or(ComparisonTotals{});
  words.set("reference_text", reference_title(report.reference))
      .set("reference_note", report.reference_note)
      .flag("has_reference_note", !report.reference_note.empty())
      .set("strength_text", reference_strength(report.reference))
      .set("coverage_text", coverage_text(report))
      .flag("has_comparison", report.comparison.has_value())
      .set("contents_compared", number(totals.contents_compared));
  add_aspects(words, report, totals);
  for (const auto& [name, count] : {std::pair{"expected", totals.expected},
                                    {"found", totals.found},
                                    {"same", totals.same},
                                    {"changed", totals.changed},
                                    {"missing", totals.missing},
                                    {"extra", totals.extra},
                                    {"unreadable", totals.unreadable},
                                    {"truncated", totals.truncated},
                                    {"explained", totals.explained}})
    words.set(name, number(count));
}

Words::List sentences_in(const char* name, const std::vector<std::string>& sentences) {
  Words::List rows;
  for (const auto& sentence : sentences) rows.push_back(Words{}.set(name, sentence));
  return rows;
}

void add_findings(Words& words, const RestoreReport& report) {
  Words::List checks, suspicions;
  for (const auto& check : report.checks)
    checks.push_back(Words{}
                         .set("check_name", check_title(check.name))
                         .flag("passed", check.passed)
                         .flag("grave", check.grave)
                         .set("status", std::to_string(check.status))
                         .set("check_sentence", or_dash(check.sentence)));
  for (const auto& suspicion : report.suspicions) suspicions.push_back(Words{}.set("suspicion", suspicion.sentence).flag("grave", suspicion.grave));
  const auto limits = limits_of(report);
  words.set("action_text", restore_action_text(report.reason))
      .flag("has_sentences", !report.sentences.empty())
      .list("sentences", sentences_in("sentence", report.sentences))
      .flag("has_checks", !checks.empty())
      .list("checks", std::move(checks))
      .flag("has_suspicions", !suspicions.empty())
      .list("suspicions", std::move(suspicions))
      .flag("has_limits", !limits.empty())
      .list("limits", sentences_in("limit", limits));
}

std::string tools_text(const RestoreReport& report) {
  std::vector<std::string> tools{"hdskit\u00A0" + report.hdskit_version};
  for (const auto& tool : report.tools) tools.push_back(tool.name + "\u00A0" + tool.version);
  return joined(tools, ", ");
}

void add_people(Words& words, const RestoreRun& run, const RestoreReport& report) {
  words.set("operator_name", or_dash(report.operator_name))
      .set("referent", report.referent.empty() ? "aucun n’est désigné" : report.referent)
      .set("host", or_dash(report.host))
      .flag("has_machine", !run.machine.empty())
      .set("machine", run.machine)
      .set("trigger_text", trigger_text(report.trigger))
      .set("started_text", moment_text(report.started))
      .set("ended_text", moment_text(report.ended))
      .set("tools_text", tools_text(report))
      .set("removed_text", report.scratch_removed == "yes" ? "effacé" : "non effacé\u00A0: " + or_dash(report.scratch_removed));
}

void add_seal(Words& words, const RestoreRun& run, const RestoreReport& report) {
  words.set("run_id", report.run_id)
      .set("report_digest", or_dash(run.report))
      .set("manifest_digest", digest_text(report.manifest))
      .set("differences_digest", digest_text(report.differences))
      .set("log_digest", digest_text(report.log))
      .set("artefact_digest", digest_text(report.artefact))
      .set("previous_link", run.previous.empty() ? "premier essai" : run.previous)
      .set("own_link", or_dash(run.digest));
}

} // namespace

std::string coverage_text(const RestoreReport& report) {
  if (!report.comparison && report.sampled_files == 0 && !report.sample) return "";
  if (report.complete) return "Contenu lu\u00A0: tous les fichiers, en entier.";
  auto text = "Contenu lu\u00A0: " + number(report.sampled_files) + " fichiers sur " + number(report.population) + ", tirés au sort";
  if (report.sample && report.sample->turns > 1)
    text += " (tour " + std::to_string(report.sample->turn + 1) + " sur " + std::to_string(report.sample->turns) +
            "\u00A0: à la fin du cycle, tous auront été lus)";
  return text + ". Au seuil de confiance de 95\u00A0%, au plus " + share_text(report.bad_share_at_most) +
         " des fichiers sont mauvais\u00A0: l’échantillon borne une proportion, il ne prouve pas que tout est bon.";
}

Words restore_report_words(const RestoreRun& run, const RestoreReport& report, const std::string& hospital) {
  Words words;
  words.set("reference", run.reference).set("hospital", hospital);
  add_object(words, report);
  add_measures(words, report);
  add_comparison(words, report);
  add_findings(words, report);
  add_people(words, run, report);
  add_seal(words, run, report);
  words.draw("verdict", verdict_band(report));
  words.draw("phases", phase_figure(report));
  return words;
}

} // namespace hdskit
