#pragma once

// The one place that includes Boost.JSON. Its objects keep the order in which members were put in.
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/value.hpp>

#include <iosfwd>
#include <string_view>

namespace hdskit::cli {

namespace json = boost::json;

/// One line of JSON.
void print_json(std::ostream& out, const json::value& value);

/// An array, element by element: thousands of records need not stand in memory together, as objects and as text.
class JsonArrayPrinter {
public:
  explicit JsonArrayPrinter(std::ostream& out) : out_{out} {}
  void add(const json::value& value);
  void end(); ///< the line is complete

private:
  std::ostream& out_;
  bool any_ = false;
};

/// A text as JSON accepts it.
inline json::string json_text(std::string_view text) { return json::string{text}; }

} // namespace hdskit::cli
