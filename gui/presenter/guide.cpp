#include "gui/presenter/guide.hpp"

#include "embedded/guides.hpp"
#include "toolkit/base/problem.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/page/markdown_html.hpp"

#include <algorithm>

namespace hdskit::gui {
namespace {

const embedded::File* carried(std::string_view name) {
  const auto files = embedded::guides();
  const auto found = std::ranges::find(files, name, &embedded::File::path);
  return found == files.end() ? nullptr : &*found;
}

/// What a reader sees of HTML without tags in it.
std::string plain(std::string html) {
  for (auto open = html.find('<'); open != std::string::npos; open = html.find('<', open)) html.erase(open, html.find('>', open) - open + 1);
  for (const auto& [entity, sign] : {std::pair{"&lt;", "<"}, std::pair{"&gt;", ">"}, std::pair{"&quot;", "\""}, std::pair{"&amp;", "&"}})
    html = replaced(std::move(html), entity, sign);
  return html;
}

std::string between(const std::string& html, std::string_view open, std::string_view close, std::size_t from) {
  const auto start = html.find(open, from);
  if (start == std::string::npos) return "";
  const auto end = html.find(close, start);
  return end == std::string::npos ? "" : html.substr(start + open.size(), end - start - open.size());
}

} // namespace

std::vector<std::string> guide_pages() {
  std::vector<std::string> pages;
  for (const auto* name : {"window", "guide", "templates"}) pages.push_back(name + std::string{current_language() == Language::french ? ".fr.md" : ".md"});
  return pages;
}

bool is_guide_page(std::string_view link) { return carried(link) != nullptr; }

GuidePage guide_page(std::string_view name) {
  const auto* file = carried(name);
  if (!file)
    throw Problem{ProblemKind::not_found, std::string{name}, tr("The guide has no page “{1}”.", {name}), tr("Go back to its beginning with “User guide”.")};
  GuidePage page{std::string{name}, "", page::html_of_markdown(file->bytes), {}};
  page.title = plain(between(page.html, "<h1>", "</h1>", 0));
  constexpr std::string_view heading = "<h2>";
  for (auto at = page.html.find(heading); at != std::string::npos; at = page.html.find(heading, at)) {
    const auto anchor = "section-" + std::to_string(page.sections.size() + 1);
    page.sections.push_back({anchor, plain(between(page.html, heading, "</h2>", at))});
    const auto mark = "<a name=\"" + anchor + "\"></a>";
    page.html.insert(at, mark);
    at += mark.size() + heading.size();
  }
  page.html = replaced(std::move(page.html), "<table>", "<table border=\"1\" cellspacing=\"0\" cellpadding=\"5\">");
  page.html = replaced(std::move(page.html), "<blockquote>", "<blockquote><i>");
  page.html = replaced(std::move(page.html), "</blockquote>", "</i></blockquote>");
  return page;
}

std::string guide_document(const GuidePage& page, const GuideInk& ink) {
  return "<html><head><meta http-equiv=\"Content-Type\" content=\"text/html; charset=utf-8\"></head><body bgcolor=\"" + ink.background + "\" text=\"" +
         ink.text + "\" link=\"" + ink.link + "\">" + page.html + "</body></html>";
}

} // namespace hdskit::gui
