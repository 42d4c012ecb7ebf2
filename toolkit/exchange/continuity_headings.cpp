#include "toolkit/exchange/continuity_headings.hpp"

#include "toolkit/exchange/import_headings.hpp"

#include <span>

namespace hdskit {
namespace {

constexpr Headings of_every_kind[] = {
    {"title", "Titre|Intitulé|Libellé|Nom|Désignation|Title|Name"},
    {"nature", "Nature|Type|Catégorie|Category"},
    {"description", "Description|Commentaire|Commentaires|Remarques"},
    {"note", "Note|Notes|Commentaire|Commentaires|Remarque|Remarques"},
    {"location", "Localisation|Emplacement|Lieu|Site|Location"},
    {"rto", "RTO|DMIA|DMARD|Délai de reprise|Délai maximal de reprise|Durée maximale d’interruption admissible|Durée maximale d’interruption acceptable|"
            "Objectif de délai de reprise|Objectif de temps de reprise|Recovery time objective"},
    {"rpo", "RPO|PDMA|PRD|Perte de données maximale admissible|Perte de données maximale acceptable|Perte maximale de données admissible|Point de reprise|"
            "Point de reprise des données|Objectif de point de reprise|Recovery point objective"},
    {"measured_restore", "Restauration mesurée|Durée de restauration mesurée|Temps de restauration mesuré|Durée mesurée|RTO mesuré|DMIA mesurée"},
    {"last_test", "Dernier test|Dernier essai|Testé le|Date du dernier test|Last test"},
    {"deputy", "Suppléant|Suppléante|Remplaçant|Deputy"},
    {"plan", "Plan|PCA/PRA|Réf. plan"},
    {"covers", "Couvre|Périmètre|Périmètre couvert|Covers|Scope"},
    {"exercise", "Exercice|Réf. exercice|Exercise"},
    {"evidence", "Preuve|Pièce|Document"},
};

constexpr Headings of_activities[] = {
    {"reference", "Réf. activité|Référence de l’activité"},
    {"name", "Activité|Processus|Unité|Service de soins|Activity"},
    {"entity", "Entité|Entité juridique|Établissement"},
    {"mtpd", "MTPD|DMTP|Durée maximale tolérable|Durée maximale tolérable d’interruption|Durée maximale tolérable de perturbation"},
    {"minimal_service", "MBCO|Niveau minimal|Niveau minimal de service|Service minimal|Mode minimal"},
    {"manual_resume", "Resaisie|Temps de resaisie|Durée de resaisie|Reprise manuelle"},
    {"manual_hold", "Tenue du mode dégradé|Durée du mode dégradé|Durée tenable en mode dégradé"},
    {"critical_resources", "Ressources critiques|Ressources"},
};

constexpr Headings of_impacts[] = {
    {"activity", "Activité|Réf. activité"},
    {"after", "Après|Durée|Durée d’interruption|Interruption|Palier"},
    {"patient", "Patient|Patients|Sécurité des patients|Sécurité patient"},
    {"care", "Soins|Continuité des soins"},
    {"legal", "Juridique|Légal|Réglementaire"},
    {"finance", "Finances|Finance|Financier"},
    {"image", "Image|Réputation"},
};

constexpr Headings of_components[] = {{"name", "Composant|Serveur|Équipement|Component"}};

constexpr Headings of_backups[] = {
    {"name", "Sauvegarde|Dispositif|Backup"},
    {"method", "Méthode|Outil|Logiciel|Type de sauvegarde"},
    {"period", "Période|Périodicité|Fréquence|Intervalle|Frequency"},
    {"copy", "Copie|Type de copie"},
    {"place", "Lieu de la copie|Emplacement de la copie"},
    {"retention_days", "Rétention|Conservation|Durée de conservation|Rétention (jours)"},
};

constexpr Headings of_dependencies[] = {
    {"from", "De|Depuis|Origine|Source|Dépendant|Élément|Qui|From"},
    {"to", "Vers|À|Dépend de|A besoin de|Cible|Destination|To|Depends on"},
};

constexpr Headings of_plans[] = {
    {"kind", "Type|Type de plan|Nature"},
    {"activation", "Activation|Critères d’activation|Déclenchement"},
    {"deactivation", "Désactivation|Critères de désactivation|Fin de plan"},
    {"decision_maker", "Décideur|Décideuse|Qui décide|Decision maker"},
    {"degraded_mode", "Mode dégradé"},
    {"degraded_hold", "Durée du mode dégradé|Tenue du mode dégradé"},
    {"approved_by", "Approuvé par|Validé par"},
    {"approved_on", "Approuvé le|Validé le|Date d’approbation"},
    {"review", "Revue|Prochaine revue|Date de revue"},
};

constexpr Headings of_steps[] = {
    {"title", "Étape|Action|Tâche|Step"},
    {"duration", "Durée|Durée estimée|Duration"},
    {"after", "Après|Prérequis|Prédécesseurs|Précédée de|After"},
    {"restores", "Rétablit|Remet en service|Restores"},
};

constexpr Headings of_contacts[] = {
    {"role", "Rôle|Fonction|Rôle en crise"},
    {"organisation", "Organisme|Structure|Société|Entité"},
    {"phone", "Téléphone|Tél|Tél.|Numéro de téléphone|Portable|Mobile"},
    {"other_phone", "Autre téléphone|Téléphone 2|Tél. 2"},
    {"email", "Courriel|E-mail|Mail|Adresse électronique"},
    {"order", "Ordre|Ordre d’appel|Rang"},
};

constexpr Headings of_cards[] = {
    {"title", "Fiche|Fiche réflexe"},        {"audience", "Pour qui|Destinataires|Public"},          {"trigger", "Quand|Déclencheur|Déclenchement"},
    {"actions", "Actions|Réflexes|À faire"}, {"forbidden", "Interdits|À ne pas faire|Ne pas faire"}, {"contacts", "Contacts|Qui appeler"},
};

constexpr Headings of_exercises[] = {
    {"title", "Exercice|Exercise"},
    {"kind", "Type|Type d’exercice|Nature"},
    {"plans", "Plans|Plan"},
    {"scenario", "Scénario|Scénario joué"},
    {"planned_on", "Prévu le|Date prévue"},
    {"held_on", "Réalisé le|Tenu le|Date de réalisation|Date"},
    {"observer", "Observateur|Observatrice"},
    {"achieved_rto", "RTO atteint|DMIA atteinte|Délai de reprise atteint|Délai constaté"},
    {"achieved_rpo", "RPO atteint|PDMA atteinte|Perte de données constatée"},
    {"conclusion", "Conclusion|Bilan"},
};

constexpr Headings of_entries[] = {
    {"at", "Heure|Horodatage|Moment|Date et heure|Quand"},
    {"kind", "Type|Nature"},
    {"text", "Texte|Événement|Évènement|Fait|Ce qui s’est passé"},
    {"step", "Étape"},
    {"author", "Auteur|Autrice|Saisi par"},
};

constexpr Headings of_corrections[] = {
    {"gap", "Écart|Constat|Lacune"},
    {"action", "Action|Action corrective|Correction"},
    {"due", "Échéance|Délai|Pour le|Date cible"},
    {"state", "État|Statut|Avancement"},
};

struct OfKind {
  std::string_view kind;
  std::span<const Headings> headings;
};
constexpr OfKind of_kinds[] = {
    {"activity", of_activities},     {"activity_impact", of_impacts}, {"component", of_components},   {"backup_arrangement", of_backups},
    {"dependency", of_dependencies}, {"continuity_plan", of_plans},   {"plan_step", of_steps},        {"crisis_contact", of_contacts},
    {"action_card", of_cards},       {"exercise", of_exercises},      {"exercise_entry", of_entries}, {"corrective_action", of_corrections}};

} // namespace

void add_continuity_headings(ImportRules& rules, std::string_view kind) {
  add_common_headings(rules);
  for (const auto& [field, words] : of_every_kind) add_headings(rules, field, words);
  for (const auto& known : of_kinds)
    if (known.kind == kind)
      for (const auto& [field, words] : known.headings) add_headings(rules, field, words);
}

} // namespace hdskit
