#include "toolkit/backup/sql_script_reader.hpp"

#include <algorithm>

namespace hdskit {
namespace {

constexpr std::size_t most_text = 4096, most_tokens = 20'000, most_of_insert = 12, longest_tag = 1000, longest_word = 1u << 20;

bool is_letter(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || byte == '_' || byte >= 0x80;
}
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool in_word(char c) { return is_letter(c) || is_digit(c) || c == '$'; }

std::string lower(std::string_view text) {
  std::string result{text};
  for (auto& c : result)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return result;
}

void append_some(std::string& text, std::string_view more) { text.append(more.substr(0, most_text - std::min(most_text, text.size()))); }

/// psql lets a semicolon stand inside "BEGIN ATOMIC … END" of functions and procedures, and nowhere else.
bool defines_routine(const std::vector<SqlToken>& tokens) {
  const auto word = [&](std::size_t at, std::string_view text) { return at < tokens.size() && tokens[at].is(text); };
  const auto routine = [&](std::size_t at) { return word(at, "function") || word(at, "procedure"); };
  return word(0, "create") && (routine(1) || (word(1, "or") && word(2, "replace") && routine(3)));
}

} // namespace

void SqlScriptReader::take(std::string_view piece) {
  buffer_.append(piece);
  std::size_t at = 0;
  while (at < buffer_.size()) {
    const auto used = step(std::string_view{buffer_}.substr(at));
    if (used == 0) break;
    at += used;
  }
  buffer_.erase(0, at);
}

void SqlScriptReader::finish() {
  last_ = true;
  take("");
  if (state_ == State::line_comment || state_ == State::command) line("\n");
  if (state_ == State::sql) end_statement();
}

std::size_t SqlScriptReader::step(std::string_view rest) {
  switch (state_) {
    case State::sql: return sql(rest);
    case State::text: return until_quote(rest, '\'');
    case State::quoted: return until_quote(rest, '"');
    case State::dollar: return until_tag(rest);
    case State::line_comment:
    case State::command: return line(rest);
    case State::block_comment: return block_comment(rest);
    case State::row_start: return row_start(rest);
    case State::row: return row(rest);
  }
  return 0;
}

std::size_t SqlScriptReader::sql(std::string_view rest) {
  const char c = rest.front();
  const auto enter = [&](State state, std::size_t used) {
    state_ = state;
    text_.clear();
    return used;
  };
  if (rows_follow_ && c == '\n') { // psql reads the rows from the next line on
    rows_follow_ = false;
    return enter(State::row_start, 1);
  }
  if (c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f' || c == '\v') return 1;
  if (c == '\\' || rows_follow_) return enter(State::command, 0) + line(rest); // a line that goes on before the rows is no dump's: let it be judged
  if (c == '-' || c == '/') {
    if (more_may_come(rest.size(), 2)) return 0;
    if (rest.starts_with("--")) return enter(State::line_comment, 2);
    if (rest.starts_with("/*")) {
      comments_ = 0;
      return enter(State::block_comment, 0) + block_comment(rest);
    }
  }
  if (c == '\'') {
    escapes_ = backslash_escapes_;
    return enter(State::text, 1);
  }
  if (c == '"') return enter(State::quoted, 1);
  if (c == '$') return dollar_quote(rest);
  if (is_letter(c) || is_digit(c)) return word(rest);
  if (c == ';' && parentheses_ == 0 && bodies_ == 0) {
    end_statement();
    return 1;
  }
  if (c == '(') ++parentheses_;
  if (c == ')' && parentheses_ > 0) --parentheses_;
  keep(SqlToken::Kind::sign, std::string{c});
  return 1;
}

std::size_t SqlScriptReader::word(std::string_view rest) {
  const auto end = std::find_if_not(rest.begin(), rest.end(), in_word);
  const auto length = static_cast<std::size_t>(end - rest.begin());
  if (end == rest.end() && !last_ && length < longest_word) return 0;
  const auto text = lower(rest.substr(0, length));
  if (text == "e" && end != rest.end() && *end == '\'') { // E'…' takes backslashes whatever the setting
    state_ = State::text;
    text_.clear();
    escapes_ = true;
    return length + 1;
  }
  keep(SqlToken::Kind::word, text);
  count_body(text);
  return length;
}

void SqlScriptReader::count_body(std::string_view word) {
  if (parentheses_ > 0 || (word != "begin" && word != "case" && word != "end") || !defines_routine(tokens_)) return;
  if (word == "begin" || (word == "case" && bodies_ > 0)) ++bodies_;
  if (word == "end" && bodies_ > 0) --bodies_;
}

std::size_t SqlScriptReader::dollar_quote(std::string_view rest) {
  std::size_t length = 1;
  while (length < rest.size() && (is_letter(rest[length]) || (length > 1 && is_digit(rest[length])))) ++length;
  if (length == rest.size() && !last_ && length < longest_tag) return 0;
  if (length == rest.size() || rest[length] != '$') { // a parameter such as $1
    keep(SqlToken::Kind::sign, "$");
    return 1;
  }
  tag_ = rest.substr(0, length + 1);
  text_.clear();
  state_ = State::dollar;
  return tag_.size();
}

std::size_t SqlScriptReader::until_tag(std::string_view rest) {
  const auto found = rest.find(tag_);
  if (found == std::string_view::npos) {
    const auto used = last_ ? rest.size() : rest.size() - std::min(rest.size(), tag_.size() - 1);
    append_some(text_, rest.substr(0, used));
    return used;
  }
  append_some(text_, rest.substr(0, found));
  keep(SqlToken::Kind::literal, text_);
  state_ = State::sql;
  return found + tag_.size();
}

std::size_t SqlScriptReader::until_quote(std::string_view rest, char quote) {
  const bool escapes = quote == '\'' && escapes_;
  const auto found = escapes ? rest.find_first_of("'\\") : rest.find(quote);
  if (found != 0) {
    const auto used = std::min(found, rest.size());
    append_some(text_, rest.substr(0, used));
    return used;
  }
  if (more_may_come(rest.size(), 2)) return 0;
  const bool doubled = rest.size() > 1 && rest[1] == quote;
  if (rest.front() == '\\' || doubled) {
    append_some(text_, rest.substr(rest.size() > 1 ? 1 : 0, 1));
    return std::min<std::size_t>(2, rest.size());
  }
  keep(quote == '"' ? SqlToken::Kind::quoted : SqlToken::Kind::literal, text_);
  state_ = State::sql;
  return 1;
}

std::size_t SqlScriptReader::line(std::string_view rest) {
  const auto end = rest.find('\n');
  append_some(text_, rest.substr(0, end));
  if (end == std::string_view::npos) return rest.size();
  if (!text_.empty() && text_.back() == '\r') text_.pop_back();
  const auto& told = state_ == State::command ? events_.command : events_.comment;
  state_ = State::sql;
  if (told) told(text_);
  return end + 1;
}

std::size_t SqlScriptReader::block_comment(std::string_view rest) {
  if (more_may_come(rest.size(), 2)) return 0;
  if (rest.starts_with("/*")) {
    ++comments_;
    return 2;
  }
  if (rest.starts_with("*/")) {
    if (--comments_ == 0) state_ = State::sql;
    return 2;
  }
  return 1;
}

std::size_t SqlScriptReader::row_start(std::string_view rest) {
  if (rest.front() == '\\' && more_may_come(rest.size(), 4) && std::string_view{"\\.\r\n"}.starts_with(rest)) return 0;
  for (const std::string_view end : {"\\.\n", "\\.\r\n"})
    if (rest.starts_with(end) || (last_ && rest == "\\.")) {
      state_ = State::sql;
      return std::min(end.size(), rest.size());
    }
  ++rows_;
  state_ = State::row;
  return row(rest);
}

std::size_t SqlScriptReader::row(std::string_view rest) {
  const auto end = rest.find('\n');
  if (end == std::string_view::npos) return rest.size();
  state_ = State::row_start;
  return end + 1;
}

void SqlScriptReader::keep(SqlToken::Kind kind, std::string text) {
  const bool insert = !tokens_.empty() && tokens_.front().is("insert");
  if (tokens_.size() >= (insert ? most_of_insert : most_tokens)) return;
  if (text.size() > most_text) text.resize(most_text);
  tokens_.push_back({kind, std::move(text)});
}

void SqlScriptReader::end_statement() {
  parentheses_ = bodies_ = 0;
  if (tokens_.empty()) return;
  rows_follow_ = events_.statement && events_.statement(tokens_);
  tokens_.clear();
}

} // namespace hdskit
