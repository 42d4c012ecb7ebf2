#include "toolkit/page/xml_writer.hpp"

#include "toolkit/page/xml_text.hpp"

namespace hdskit::page {

void XmlWriter::start(std::string_view name, Attributes attributes) {
  out_ += '<';
  out_ += name;
  for (const auto& [key, value] : attributes) {
    if (value.empty()) continue;
    out_ += ' ';
    out_ += key;
    out_ += "=\"";
    out_ += xml_text(value);
    out_ += '"';
  }
}

void XmlWriter::open(std::string_view name, Attributes attributes) {
  start(name, attributes);
  out_ += '>';
  open_.emplace_back(name);
}

void XmlWriter::close() {
  out_ += "</" + open_.back() + ">";
  open_.pop_back();
}

void XmlWriter::empty(std::string_view name, Attributes attributes) {
  start(name, attributes);
  out_ += "/>";
}

void XmlWriter::text(std::string_view utf8) { out_ += xml_text(utf8); }

void XmlWriter::element(std::string_view name, Attributes attributes, std::string_view utf8) {
  open(name, attributes);
  text(utf8);
  close();
}

std::string points(double value) { return short_number(value) + "pt"; }

} // namespace hdskit::page
