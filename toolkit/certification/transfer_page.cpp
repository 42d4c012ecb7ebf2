#include "toolkit/certification/transfer_page.hpp"

#include "toolkit/base/problem.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"

#include <algorithm>

namespace hdskit {
namespace {

std::string escaped(std::string_view text) {
  std::string result;
  for (const char c : text) switch (c) {
      case '&': result += "&amp;"; break;
      case '<': result += "&lt;"; break;
      case '>': result += "&gt;"; break;
      case '"': result += "&quot;"; break;
      case '\n': result += "<br>"; break;
      default: result += c;
    }
  return result;
}

const char* answer_text(YesNo answer) { return answer == YesNo::yes ? "Oui" : answer == YesNo::no ? "Non" : "Non renseigné"; }

std::string ground_text(const HostingActor& actor) {
  if (actor.access_outside_eea != YesNo::yes) return "Sans objet";
  switch (actor.ground) {
    case TransferGround::adequacy: return "Décision d’adéquation (article\u00A045 du RGPD)";
    case TransferGround::safeguards: return "Garanties appropriées (article\u00A046 du RGPD)";
    case TransferGround::none: break;
  }
  return "Aucun";
}

std::string cell(const std::string& text) { return "<td>" + escaped(text.empty() ? "–" : text) + "</td>"; }

std::string actor_row(const HostingActor& actor) {
  return "<tr><th scope=\"row\">" + escaped(actor.name) + "</th>" + cell(actor.role) + cell(joined(actor.activities, ", ")) +
         cell(answer_text(actor.hds_certified)) + cell(answer_text(actor.secnumcloud)) +
         cell(actor.access_outside_eea == YesNo::yes ? "Oui\u00A0: " + actor.country : answer_text(actor.access_outside_eea)) + cell(ground_text(actor)) +
         cell(answer_text(actor.third_country_law)) + cell(actor.measures) + "</tr>\n";
}

std::string statement_of(TransferCase which) {
  switch (which) {
    case TransferCase::qualified:
      return "Tous les acteurs de l’hébergement disposent de la qualification SecNumCloud\u00A03.2. Les données de santé hébergées ne sont exposées à aucun "
             "risque d’accès par un pays tiers à l’Espace économique européen.";
    case TransferCase::no_transfer:
      return "Les données de santé hébergées ne font l’objet d’aucun transfert vers un pays tiers à l’Espace économique européen, ni d’aucun accès à distance "
             "depuis un tel pays, et aucun acteur de l’hébergement n’est soumis à la loi d’un tel pays.";
    case TransferCase::listed: break;
  }
  return "Le tableau ci-dessous présente chaque acteur de l’hébergement, les accès depuis un pays tiers à l’Espace économique européen, ce qui les fonde, et "
         "les risques qui demeurent.";
}

void add_defects(const HostingActor& actor, std::vector<std::string>& defects) {
  const auto ask = [&](YesNo answer, const char* what) {
    if (answer == YesNo::unknown) defects.push_back(tr("{1}: “{2}” is not known.", {actor.name, tr(what)}));
  };
  ask(actor.hds_certified, marked("HDS certificate"));
  ask(actor.secnumcloud, marked("SecNumCloud 3.2 qualification"));
  ask(actor.access_outside_eea, marked("Access from outside the EEA"));
  ask(actor.third_country_law, marked("Subject to the law of a third country"));
  if (actor.access_outside_eea == YesNo::yes && actor.ground == TransferGround::none)
    defects.push_back(tr("{1}: the access from {2} rests on nothing (GDPR articles 45 and 46).", {actor.name, actor.country.empty() ? "–" : actor.country}));
  if (actor.third_country_law == YesNo::yes && trimmed(actor.measures).empty())
    defects.push_back(tr("{1}: no measure is told against access under the law of a third country.", {actor.name}));
}

constexpr const char* style = "body{font-family:sans-serif;max-width:72rem;margin:2rem auto;padding:0 1rem;line-height:1.5;color:#1b1b1b;background:#fff}"
                              "table{border-collapse:collapse;width:100%}caption{text-align:left;font-weight:bold;padding:.5rem 0}"
                              "th,td{border:1px solid #767676;padding:.4rem .5rem;text-align:left;vertical-align:top}thead th{background:#eef1f5}"
                              ".table{overflow-x:auto}";

} // namespace

TransferStanding transfer_standing(const std::vector<HostingActor>& actors) {
  TransferStanding standing;
  if (actors.empty()) standing.defects.push_back(tr("No actor of the hosting is recorded: at least the host itself is one."));
  for (const auto& actor : actors) add_defects(actor, standing.defects);
  const auto all = [&](auto member, YesNo answer) { return std::ranges::all_of(actors, [&](const HostingActor& actor) { return actor.*member == answer; }); };
  if (actors.empty()) return standing;
  if (all(&HostingActor::secnumcloud, YesNo::yes) && all(&HostingActor::access_outside_eea, YesNo::no)) standing.which = TransferCase::qualified;
  else if (all(&HostingActor::access_outside_eea, YesNo::no) && all(&HostingActor::third_country_law, YesNo::no)) standing.which = TransferCase::no_transfer;
  return standing;
}

std::string transfer_page(const std::string& host, const std::vector<HostingActor>& actors, Date day, const std::string& statement) {
  const auto standing = transfer_standing(actors);
  if (!standing.defects.empty())
    throw Problem{ProblemKind::bad_input, host, tr("The page on transfers cannot be published yet: {1}", {joined(standing.defects, " ")}),
                  tr("Complete the actors of the hosting; nothing was written.")};
  std::string rows;
  for (const auto& actor : actors) rows += actor_row(actor);
  return "<!DOCTYPE html>\n<html lang=\"fr\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, "
         "initial-scale=1\">\n<title>" +
         escaped(host) + "\u00A0: transferts de données de santé hébergées</title>\n<style>" + style +
         "</style>\n</head>\n<body>\n<main>\n<h1>Transferts de données de santé hébergées</h1>\n<p>" + escaped(host) +
         ", hébergeur de données de santé, publie cette page en application de l’exigence EXI\u00A031 du référentiel de certification HDS (arrêté du "
         "26\u00A0avril\u00A02024).</p>\n<p><strong>" +
         (statement.empty() ? statement_of(standing.which) : escaped(statement)) +
         "</strong></p>\n<p>Les données de santé hébergées sont stockées exclusivement dans l’Espace économique européen.</p>\n<div class=\"table\" "
         "tabindex=\"0\" role=\"region\" aria-label=\"Acteurs de l’hébergement\">\n<table>\n<caption>Acteurs de l’hébergement</caption>\n<thead><tr>"
         "<th scope=\"col\">Acteur</th><th scope=\"col\">Rôle</th><th scope=\"col\">Activités</th><th scope=\"col\">Certifié HDS</th><th "
         "scope=\"col\">SecNumCloud\u00A03.2</th>"
         "<th scope=\"col\">Accès hors EEE</th><th scope=\"col\">Fondement</th><th scope=\"col\">Soumis à la loi d’un pays tiers</th><th scope=\"col\">Mesures "
         "et risques résiduels</th></tr></thead>\n<tbody>\n" +
         rows + "</tbody>\n</table>\n</div>\n<p>Page établie le " + day.french() + ".</p>\n</main>\n</body>\n</html>\n";
}

} // namespace hdskit
