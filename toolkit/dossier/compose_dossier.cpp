#include "toolkit/dossier/compose_dossier.hpp"

#include "toolkit/base/translate.hpp"
#include "toolkit/dossier/item_words.hpp"
#include "toolkit/page/markdown.hpp"

#include <algorithm>
#include <iterator>

namespace hdskit {
namespace {

constexpr const char* draft_mark = "PROJET – DRAFT";

/// What the file is called: of a regime of hosting as it always was, of another one by what it shows.
std::string kind_of_file(const Checklist& checklist) {
  return is_about_hosting(checklist) ? "Dossier d’hébergement de données de santé" : "Dossier de conformité";
}

/// The file of the founding regime keeps its name on each page; that of another one is told apart by its own, without the text that it comes from, for which
/// the head of a page has no room.
std::string running_title(const Checklist& checklist) {
  const auto& title = checklist.title.french;
  return checklist.id.starts_with("agrement") ? kind_of_file(checklist) : title.substr(0, title.find(" ("));
}

page::Cover cover_of(const ChapterInput& input, const std::string& host) {
  page::Cover cover;
  cover.over_title = host;
  cover.title = kind_of_file(input.facts.checklist);
  if (is_about_hosting(input.facts.checklist)) cover.title += " à caractère personnel";
  cover.subtitle = input.facts.checklist.title.french;
  cover.lines = {{"Date", input.day.french()},
                 {"Version", input.version},
                 {"État", input.draft ? "Projet, " + std::to_string(input.gaps.size()) + " points ouverts" : "Dossier déposé ou prêt à l’être"}};
  if (const auto* entity = input.facts.host()) cover.lines.emplace_back("Représentant légal", or_dash(entity->representative));
  cover.notice = "Document confidentiel : il décrit les mesures de sécurité de l’hébergeur. Il n’est communiqué qu’aux autorités et aux personnes chargées de "
                 "l’instruire.";
  return cover;
}

/// The words are French; a complaint about a template is in the person's language, which is why the scope ends here.
Words words_in_french(const Chapter& chapter, const ChapterInput& input) {
  const LanguageScope french{Language::french};
  return chapter.gather(input);
}

} // namespace

page::Document compose_dossier(const ChapterInput& input, const TemplateSource& templates) {
  const auto* entity = input.facts.host();
  const auto host = entity ? entity->name : std::string{"Hébergeur"};
  page::Document document{.metadata = {.title = kind_of_file(input.facts.checklist) + " – " + host,
                                       .subject = input.facts.checklist.title.french,
                                       .author = host,
                                       .keywords = "hébergement, données de santé, " + input.facts.checklist.id,
                                       .language = "fr-FR",
                                       .created = Instant::at_midnight(input.day)}};
  document.cover = cover_of(input, host);
  document.header_left = host;
  document.header_right = running_title(input.facts.checklist);
  document.footer_left = "Version " + input.version + " – " + input.day.french();
  if (input.draft) document.watermark = draft_mark;
  for (const auto* chapter : all_chapters()) {
    if (!is_present(*chapter, input)) continue;
    const auto words = words_in_french(*chapter, input);
    auto blocks = page::blocks_of_markdown(fill_template(chapter->id, templates, words), std::string{chapter->id}, words.figures());
    std::ranges::move(blocks, std::back_inserter(document.blocks));
  }
  return document;
}

} // namespace hdskit
