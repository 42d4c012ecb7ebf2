#include "cli/json.hpp"

#include <boost/json/serialize.hpp>

#include <ostream>

namespace hdskit::cli {

void print_json(std::ostream& out, const json::value& value) { out << json::serialize(value) << '\n'; }

void JsonArrayPrinter::add(const json::value& value) {
  out_ << (any_ ? "," : "[") << json::serialize(value);
  any_ = true;
}

void JsonArrayPrinter::end() { out_ << (any_ ? "]\n" : "[]\n"); }

} // namespace hdskit::cli
