#pragma once

#include "tests/page/witness.hpp"
#include "tests/support/golden.hpp"
#include "toolkit/base/file.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/page/pdf_writer.hpp"

#include <map>
#include <string>
#include <vector>

namespace tests {

using namespace hdskit::page;

inline Inlines words(const std::string& text) { return {{.text = text}}; }
inline Block paragraph(const std::string& text, Paragraph::Style style = Paragraph::Style::body) { return {Paragraph{.style = style, .text = words(text)}}; }
inline Block heading(int level, const std::string& text, const std::string& anchor = {}) {
  return {Heading{.level = level, .text = words(text), .anchor = anchor}};
}

/// French prose of about `sentences` lines, its words never the same twice in a row.
inline std::string prose(int sentences, int seed = 0) {
  static const char* const parts[] = {"La politique de sécurité du système d’information décrit les responsabilités de chacun.",
                                      "L’établissement hébergeur vérifie périodiquement l’efficacité des sauvegardes difficiles à restituer.",
                                      "Les habilitations sont réexaminées chaque trimestre par le responsable compétent, qui en conserve la trace.",
                                      "Toute interruption supérieure à quatre heures déclenche le plan de continuité d’activité.",
                                      "Le délégué à la protection des données est consulté avant chaque évolution significative de l’hébergement."};
  std::string text;
  for (int i = 0; i < sentences; ++i) text += std::string{i > 0 ? " " : ""} + parts[(i * 3 + seed) % 5];
  return text;
}

inline Table table(int rows, const std::string& first_cell = "Ligne") {
  Table out;
  out.columns.resize(3);
  out.columns[2].align = TableColumn::Align::right;
  out.header = {{{.text = words("Service hébergé")}, {.text = words("Mesure")}, {.text = words("Délai")}}};
  for (int row = 1; row <= rows; ++row)
    out.rows.push_back({{.text = words(first_cell + "\u00a0" + std::to_string(row)), .row_header = true},
                        {.text = words(prose(1, row))},
                        {.text = words(std::to_string(row * 4) + "\u00a0h")}});
  return out;
}

inline Document empty_document() {
  Document document{.metadata = {.title = "Dossier d’essai",
                                 .subject = "Essai",
                                 .author = "Centre hospitalier fictif",
                                 .keywords = "essai",
                                 .created = *hdskit::Instant::parse("2026-11-22T10:15:00Z")}};
  document.header_left = "Dossier d’agrément";
  document.header_right = "Centre hospitalier fictif";
  document.footer_left = "Version 3 du 22 novembre 2026";
  return document;
}

inline Figure figure() {
  Figure out{.drawing = {.width = 300, .height = 120}, .alternative = "Trois cercles reliés par un trait", .caption = words("Figure : trois sites reliés")};
  out.drawing.shapes = {Box{.x = 5, .y = 5, .width = 290, .height = 110, .radius = 8, .fill = Colour{0.95, 0.97, 1}, .line = Colour{0.5, 0.6, 0.7}},
                        Polyline{.points = {{50, 60}, {150, 60}, {250, 60}}},
                        Circle{.x = 50, .y = 60, .radius = 18, .fill = Colour{0.9, 0.5, 0.4}},
                        Circle{.x = 150, .y = 60, .radius = 18, .fill = Colour{0.9, 0.8, 0.4}, .line = Colour{}},
                        Label{.x = 150, .y = 100, .text = "Site principal", .align = Label::Align::middle},
                        Label{.x = 20, .y = 100, .text = "vers le haut", .rotation = 90}};
  return out;
}

/// One of everything.
inline Document specimen() {
  auto document = empty_document();
  document.cover = Cover{.over_title = "Centre hospitalier fictif de Val-Serein",
                         .title = "Dossier de demande d’agrément d’hébergeur de données de santé",
                         .subtitle = "Formulaires P1 à P6 et pièces jointes",
                         .lines = {{"Version", "3"}, {"Date", "22 novembre 2026"}, {"Rédigé par", "la direction du système d’information"}},
                         .notice = prose(3)};
  auto& blocks = document.blocks;
  blocks.push_back({Contents{.title = "Sommaire", .depth = 3}});
  blocks.push_back(heading(1, "Présentation de l’hébergeur", "presentation"));
  blocks.push_back(paragraph(prose(2), Paragraph::Style::lead));
  blocks.push_back({Paragraph{.text = {{.text = prose(2) + " Voir "},
                                       {.text = "les mesures", .target = "#mesures"},
                                       {.text = " (section "},
                                       {.kind = Inline::Kind::section_of, .target = "#mesures"},
                                       {.text = ", page "},
                                       {.kind = Inline::Kind::page_of, .target = "#mesures"},
                                       {.text = "), "},
                                       {.text = "très important", .bold = true},
                                       {.text = ", "},
                                       {.text = "en italique", .italic = true},
                                       {.text = ", "},
                                       {.text = "hdskit dossier build", .code = true},
                                       {.text = " et "},
                                       {.text = "https://esante.example.org/référentiel", .target = "https://esante.example.org/référentiel"},
                                       {.text = " : « fin »"}}}});
  blocks.push_back(heading(2, "Activités"));
  blocks.push_back(paragraph("Les activités sont les suivantes :"));
  List inner{.ordered = true, .start = 9, .items = {{paragraph("neuvième")}, {paragraph("dixième, " + prose(2))}}};
  blocks.push_back(
      {List{.items = {{paragraph("mise à disposition de sites physiques ;")}, {paragraph(prose(2)), {inner}}, {paragraph("sauvegarde.")}, {}, {{table(1)}}}}});
  blocks.push_back(paragraph(prose(2), Paragraph::Style::quote));
  blocks.push_back(paragraph("Note. " + prose(1), Paragraph::Style::note));
  blocks.push_back(paragraph(prose(2, 1), Paragraph::Style::note));
  blocks.push_back(paragraph("sauvegarde --depuis /srv/données\n    --vers coffre\n\nfin", Paragraph::Style::code));
  blocks.push_back({Rule{}});
  blocks.push_back(heading(2, "Mesures", "mesures"));
  auto measures = table(6);
  measures.caption = words("Tableau : mesures par service");
  measures.rows.push_back({{.text = words("Ensemble"), .columns = 2, .fill = Colour{0.95, 0.93, 0.85}}, {.text = words("48 h")}});
  blocks.push_back({measures});
  blocks.push_back({figure()});
  blocks.push_back({Picture{.bytes = read_bytes(TESTS_DIR "/fixtures/annexes/rgb.png"),
                            .alternative = "Photographie de la salle",
                            .caption = words("Figure : la salle"),
                            .width_share = 0.3}});
  blocks.push_back({FormField{.label = "Nom du responsable", .value = "Docteur Élise Fictive"}});
  blocks.push_back({FormField{.label = "Observations de l’instructeur", .value = "", .lines = 4}});
  blocks.push_back({PageBreak{}});
  blocks.push_back({Anchor{"suite"}});
  blocks.push_back(heading(3, "Sous-section"));
  for (int i = 0; i < 12; ++i) blocks.push_back(paragraph(prose(5, i)));
  blocks.push_back({Heading{.level = 1, .text = words("Glossaire"), .numbered = false}});
  blocks.push_back(paragraph("Signes : œ Œ æ ÿ ☑ → ≥ 10 € n° 4 – « oui » 1\u202f234."));
  return document;
}

/// A document written into a folder of its own, and what poppler reads there.
struct Written {
  hdskit::ScratchFolder folder;
  std::string pdf = (folder.path() / "d.pdf").string();
  PdfOutcome outcome;
  explicit Written(const Document& document, int threads = 2, const Style& style = {})
      : outcome{write_pdf(document, pdf, {.threads = threads, .style = style})} {}

  /// Reading order, or the look of the page with `-layout`; of one page, or of all.
  std::string text(int page = 0, const std::string& options = {}) const {
    auto& pages = pages_[options];
    if (pages.empty()) pages = hdskit::split(run("pdftotext " + options + " " + quoted(pdf) + " -").text, '\f');
    return page > 0 ? pages.at(static_cast<std::size_t>(page - 1)) : hdskit::joined(pages, "\f");
  }
  std::string layout(int page = 0) const { return text(page, "-layout"); }

private:
  mutable std::map<std::string, std::vector<std::string>> pages_;
};

/// `text` with every run of blanks as one space.
inline std::string flowing(const std::string& text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text.compare(i, 2, "\u00a0") == 0) out += ' ', ++i;
    else if (text[i] == ' ' || text[i] == '\n' || text[i] == '\f') out += out.ends_with(' ') ? "" : " ";
    else out += text[i];
  }
  return out;
}

inline int count_of(const std::string& text, const std::string& part) {
  int count = 0;
  for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + part.size())) ++count;
  return count;
}

} // namespace tests
