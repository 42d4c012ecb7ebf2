#pragma once

#include "toolkit/base/started_child.hpp"

#include <sys/types.h>

namespace hdskit {

/// All that a child needs between fork and exec, made ready before: in there nothing may allocate, lock or throw.
class ChildImage {
public:
  enum class Step : int { session, descriptors, folder, user, program };
  struct Failure {
    Step step;
    int error;
  };

  /// Throws Problem not_found (program, user), bad_input (a zero byte in a word), no_space.
  ChildImage(const ChildCommand& command, int output, int errors);

  /// In the child, after fork: becomes the program. Comes back only with a failure, by `report`.
  [[noreturn]] void become(pid_t parent, int report) const noexcept;
  [[noreturn]] void fail(const Failure& failure) const; ///< in the parent: the Problem

private:
  struct Account {
    uid_t user;
    gid_t group;
    std::vector<gid_t> groups;
  };
  void take_account(const std::string& name);
  void take_environment(const ChildCommand& command);
  void hand_over(int descriptor) const;
  int take_descriptors() const noexcept;
  int take_user() const noexcept;

  std::string program_, folder_;
  std::vector<std::string> words_, environment_;
  std::vector<char*> word_pointers_, environment_pointers_;
  std::optional<Account> account_;
  ChildEnd input_, secret_;
  int output_, errors_;
};

} // namespace hdskit
