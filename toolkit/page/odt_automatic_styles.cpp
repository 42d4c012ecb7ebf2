#include "toolkit/page/odt_automatic_styles.hpp"

#include "toolkit/page/xml_text.hpp"

namespace hdskit::page {
namespace {

std::string element(const char* name, XmlWriter::Attributes attributes) {
  XmlWriter xml;
  xml.empty(name, attributes);
  return xml.take();
}

} // namespace

std::string OdtAutomaticStyles::named(const char* prefix, const std::string& family, const std::string& parent, const std::string& master_page,
                                      const std::string& properties) {
  auto& name = names_[family + "\n" + parent + "\n" + master_page + "\n" + properties];
  if (!name.empty()) return name;
  name = prefix + std::to_string(++counts_[prefix]);
  XmlWriter xml;
  xml.open("style:style", {{"style:name", name}, {"style:family", family}, {"style:parent-style-name", parent}, {"style:master-page-name", master_page}});
  xml.raw(properties);
  xml.close();
  xml_ += xml.take();
  return name;
}

std::string OdtAutomaticStyles::column(double width) { // no relative width beside it: LibreOffice 7.4 reads narrow columns narrower from that
  return named("Column", "table-column", "", "", element("style:table-column-properties", {{"style:column-width", points(width)}}));
}

std::string OdtAutomaticStyles::row(double least_height, bool may_break) {
  return named("Row", "table-row", "", "",
               element("style:table-row-properties",
                       {{"style:min-row-height", least_height > 0 ? points(least_height) : ""}, {"fo:keep-together", may_break ? "auto" : "always"}}));
}

std::string OdtAutomaticStyles::table(double width, const char* align) {
  return named(
      "Table", "table", "", "",
      element("style:table-properties",
              {{"style:width", points(width)}, {"table:align", align}, {"table:border-model", "collapsing"}, {"style:may-break-between-rows", "true"}}));
}

std::string OdtAutomaticStyles::cell(const std::string& border, const std::string& fill, double padding) {
  return named("Cell", "table-cell", "", "",
               element("style:table-cell-properties", {{"fo:border", border}, {"fo:background-color", fill}, {"fo:padding", points(padding)}}));
}

std::string OdtAutomaticStyles::breaking(const std::string& paragraph, const std::string& master_page) {
  return named("Break", "paragraph", paragraph, master_page, master_page.empty() ? element("style:paragraph-properties", {{"fo:break-before", "page"}}) : "");
}

std::string OdtAutomaticStyles::on_master(const std::string& paragraph, const std::string& master_page) {
  return named("First", "paragraph", paragraph, master_page, "");
}

std::string OdtAutomaticStyles::varied(const std::string& paragraph, const Variation& variation) {
  const auto& [ink, size, hyphenated] = variation;
  if (!ink && size <= 0 && !hyphenated) return paragraph;
  return named(
      "Text", "paragraph", paragraph, "",
      element("style:text-properties",
              {{"fo:color", ink ? colour_code(*ink) : ""}, {"fo:font-size", size > 0 ? points(size) : ""}, {"fo:hyphenate", hyphenated ? "true" : ""}}));
}

std::string OdtAutomaticStyles::xml() const { return "<office:automatic-styles>" + xml_ + "</office:automatic-styles>"; }

} // namespace hdskit::page
