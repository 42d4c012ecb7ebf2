#include "toolkit/dossier/crisis_booklet.hpp"

#include "toolkit/base/problem.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/continuity/continuity_json.hpp"
#include "toolkit/continuity/continuity_store.hpp"
#include "toolkit/dossier/continuity_figures.hpp"
#include "toolkit/dossier/continuity_words.hpp"
#include "toolkit/dossier/item_words.hpp"
#include "toolkit/dossier/template_store.hpp"
#include "toolkit/organisation/by_reference.hpp"
#include "toolkit/organisation/organisation_store.hpp"

#include <algorithm>
#include <limits>

namespace hdskit {
namespace {

constexpr const char* booklet_template = "livret-crise";

std::vector<const CrisisContact*> in_calling_order(const Continuity& continuity) {
  std::vector<const CrisisContact*> contacts;
  for (const auto& contact : continuity.contacts) contacts.push_back(&contact);
  std::ranges::stable_sort(contacts, {}, [](const CrisisContact* contact) { return contact->order.value_or(std::numeric_limits<std::int64_t>::max()); });
  return contacts;
}

/// A number must not be parted at the end of a line.
std::string whole(const std::string& phone) { return or_dash(replaced(phone, " ", "\u00A0")); }

Words contact_words(const CrisisContact& contact) {
  return record_words(contact)
      .set("rank", contact.order ? std::to_string(*contact.order) : "–")
      .set("phone_text", whole(contact.phone))
      .set("other_phone_text", whole(contact.other_phone));
}

Words::List directory(const Continuity& continuity) {
  Words::List rows;
  for (const auto* contact : in_calling_order(continuity)) rows.push_back(contact_words(*contact));
  return rows;
}

Words::List lines_in(const std::string& name, std::string_view text) {
  Words::List rows;
  for (const auto line : lines_of(text))
    if (const auto words = trimmed(line); !words.empty()) rows.push_back(Words{}.set(name, std::string{words}));
  return rows;
}

Words::List card_rows(const Continuity& continuity) {
  Words::List rows;
  for (const auto& card : continuity.cards) {
    Words::List to_call;
    for (const auto* contact : in_calling_order(continuity))
      if (std::ranges::any_of(card.contacts, [&](const std::string& cited) { return reference_key(cited) == reference_key(contact->reference); }))
        to_call.push_back(contact_words(*contact));
    auto actions = lines_in("action", card.actions), forbidden = lines_in("not_to_do", card.forbidden);
    const bool has_forbidden = !forbidden.empty(), has_calls = !to_call.empty();
    rows.push_back(record_words(card)
                       .set("anchor", "fiche-" + std::to_string(rows.size() + 1))
                       .list("to_do", std::move(actions))
                       .list("not_to_do_lines", std::move(forbidden))
                       .flag("has_not_to_do", has_forbidden)
                       .list("calls", std::move(to_call))
                       .flag("has_calls", has_calls));
  }
  return rows;
}

/// Lines to write on by hand, as many as a page holds.
page::Figure empty_log() {
  constexpr int lines = 19;
  constexpr double height = 27, head = 18; // points: handwriting needs some 9 mm
  const page::Style style;
  page::Figure figure{
      .drawing = {.width = style.text_width(), .height = head + lines * height + 1}, .alternative = "Main courante vide, à remplir à la main.", .caption = {}};
  const double columns[] = {0, 78, style.text_width() - 92, style.text_width()};
  const char* titles[] = {"Heure", "Fait ou décision", "Qui"};
  for (int i = 0; i < 3; ++i)
    figure.drawing.shapes.push_back(page::Label{.x = columns[i] + 4, .y = 12, .size = 10, .text = titles[i], .bold = true, .colour = style.ink});
  for (int line = 0; line <= lines; ++line)
    figure.drawing.shapes.push_back(page::Polyline{.points = {{0, head + line * height}, {style.text_width(), head + line * height}}, .line = style.line});
  for (const double x : columns) figure.drawing.shapes.push_back(page::Polyline{.points = {{x, head}, {x, head + lines * height}}, .line = style.line});
  return figure;
}

Words booklet_words(const CrisisBooklet& booklet) {
  const auto& continuity = booklet.continuity;
  auto contacts = directory(continuity), cards = card_rows(continuity), restored = restore_rows(continuity), backups = backup_rows(continuity);
  Words words;
  words.set("host", booklet.host)
      .set("date", booklet.day.french())
      .set("fingerprint", booklet_fingerprint(continuity).hex().substr(0, shown_fingerprint))
      .flag("has_contacts", !contacts.empty())
      .flag("has_cards", !cards.empty())
      .flag("has_restored", !restored.empty())
      .flag("has_backups", !backups.empty())
      .list("contacts", std::move(contacts))
      .list("cards", std::move(cards))
      .list("restored", std::move(restored))
      .list("backups", std::move(backups))
      .draw("main-courante", empty_log());
  return words.add(plan_words(continuity));
}

/// "1a2b3c4d5e6f7a8b …": the first group is what each page bears, and the line can break between them.
std::string in_groups(const std::string& digits) {
  constexpr std::size_t size = shown_fingerprint;
  std::string text;
  for (std::size_t at = 0; at < digits.size(); at += size) text += (at ? " " : "") + digits.substr(at, size);
  return text;
}

page::Cover cover_of(const CrisisBooklet& booklet, const std::string& fingerprint) {
  page::Cover cover;
  cover.over_title = booklet.host;
  cover.title = "Livret de crise";
  cover.subtitle = "À conserver sur papier";
  cover.lines = {{"Édition du", booklet.day.french()}};
  for (const auto& plan : booklet.continuity.plans)
    cover.lines.emplace_back("Plan " + plan.reference, plan.title + ", version " + or_dash(plan.version) +
                                                           (plan.approved_on ? ", approuvée le " + plan.approved_on->french() : ", non approuvée"));
  cover.lines.emplace_back("Empreinte (SHA-256)", in_groups(fingerprint));
  cover.notice =
      "Ce livret vaut pour les versions des plans nommées ci-dessus. Dès qu’un plan porte une version ou une date d’approbation plus récente, il est "
      "périmé\u00A0: "
      "détruisez-le à réception du suivant. Deux livrets disent la même chose si leurs empreintes sont égales. Il contient des numéros personnels\u00A0: ne le "
      "laissez pas en vue.";
  return cover;
}

} // namespace

Digest booklet_fingerprint(const Continuity& continuity) { return digest_of(continuity_text(continuity)); }

page::Style booklet_style() {
  page::Style style;
  style.body_size = 15;
  style.table_size = 10.5;
  style.heading_sizes[0] = 24;
  style.heading_sizes[1] = 17;
  return style;
}

page::Document compose_crisis_booklet(const CrisisBooklet& booklet, const TemplateSource& templates) {
  const auto fingerprint = booklet_fingerprint(booklet.continuity).hex();
  page::Document document{.metadata = {.title = "Livret de crise – " + booklet.host,
                                       .subject = "Annuaire de crise, fiches réflexes, ordre de reprise et plans",
                                       .author = booklet.host,
                                       .keywords = "continuité, reprise, crise, " + fingerprint,
                                       .language = "fr-FR",
                                       .created = Instant::at_midnight(booklet.day)}};
  document.header_left = booklet.host;
  document.header_right = "Livret de crise";
  document.footer_left = "Édition du " + booklet.day.french() + " – empreinte " + fingerprint.substr(0, shown_fingerprint);
  Words words;
  {
    const LanguageScope french{Language::french};
    document.cover = cover_of(booklet, fingerprint);
    words = booklet_words(booklet);
  }
  document.blocks = page::blocks_of_markdown(fill_template(booklet_template, templates, words), booklet_template, words.figures());
  return document;
}

BuiltBooklet build_crisis_booklet(const Workspace& workspace, Date day, const std::filesystem::path& output, int threads, const Progress& progress) {
  if (std::filesystem::exists(output))
    throw Problem{ProblemKind::refused, output.string(), tr("“{1}” exists already.", {output.string()}),
                  tr("Choose another name: what was printed once is not overwritten.")};
  const auto continuity = read_continuity(workspace);
  if (continuity.plans.empty() && continuity.contacts.empty() && continuity.cards.empty())
    throw Problem{ProblemKind::refused, "", tr("There is no plan, no crisis directory and no action card: the booklet would be empty."),
                  tr("Import them first: hdskit continuity import FILE.json")};
  const auto entities = read_organisation(workspace).entities;
  const auto host = std::ranges::find(entities, EntityRole::host, &LegalEntity::role);
  const auto document = compose_crisis_booklet({continuity, host == entities.end() ? "Hébergeur" : host->name, day},
                                               [&](std::string_view id) { return find_template(workspace, id).text; });
  return {booklet_fingerprint(continuity), page::write_pdf(document, output, {.threads = threads, .style = booklet_style()}, progress)};
}

} // namespace hdskit
