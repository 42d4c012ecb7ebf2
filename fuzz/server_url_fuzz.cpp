#include "fuzz/answer.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/workspace/postgresql_dialect.hpp"

#include <libpq-fe.h>

#include <memory>

// The address of a database server. libpq reads what we let through: it must find no password in it, and no way to a distant server that has not
// proved its name.

using namespace hdskit;

namespace {

class Connection {
public:
  explicit Connection(const std::string& url) : options_{PQconninfoParse(url.c_str(), nullptr), PQconninfoFree} {}
  bool read() const { return options_ != nullptr; }

  std::string value(std::string_view name) const {
    for (const auto* option = options_.get(); option->keyword; ++option)
      if (option->keyword == name && option->val) return option->val;
    return {};
  }

private:
  std::unique_ptr<PQconninfoOption, void (*)(PQconninfoOption*)> options_;
};

bool is_here(const std::string& host) { return host.starts_with('/') || host == "localhost" || host == "::1" || host.starts_with("127."); }

bool stays_here(const Connection& connection) {
  if (!connection.value("service").empty()) return false;
  bool any = false;
  for (const auto* name : {"host", "hostaddr"})
    for (const auto& host : split(connection.value(name), ',')) {
      if (host.empty()) continue;
      if (!is_here(host)) return false;
      any = true;
    }
  return any;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const std::string url{fuzz::text_of(bytes, size)};
  std::string safe;
  if (!fuzz::done([&] { safe = safe_server_url(url); })) return 0;
  fuzz::promise(fuzz::done([&] { safe_server_url(safe); }), "a safe address stays one");
  const Connection connection{safe};
  if (!connection.read()) return 0; // libpq will say so to the person
  fuzz::promise(connection.value("password").empty() && connection.value("sslpassword").empty(), "no password is in the address");
  fuzz::promise(stays_here(connection) || connection.value("sslmode") == "verify-full", "a distant server proves its name");
  return 0;
}
