#include "cli/json.hpp"

#include <boost/json/serialize.hpp>

#include <ostream>

namespace hdskit::cli {

void print_json(std::ostream& out, const json::value& value) { out << json::serialize(value) << '\n'; }

} // namespace hdskit::cli
