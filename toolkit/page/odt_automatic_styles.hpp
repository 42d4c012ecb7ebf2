#pragma once

#include "toolkit/page/drawing.hpp"
#include "toolkit/page/xml_writer.hpp"

#include <map>
#include <optional>
#include <string>

namespace hdskit::page {

/// The nameless styles of content.xml: each is asked for by what it looks like and written once.
class OdtAutomaticStyles {
public:
  std::string column(double width);
  std::string row(double least_height, bool may_break = true);
  std::string table(double width, const char* align);
  std::string cell(const std::string& border, const std::string& fill, double padding); ///< border: "0.5pt solid #…", or "none"
  std::string breaking(const std::string& paragraph, const std::string& master_page);   ///< the same paragraph at the top of a page; "" keeps the master page
  std::string on_master(const std::string& paragraph, const std::string& master_page);  ///< the first paragraph of the document
  struct Variation {
    std::optional<Colour> ink;
    double size = 0; ///< points; 0: its own
    bool hyphenated = false;
  };
  std::string varied(const std::string& paragraph, const Variation& variation);

  /// office:automatic-styles
  std::string xml() const;

private:
  std::string named(const char* prefix, const std::string& family, const std::string& parent, const std::string& master_page, const std::string& properties);
  std::map<std::string, std::string> names_; ///< by all that comes after the name
  std::map<std::string, int> counts_;
  std::string xml_;
};

} // namespace hdskit::page
