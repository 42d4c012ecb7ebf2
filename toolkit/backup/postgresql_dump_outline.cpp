#include "toolkit/backup/postgresql_dump_outline.hpp"

#include "toolkit/base/text.hpp"

#include <algorithm>
#include <array>

namespace hdskit {
namespace {

// Encodings in which a byte that looks like a quote or a backslash can be half of a letter: what psql reads could differ from what was read here.
constexpr std::array<std::string_view, 7> deceiving_encodings{"sjis", "shift_jis_2004", "big5", "gbk", "uhc", "gb18030", "johab"};

bool is_name(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-' || c == '.';
  });
}

/// The database of "\connect dpi" and "\connect -reuse-previous=on "dbname='dossier patient'"", and of no other form: others can name a server elsewhere.
std::string connected_database(std::string_view arguments) {
  constexpr std::string_view reuse = "-reuse-previous=on \"dbname='";
  if (is_name(arguments) && !arguments.starts_with('-')) return std::string{arguments};
  if (!arguments.starts_with(reuse) || !arguments.ends_with("'\"") || arguments.size() < reuse.size() + 2) return {};
  const auto name = arguments.substr(reuse.size(), arguments.size() - reuse.size() - 2);
  return name.find_first_of("'\"`\\:=") == std::string_view::npos ? std::string{name} : std::string{};
}

std::string_view value_of(const std::vector<SqlToken>& tokens) { return tokens.size() > 3 ? std::string_view{tokens[3].text} : std::string_view{}; }

} // namespace

DumpOutlineReader::DumpOutlineReader()
    : reader_{{[this](const auto& tokens) { return statement(tokens); }, [this](std::string_view line) { command(line); },
               [this](std::string_view line) { comment(line); }}} {}

void DumpOutlineReader::refuse(std::string_view words) {
  if (outline_.refused.empty()) outline_.refused = std::string{words.substr(0, 60)};
}

bool DumpOutlineReader::statement(const std::vector<SqlToken>& tokens) {
  outline_.complete = false;
  ++outline_.statements;
  if (const auto words = unlawful_words(tokens); !words.empty()) refuse(words);
  for (const auto& role : roles_named(tokens)) outline_.roles.insert(role);
  const auto at = [&](std::size_t i, std::string_view word) { return i < tokens.size() && tokens[i].is(word); };
  if (at(0, "create") && at(1, "role") && tokens.size() > 2) made_roles_.insert(tokens[2].text);
  if (at(0, "create") && at(1, "database") && tokens.size() > 2) outline_.databases.insert(tokens[2].text);
  if (at(0, "set") && at(1, "client_encoding")) {
    outline_.encoding = value_of(tokens);
    if (std::ranges::find(deceiving_encodings, folded(outline_.encoding)) != deceiving_encodings.end()) refuse("client_encoding " + outline_.encoding);
  }
  if (at(0, "set") && at(1, "standard_conforming_strings")) reader_.backslash_escapes(value_of(tokens) != "on");
  if (at(0, "set") && at(1, "default_tablespace") && !value_of(tokens).empty()) outline_.tablespaces.insert(std::string{value_of(tokens)});
  for (std::size_t i = 0; at(0, "create") && at(1, "database") && i + 2 < tokens.size(); ++i)
    if (tokens[i].is("tablespace") && tokens[i + 1].is("=")) outline_.tablespaces.insert(tokens[i + 2].text);
  return at(0, "copy");
}

void DumpOutlineReader::command(std::string_view line) {
  const auto blank = std::min(line.find(' '), line.size());
  const auto word = line.substr(0, blank), rest = trimmed(line.substr(blank));
  if ((word == "\\restrict" || word == "\\unrestrict") && is_name(rest)) return;
  if (word != "\\connect") return refuse(word);
  outline_.complete = false;
  const auto name = connected_database(rest);
  if (name.empty()) return refuse(line);
  outline_.databases.insert(name);
}

void DumpOutlineReader::comment(std::string_view line) {
  const auto text = trimmed(line);
  const auto after = [&](std::string_view start) { return text.starts_with(start) ? text.substr(start.size()) : std::string_view{}; };
  if (text == "PostgreSQL database cluster dump") outline_.whole_cluster = true;
  if (text == "PostgreSQL database dump complete" && !outline_.whole_cluster) outline_.complete = true;
  if (text == "PostgreSQL database cluster dump complete") outline_.complete = true;
  if (const auto version = after("Dumped from database version "); !version.empty())
    outline_.server_major = std::max(outline_.server_major, major_version(version));
  if (const auto version = after("Dumped by pg_dump version "); !version.empty())
    outline_.dumper_major = std::max(outline_.dumper_major, major_version(version));
  if (const auto moment = after("Started on "); !moment.empty() && !outline_.begun) outline_.begun = postgresql_moment(moment);
}

DumpOutline DumpOutlineReader::finish() {
  reader_.finish();
  outline_.rows = reader_.rows();
  outline_.complete = outline_.complete && !reader_.inside();
  for (const auto& role : made_roles_) outline_.roles.erase(role);
  return std::move(outline_);
}

} // namespace hdskit
