#include "toolkit/backup/tool_answer.hpp"

#include "toolkit/base/problem.hpp"
#include "toolkit/base/translate.hpp"

#include <algorithm>

namespace hdskit {
namespace {

char lower(char byte) { return byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte - 'A' + 'a') : byte; }

bool holds(std::string_view text, std::string_view phrase) { return !std::ranges::search(text, phrase, {}, lower, lower).empty(); }

[[noreturn]] void refuse_length(std::string_view tool) {
  throw Problem{ProblemKind::bad_input, std::string{tool}, tr("“{1}” answers at greater length than any backup calls for.", {tool}),
                tr("See the log of the test.")};
}

} // namespace

ToolAnswer ask_tool(const SourceAccess& access, ChildCommand command, std::string_view package, std::size_t most) {
  const std::string tool = command.words.front();
  ToolAnswer answer;
  answer.result = access.run(std::move(command), package, [&](std::string_view piece) {
    if (piece.size() > most - answer.text.size()) refuse_length(tool);
    answer.text += piece;
  });
  return answer;
}

bool says_any(std::string_view messages, std::initializer_list<std::string_view> phrases) {
  return std::ranges::any_of(phrases, [&](std::string_view phrase) { return holds(messages, phrase); });
}

std::string words_said(std::string_view messages, std::span<const std::string_view> phrases) {
  std::string words;
  for (const auto phrase : phrases)
    if (holds(messages, phrase)) words += (words.empty() ? "" : "; ") + std::string{phrase};
  return words;
}

void LineCutter::see(std::string_view piece) {
  for (auto end = piece.find('\n'); end != std::string_view::npos; end = piece.find('\n')) {
    if (held_.size() + end > longest_) refuse_length(tool_);
    if (held_.empty()) take_(piece.substr(0, end));
    else {
      held_ += piece.substr(0, end);
      take_(held_);
      held_.clear();
    }
    piece.remove_prefix(end + 1);
  }
  if (held_.size() + piece.size() > longest_) refuse_length(tool_);
  held_ += piece;
}

void LineCutter::finish() {
  if (!held_.empty()) take_(held_);
  held_.clear();
}

std::vector<std::span<const std::string>> batches_of_arguments(std::span<const std::string> arguments, std::size_t most, std::size_t most_bytes) {
  constexpr std::size_t cost = sizeof(char*) + 1; // the kernel counts the pointer and the ending zero too
  std::vector<std::span<const std::string>> batches;
  std::size_t first = 0, bytes = 0;
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const auto size = arguments[i].size() + cost;
    if (i > first && (bytes + size > most_bytes || i - first == most)) {
      batches.push_back(arguments.subspan(first, i - first));
      first = i, bytes = 0;
    }
    bytes += size;
  }
  if (first < arguments.size()) batches.push_back(arguments.subspan(first));
  return batches;
}

} // namespace hdskit
