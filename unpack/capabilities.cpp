#include "unpack/confinement.hpp"

#include <cstdint>
#include <linux/capability.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace hdskit::unpack {

bool drop_capabilities(bool owners, bool devices) {
  const bool root = ::geteuid() == 0;
  std::uint64_t kept = 0;
  const auto keep = [&](int capability) { kept |= 1ULL << capability; };
  if (root) {
    keep(CAP_DAC_OVERRIDE); // members of others without permissions still get their bytes
    keep(CAP_FOWNER);
    if (owners) keep(CAP_CHOWN), keep(CAP_FSETID);
    if (owners && devices) keep(CAP_MKNOD), keep(CAP_SETFCAP);
  }
  __user_cap_header_struct header{_LINUX_CAPABILITY_VERSION_3, 0};
  __user_cap_data_struct sets[_LINUX_CAPABILITY_U32S_3]{};
  if (::syscall(SYS_capget, &header, sets) != 0) return false;
  for (int half = 0; half < _LINUX_CAPABILITY_U32S_3; ++half) {
    sets[half].permitted &= static_cast<std::uint32_t>(kept >> (32 * half)); // a container may have given us fewer
    sets[half].effective = sets[half].permitted;
    sets[half].inheritable = 0;
  }
  return ::syscall(SYS_capset, &header, sets) == 0;
}

} // namespace hdskit::unpack
