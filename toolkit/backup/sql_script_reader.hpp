#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace hdskit {

// A script for psql, parted as psql itself parts it while it streams by: memory does not grow with its size.

struct SqlToken {
  enum class Kind { word, quoted, literal, sign };
  Kind kind;
  std::string text; ///< a word in lower case, an identifier or literal without its quotes; at most 4 KiB of it

  bool is(std::string_view word) const { return kind != Kind::quoted && kind != Kind::literal && text == word; }
  bool names() const { return kind == Kind::word || kind == Kind::quoted; }
};

struct SqlScriptEvents {
  /// A statement, up to its semicolon. Gives true when rows of COPY follow it. Of an INSERT only the start is told, of any other 20,000 tokens.
  std::function<bool(const std::vector<SqlToken>& tokens)> statement;
  std::function<void(std::string_view line)> command; ///< a command of psql's own, from its backslash to the end of the line
  std::function<void(std::string_view line)> comment; ///< what follows "--"
};

class SqlScriptReader {
public:
  explicit SqlScriptReader(SqlScriptEvents events) : events_{std::move(events)} {}
  void take(std::string_view piece);
  void finish();                                                           ///< what stands without a semicolon at the end is a statement too
  void backslash_escapes(bool on) { backslash_escapes_ = on; }             ///< in '…', as standard_conforming_strings = off has it
  std::uint64_t rows() const { return rows_; }                             ///< of COPY, so far
  bool inside() const { return state_ != State::sql || !tokens_.empty(); } ///< in the middle of a statement, a text or rows

private:
  enum class State { sql, text, quoted, dollar, line_comment, block_comment, command, row_start, row };
  std::size_t step(std::string_view rest);
  std::size_t sql(std::string_view rest);
  std::size_t word(std::string_view rest);
  std::size_t dollar_quote(std::string_view rest);
  std::size_t until_quote(std::string_view rest, char quote);
  std::size_t until_tag(std::string_view rest);
  std::size_t line(std::string_view rest);
  std::size_t block_comment(std::string_view rest);
  std::size_t row_start(std::string_view rest);
  std::size_t row(std::string_view rest);
  void keep(SqlToken::Kind kind, std::string text);
  void count_body(std::string_view word);
  void end_statement();
  bool more_may_come(std::size_t held, std::size_t needed) const { return held < needed && !last_; }

  SqlScriptEvents events_;
  State state_ = State::sql;
  std::string buffer_, text_, tag_;
  std::vector<SqlToken> tokens_;
  std::uint64_t rows_ = 0;
  int parentheses_ = 0, bodies_ = 0, comments_ = 0;
  bool backslash_escapes_ = false, escapes_ = false, rows_follow_ = false, last_ = false;
};

} // namespace hdskit
