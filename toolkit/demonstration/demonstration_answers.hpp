#pragma once

#include "toolkit/requirements/answer.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace hdskit {

/// An answer of the demonstration to an item of a framework that it follows beside its main checklist.
struct FrameworkAnswer {
  Answer answer;
  std::vector<std::string> documents; ///< codes of what supports it
};

struct FrameworkAnswers {
  std::string framework;
  std::vector<FrameworkAnswer> answers;
};

/// What the files of demonstration/frameworks say: "framework: ID", then for each item "## ITEM | state | owner | CODE; CODE | due" and the statement; the
/// state "excluded" is for an item that may be excluded, and its statement is the reason.
std::vector<FrameworkAnswers> framework_answers();

} // namespace hdskit
