#pragma once

#include <string>
#include <string_view>

namespace hdskit {

// Addresses that a person writes down: one host, no user, no password. What cannot be told at a glance is refused.

/// The parts of "scheme://host[:port]/rest"; all of them empty when the text is no such address.
struct WebAddress {
  std::string scheme, host, port; ///< letters in lower case; port: digits or ""
  std::string rest;               ///< path and query, as written; "" or beginning with '/' or '?'
};
WebAddress parse_web_address(std::string_view text);
/// Host and port of an address: whether two addresses ask the same server.
bool is_same_server(std::string_view one, std::string_view other);

// A sentence about what is wrong; "" for an address that can be used.
std::string web_address_defect(std::string_view text, std::string_view scheme); ///< `scheme`: "https", or "" for http and https
std::string proxy_address_defect(std::string_view text);                        ///< http://host:port and nothing behind it
/// ldap://host[:port]/name?attribute?base: one entry and one of the two attributes that hold a list.
std::string ldap_address_defect(std::string_view text);

} // namespace hdskit
