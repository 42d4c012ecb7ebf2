#include "bench/large_dossier.hpp"

#include <array>
#include <string>

namespace hdskit::bench {
namespace {

using namespace page;

/// A generator of our own (Numerical Recipes' constants): the standard ones may differ between libraries.
class Dice {
public:
  std::size_t below(std::size_t limit) {
    state_ = state_ * 1664525U + 1013904223U;
    return (state_ >> 8) % limit;
  }

private:
  std::uint32_t state_ = 2006;
};

constexpr std::array subjects{"La politique de sécurité",      "L’équipe d’exploitation",       "Le responsable de la sécurité",
                              "Le plan de reprise d’activité", "La procédure de sauvegarde",    "Le comité de pilotage",
                              "Chaque établissement client",   "Le journal des accès",          "L’hébergeur",
                              "La cellule de crise",           "Le registre des habilitations", "Le dispositif de supervision"};
constexpr std::array verbs{"décrit",       "garantit",
                           "vérifie",      "documente",
                           "encadre",      "contrôle chaque trimestre",
                           "fait évoluer", "tient à disposition des autorités",
                           "restreint",    "formalise",
                           "met en œuvre", "éprouve chaque année"};
constexpr std::array objects{"les conditions d’accès aux données de santé à caractère personnel",
                             "la restitution des données en fin de contrat",
                             "l’authentification forte des professionnels par carte de professionnel de santé",
                             "le chiffrement des sauvegardes externalisées",
                             "la traçabilité des interventions d’administration",
                             "les délais de rétablissement convenus avec les services de soins",
                             "la séparation des environnements de production et de qualification",
                             "l’analyse des incidents significatifs",
                             "le recensement des sous-traitants et de leurs certificats",
                             "la conservation des journaux pendant la durée réglementaire",
                             "la sensibilisation du personnel hospitalier"};
constexpr std::array endings{"conformément aux engagements pris dans le présent dossier",
                             "sans interrompre la continuité des soins",
                             "en liaison avec le délégué à la protection des données",
                             "selon une périodicité fixée par la direction",
                             "et en conserve la preuve dans le coffre documentaire",
                             "avec l’appui du médecin de l’hébergeur",
                             "dans la limite des habilitations accordées",
                             "à l’exception des opérations d’urgence, qui sont régularisées sous deux jours ouvrés"};
constexpr std::array words{"Serveur",    "Dossier patient", "Imagerie",        "Biologie", "Messagerie",    "Annuaire",
                           "Sauvegarde", "Pharmacie",       "Bloc opératoire", "Urgences", "Stérilisation", "Télémédecine"};

std::string sentence(Dice& dice) {
  return std::string{subjects[dice.below(subjects.size())]} + " " + verbs[dice.below(verbs.size())] + " " + objects[dice.below(objects.size())] + ", " +
         endings[dice.below(endings.size())] + ".";
}

Inlines prose(Dice& dice, std::size_t sentences, int chapter) {
  Inlines text;
  for (std::size_t i = 0; i < sentences; ++i) {
    text.push_back({.text = sentence(dice) + " "});
    if (dice.below(6) == 0) text.push_back({.text = words[dice.below(words.size())], .bold = true}), text.push_back({.text = " en particulier. "});
  }
  const auto target = "#chapitre-" + std::to_string(1 + dice.below(static_cast<std::size_t>(chapter)));
  text.push_back({.text = "Voir le chapitre "});
  text.push_back({.kind = Inline::Kind::section_of, .target = target});
  text.push_back({.text = ", page\u00a0"});
  text.push_back({.kind = Inline::Kind::page_of, .target = target});
  text.push_back({.text = "."});
  return text;
}

Table table(Dice& dice, int chapter) {
  Table out;
  out.columns.resize(4);
  out.columns[3].align = TableColumn::Align::right;
  out.header = {
      {{.text = {{.text = "Service"}}}, {.text = {{.text = "Mesure de sécurité"}}}, {.text = {{.text = "Responsable"}}}, {.text = {{.text = "Délai (h)"}}}}};
  const auto rows = 5 + dice.below(4);
  for (std::size_t row = 0; row < rows; ++row)
    out.rows.push_back({{.text = {{.text = std::string{words[dice.below(words.size())]} + " " + std::to_string(chapter)}}},
                        {.text = {{.text = sentence(dice)}}},
                        {.text = {{.text = subjects[dice.below(subjects.size())]}}},
                        {.text = {{.text = std::to_string(1 + dice.below(96))}}}});
  out.caption = {{.text = "Mesures appliquées aux services hébergés"}};
  return out;
}

Figure matrix(Dice& dice) {
  Figure figure{.drawing = {.width = 420, .height = 260},
                .alternative = "Matrice des risques, cinq niveaux de gravité et de vraisemblance",
                .caption = {{.text = "Matrice des risques"}}};
  for (int row = 0; row < 5; ++row)
    for (int column = 0; column < 5; ++column) {
      const double level = (row + column) / 8.0;
      figure.drawing.shapes.push_back(Box{.x = 20.0 + column * 80,
                                          .y = 200.0 - row * 48,
                                          .width = 78,
                                          .height = 46,
                                          .radius = 3,
                                          .fill = Colour{0.9, 0.95 - level * 0.4, 0.85 - level * 0.5},
                                          .line = Colour{0.6, 0.6, 0.6}});
      figure.drawing.shapes.push_back(
          Label{.x = 59.0 + column * 80, .y = 226.0 - row * 48, .text = "R" + std::to_string(1 + dice.below(90)), .align = Label::Align::middle});
    }
  return figure;
}

Figure chart(Dice& dice) {
  Figure figure{.drawing = {.width = 400, .height = 150}, .alternative = "Volumes de données par service", .caption = {{.text = "Volumes hébergés, en To"}}};
  for (int bar = 0; bar < 8; ++bar) {
    figure.drawing.shapes.push_back(Label{.x = 90, .y = 14.0 + bar * 17, .text = words[static_cast<std::size_t>(bar)], .align = Label::Align::end});
    figure.drawing.shapes.push_back(
        Box{.x = 96, .y = 5.0 + bar * 17, .width = 20.0 + static_cast<double>(dice.below(260)), .height = 11, .fill = Colour{0.05, 0.29, 0.46}});
  }
  return figure;
}

void add_chapter(Document& document, Dice& dice, int chapter) {
  auto& blocks = document.blocks;
  blocks.push_back(
      {Heading{.level = 1, .text = {{.text = "Mesures du domaine n°\u00a0" + std::to_string(chapter)}}, .anchor = "chapitre-" + std::to_string(chapter)}});
  blocks.push_back({Paragraph{.style = Paragraph::Style::lead, .text = {{.text = sentence(dice)}}}});
  for (int section = 0; section < 3; ++section) {
    blocks.push_back({Heading{.level = 2, .text = {{.text = std::string{words[dice.below(words.size())]} + " et continuité"}}}});
    for (int i = 0; i < 3; ++i) blocks.push_back({Paragraph{.text = prose(dice, 3 + dice.below(3), chapter)}});
    blocks.push_back({table(dice, chapter)});
  }
  blocks.push_back({table(dice, chapter)});
  List list;
  for (int item = 0; item < 4; ++item) list.items.push_back({{Paragraph{.text = {{.text = sentence(dice)}}}}});
  blocks.push_back({list});
  if (chapter % 25 == 0) blocks.push_back({matrix(dice)});
  if (chapter % 25 == 5 || chapter % 25 == 15) blocks.push_back({chart(dice)});
}

} // namespace

page::Document large_dossier(int chapters) {
  Dice dice;
  Document document{
      .metadata = {
          .title = "Dossier de grande taille", .subject = "Mesure", .author = "hdskit", .keywords = "", .created = *Instant::parse("2026-11-22T00:00:00Z")}};
  document.cover = Cover{.over_title = "Hébergement de données de santé",
                         .title = "Dossier de grande taille",
                         .subtitle = "Document de mesure",
                         .lines = {{"Version", "1"}},
                         .notice = "Contenu engendré"};
  document.header_left = "Dossier de grande taille";
  document.footer_left = "Version 1";
  document.blocks.push_back({Contents{.title = "Sommaire", .depth = 2}});
  for (int chapter = 1; chapter <= chapters; ++chapter) add_chapter(document, dice, chapter);
  return document;
}

} // namespace hdskit::bench
