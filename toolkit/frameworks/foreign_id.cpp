#include "toolkit/frameworks/foreign_id.hpp"

#include "toolkit/base/text.hpp"

#include <algorithm>

namespace hdskit {
namespace {

constexpr std::size_t longest_part = 80; // bytes

bool is_ascii(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

bool in_ids(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '_'; }

/// The text after `count` colons, or nothing when there are fewer.
std::string_view after_colons(std::string_view text, int count) {
  for (; count > 0; --count) {
    const auto colon = text.find(':');
    if (colon == std::string_view::npos) return {};
    text.remove_prefix(colon + 1);
  }
  return text;
}

} // namespace

std::string id_part(std::string_view foreign) {
  const std::string text = is_ascii(foreign) ? std::string{foreign} : folded(foreign);
  std::string part;
  for (const char c : text) {
    if (in_ids(c)) part += c;
    else if (!part.empty() && part.back() != '-') part += '-';
    if (part.size() == longest_part) break;
  }
  while (!part.empty() && (part.back() == '-' || part.back() == '.')) part.pop_back();
  const auto first = part.find_first_not_of(".-_");
  return first == std::string::npos ? std::string{} : part.substr(first);
}

std::string_view own_part(std::string_view urn) {
  if (!id_key(urn).starts_with("urn:")) return urn;
  const auto own = after_colons(urn, 5);
  if (!own.empty()) return own;
  const auto last = urn.rfind(':');
  return urn.substr(last + 1);
}

std::string framework_id_of(std::string_view urn) {
  if (!id_key(urn).starts_with("urn:")) return id_part("foreign-" + std::string{urn});
  const auto rest = urn.substr(4);
  const auto packager = rest.substr(0, rest.find(':'));
  const auto name = urn.substr(urn.rfind(':') + 1);
  auto id = id_part(std::string{packager} + "-" + std::string{name});
  const bool letter = !id.empty() && ((id[0] >= 'a' && id[0] <= 'z') || (id[0] >= 'A' && id[0] <= 'Z'));
  return letter ? id : id_part("foreign-" + id);
}

std::string id_key(std::string_view id) {
  std::string key{id};
  for (auto& c : key)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return key;
}

std::string FreshIds::fresh(std::string id) {
  auto candidate = id;
  for (int number = 2; !given_.insert(id_key(candidate)).second; ++number) candidate = id + "-" + std::to_string(number);
  return candidate;
}

} // namespace hdskit
