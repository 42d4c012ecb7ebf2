#include "toolkit/base/child_process.hpp"

#include "toolkit/base/problem.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"

#include <unistd.h>

namespace hdskit {
namespace {

bool is_program(const std::filesystem::path& path) {
  std::error_code error;
  return std::filesystem::is_regular_file(path, error) && ::access(path.c_str(), X_OK) == 0;
}

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

[[noreturn]] void fail_unended(std::string_view text) {
  throw Problem{ProblemKind::bad_input, readable(text), tr("A quote or a backslash at the end of the command is not followed by what it announces."),
                tr("Close the quote, or write \\\\ for a backslash.")};
}

/// Reads a command line byte by byte; `word_` is open from the first byte that belongs to it, so that '' is a word.
class WordReader {
public:
  explicit WordReader(std::string_view text) : text_{text} {}

  std::vector<std::string> words() {
    while (at_ < text_.size()) {
      const char c = text_[at_++];
      if (is_blank(c)) end_word();
      else if (c == '\'' || c == '"') read_quoted(c);
      else word() += c == '\\' ? escaped() : c;
    }
    end_word();
    return std::move(words_);
  }

private:
  std::string& word() { return word_ ? *word_ : word_.emplace(); }

  void end_word() {
    if (word_) words_.push_back(std::move(*word_));
    word_.reset();
  }

  char escaped() {
    if (at_ == text_.size()) fail_unended(text_);
    return text_[at_++];
  }

  void read_quoted(char quote) {
    word();
    for (;;) {
      const char c = escaped();
      if (c == quote) return;
      word() += c == '\\' && quote == '"' ? escaped() : c;
    }
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::optional<std::string> word_;
  std::vector<std::string> words_;
};

} // namespace

std::optional<std::filesystem::path> find_program(std::string_view program, std::string_view path) {
  if (program.empty()) return std::nullopt;
  if (program.find('/') != std::string_view::npos) return is_program(program) ? std::optional<std::filesystem::path>{program} : std::nullopt;
  for (const auto& folder : split(path, ':')) {
    if (const auto place = std::filesystem::path{folder} / program; !folder.empty() && is_program(place)) return place;
  }
  return std::nullopt;
}

std::vector<std::string> words_of_command(std::string_view text) { return WordReader{text}.words(); }

} // namespace hdskit
