#include "toolkit/notify/deadline_words.hpp"

#include "toolkit/base/text.hpp"

namespace hdskit {

std::string_view french_kind(DeadlineKind kind) {
  switch (kind) {
    case DeadlineKind::stage: return "Étape d’une procédure";
    case DeadlineKind::duty: return "Obligation continue";
    case DeadlineKind::renewal: return "Renouvellement";
    case DeadlineKind::term: return "Terme d’une autorisation";
    case DeadlineKind::evidence: return "Document à renouveler";
    case DeadlineKind::mandate: return "Mandat";
    case DeadlineKind::contract: return "Contrat";
    case DeadlineKind::certificate: return "Certificat d’un sous-traitant";
    case DeadlineKind::answer: return "Réponse promise";
    case DeadlineKind::measure: return "Mesure de sécurité";
    case DeadlineKind::review: return "Revue des risques";
    case DeadlineKind::access: return "Contrôle des accès";
    case DeadlineKind::certification: return "Certification";
    case DeadlineKind::authorisation: return "Habilitation à des données de santé";
    case DeadlineKind::continuity: return "Continuité d’activité";
  }
  return "";
}

std::string plain_text(std::string_view text) {
  std::string plain;
  for (const char c : text) {
    const auto code = static_cast<unsigned char>(c);
    if (c == '\n') plain += c;
    else if (c == '\t') plain += ' ';
    else if (code >= 0x20 && code != 0x7f) plain += c;
  }
  return plain;
}

std::string plain_line(std::string_view text) { return std::string{trimmed(replaced(plain_text(text), "\n", " "))}; }

std::string plain_title(const Deadline& deadline) { return plain_line(deadline.title); }

std::string_view french_state(const Deadline& deadline, Date today) {
  if (deadline.done) return "Fait";
  if (is_late(deadline, today)) return "En retard";
  return deadline.hypothetical ? "Hypothétique" : "";
}

} // namespace hdskit
