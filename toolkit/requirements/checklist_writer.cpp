#include "toolkit/requirements/checklist_writer.hpp"

namespace hdskit {
namespace {

constexpr std::string_view kinds[] = {"statement", "contract_clause", "mandate", "finance"};
constexpr std::string_view confidences[] = {"high", "medium", "low"};

std::string_view word_of(ItemKind kind) { return kinds[static_cast<std::size_t>(kind)]; }
std::string_view word_of(Confidence confidence) { return confidences[static_cast<std::size_t>(confidence)]; }

/// Writes elements one below the other, indented; texts with the characters that mean something in XML escaped.
class Xml {
public:
  Xml() { text_ = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"; }

  Xml& begin(std::string_view element) {
    indent();
    text_.append("<").append(element);
    return *this;
  }
  Xml& with(std::string_view attribute, std::string_view value) {
    if (value.empty()) return *this;
    text_.append(" ").append(attribute).append("=\"");
    escape(value);
    text_ += '"';
    return *this;
  }
  void open() {
    text_ += ">\n";
    ++depth_;
  }
  void close(std::string_view element) {
    --depth_;
    indent();
    text_.append("</").append(element).append(">\n");
  }
  void empty() { text_ += "/>\n"; }

  void leaf(std::string_view element, std::string_view text) {
    begin(element).text_ += '>';
    escape(text);
    text_.append("</").append(element).append(">\n");
  }
  void bilingual(std::string_view element, const Bilingual& texts) {
    begin(element).open();
    languages(texts);
    close(element);
  }
  void languages(const Bilingual& texts) {
    leaf("fr", texts.french);
    leaf("en", texts.english);
  }

  std::string take() { return std::move(text_); }

private:
  void indent() { text_.append(2 * depth_, ' '); }
  void escape(std::string_view text) {
    for (const char c : text) {
      if (c == '&') text_ += "&amp;";
      else if (c == '<') text_ += "&lt;";
      else if (c == '>') text_ += "&gt;";
      else if (c == '"') text_ += "&quot;";
      else text_ += c;
    }
  }

  std::string text_;
  std::size_t depth_ = 0;
};

std::string activities_of(const Item& item) {
  std::string words;
  for (const int activity : item.activities) words += (words.empty() ? "" : " ") + std::to_string(activity);
  return words;
}

void write(Xml& xml, const Obligation& obligation) {
  xml.begin("obligation").with("id", obligation.id).open();
  xml.bilingual("title", obligation.title);
  xml.bilingual("wording", obligation.wording);
  xml.close("obligation");
}

void write(Xml& xml, const Article& article) {
  xml.begin("article")
      .with("id", article.id)
      .with("label", article.label)
      .with("version", article.version ? article.version->iso() : std::string{})
      .with("confidence", word_of(article.confidence))
      .open();
  xml.bilingual("title", article.title);
  xml.close("article");
}

void write(Xml& xml, const Item& item) {
  xml.begin("item").with("id", item.id).with("article", item.article).with("number", item.number).with("obligation", item.obligation);
  xml.with("kind", word_of(item.kind)).with("mandatory", item.mandatory ? "" : "false").with("demonstration", item.demonstration ? "true" : "");
  xml.with("check", item.check).with("part-of", item.part_of).with("applicability", item.choosable ? "choice" : "").with("activities", activities_of(item));
  xml.with("source", item.source).with("confidence", word_of(item.confidence)).open();
  xml.bilingual("title", item.title);
  xml.bilingual("wording", item.wording);
  for (const auto& evidence : item.evidence) {
    xml.begin("evidence").with("id", evidence.id).with("mandatory", evidence.mandatory ? "" : "false").open();
    xml.languages(evidence.label);
    xml.close("evidence");
  }
  xml.close("item");
}

void write(Xml& xml, const Form& form) {
  xml.begin("form").with("id", form.id).with("confidence", word_of(form.confidence)).open();
  xml.bilingual("title", form.title);
  xml.bilingual("purpose", form.purpose);
  for (const auto& section : form.sections) {
    xml.begin("section").with("id", section.id).open();
    xml.bilingual("title", section.title);
    for (const auto& item : section.items) xml.begin("shows").with("item", item).empty();
    xml.close("section");
  }
  xml.close("form");
}

} // namespace

std::string checklist_xml(const Checklist& checklist) {
  Xml xml;
  xml.begin("checklist").with("id", checklist.id).with("version", checklist.version).with("publisher", checklist.publisher);
  xml.with("published", checklist.published ? checklist.published->iso() : std::string{}).open();
  xml.bilingual("title", checklist.title);
  xml.bilingual("note", checklist.note);
  for (const auto& obligation : checklist.obligations) write(xml, obligation);
  for (const auto& article : checklist.articles) write(xml, article);
  for (const auto& item : checklist.items) write(xml, item);
  for (const auto& form : checklist.forms) write(xml, form);
  xml.close("checklist");
  return xml.take();
}

} // namespace hdskit
