#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace hdskit::page {

/// Writes XML as text, element by element: a document of 2,000 pages needs no tree in memory. What it gives is well formed as long as
/// every open() has its close(); names are taken as they come, texts and values are escaped.
class XmlWriter {
public:
  using Attributes = std::initializer_list<std::pair<std::string_view, std::string_view>>; ///< one with an empty value is left out
  static constexpr std::string_view blank{"\x01"};                                         ///< the value of an attribute that must be there and be empty

  void declaration() { out_ += "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"; }
  void open(std::string_view name, Attributes attributes = {});
  void close();
  void empty(std::string_view name, Attributes attributes = {});
  void text(std::string_view utf8);
  void element(std::string_view name, Attributes attributes, std::string_view utf8);
  void raw(std::string_view xml) { out_ += xml; }

  std::string take() { return std::move(out_); }

private:
  void start(std::string_view name, Attributes attributes);
  std::string out_;
  std::vector<std::string> open_;
};

/// "12.5pt"
std::string points(double value);

} // namespace hdskit::page
