#pragma once

#include <stdexcept>
#include <string>

namespace hdskit {

/// Why an operation could not be completed. Each kind owns one exit code (see exit_code) and one style of message.
enum class ProblemKind {
  bad_input,    ///< what the person gave is wrong: an option, a date, a file of the wrong kind
  not_found,    ///< a file, a workspace or a record that is not there
  busy,         ///< another process holds what is needed
  newer_format, ///< written by a newer hdskit; never touched
  older_format, ///< written by an older hdskit; must be upgraded first
  damaged,      ///< bytes that are not what they were
  refused,      ///< allowed by nothing: rights, rules of the house
  no_space,     ///< the disk is full, or a limit is reached
  unreachable,  ///< a server that does not answer
  cancelled,    ///< the person stopped it
};

/// The only exception of this project: what failed, on what, and what the person can do next.
/// All three texts are already in the person's language.
class Problem : public std::runtime_error {
public:
  Problem(ProblemKind kind, std::string subject, std::string what, std::string remedy = {});

  ProblemKind kind() const noexcept { return kind_; }
  const std::string& subject() const noexcept { return subject_; } ///< the file, record or option concerned
  const std::string& remedy() const noexcept { return remedy_; }   ///< one sentence, may be empty

private:
  ProblemKind kind_;
  std::string subject_;
  std::string remedy_;
};

/// 2 bad_input, 3 not_found, 4 busy, 5 newer or older format, 6 damaged, 7 refused, 8 no_space, 9 unreachable, 130 cancelled.
/// 0 and 1 belong to the commands: done, and judged "not as it should be".
int exit_code(ProblemKind kind) noexcept;

} // namespace hdskit
