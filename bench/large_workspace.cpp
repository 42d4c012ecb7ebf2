#include "bench/large_workspace.hpp"

#include <algorithm>
#include <array>
#include <cstdio>

namespace hdskit::bench {
namespace {

constexpr int items_per_article = 50, items_per_section = 25, form_count = 8;

struct Name {
  const char *id, *french, *english;
};
constexpr std::array obligations{Name{"organisation", "Organisation", "Organisation"}, Name{"continuity", "Continuité", "Continuity"},
                                 Name{"access", "Accès", "Access"}, Name{"backup", "Sauvegarde", "Backup"}};
constexpr std::array subjects{"serveurs", "sauvegardes", "journaux", "habilitations", "réseaux", "postes", "contrats", "exercices", "prestataires", "alertes"};
constexpr std::array verbs{"sont recensés", "sont revus", "sont protégés", "sont éprouvés", "sont décrits", "sont suivis", "sont approuvés"};

template <typename Names> const char* pick(const Names& names, int number) { return names[static_cast<std::size_t>(number) % names.size()]; }

std::string both(const std::string& french, const std::string& english) { return "<fr>" + french + "</fr><en>" + english + "</en>"; }
std::string titled(const std::string& french, const std::string& english) { return "<title>" + both(french, english) + "</title>"; }

std::string article_id(int item) { return "M" + std::to_string(item / items_per_article + 1); }

std::string article_xml(int first_item) {
  const auto number = std::to_string(first_item / items_per_article + 1);
  return "<article id=\"" + article_id(first_item) + "\" label=\"M. " + number + "\" version=\"2006-01-05\" confidence=\"low\">" +
         titled("Mesure " + number, "Measure " + number) + "</article>\n";
}

std::string item_xml(int item) {
  const std::string subject = pick(subjects, item), verb = pick(verbs, item / 10), number = std::to_string(item + 1);
  const auto& obligation = obligations[static_cast<std::size_t>(item) % obligations.size()];
  return "<item id=\"" + item_id(item) + "\" article=\"" + article_id(item) + "\" number=\"" + std::to_string(item % items_per_article + 1) +
         "°\" obligation=\"" + obligation.id + "\" kind=\"statement\" mandatory=\"true\" demonstration=\"" + (item % 3 ? "false" : "true") +
         "\" confidence=\"low\">" + titled("Point " + number + " : les " + subject + " " + verb, "Point " + number) + "<wording>" +
         both("Décrivez comment les " + subject + " " + verb + ", par qui et à quelle fréquence.", "Describe how, by whom and how often.") + "</wording>" +
         (item % 2 ? "" : "<evidence id=\"proof\" mandatory=\"true\">" + both("Preuve du point " + number, "Proof of point " + number) + "</evidence>") +
         "</item>\n";
}

std::string form_xml(int form, int items) {
  const auto number = std::to_string(form + 1);
  std::string xml = "<form id=\"F" + number + "\" confidence=\"low\">" + titled("Formulaire " + number, "Form " + number) + "<purpose>" +
                    both("Pour mesurer.", "For measuring.") + "</purpose>\n";
  const int sections = (items + items_per_section - 1) / items_per_section;
  for (int section = form; section < sections; section += form_count) {
    const auto name = number + "." + std::to_string(section / form_count + 1);
    xml += "<section id=\"F" + name + "\">" + titled("Partie " + name, "Part " + name);
    for (int item = section * items_per_section; item < std::min(items, (section + 1) * items_per_section); ++item)
      xml += "<shows item=\"" + item_id(item) + "\"/>";
    xml += "</section>\n";
  }
  return xml + "</form>\n";
}

} // namespace

std::string item_id(int number) {
  char place[8];
  std::snprintf(place, sizeof place, "-%02d", number % items_per_article + 1);
  return article_id(number) + place;
}

std::string document_code(int number) {
  char code[16];
  std::snprintf(code, sizeof code, "D%05d", number + 1);
  return code;
}

std::string large_checklist(int items) {
  std::string xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<checklist id=\"measure\" version=\"1\">\n" +
                    titled("Référentiel de mesure", "Checklist for measuring") + "<note>" + both("Contenu engendré.", "Generated content.") + "</note>\n";
  for (const auto& obligation : obligations)
    xml += std::string{"<obligation id=\""} + obligation.id + "\">" + titled(obligation.french, obligation.english) + "<wording>" +
           both(obligation.french, obligation.english) + "</wording></obligation>\n";
  for (int item = 0; item < items; item += items_per_article) xml += article_xml(item);
  for (int item = 0; item < items; ++item) xml += item_xml(item);
  for (int form = 0; form < form_count && form * items_per_section < items; ++form) xml += form_xml(form, items);
  return xml + "</checklist>\n";
}

std::vector<Answer> large_answers(int items, int documents) {
  std::vector<Answer> answers;
  for (int item = 0; item < items; ++item) {
    Answer answer;
    answer.item = item_id(item);
    answer.state = static_cast<DemonstrationState>(item % 4);
    const std::string subject = pick(subjects, item), verb = pick(verbs, item / 10);
    answer.statement = "Les " + subject + " " + verb + " chaque trimestre par l’équipe d’exploitation, sous la responsabilité du RSSI.";
    if (documents) answer.statement += " La procédure en vigueur est en [" + document_code(item % documents) + "].";
    answer.statement += "\n\nLes écarts relevés sont consignés, présentés au comité de pilotage et corrigés dans un délai proportionné à leur gravité. "
                        "Le dernier contrôle, point " +
                        std::to_string(item + 1) + ", n’en a laissé aucun ouvert.";
    answer.owner = item % 5 ? "RSSI" : "DSI";
    if (item % 7 == 0) answer.due = Date::of(2027, 1, 1)->plus_days(item % 365);
    answers.push_back(std::move(answer));
  }
  return answers;
}

} // namespace hdskit::bench
