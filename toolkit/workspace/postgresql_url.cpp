#include "toolkit/workspace/postgresql_dialect.hpp"

#include "toolkit/base/problem.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"

#include <algorithm>
#include <charconv>
#include <map>

namespace hdskit {
namespace {

struct ServerUrl {
  std::vector<std::string> hosts;
  std::map<std::string, std::string> options;
};

/// The URL is not repeated: what cannot be read may well hold a password.
[[noreturn]] void refuse_url(const std::string& why, const std::string& remedy) { throw Problem{ProblemKind::bad_input, "postgresql://", why, remedy}; }

[[noreturn]] void refuse_form() {
  refuse_url(tr("The address of the database is not one that can be read."),
             tr("Give it as “postgresql://user@host:port/database”, with special characters written as %40 and the like."));
}

/// libpq stops reading at a NUL: what stands behind it, sslmode included, would not count.
void require_text(std::string_view text) {
  const auto control = [](unsigned char c) { return c < 0x20 || c == 0x7F; };
  if (!is_utf8(text) || std::ranges::any_of(text, control)) refuse_form();
}

std::string decoded(std::string_view text) {
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '%') {
      result += text[i];
      continue;
    }
    unsigned value = 0;
    const auto digits = text.substr(i + 1, 2);
    if (digits.size() != 2 || std::from_chars(digits.data(), digits.data() + 2, value, 16).ptr != digits.data() + 2) refuse_form();
    result += static_cast<char>(value);
    i += 2;
  }
  require_text(result);
  return result;
}

/// "host", "host:5432" or "[::1]:5432".
std::string host_of(std::string_view place) {
  std::string_view host = place, rest;
  if (place.starts_with('[')) {
    const auto end = place.find(']');
    if (end == std::string_view::npos) refuse_form();
    host = place.substr(1, end - 1);
    rest = place.substr(end + 1);
  } else if (const auto colon = place.find(':'); colon != std::string_view::npos) {
    host = place.substr(0, colon);
    rest = place.substr(colon);
  }
  // a port that is no number may be half of a password
  if (!rest.empty() && (rest[0] != ':' || rest.find_first_not_of("0123456789", 1) != std::string_view::npos)) refuse_form();
  return decoded(host);
}

ServerUrl read_url(std::string_view url) {
  require_text(url);
  if (!url.starts_with("postgresql://") && !url.starts_with("postgres://")) refuse_form();
  url.remove_prefix(url.find("://") + 3);
  const auto query_at = std::min(url.find('?'), url.size());
  const auto place = url.substr(0, query_at);
  auto authority = place.substr(0, place.find('/'));
  // libpq ends the name at the first '@', behind a '?' too: what we took for a host and a port could be a name and a password
  const auto at = url.find('@');
  if (at != std::string_view::npos && (at > authority.size() || url.find('@', at + 1) != std::string_view::npos)) refuse_form();
  ServerUrl result;
  if (at != std::string_view::npos) {
    if (authority.substr(0, at).find(':') != std::string_view::npos) result.options["password"] = "";
    authority.remove_prefix(at + 1);
  }
  for (const auto& host : split(authority, ',')) result.hosts.push_back(host_of(host));
  if (query_at == url.size()) return result;
  for (const auto& option : split(url.substr(query_at + 1), '&')) {
    const auto equals = option.find('=');
    if (equals == std::string::npos) refuse_form();
    result.options[decoded(std::string_view{option}.substr(0, equals))] = decoded(std::string_view{option}.substr(equals + 1));
  }
  for (const auto* name : {"host", "hostaddr"})
    if (const auto found = result.options.find(name); found != result.options.end())
      for (const auto& host : split(found->second, ',')) result.hosts.push_back(host);
  std::erase(result.hosts, "");
  return result;
}

bool is_here(const std::string& host) {
  if (host.starts_with('/') || host == "localhost" || host == "::1") return true;
  return host.starts_with("127.") && host.find_first_not_of("0123456789.") == std::string::npos;
}

} // namespace

std::string safe_server_url(const std::string& url) {
  const auto parts = read_url(url);
  for (const auto* secret : {"password", "sslpassword"})
    if (parts.options.contains(secret))
      refuse_url(tr("The address of the database contains a password, which other people of this machine could read."),
                 tr("Take it out of the address and put it into the file ~/.pgpass, readable by you only."));
  std::string safe = url + (url.find('?') == std::string::npos ? "?" : "&");
  const auto add = [&](const std::string& name, const std::string& value) {
    if (!parts.options.contains(name)) safe += name + "=" + value + "&";
  };
  // Without a host, libpq takes it from a service file or the environment: it may be anywhere. On a socket the option does nothing.
  const bool here = !parts.hosts.empty() && !parts.options.contains("service") && std::all_of(parts.hosts.begin(), parts.hosts.end(), is_here);
  if (!here) {
    const auto mode = parts.options.find("sslmode");
    if (mode != parts.options.end() && mode->second != "verify-full")
      refuse_url(tr("The address asks for sslmode={1}, which would not prove that the server is the right one.", {mode->second}),
                 tr("Leave sslmode out: “verify-full” is used. See the guide for where to put the certificate of your authority."));
    add("sslmode", "verify-full");
  }
  add("connect_timeout", "10"); // seconds
  safe.pop_back();
  return safe;
}

} // namespace hdskit
