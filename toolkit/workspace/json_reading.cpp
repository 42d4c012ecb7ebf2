#include "toolkit/workspace/json_reading.hpp"

#include "toolkit/base/problem.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/workspace/json_place.hpp"

#include <boost/json/stream_parser.hpp>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <set>

namespace hdskit {
namespace {

constexpr std::size_t most_defects = 100; // beyond, a list of defects helps nobody
constexpr std::size_t longest_shown = 60; // bytes of a foreign word in a sentence

std::string shown(std::string_view text) {
  if (text.size() <= longest_shown) return std::string{text};
  auto end = longest_shown;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return std::string{text.substr(0, end)} + "…";
}

[[noreturn]] void refuse_at(std::string_view json, std::size_t offset, const std::string& name) {
  const auto before = json.substr(0, std::min(offset, json.size()));
  const auto line = std::ranges::count(before, '\n') + 1;
  const auto start = before.rfind('\n') == std::string_view::npos ? 0 : before.rfind('\n') + 1;
  const auto column = std::ranges::count_if(before.substr(start), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }) + 1;
  throw Problem{ProblemKind::bad_input, name,
                tr("“{1}” is no JSON: line {2}, column {3} cannot be read.", {name, std::to_string(line), std::to_string(column)}),
                tr("Give a file that hdskit exported, or correct that place; nothing was changed.")};
}

std::string number_text(double value) {
  char text[32];
  const auto end = std::to_chars(std::begin(text), std::end(text), value).ptr;
  return {text, end};
}

} // namespace

boost::json::value parse_foreign_json(std::string_view json, const std::string& name, std::size_t size_limit) {
  if (json.size() > size_limit)
    throw Problem{ProblemKind::bad_input, name, tr("“{1}” is too large: at most {2} are read.", {name, french_bytes(size_limit)}),
                  tr("Check that it is the right file.")};
  constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
  if (json.starts_with(byte_order_mark)) json.remove_prefix(byte_order_mark.size());
  boost::json::stream_parser parser;
  boost::system::error_code error;
  const auto read = parser.write_some(json.data(), json.size(), error);
  if (error || read < json.size()) refuse_at(json, read, name);
  parser.finish(error);
  if (error) refuse_at(json, json.size(), name); // it ends too early
  return parser.release();
}

void JsonDefects::report(const std::string& place, const std::string& sentence) {
  if (defects_.size() == most_defects) ++unsaid_;
  else defects_.push_back({place, place.empty() ? sentence : place + ": " + sentence});
}

void JsonDefects::refuse(const std::string& name, const std::string& remedy, std::string_view json) const {
  if (none()) return;
  std::set<std::string> ways;
  for (const auto& defect : defects_) ways.insert(defect.place);
  const JsonPlaces places{json, ways};
  auto sentence = replaced(trn("“{2}” has {1} defect:", "“{2}” has {1} defects:", static_cast<std::int64_t>(defects_.size() + unsaid_)), "{2}", name);
  for (const auto& [place, said] : defects_) sentence += "\n" + (json.empty() ? said : places.placed(place, said));
  if (unsaid_ > 0) sentence += "\n…";
  throw Problem{ProblemKind::bad_input, name, sentence, remedy};
}

JsonObject::JsonObject(const boost::json::value& value, std::string place, JsonDefects& defects, std::initializer_list<std::string_view> known)
    : object_{value.if_object()}, place_{std::move(place)}, defects_{defects} {
  if (!object_) {
    defects_.report(place_, tr("An object { … } is expected here."));
    return;
  }
  for (const auto& [key, member] : *object_)
    if (std::ranges::find(known, std::string_view{key}) == known.end()) defects_.report(place_of(shown(key)), tr("The format has no such member."));
}

const boost::json::value* JsonObject::find(std::string_view name) const { return object_ ? object_->if_contains({name.data(), name.size()}) : nullptr; }

std::string JsonObject::place_of(std::string_view name) const { return place_.empty() ? std::string{name} : place_ + "." + std::string{name}; }

void JsonObject::report_missing(std::string_view name) const {
  if (object_) defects_.report(place_of(name), tr("It is missing."));
}

std::string JsonObject::text(std::string_view name, std::size_t longest) const {
  const auto* value = find(name);
  if (!value) return {};
  const auto* text = value->if_string();
  if (!text) defects_.report(place_of(name), tr("A text is expected here."));
  else if (text->size() > longest) defects_.report(place_of(name), tr("The text is too long: at most {1} bytes.", {std::to_string(longest)}));
  else return std::string{*text};
  return {};
}

std::string JsonObject::needed_text(std::string_view name, std::size_t longest) const {
  if (!find(name)) report_missing(name);
  auto result = text(name, longest);
  if (const auto* value = find(name); value && value->is_string() && trimmed(std::string_view{value->get_string()}).empty())
    defects_.report(place_of(name), tr("It is empty."));
  return result;
}

int JsonObject::whole_number(std::string_view name, int least, int most, int otherwise) const {
  const auto* value = find(name);
  if (!value) return otherwise;
  int result = otherwise;
  if (!is_whole_number(*value, least, most, result))
    defects_.report(place_of(name), tr("A whole number from {1} to {2} is expected here.", {std::to_string(least), std::to_string(most)}));
  return result;
}

double JsonObject::number(std::string_view name, double least, double most) const {
  const auto* value = find(name);
  if (!value) {
    report_missing(name);
    return least;
  }
  boost::system::error_code error;
  const auto result = value->is_number() ? value->to_number<double>(error) : std::nan("");
  if (!error && result >= least && result <= most) return result;
  defects_.report(place_of(name), tr("A number from {1} to {2} is expected here.", {number_text(least), number_text(most)}));
  return least;
}

const boost::json::array& JsonObject::array(std::string_view name, std::size_t fewest, std::size_t most) const {
  static const boost::json::array none;
  const auto* value = find(name);
  if (!value) {
    if (fewest > 0) report_missing(name);
    return none;
  }
  const auto* array = value->if_array();
  if (!array) defects_.report(place_of(name), tr("A list [ … ] is expected here."));
  else if (array->size() < fewest || array->size() > most)
    defects_.report(place_of(name),
                    tr("The list has {1} entries: {2} to {3} are expected.", {std::to_string(array->size()), std::to_string(fewest), std::to_string(most)}));
  else return *array;
  return none;
}

bool is_whole_number(const boost::json::value& value, int least, int most, int& result) {
  const auto* number = value.if_int64();
  if (!number || *number < least || *number > most) return false;
  result = static_cast<int>(*number);
  return true;
}

} // namespace hdskit
