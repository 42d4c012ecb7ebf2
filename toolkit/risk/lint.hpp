#pragma once

#include "toolkit/base/finding.hpp"
#include "toolkit/risk/study_index.hpp"

namespace hdskit {

/// A rule of the linter: its stable id and, for people, what it looks for and why it matters (marked messages).
struct LintRule {
  std::string_view id; ///< "feared-event-without-gravity"
  const char* sentence;
  const char* reason;
};
std::span<const LintRule> lint_rules();

/// What is dirty in a study, without changing anything: every finding names its rule, the kind and reference of what it is about ("risk R12"), and what is
/// wrong. In the order of the rules, then of the records. `today`: for what is late. In the current language. Linear in the size of the study.
std::vector<Finding> lint(const Study& study, Date today);

} // namespace hdskit
