#pragma once

#include <string>
#include <vector>

namespace hdskit::unpack {

struct Confinement {
  int folder = -1;      ///< the only one that may be written below; -1: nothing is written at all
  bool owners = false;  ///< members are given to their owners: root keeps the rights for that
  bool special = false; ///< … and for devices and capabilities
};

/// Before the first foreign byte: no new rights, few capabilities, bounds on memory, no core, no network, no program, no file but below the folder. Names what
/// the kernel granted: "no_new_privs", "limits", "capabilities", "chroot", "landlock", "seccomp". Where a sanitizer watches the program it is left alone.
std::vector<std::string> confine(const Confinement& order);

bool confine_by_landlock(int folder);               ///< false where the kernel has none that knows links across folders
bool confine_by_seccomp(bool writes, bool devices); ///< false on processors other than x86-64 and AArch64
bool drop_capabilities(bool owners, bool devices);

} // namespace hdskit::unpack
