#pragma once

#include <boost/json/value.hpp>

#include <string>

namespace hdskit {

/// The value as people read it: two spaces of indentation, members in their order, lists of numbers on one line, numbers in their shortest form; ends with a
/// line feed. The same text for the same value.
std::string readable_json(const boost::json::value& value);

} // namespace hdskit
