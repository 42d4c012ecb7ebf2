#include "toolkit/frameworks/oscal_xml.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/frameworks/foreign_text.hpp"
#include "toolkit/markup/markup_document.hpp"

#include <array>

namespace hdskit {
namespace {

constexpr std::string_view oscal_namespace = "http://csrc.nist.gov/ns/oscal"; // followed by a version

/// Elements go by their local names; those with another prefix than the catalog's belong to others and are passed over.
class OscalXml {
public:
  explicit OscalXml(MarkupDocument& document, pugi::xml_node root) : document_{document}, root_{root} {
    const std::string_view name = root.name();
    const auto colon = name.find(':');
    prefix_ = colon == std::string_view::npos ? "" : std::string{name.substr(0, colon + 1)};
  }

  bool is(pugi::xml_node node, std::string_view name) const {
    const std::string_view full = node.name();
    return node.type() == pugi::node_element && full.size() == prefix_.size() + name.size() && full.starts_with(prefix_) && full.ends_with(name);
  }

  std::string root_namespace() const { return root_.attribute(prefix_.empty() ? "xmlns" : ("xmlns:" + prefix_.substr(0, prefix_.size() - 1)).c_str()).value(); }

  OscalCatalog read() {
    result_.line = document_.line_of(root_);
    result_.uuid = root_.attribute("uuid").value();
    result_.language = root_.attribute("xml:lang").value();
    each(root_, "metadata", [&](pugi::xml_node metadata) { read_metadata(metadata); });
    read_parameters(root_);
    result_.nodes = nodes_in(root_);
    return std::move(result_);
  }

private:
  template <typename Visit> void each(pugi::xml_node node, std::string_view name, Visit visit) const {
    for (const auto child : node.children())
      if (is(child, name)) visit(child);
  }

  std::string text_in(pugi::xml_node node, std::string_view name) const {
    std::string text;
    each(node, name, [&](pugi::xml_node child) {
      if (text.empty()) text = prose_of(child);
    });
    return text;
  }

  void read_metadata(pugi::xml_node metadata) {
    result_.title = text_in(metadata, "title");
    result_.version = text_in(metadata, "version");
    result_.published = text_in(metadata, "published");
    if (result_.published.empty()) result_.published = text_in(metadata, "last-modified");
    result_.document = text_in(metadata, "document-id");
    if (result_.language.empty()) result_.language = property(metadata, "language");
  }

  std::string property(pugi::xml_node node, std::string_view name) const {
    std::string found;
    bool plain = false;
    each(node, "prop", [&](pugi::xml_node prop) {
      if (prop.attribute("name").value() != name || plain) return;
      const bool classless = !prop.attribute("class");
      if (found.empty() || classless) found = prop.attribute("value") ? prop.attribute("value").value() : prose_of(prop);
      plain = classless;
    });
    return found;
  }

  void read_parameters(pugi::xml_node node) {
    each(node, "param", [&](pugi::xml_node param) {
      OscalParameter parameter{.label = text_in(param, "label"), .values = {}, .choices = {}};
      each(param, "value", [&](pugi::xml_node value) { parameter.values.push_back(prose_of(value)); });
      each(param, "select",
           [&](pugi::xml_node select) { each(select, "choice", [&](pugi::xml_node choice) { parameter.choices.push_back(prose_of(choice)); }); });
      result_.parameters.insert_or_assign(param.attribute("id").value(), std::move(parameter));
    });
  }

  std::vector<OscalNode> nodes_in(pugi::xml_node node) {
    std::vector<OscalNode> nodes;
    for (const auto child : node.children())
      if (is(child, "group") || is(child, "control")) nodes.push_back(node_of(child, is(child, "group")));
    return nodes;
  }

  OscalNode node_of(pugi::xml_node xml, bool group) {
    OscalNode node;
    node.line = document_.line_of(xml);
    node.is_group = group;
    node.id = xml.attribute("id").value();
    node.title = text_in(xml, "title");
    node.label = property(xml, "label");
    node.withdrawn = !group && folded(property(xml, "status")) == "withdrawn";
    read_parameters(xml);
    node.parts = parts_in(xml);
    node.nodes = nodes_in(xml);
    return node;
  }

  std::vector<OscalPart> parts_in(pugi::xml_node node) {
    std::vector<OscalPart> parts;
    each(node, "part", [&](pugi::xml_node part) {
      OscalPart made{
          .name = part.attribute("name").value(), .label = property(part, "label"), .title = text_in(part, "title"), .prose = {}, .parts = parts_in(part)};
      for (const auto child : part.children())
        if (!is(child, "part") && !is(child, "prop") && !is(child, "title") && !is(child, "link")) append_prose(made.prose, child);
      parts.push_back(std::move(made));
    });
    return parts;
  }

  std::string prose_of(pugi::xml_node node) const {
    std::string prose;
    for (const auto child : node.children()) append_prose(prose, child);
    return one_line(prose);
  }

  /// Paragraphs and lists as one text; an insert as the JSON form of OSCAL writes it.
  void append_prose(std::string& prose, pugi::xml_node node) const {
    if (node.type() != pugi::node_element) {
      prose += node.value();
      return;
    }
    if (is(node, "insert")) {
      const auto id = node.attribute("id-ref") ? node.attribute("id-ref") : node.attribute("param-id");
      prose += std::string{"{{ insert: param, "} + id.value() + " }}";
      return;
    }
    for (const auto child : node.children()) append_prose(prose, child);
    static constexpr std::array blocks = {"p", "li", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "td", "th", "tr"};
    for (const auto* block : blocks)
      if (is(node, block)) prose += '\n';
  }

  MarkupDocument& document_;
  pugi::xml_node root_;
  std::string prefix_;
  OscalCatalog result_;
};

} // namespace

FrameworkLibrary read_oscal_xml(MarkupDocument& document, pugi::xml_node root, LibraryFindings& findings) {
  FrameworkLibrary library;
  OscalXml reading{document, root};
  if (!reading.is(root, "catalog")) {
    findings.refuse(document.line_of(root), tr("The element “{1}” is no catalog of OSCAL, nor a checklist or a mapping of hdskit.", {shown_word(root.name())}));
    return library;
  }
  if (const auto name = reading.root_namespace(); !name.empty() && !name.starts_with(oscal_namespace)) {
    findings.refuse(document.line_of(root), tr("This catalog is of the namespace “{1}” and not of OSCAL.", {shown_word(name)}));
    return library;
  }
  library.frameworks.push_back(settle_oscal(reading.read(), findings));
  return library;
}

} // namespace hdskit
