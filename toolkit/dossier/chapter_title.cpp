#include "toolkit/dossier/chapter_title.hpp"

#include "toolkit/base/problem.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/page/markdown.hpp"

#include <algorithm>
#include <optional>

namespace hdskit {
namespace {

/// The line of the first heading of level 1, or the whole template when it has none.
std::string heading_of(const std::string& text) {
  for (const auto line : lines_of(text))
    if (line.starts_with("# ")) return std::string{line} + "\n";
  return text;
}

/// The words that headings are made of in the templates of the program; gathering all of a chapter's words takes much longer.
Words heading_words(const Chapter& chapter, const ChapterInput& input) {
  Words words;
  const auto form = std::ranges::find(input.facts.checklist.forms, chapter.form, &Form::id);
  if (form != input.facts.checklist.forms.end()) words.set("form_id", form->id).set("form_title", form->title.french);
  return words;
}

std::string plain(const page::Inlines& inlines) {
  std::string text;
  for (const auto& part : inlines) text += part.kind == page::Inline::Kind::text ? part.text : " ";
  return text;
}

std::optional<std::string> title_with(const Words& words, const Chapter& chapter, const TemplateSource& templates) {
  const auto source = [&](std::string_view id) { return id == chapter.id ? heading_of(templates(id)) : templates(id); };
  try {
    for (const auto& block : page::blocks_of_markdown(fill_template(chapter.id, source, words), std::string{chapter.id}, words.figures())) {
      if (const auto* heading = std::get_if<page::Heading>(&block.value)) return plain(heading->text);
      if (const auto* contents = std::get_if<page::Contents>(&block.value)) return contents->title;
    }
  } catch (const Problem& problem) {
    if (problem.kind() != ProblemKind::bad_input && problem.kind() != ProblemKind::not_found) throw;
  }
  return std::nullopt;
}

} // namespace

std::string chapter_title(const Chapter& chapter, const ChapterInput& input, const TemplateSource& templates) {
  const LanguageScope french{Language::french};
  if (const auto title = title_with(heading_words(chapter, input), chapter, templates)) return *title;
  return title_with(chapter.gather(input), chapter, templates).value_or(std::string{chapter.id});
}

} // namespace hdskit
