#include "toolkit/dossier/restore_words.hpp"

#include "toolkit/base/text.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <span>

namespace hdskit {
namespace {

struct Word {
  std::string_view word;
  const char* french;
};

std::string french_of(std::string_view word, std::span<const Word> words) {
  for (const auto& known : words)
    if (known.word == word) return known.french;
  return std::string{word};
}

struct Reason {
  std::string_view word;
  const char *title, *action;
};
constexpr Reason reasons[] = {
    {"drill_broken", "l’essai lui-même n’a pas pu être mené à bien",
     "Corriger la cause (outil, mot de passe, place, accès), puis refaire l’essai\u00A0: il ne dit rien de la sauvegarde."},
    {"no_backup", "aucune sauvegarde à restaurer",
     "Vérifier que les sauvegardes tournent et que la source désigne le bon emplacement, sauvegarder, puis refaire l’essai."},
    {"nothing_restored", "rien n’a été restauré", "Traiter comme une perte de sauvegarde\u00A0: refaire une sauvegarde complète, puis l’essayer."},
    {"damaged", "la sauvegarde est abîmée",
     "Mettre cette copie de côté sans l’effacer, restaurer une autre copie, chercher la cause (support, transfert), puis refaire l’essai."},
    {"content_differs", "des contenus diffèrent de la référence",
     "Relever les fichiers dans la liste gardée sur place, dire pour chacun s’il est altéré ou modifié depuis, réparer la source ou la sauvegarde, puis "
     "refaire "
     "l’essai."},
    {"missing_files", "des fichiers manquent",
     "Comparer la liste gardée sur place avec ce que la sauvegarde devait contenir, corriger la sélection ou les droits, puis refaire l’essai."},
    {"extra_files", "des fichiers sont en trop",
     "Vérifier que la référence est bien celle de cette sauvegarde\u00A0; si oui, expliquer l’origine des fichiers ajoutés, puis refaire l’essai."},
    {"attributes_lost", "des attributs sont perdus (droits, propriétaires, dates…)",
     "Corriger les options de sauvegarde et de restauration, ou déclarer les attributs que cette source n’a pas à rendre, puis refaire l’essai."},
    {"unreadable", "des fichiers restaurés sont illisibles", "Traiter comme une sauvegarde abîmée\u00A0: restaurer une autre copie et chercher la cause."},
    {"check_failed", "le contrôle applicatif a échoué",
     "Faire examiner les données restaurées par le référent métier, corriger la sauvegarde ou le contrôle, puis refaire l’essai."},
    {"suspicious", "un motif suspect a été relevé",
     "Faire examiner la source et les sauvegardes par le RSSI avant toute autre action\u00A0: ne pas effacer les copies anciennes."},
    {"rto_missed", "le temps de restauration dépasse la DMIA",
     "Accélérer la restauration (débit, copie plus proche, ordre de reprise) ou faire réviser l’objectif par le métier, puis refaire l’essai."},
    {"rpo_missed", "les données restaurées sont plus anciennes que la PDMA",
     "Sauvegarder plus souvent ou réparer ce qui a sauté, ou faire réviser l’objectif par le métier, puis refaire l’essai."},
    {"gap_in_backups", "deux sauvegardes sont trop éloignées l’une de l’autre",
     "Chercher pourquoi les sauvegardes se sont interrompues, surveiller leur fréquence, puis refaire l’essai."},
    {"proven", "tout ce qui a été comparé est identique et les objectifs sont tenus", "Aucune action\u00A0: refaire l’essai à l’échéance."},
    {"proven_without_reference", "restauré sans erreur, mais sans référence indépendante",
     "Prendre un manifeste de la source au moment de la sauvegarde, pour que le prochain essai compare les contenus."},
};

constexpr Word phases[] = {{"inventory", "Inventaire"},
                           {"provision", "Préparation de l’espace d’essai"},
                           {"native_check", "Contrôles de l’outil"},
                           {"restore", "Restauration"},
                           {"sync", "Écriture sur le disque"},
                           {"start_service", "Démarrage du service"},
                           {"verify", "Comparaison"},
                           {"application_check", "Contrôle applicatif"},
                           {"removal", "Effacement de l’espace d’essai"}};

constexpr Word kinds[] = {{"restic", "dépôt restic"},
                          {"borg", "dépôt BorgBackup"},
                          {"archive", "archive (tar, zip, 7z)"},
                          {"directory", "copie de dossier"},
                          {"postgresql-dump", "export PostgreSQL (pg_dump)"},
                          {"postgresql-base", "sauvegarde de base PostgreSQL"},
                          {"sqlite", "fichier SQLite"},
                          {"command", "autre outil, par adaptateur"}};

constexpr Word copies[] = {
    {"primary", "copie principale"}, {"other_site", "copie sur un autre site"}, {"offline", "copie hors ligne"}, {"immutable", "copie non modifiable"}};

constexpr Word aspects[] = {{"content", "Contenu"},
                            {"size", "Taille"},
                            {"kind", "Nature"},
                            {"mode", "Droits"},
                            {"owner", "Propriétaire"},
                            {"time", "Date de modification"},
                            {"target", "Cible du lien"},
                            {"twin", "Liens physiques"},
                            {"attributes", "Attributs étendus"},
                            {"acl", "Listes de contrôle d’accès"},
                            {"sparse", "Fichiers creux"},
                            {"device", "Périphériques"}};

const Reason* find_reason(std::string_view word) {
  for (const auto& reason : reasons)
    if (reason.word == word) return &reason;
  return nullptr;
}

std::string two_digits(std::int64_t number) { return (number < 10 ? "0" : "") + std::to_string(number); }

} // namespace

std::string verdict_title(RunVerdict verdict) {
  switch (verdict) {
    case RunVerdict::proven: return "Restauration prouvée";
    case RunVerdict::difference: return "Restauration en défaut";
    case RunVerdict::objective_missed: return "Objectif non tenu";
    case RunVerdict::inconclusive: break;
  }
  return "Essai non concluant";
}

std::string verdict_word(RunVerdict verdict) {
  switch (verdict) {
    case RunVerdict::proven: return "prouvé";
    case RunVerdict::difference: return "en défaut";
    case RunVerdict::objective_missed: return "objectif non tenu";
    case RunVerdict::inconclusive: break;
  }
  return "non concluant";
}

const char* verdict_sign(RunVerdict verdict) {
  constexpr std::array signs = {"✔", "✖", "▲", "?"};
  return signs[static_cast<std::size_t>(verdict)];
}

page::Colour verdict_colour(RunVerdict verdict) {
  constexpr std::array colours = {page::Colour{0.08, 0.38, 0.22}, page::Colour{0.60, 0.10, 0.12}, page::Colour{0.62, 0.32, 0.02},
                                  page::Colour{0.32, 0.36, 0.40}}; // white letters read at 4.5:1 and more on each
  return colours[static_cast<std::size_t>(verdict)];
}

std::string proof_level_text(ProofLevel level) {
  constexpr std::array texts = {"aucun niveau de preuve",
                                "L0 – la sauvegarde figure dans l’inventaire",
                                "L1 – ses données ont été relues par son propre outil",
                                "L2 – restaurée",
                                "L3 – restaurée et identique à une référence indépendante",
                                "L4 – service démarré ou fichier ouvert, contrôles propres réussis",
                                "L5 – contrôle choisi par l’établissement réussi"};
  return texts[static_cast<std::size_t>(level)];
}

std::string restore_reason_text(std::string_view word) {
  const auto* reason = find_reason(word);
  return reason ? reason->title : std::string{word};
}
std::string restore_action_text(std::string_view word) {
  const auto* reason = find_reason(word);
  return reason ? reason->action : "Examiner le rapport, puis refaire l’essai.";
}

std::string phase_title(std::string_view word) { return french_of(word, phases); }
std::string source_kind_text(std::string_view word) { return french_of(word, kinds); }
std::string copy_text(std::string_view word) { return french_of(word, copies); }
std::string aspect_title(std::string_view word) { return french_of(word, aspects); }
std::string aspect_title(Aspect aspect) { return aspects[static_cast<std::size_t>(aspect)].french; }

std::string reference_title(ReferenceKind kind) {
  constexpr std::array titles = {"aucune", "manifeste pris à la source", "arborescence vivante", "essai précédent", "empreintes tenues par l’outil lui-même"};
  return titles[static_cast<std::size_t>(kind)];
}

std::string reference_strength(ReferenceKind kind) {
  switch (kind) {
    case ReferenceKind::manifest: return "Référence forte\u00A0: elle a été prise à la source, sans passer par l’outil de sauvegarde.";
    case ReferenceKind::live_tree:
      return "Référence forte pour ce qui n’a pas changé depuis la sauvegarde\u00A0; ce qui a été modifié depuis est compté à part, comme expliqué.";
    case ReferenceKind::previous_test: return "Référence moyenne\u00A0: elle montre ce qui a changé depuis l’essai précédent, non ce que valait la source.";
    case ReferenceKind::own_digests:
      return "Référence faible\u00A0: l’outil se compare à ce qu’il a lui-même enregistré\u00A0; ce qu’il n’a jamais lu n’y figure pas.";
    case ReferenceKind::none: break;
  }
  return "Sans référence, aucun contenu n’est comparé.";
}

std::string trigger_text(RunTrigger trigger) {
  constexpr std::array texts = {"à la main", "par un minuteur", "lors d’un exercice", "sur une autre machine, résultat signé puis importé"};
  return texts[static_cast<std::size_t>(trigger)];
}

std::string seconds_text(std::int64_t seconds) {
  constexpr std::int64_t minute = 60;
  if (seconds < minute) return std::to_string(std::max<std::int64_t>(seconds, 0)) + "\u00A0s";
  if (seconds < 10 * minute && seconds % minute != 0) return std::to_string(seconds / minute) + "\u00A0min\u00A0" + two_digits(seconds % minute) + "\u00A0s";
  return human_duration((seconds + minute / 2) / minute);
}

std::string short_date(const std::optional<Date>& date) {
  if (!date) return "–";
  const auto iso = date->iso();
  return iso.substr(8, 2) + "/" + iso.substr(5, 2) + "/" + iso.substr(0, 4);
}

std::string age_text(const std::optional<std::chrono::seconds>& age) { return age ? seconds_text(age->count()) : "–"; }

std::string moment_text(const std::optional<Instant>& moment) {
  if (!moment) return "–";
  const auto iso = moment->iso();
  return moment->utc_date().french() + " à " + iso.substr(11, 2) + "\u00A0h\u00A0" + iso.substr(14, 2) + "\u00A0(UTC)";
}

std::string share_text(double share) {
  const double percent = std::ceil(share * 100 * 1000 - 1e-9) / 1000;
  char digits[32];
  std::snprintf(digits, sizeof digits, "%.3f", percent);
  std::string text{digits};
  while (text.ends_with('0')) text.pop_back();
  if (text.ends_with('.')) text.pop_back();
  return replaced(std::move(text), ".", ",") + "\u00A0%";
}

std::string digest_text(const std::optional<Digest>& digest) { return digest ? digest->hex() : "–"; }

} // namespace hdskit
