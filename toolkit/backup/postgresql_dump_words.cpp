#include "toolkit/backup/postgresql_dump_outline.hpp"

#include "toolkit/base/text.hpp"

#include <algorithm>
#include <array>

namespace hdskit {
namespace {

using Tokens = std::vector<SqlToken>;

// All that pg_dump and pg_dumpall begin a statement with.
constexpr std::array<std::string_view, 15> lawful_starts{"set",    "reset", "select", "create", "alter",  "comment", "grant",   "revoke",
                                                         "insert", "copy",  "drop",   "begin",  "commit", "refresh", "security"};
// Functions of pg_catalog that they call; lo_export and lo_import are not among them: those write and read files.
constexpr std::array<std::string_view, 11> lawful_functions{"set_config",
                                                            "setval",
                                                            "lo_create",
                                                            "lo_open",
                                                            "lowrite",
                                                            "lo_close",
                                                            "lo_unlink",
                                                            "lo_put",
                                                            "pg_restore_relation_stats",
                                                            "pg_restore_attribute_stats",
                                                            "pg_clear_relation_stats"};

bool at(const Tokens& tokens, std::size_t index, std::string_view word) { return index < tokens.size() && tokens[index].is(word); }

std::size_t find(const Tokens& tokens, std::string_view word, std::size_t from = 0) {
  while (from < tokens.size() && !tokens[from].is(word)) ++from;
  return from;
}

std::string first_words(const Tokens& tokens, std::size_t count) {
  std::string text;
  for (std::size_t i = 0; i < std::min(count, tokens.size()); ++i)
    text += (i ? " " : "") + (tokens[i].kind == SqlToken::Kind::literal ? std::string{"'…'"} : folded(tokens[i].text));
  return text;
}

/// "COPY t (…) FROM stdin" reads rows of the dump; every other COPY reads or writes a file of the server, or runs a program.
bool copies_from_dump(const Tokens& tokens) {
  int depth = 0;
  for (std::size_t i = 1; i < tokens.size(); ++i) {
    depth += tokens[i].is("(") ? 1 : tokens[i].is(")") ? -1 : 0;
    if (depth == 0 && tokens[i].is("to")) return false;
    if (depth == 0 && tokens[i].is("from")) return at(tokens, i + 1, "stdin");
  }
  return false;
}

/// "SELECT pg_catalog.setval('…', 1000, true)": one call of a known function and nothing inside.
bool selects_lawfully(const Tokens& tokens) {
  const std::size_t start = at(tokens, 1, "*") && at(tokens, 2, "from") ? 3 : 1;
  if (!at(tokens, start, "pg_catalog") || !at(tokens, start + 1, ".") || start + 4 >= tokens.size()) return false;
  const auto& function = tokens[start + 2].text;
  if (std::ranges::find(lawful_functions, function) == lawful_functions.end()) return false;
  if (std::ranges::count_if(tokens, [](const SqlToken& t) { return t.is("("); }) != 1) return false;
  return function != "set_config" || tokens[start + 4].text == "search_path";
}

/// A function in C whose library is named by a place of its own choice is loaded, that is run, when it is made.
bool loads_foreign_library(const Tokens& tokens) {
  const auto language = find(tokens, "language");
  if (language + 1 >= tokens.size() || folded(tokens[language + 1].text) != "c") return false;
  for (auto as = find(tokens, "as"); as + 1 < tokens.size(); as = find(tokens, "as", as + 1))
    if (tokens[as + 1].kind == SqlToken::Kind::literal && !tokens[as + 1].text.starts_with("$libdir/")) return true;
  return false;
}

/// A library of the dump's own choice that the next connection would load.
bool preloads_foreign_library(const Tokens& tokens) {
  for (std::size_t i = 0; i < tokens.size(); ++i)
    if (tokens[i].text.ends_with("_preload_libraries") || tokens[i].text == "dynamic_library_path")
      return std::any_of(tokens.begin() + static_cast<std::ptrdiff_t>(i), tokens.end(),
                         [](const SqlToken& t) { return t.text.find('/') != std::string::npos; });
  return false;
}

/// Names after `from`, parted by commas, into `roles`.
void take_names(const Tokens& tokens, std::size_t from, std::set<std::string>& roles) {
  for (std::size_t i = from; i < tokens.size() && tokens[i].names(); i += 2) {
    if (at(tokens, i, "group") && i + 1 < tokens.size() && tokens[i + 1].names()) ++i;
    const auto& token = tokens[i];
    const bool special = token.kind == SqlToken::Kind::word &&
                         (token.text == "public" || token.text == "current_user" || token.text == "session_user" || token.text == "current_role");
    if (!special && !token.text.starts_with("pg_")) roles.insert(token.text); // pg_…: the server's own
    if (!at(tokens, i + 1, ",")) return;
  }
}

} // namespace

std::string unlawful_words(const Tokens& tokens) {
  if (tokens.empty()) return {};
  const auto& first = tokens.front();
  if (first.kind != SqlToken::Kind::word || std::ranges::find(lawful_starts, first.text) == lawful_starts.end()) return first_words(tokens, 2);
  if (first.is("copy") && !copies_from_dump(tokens)) return first_words(tokens, 6);
  if (first.is("select") && !selects_lawfully(tokens)) return first_words(tokens, 4);
  if (first.is("alter") && at(tokens, 1, "system")) return first_words(tokens, 2);
  if ((first.is("alter") || first.is("set")) && preloads_foreign_library(tokens)) return first_words(tokens, 5);
  if (!first.is("create")) return {};
  if (at(tokens, 1, "tablespace")) return first_words(tokens, 2); // would write into a folder outside the scratch space
  if (at(tokens, 1, "subscription")) {                            // would fetch from the server of production
    const auto connect = find(tokens, "connect");
    if (!at(tokens, connect + 1, "=") || !at(tokens, connect + 2, "false")) return first_words(tokens, 2);
  }
  return loads_foreign_library(tokens) ? first_words(tokens, 2) + " … language c" : std::string{};
}

std::set<std::string> roles_named(const Tokens& tokens) {
  std::set<std::string> roles;
  if (tokens.empty() || tokens.front().is("insert") || tokens.front().is("copy") || tokens.front().is("comment")) return roles;
  const bool grants = at(tokens, 0, "grant") || at(tokens, 0, "revoke") || (at(tokens, 0, "alter") && at(tokens, 1, "default"));
  const bool policy = at(tokens, 0, "create") && at(tokens, 1, "policy");
  for (std::size_t i = 0; i + 1 < tokens.size(); ++i) {
    if (tokens[i].is("owner") && at(tokens, i + 1, "to")) take_names(tokens, i + 2, roles);
    if (tokens[i].is("authorization") && !at(tokens, i + 1, "default")) take_names(tokens, i + 1, roles);
    if (tokens[i].is("authorization") && tokens[i + 1].kind == SqlToken::Kind::literal) roles.insert(tokens[i + 1].text);
    if (tokens[i].is("granted") && at(tokens, i + 1, "by")) take_names(tokens, i + 2, roles);
    if (tokens[i].is("for") && grants && (at(tokens, i + 1, "role") || at(tokens, i + 1, "user"))) take_names(tokens, i + 2, roles);
    if (tokens[i].is("mapping") && at(tokens, i + 1, "for")) take_names(tokens, i + 2, roles);
    if ((grants && (tokens[i].is("to") || tokens[i].is("from"))) || (policy && tokens[i].is("to"))) take_names(tokens, i + 1, roles);
  }
  if (at(tokens, 0, "alter") && at(tokens, 1, "role")) take_names(tokens, 2, roles);
  return roles;
}

} // namespace hdskit
