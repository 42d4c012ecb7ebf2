#include "toolkit/dossier/item_words.hpp"

#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/dossier/citation.hpp"
#include "toolkit/dossier/plan_order.hpp"
#include "toolkit/page/markdown.hpp"

#include <algorithm>

namespace hdskit {
namespace {

// Two characters of Unicode's private use area hold the place of a citation while its text is made harmless.
constexpr std::string_view place_start = "\uE000", place_end = "\uE001";

const PlannedAnnex* annex_coded(const ChapterInput& input, std::string_view code) {
  const auto* evidence = input.facts.evidence_coded(code);
  const auto found = std::ranges::find(input.annexes, evidence, &PlannedAnnex::evidence);
  return evidence && found != input.annexes.end() ? &*found : nullptr;
}

bool has_page(const ChapterInput& input, const PlannedAnnex& annex) { return annex.printable && input.annexes_follow; }

std::string citation_markdown(const ChapterInput& input, const std::string& code) {
  const auto* annex = annex_coded(input, code);
  if (!annex) return "**" + page::escaped_for_markdown("[" + code + " : pièce absente]") + "**";
  return annex_link(input, *annex);
}

struct Asked {
  std::string first; ///< paragraph
  std::string more;  ///< Markdown of the others, as lines of a quotation
};
Asked asked_by(const Item& item) {
  const auto& wording = item.wording.french;
  const auto end = wording.find('\n');
  Asked asked{wording.substr(0, end), {}};
  if (end == std::string::npos) return asked;
  for (const auto line : lines_of(std::string_view{wording}.substr(end))) { // a list in a note would lose its marks behind the ground
    if (trimmed(line).empty()) continue;
    const bool listed = line.starts_with("- ");
    asked.more += std::string{asked.more.empty() ? "" : ">\n"} + (listed ? "> – " : "> ") + page::escaped_for_markdown(listed ? line.substr(2) : line) + "\n";
  }
  return asked;
}

Words item_words(const ChapterInput& input, const Item& item) {
  const auto* answer = input.facts.answer_to(item.id);
  const auto* article = input.facts.checklist.find_article(item.article);
  const auto obligation = std::ranges::find(input.facts.checklist.obligations, item.obligation, &Obligation::id);
  const bool answered = answer && !trimmed(answer->statement).empty();
  const auto evidence = input.facts.evidence_for(item.id);
  const auto asked = asked_by(item);
  Words words;
  words.set("item_id", item.id)
      .set("item_anchor", item_anchor(item))
      .set("item_label", item_label(input.facts, item))
      .set("item_title", item.title.french)
      .set("item_wording", item.wording.french)
      .set("asked_first", asked.first)
      .flag("asks_more", !asked.more.empty())
      .set("asked_more", asked.more)
      .set("article_version", article && article->version ? article->version->french() : "–")
      .flag("is_dated", article && article->version)
      .set("obligation", obligation == input.facts.checklist.obligations.end() ? "–" : obligation->title.french)
      .set("state", answer && answer->applicability == Applicability::excluded ? label_of_choice(answer->applicability)
                                                                               : label_of_choice(answer ? answer->state : DemonstrationState::absent))
      .set("owner", or_dash(answer ? answer->owner : ""))
      .set("due", date_text(answer ? answer->due : std::nullopt))
      .flag("has_due", answer && answer->due)
      .flag("answered", answered)
      .flag("to_be_demonstrated", item.demonstration)
      .set("statement", answered ? statement_markdown(input, answer->statement) : "")
      .flag("has_evidence", !evidence.empty())
      .list("evidence", annex_rows(input, evidence));
  return words;
}

} // namespace

std::string annex_link(const ChapterInput& input, const PlannedAnnex& annex) {
  const auto target = has_page(input, annex) ? annex.anchor() : "annexes";
  return "[annexe\u00A0" + std::to_string(annex.number) + "](#" + target + ")";
}

std::string date_text(const std::optional<Date>& date) { return date ? date->french() : "–"; }
std::string or_dash(const std::string& text) { return trimmed(text).empty() ? "–" : text; }
std::string translated_label(const Choice& choice) { return tr(choice.label); }
std::string item_anchor(const Item& item) { return "point-" + item.id; }

std::string item_label(const DossierInput& facts, const Item& item) {
  const auto* article = facts.checklist.find_article(item.article);
  return (article ? article->label : item.article) + " " + item.number;
}

std::string statement_markdown(const ChapterInput& input, std::string_view statement) {
  const auto text = replaced(replaced(std::string{statement}, place_start, ""), place_end, "");
  const auto citations = citations_in(text);
  std::string marked_text;
  std::size_t at = 0;
  for (std::size_t i = 0; i < citations.size(); ++i) {
    marked_text += text.substr(at, citations[i].offset - at);
    marked_text += std::string{place_start} + std::to_string(i) + std::string{place_end};
    at = citations[i].offset + citations[i].length;
  }
  auto markdown = page::prose_as_markdown(marked_text + text.substr(at));
  for (std::size_t i = 0; i < citations.size(); ++i)
    markdown =
        replaced(std::move(markdown), std::string{place_start} + std::to_string(i) + std::string{place_end}, citation_markdown(input, citations[i].code));
  return markdown;
}

Words::List annex_rows(const ChapterInput& input, const std::vector<const Evidence*>& evidence) {
  Words::List rows;
  for (const auto* piece : evidence) {
    const auto* annex = annex_coded(input, piece->code);
    const bool paged = annex && has_page(input, *annex);
    rows.push_back(Words{}
                       .set("number", annex ? std::to_string(annex->number) : "–")
                       .set("code", piece->code)
                       .set("title", piece->title)
                       .set("kind", label_of_choice(piece->kind))
                       .set("version", or_dash(piece->version))
                       .set("date", date_text(piece->date))
                       .set("valid_until", date_text(piece->valid_until))
                       .set("state", label_of_choice(piece->state))
                       .set("anchor", paged ? annex->anchor() : "annexes")
                       .set("size", french_bytes(static_cast<std::uint64_t>(piece->size)))
                       .set("digest", piece->digest)
                       .flag("has_page", paged)
                       .flag("expired", piece->valid_until && *piece->valid_until < input.day));
  }
  return rows;
}

Words form_words(const ChapterInput& input, std::string_view form_id) {
  Words words;
  for (const auto& form : input.facts.checklist.forms) {
    if (form.id != form_id) continue;
    Words::List sections;
    for (const auto& section : form.sections) {
      Words::List items;
      for (const auto& id : section.items)
        if (const auto* item = input.facts.checklist.find_item(id)) items.push_back(item_words(input, *item));
      sections.push_back(Words{}.set("section_id", section.id).set("section_title", section.title.french).list("items", std::move(items)));
    }
    words.set("form_id", form.id).set("form_title", form.title.french).set("form_purpose", form.purpose.french).list("sections", std::move(sections));
  }
  return words;
}

} // namespace hdskit
