#pragma once

#include "toolkit/backup/source_driver.hpp"

#include <functional>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace hdskit {

// What programs of other people answer, and what of it may be said in a report: their messages name files of patients and go to the log alone.

struct ToolAnswer {
  ChildResult result;
  std::string text; ///< its whole standard output
};
/// Runs the child within the limits of the test. Throws Problem bad_input when it answers more than `most` bytes.
ToolAnswer ask_tool(const SourceAccess& access, ChildCommand command, std::string_view package, std::size_t most = 64u << 20);

/// Whether the tool's messages hold one of the phrases, upper or lower case.
bool says_any(std::string_view messages, std::initializer_list<std::string_view> phrases);
/// Those of the phrases that the messages hold, "; " between them: words of the tool without any path. "" when it holds none.
std::string words_said(std::string_view messages, std::span<const std::string_view> phrases);

/// Cuts a stream into lines. A line longer than `longest` throws Problem bad_input.
class LineCutter {
public:
  LineCutter(std::string_view tool, std::function<void(std::string_view line)> take, std::size_t longest = 1u << 20)
      : tool_{tool}, take_{std::move(take)}, longest_{longest} {}
  void see(std::string_view piece);
  void finish(); ///< the last line may lack its end

private:
  std::string tool_;
  std::function<void(std::string_view)> take_;
  std::size_t longest_;
  std::string held_;
};

/// Arguments parted so that a batch fits on a command line (128 KiB an argument is Linux's own limit, 2 MiB in all the usual one).
std::vector<std::span<const std::string>> batches_of_arguments(std::span<const std::string> arguments, std::size_t most, std::size_t most_bytes = 512u << 10);

} // namespace hdskit
