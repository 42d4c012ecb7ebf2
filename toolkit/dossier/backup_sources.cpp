#include "toolkit/base/text.hpp"
#include "toolkit/continuity/exercise_programme.hpp"
#include "toolkit/dossier/backup_chapter.hpp"
#include "toolkit/dossier/backup_gaps.hpp"
#include "toolkit/dossier/continuity_figures.hpp"
#include "toolkit/dossier/file_restore_test.hpp"
#include "toolkit/dossier/item_words.hpp"
#include "toolkit/dossier/restore_words.hpp"
#include "toolkit/organisation/by_reference.hpp"

#include <algorithm>
#include <array>
#include <map>

namespace hdskit::chapters {
namespace {

const char* state_text(ProofState state) {
  switch (state) {
    case ProofState::proven: return "✔ prouvée";
    case ProofState::due_soon: return "✔ prouvée, à refaire bientôt";
    case ProofState::overdue: return "▲ preuve trop ancienne";
    case ProofState::never: return "✖ jamais prouvée";
    case ProofState::failing: break;
  }
  return "✖ en défaut";
}

std::string saved_text(const BackupSource& source) {
  std::vector<std::string> parts;
  if (!source.service.empty()) parts.push_back("service " + source.service);
  if (!source.arrangement.empty()) parts.push_back("dispositif " + source.arrangement);
  return parts.empty() ? "–" : joined(parts, ", ");
}

bool has_proof(ProofState state) { return state == ProofState::proven || state == ProofState::due_soon; }

Words one_source(const BackupSource& source, const SourceStanding& standing, const Continuity& continuity) {
  const auto objectives = objectives_of(source, continuity);
  const auto days = source.test_every.value_or(default_test_days);
  Words words;
  words.set("reference", source.reference)
      .set("kind_text", source_kind_text(to_field_text(source.kind)))
      .set("copy_text", copy_text(to_field_text(source.copy)))
      .set("saved_text", saved_text(source))
      .set("period_text", minutes_text(source.period))
      .set("rto_text", minutes_text(objectives.rto))
      .set("rpo_text", minutes_text(objectives.rpo))
      .set("test_every_text", french_number(days) + "\u00A0j")
      .set("state_text", state_text(standing.state))
      .set("last_proof_text", short_date(standing.last_proof))
      .set("next_test_text", short_date(standing.next_test))
      .set("referent", or_dash(source.referent))
      .set("sentence", standing.sentence)
      .flag("has_proof", has_proof(standing.state));
  return words;
}

/// When a copy of this class was proven last within the year, and whether there is one at all.
struct CopyProof {
  bool recorded = false;
  std::optional<Date> proven;
};
using ServiceCopies = std::map<std::string, std::array<CopyProof, 4>>; // by what is saved

std::string copy_cell(const CopyProof& proof) {
  if (!proof.recorded) return "–";
  return proof.proven ? "✔ " + short_date(proof.proven) : "✖ jamais prouvée en douze mois";
}

Words::List copy_rows(const ChapterInput& input) {
  const auto year_ago = months_before(input.day, months_until_unproven);
  ServiceCopies services;
  for (const auto& source : input.facts.backups.sources) {
    auto& copy = services[source.service.empty() ? source.reference : source.service][static_cast<std::size_t>(source.copy)];
    const auto proof = standing_of_source(source, input.facts.backups.runs, input.day).last_proof;
    copy.recorded = true;
    if (proof && *proof > year_ago && (!copy.proven || *copy.proven < *proof)) copy.proven = proof;
  }
  Words::List rows;
  for (const auto& [service, copies] : services) {
    const bool away = std::ranges::any_of(copies.begin() + 1, copies.end(), [](const CopyProof& copy) { return copy.proven.has_value(); });
    rows.push_back(Words{}
                       .set("saved", service)
                       .set("primary_text", copy_cell(copies[0]))
                       .set("other_site_text", copy_cell(copies[1]))
                       .set("offline_text", copy_cell(copies[2]))
                       .set("immutable_text", copy_cell(copies[3]))
                       .flag("proven_away", away));
  }
  return rows;
}

Words::List sample_rows(const ChapterInput& input) {
  Words::List rows;
  for (const auto& source : input.facts.backups.sources)
    if (source.turns.value_or(1) > 1)
      rows.push_back(Words{}
                         .set("reference", source.reference)
                         .set("turns", french_number(*source.turns))
                         .set("share_text", share_text(1.0 / static_cast<double>(*source.turns)))
                         .set("random_text", share_text(static_cast<double>(source.random_permille.value_or(0)) / 1000))
                         .flag("has_random", source.random_permille.value_or(0) > 0));
  return rows;
}

} // namespace

Words source_words(const ChapterInput& input) {
  Words::List sources, unproven;
  std::int64_t proven = 0;
  for (const auto& source : input.facts.backups.sources) {
    const auto standing = standing_of_source(source, input.facts.backups.runs, input.day);
    auto row = one_source(source, standing, input.facts.continuity);
    proven += has_proof(standing.state);
    if (!has_proof(standing.state)) unproven.push_back(row);
    sources.push_back(std::move(row));
  }
  auto samples = sample_rows(input);
  const auto unsaved = vital_services_without_source(input.facts);
  const bool any_source = !sources.empty(), any_unproven = !unproven.empty(), any_sample = !samples.empty();
  Words words;
  words.set("source_count", french_number(static_cast<std::int64_t>(sources.size())))
      .set("proven_source_count", french_number(proven))
      .flag("has_sources", any_source)
      .list("sources", std::move(sources))
      .flag("has_unproven", any_unproven)
      .list("unproven", std::move(unproven))
      .flag("has_unsaved", any_source && !unsaved.empty())
      .set("unsaved_text", joined(unsaved, ", "))
      .list("copies", copy_rows(input))
      .flag("has_samples", any_sample)
      .list("samples", std::move(samples));
  return words;
}

} // namespace hdskit::chapters
