#include "toolkit/access/web_address.hpp"

#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>

namespace hdskit {
namespace {

constexpr std::size_t longest = 2000; // bytes: what servers take

bool is_port(std::string_view text) {
  unsigned number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc{} && end == text.data() + text.size() && number >= 1 && number <= 65535;
}

/// A name, an IPv4 address, or an IPv6 address in brackets.
bool is_host(std::string_view text) {
  if (text.starts_with('[')) {
    const auto inside = [](unsigned char c) { return std::isxdigit(c) || c == ':' || c == '.'; };
    return text.size() > 4 && text.ends_with(']') && std::ranges::all_of(text.substr(1, text.size() - 2), inside);
  }
  const auto fits = [](unsigned char c) { return std::isalnum(c) || c == '-' || c == '.' || c == '_'; };
  return !text.empty() && std::ranges::all_of(text, fits) && text.front() != '.' && text.front() != '-';
}

std::string usual_port(std::string_view scheme) { return scheme == "https" ? "443" : scheme == "ldap" ? "389" : "80"; }

bool holds_a_user(std::string_view text) {
  const auto begin = text.find("://");
  if (begin == std::string_view::npos) return false;
  return text.substr(begin + 3, text.find_first_of("/?#", begin + 3) - (begin + 3)).find('@') != std::string_view::npos;
}

std::string secret_sentence() { return tr("The address holds a user or a password, which lists and reports would show."); }

} // namespace

WebAddress parse_web_address(std::string_view text) {
  const auto is_plain = [](unsigned char c) { return c > 0x20 && c < 0x7F && c != '\\' && c != '"' && c != '<' && c != '>'; };
  const auto begin = text.find("://");
  if (text.size() > longest || begin == std::string_view::npos || !std::ranges::all_of(text, is_plain) || text.find('#') != std::string_view::npos) return {};
  const auto authority_at = begin + 3;
  const auto rest_at = std::min(text.find_first_of("/?", authority_at), text.size());
  const auto authority = text.substr(authority_at, rest_at - authority_at);
  const auto colon = authority.find(':', authority.starts_with('[') ? std::min(authority.find(']'), authority.size()) : 0);
  const auto host = authority.substr(0, colon);
  const auto port = colon == std::string_view::npos ? std::string_view{} : authority.substr(colon + 1);
  if (!is_host(host) || (colon != std::string_view::npos && !is_port(port))) return {};
  return {folded(text.substr(0, begin)), folded(host), std::string{port}, std::string{text.substr(rest_at)}};
}

bool is_same_server(std::string_view one, std::string_view other) {
  const auto a = parse_web_address(one), b = parse_web_address(other);
  const auto port = [](const WebAddress& address) { return address.port.empty() ? usual_port(address.scheme) : address.port; };
  return !a.host.empty() && a.host == b.host && a.scheme == b.scheme && port(a) == port(b);
}

std::string web_address_defect(std::string_view text, std::string_view scheme) {
  if (holds_a_user(text)) return secret_sentence();
  const auto address = parse_web_address(text);
  if (!address.host.empty() && (scheme.empty() ? address.scheme == "http" || address.scheme == "https" : address.scheme == scheme)) return "";
  return scheme.empty() ? tr("“{1}” is no address: it looks like http://server.example/list.crl.", {text})
                        : tr("“{1}” is no address of an application that asks for a card: it looks like https://application.hospital.example/.", {text});
}

std::string proxy_address_defect(std::string_view text) {
  if (holds_a_user(text)) return secret_sentence();
  const auto address = parse_web_address(text);
  if (address.scheme == "http" && !address.port.empty() && (address.rest.empty() || address.rest == "/")) return "";
  return tr("“{1}” is no proxy: it looks like http://proxy.hospital.example:3128.", {text});
}

std::string ldap_address_defect(std::string_view text) {
  if (holds_a_user(text)) return secret_sentence();
  constexpr std::array<std::string_view, 2> attributes = {"certificaterevocationlist", "deltarevocationlist"};
  const auto address = parse_web_address(text);
  const auto parts = split(address.rest, '?');
  const auto attribute = parts.size() > 1 ? split(folded(parts[1]), ';').front() : std::string{};
  const bool one_entry = parts.size() > 2 && folded(parts[2]) == "base";
  if (address.scheme == "ldap" && parts.front().size() > 1 && one_entry && std::ranges::find(attributes, attribute) != attributes.end()) return "";
  return tr("“{1}” is no address of a list in a directory: it looks like ldap://directory.example/cn=…?certificateRevocationList;binary?base.", {text});
}

} // namespace hdskit
