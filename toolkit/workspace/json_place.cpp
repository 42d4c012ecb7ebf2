#include "toolkit/workspace/json_place.hpp"

#include "toolkit/base/translate.hpp"

#include <algorithm>
#include <cstdint>

namespace hdskit {
namespace {

std::string shorter(std::string_view way) {
  const auto end = way.find_last_of(".[");
  return std::string{end == std::string_view::npos ? std::string_view{} : way.substr(0, end)};
}

/// Walks through a text that is known to be JSON; stops quietly at what is none.
class Walk {
public:
  Walk(std::string_view json, std::map<std::string, std::size_t>& offsets) : json_{json}, offsets_{offsets} {}

  void value() {
    skip_blanks();
    if (const auto asked = offsets_.find(way_); asked != offsets_.end()) asked->second = at_;
    if (next('{')) members();
    else if (next('[')) entries();
    else if (next('"')) rest_of_text();
    else at_ = std::min(json_.find_first_of(",]} \t\r\n", at_), json_.size());
  }

private:
  void skip_blanks() { at_ = std::min(json_.find_first_not_of(" \t\r\n", at_), json_.size()); }
  bool next(char c) {
    skip_blanks();
    const bool stands = at_ < json_.size() && json_[at_] == c;
    at_ += stands ? 1 : 0;
    return stands;
  }

  std::string_view rest_of_text() {
    const auto start = at_;
    while (at_ < json_.size() && json_[at_] != '"') at_ += json_[at_] == '\\' ? 2 : 1;
    at_ = std::min(at_, json_.size());
    const auto text = json_.substr(start, at_ - start);
    if (at_ < json_.size()) ++at_;
    return text;
  }

  void members() {
    const auto length = way_.size();
    while (next('"')) {
      if (length > 0) way_ += '.';
      way_ += rest_of_text();
      if (next(':')) value();
      way_.resize(length);
      if (!next(',')) break;
    }
    next('}');
  }

  void entries() {
    if (next(']')) return;
    const auto length = way_.size();
    for (std::size_t place = 0; at_ < json_.size(); ++place) {
      way_ += "[" + std::to_string(place) + "]";
      value();
      way_.resize(length);
      if (!next(',')) break;
    }
    next(']');
  }

  std::string_view json_;
  std::map<std::string, std::size_t>& offsets_;
  std::string way_;
  std::size_t at_ = 0;
};

std::string_view without_mark(std::string_view json) {
  constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
  if (json.starts_with(byte_order_mark)) json.remove_prefix(byte_order_mark.size());
  return json;
}

} // namespace

JsonPlaces::JsonPlaces(std::string_view json, const std::set<std::string>& ways) : json_{without_mark(json)} {
  for (auto way : ways)
    for (; offsets_.emplace(way, std::string::npos).second && !way.empty(); way = shorter(way)) {}
  Walk{json_, offsets_}.value();
}

std::optional<std::size_t> JsonPlaces::offset_of(std::string way) const {
  auto found = offsets_.find(way);
  while (!way.empty() && (found == offsets_.end() || found->second == std::string::npos)) found = offsets_.find(way = shorter(way));
  if (found == offsets_.end() || found->second == std::string::npos) return std::nullopt;
  return found->second;
}

std::string JsonPlaces::placed(std::string way, const std::string& sentence) const {
  const auto offset = offset_of(std::move(way));
  if (!offset) return sentence;
  const auto before = json_.substr(0, *offset);
  const auto line = std::ranges::count(before, '\n') + 1;
  const auto start = before.rfind('\n') == std::string_view::npos ? 0 : before.rfind('\n') + 1;
  const auto column = std::ranges::count_if(before.substr(start), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }) + 1;
  return tr("line {1}, column {2}: {3}", {std::to_string(line), std::to_string(column), sentence});
}

} // namespace hdskit
