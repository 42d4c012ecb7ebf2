#include "toolkit/dossier/item_words.hpp"

#include <map>

namespace hdskit::chapters {
namespace {

/// The gaps of one kind, under the title that people read.
const char* title_of(GapKind kind) {
  switch (kind) {
    case GapKind::unanswered: return "Points sans réponse";
    case GapKind::statement_empty: return "Réponses sans texte";
    case GapKind::evidence_missing: return "Pièces attendues et non rattachées";
    case GapKind::evidence_expired: return "Pièces et certificats échus";
    case GapKind::not_demonstrated: return "Points non démontrés";
    case GapKind::annex_absent: return "Annexes citées et absentes";
    case GapKind::annex_uncited: return "Annexes présentes et jamais citées";
    case GapKind::mandate_vacant: return "Fonctions vacantes";
    case GapKind::clause_missing: return "Clauses contractuelles manquantes";
    case GapKind::identity_missing: return "Identité incomplète";
    case GapKind::backup_failing: return "Sauvegardes dont le dernier essai est en défaut";
    case GapKind::backup_unproven: return "Sauvegardes sans preuve de restauration valable";
    case GapKind::backup_missing: return "Services vitaux sans source de sauvegarde";
    case GapKind::chain_broken: return "Chaîne des essais de restauration rompue";
    case GapKind::endpoint_faulty: return "Points d’accès en défaut";
    case GapKind::endpoint_unproven: return "Points d’accès sans contrôle valable";
    case GapKind::review_overdue: return "Revue des habilitations à faire";
    case GapKind::withdrawal_late: return "Retraits d’accès en retard";
  }
  return "";
}

/// A function by its name, everything else as it is called in the checklist or the vault.
std::string subject_of(const Gap& gap) {
  if (gap.kind != GapKind::mandate_vacant) return gap.item;
  const auto roles = choices_of(MandateRole{});
  return translated_label(roles[choice_index(gap.item, roles)]);
}

Words gather(const ChapterInput& input) {
  std::map<GapKind, Words::List> by_kind;
  for (const auto& gap : input.gaps) by_kind[gap.kind].push_back(Words{}.set("sentence", gap.sentence).set("subject", subject_of(gap)));
  Words::List kinds;
  for (auto& [kind, rows] : by_kind)
    kinds.push_back(Words{}.set("kind_title", title_of(kind)).set("kind_count", std::to_string(rows.size())).list("gaps", std::move(rows)));
  Words words;
  words.set("gap_count", std::to_string(input.gaps.size()))
      .set("date", input.day.french())
      .flag("draft", input.draft)
      .flag("sent_despite", !input.despite.empty())
      .set("despite", input.despite)
      .list("kinds", std::move(kinds));
  return words;
}

} // namespace

extern const Chapter open_points;
const Chapter open_points{.id = "points-ouverts",
                          .sentence = "What is still missing, in a draft or in a file that is sent all the same.",
                          .gather = gather,
                          .present = [](const ChapterInput& input) { return !input.gaps.empty(); }};

} // namespace hdskit::chapters
