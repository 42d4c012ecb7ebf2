#include "toolkit/workspace/postgresql_dialect.hpp"

#include "toolkit/base/problem.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"

#include <soci/soci.h>

#include <algorithm>
#include <charconv>

namespace hdskit {
namespace {

/// The server keeps 63 ASCII characters of an application's name: letters with accents travel as %C3%A9, and come back.
std::string sign_of(const std::string& name) {
  constexpr std::size_t room = 63;
  constexpr std::string_view hex = "0123456789ABCDEF";
  std::string sign = "hdskit ";
  for (const char c : name) {
    const auto byte = static_cast<unsigned char>(c);
    const bool plain = byte >= 0x20 && byte < 0x7f && c != '%';
    if (sign.size() + (plain ? 1 : 3) > room) break;
    if (plain) sign += c;
    else sign += {'%', hex[byte >> 4], hex[byte & 15]};
  }
  return sign;
}

std::string name_of(std::string_view sign) {
  if (sign.starts_with("hdskit ")) sign.remove_prefix(7);
  std::string name;
  for (std::size_t i = 0; i < sign.size(); ++i) {
    unsigned value = 0;
    const auto digits = sign[i] == '%' ? sign.substr(i + 1, 2) : std::string_view{};
    if (digits.size() == 2 && std::from_chars(digits.data(), digits.data() + 2, value, 16).ptr == digits.data() + 2) {
      name += static_cast<char>(value);
      i += 2;
    } else {
      name += sign[i];
    }
  }
  while (!is_utf8(name)) name.pop_back(); // cut in the middle of a letter
  return name;
}

std::string first_line(const std::string& text) {
  const auto lines = lines_of(trimmed(text));
  return lines.empty() ? text : std::string{trimmed(lines.front())};
}

/// One turn per schema, so that two workspaces in one database do not wait for each other.
constexpr auto turn = "1212437297, hashtext(current_schema())"; // 0x48445331, as in the header of workspace files

class PostgresqlDialect final : public Dialect {
public:
  PostgresqlDialect(std::string url, std::unique_ptr<soci::session> connected, std::chrono::milliseconds patience)
      : Dialect{std::move(connected)}, url_{std::move(url)}, patience_{std::max<std::int64_t>(patience.count(), 1)} {}

  void settle() {
    execute("set client_min_messages = error"); // notices would be printed on standard error
    execute("set client_encoding = 'UTF8'");
    execute("set application_name = 'hdskit'");
    const auto place = read("select current_schema(), current_setting('server_encoding')").at(0);
    if (place[0].empty())
      throw Problem{ProblemKind::bad_input, url_, tr("The database “{1}” has no schema to work in.", {url_}),
                    tr("Create one, or name it with “?options=-csearch_path%3Dname”.")};
    if (place[1] != "UTF8")
      throw Problem{ProblemKind::bad_input, url_, tr("The database “{1}” stores text as {2}; UTF8 is needed.", {url_, place[1]}),
                    tr("Create the database with encoding UTF8.")};
  }

  bool has_table(const std::string& name) override {
    const auto names = tables();
    return std::find(names.begin(), names.end(), name) != names.end();
  }
  std::vector<std::string> tables() override {
    return names("select cast(c.relname as text) from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = current_schema() and "
                 "c.relkind = 'r' order by 1",
                 {});
  }
  std::vector<std::string> columns(const std::string& table) override {
    return names("select cast(a.attname as text) from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace "
                 "where n.nspname = current_schema() and c.relname = :p1 and a.attnum > 0 and not a.attisdropped order by a.attnum",
                 {table});
  }

  std::string byte_order(const std::string& expression) const override { return expression + " collate \"C\""; }

  std::string bytes_type() const override { return "bytea"; }
  std::string bytes_parameter(const std::string& parameter) const override { return "decode(" + parameter + ", 'hex')"; }
  std::string bytes_column() const override { return "encode(bytes, 'hex')"; }

  std::string pack(std::string_view bytes) const override {
    constexpr std::string_view hex = "0123456789abcdef";
    std::string text;
    text.reserve(bytes.size() * 2);
    for (const char c : bytes) {
      text += hex[static_cast<unsigned char>(c) >> 4];
      text += hex[static_cast<unsigned char>(c) & 15];
    }
    return text;
  }

  std::string unpack(const std::string& text) const override {
    const auto digit = [](char c) { return c <= '9' ? c - '0' : c - 'a' + 10; };
    std::string bytes;
    bytes.reserve(text.size() / 2);
    for (std::size_t i = 0; i + 1 < text.size(); i += 2) bytes += static_cast<char>(digit(text[i]) << 4 | digit(text[i + 1]));
    return bytes;
  }

  void note_format(int) override {} // the table `migration` says it

  /// The server has no examination that a mere user may ask for; reading every row makes it compare its page checksums.
  std::vector<std::string> engine_defects() override {
    for (const auto& table : tables()) read("select count(*) from \"" + table + "\"");
    return {};
  }

private:
  void start_change(const Acting& acting) override {
    execute("begin");
    try {
      wait_for_turn(acting);
    } catch (...) {
      undo();
      throw;
    }
  }
  void start_snapshot() override { execute("begin isolation level repeatable read read only"); }
  void keep() override { execute("commit"); }
  void undo() noexcept override {
    try {
      execute("rollback");
    } catch (const std::exception&) { // the connection is gone, and the server has undone it by itself
    }
  }

  /// The server's messages come in its own language, so the lock's time-out is caught on its side and leaves a word.
  void wait_for_turn(const Acting& acting) {
    read("select set_config('application_name', :p1, true), set_config('lock_timeout', :p2, true)", {sign_of(acting.name), std::to_string(patience_)});
    execute(std::string{"do $turn$ begin perform pg_advisory_xact_lock("} + turn + "); perform set_config('hdskit.turn', 'held', true); " +
            "exception when lock_not_available then perform set_config('hdskit.turn', 'late', true); end $turn$");
    if (read("select current_setting('hdskit.turn')").at(0).at(0) != "held")
      throw Problem{ProblemKind::busy, url_, tr("The workspace “{1}” is held by {2}.", {url_, holder()}),
                    tr("Wait until that work is finished, then start again; nothing was changed.")};
    read("select set_config('lock_timeout', '0', true)");
  }

  std::string holder() {
    const auto rows = read("select a.application_name, coalesce(host(a.client_addr), ''), to_char(a.xact_start at time zone 'UTC', "
                           "'YYYY-MM-DD\"T\"HH24\":\"MI\":\"SS\"Z\"'), a.pid "
                           "from pg_locks l join pg_stat_activity a on a.pid = l.pid where l.locktype = 'advisory' and l.granted and l.classid = 1212437297 "
                           "and l.database = (select oid from pg_database where datname = current_database()) "
                           "and l.objid = cast((cast(hashtext(current_schema()) as bigint) & 4294967295) as oid)");
    if (rows.empty() || rows[0][0].empty()) return tr("another process");
    const auto& row = rows[0];
    return tr("{1} (server process {2}, from {3}, since {4})", {name_of(row[0]), row[3], row[1].empty() ? tr("the server itself") : row[1], row[2]});
  }

  [[noreturn]] void fail(const soci::soci_error& error) override {
    // The message alone: the context that SOCI adds repeats parameters, which may be confidential.
    const auto details = first_line(error.get_error_message());
    switch (error.get_error_category()) {
      case soci::soci_error::no_privilege:
        throw Problem{ProblemKind::refused, url_, tr("The database “{1}” does not allow this: {2}.", {url_, details}),
                      tr("Ask its administrator for the rights; nothing was changed.")};
      case soci::soci_error::constraint_violation:
        throw Problem{ProblemKind::bad_input, url_, tr("This was recorded already: {1}.", {details}),
                      tr("Change what stands there instead of adding it again; nothing was changed.")};
      case soci::soci_error::connection_error:
        throw Problem{ProblemKind::unreachable, url_, tr("The connection to the database “{1}” broke off.", {url_}),
                      tr("Check the network and that the server runs, then open the workspace again; nothing was changed.")};
      case soci::soci_error::system_error:
        throw Problem{ProblemKind::unreachable, url_, tr("The database “{1}” could not do this: {2}.", {url_, details}),
                      tr("Ask its administrator to look at the server; nothing was changed.")};
      default:
        throw Problem{ProblemKind::damaged, url_, tr("The workspace in the database “{1}” is damaged: {2}.", {url_, details}),
                      tr("Restore the last backup with `hdskit workspace restore`.")};
    }
  }

  std::vector<std::string> names(const std::string& sql, const std::vector<std::string>& parameters) {
    std::vector<std::string> result;
    read_each(sql, parameters, [&](const Row& row) { result.push_back(row[0]); });
    return result;
  }

  std::string url_;
  std::int64_t patience_; // milliseconds
};

} // namespace

std::unique_ptr<Dialect> connect_postgresql(const std::string& url, std::chrono::milliseconds patience) {
  const auto safe = safe_server_url(url);
  std::unique_ptr<soci::session> session;
  try {
    session = std::make_unique<soci::session>("postgresql", safe);
  } catch (const soci::soci_error& error) {
    throw Problem{ProblemKind::unreachable, url, tr("The database “{1}” cannot be reached: {2}.", {url, first_line(error.get_error_message())}),
                  tr("Check the address, your rights in ~/.pgpass, and that the server runs. The Debian package libsoci-postgresql4.0 is needed.")};
  }
  auto dialect = std::make_unique<PostgresqlDialect>(url, std::move(session), patience);
  dialect->settle();
  return dialect;
}

} // namespace hdskit
