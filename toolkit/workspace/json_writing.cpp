#include "toolkit/workspace/json_writing.hpp"

#include <boost/json/serialize.hpp>

#include <algorithm>
#include <charconv>
#include <iterator>

namespace hdskit {
namespace {

void write(std::string& out, const boost::json::value& value, std::size_t depth);

void write_line(std::string& out, std::size_t depth) {
  out += '\n';
  out.append(2 * depth, ' ');
}

void write_list(std::string& out, const boost::json::array& list, std::size_t depth) {
  const bool flat = std::ranges::all_of(list, [](const auto& part) { return part.is_number() || part.is_bool(); });
  out += '[';
  for (std::size_t i = 0; i < list.size(); ++i) {
    if (i > 0) out += flat ? ", " : ",";
    if (!flat) write_line(out, depth + 1);
    write(out, list[i], depth + 1);
  }
  if (!flat) write_line(out, depth);
  out += ']';
}

void write_object(std::string& out, const boost::json::object& object, std::size_t depth) {
  out += '{';
  bool first = true;
  for (const auto& [name, member] : object) {
    if (!first) out += ',';
    first = false;
    write_line(out, depth + 1);
    out += boost::json::serialize(boost::json::string_view{name}) + ": ";
    write(out, member, depth + 1);
  }
  if (!first) write_line(out, depth);
  out += '}';
}

void write(std::string& out, const boost::json::value& value, std::size_t depth) {
  if (const auto* object = value.if_object()) return write_object(out, *object, depth);
  if (const auto* list = value.if_array()) return write_list(out, *list, depth);
  if (const auto* number = value.if_double()) {
    char text[32];
    out.append(text, std::to_chars(std::begin(text), std::end(text), *number).ptr);
    return;
  }
  out += boost::json::serialize(value);
}

} // namespace

std::string readable_json(const boost::json::value& value) {
  std::string out;
  write(out, value, 0);
  return out + '\n';
}

} // namespace hdskit
