#pragma once

#include "toolkit/verification/repeated_sha256.hpp"

#include <optional>

namespace hdskit {

/// What stands beside the content of a file. Of it a restore has to give back: user.*, trusted.* and security.capability, and both POSIX access control lists.
/// Left out, because the machine makes them anew: other security.* (selinux, apparmor, smack, ima, evm), other system.*, trusted.overlay.*.
struct ExtendedAttributes {
  std::optional<Digest> attributes, acl; ///< over names and values, sorted by name; nothing when there are none
  int error = 0;                         ///< errno when they could not be read
};

ExtendedAttributes extended_attributes_of(int descriptor, RepeatedSha256& sha);

/// Of a name in an open folder that is not to be opened itself (a link, a fifo), without following it.
ExtendedAttributes extended_attributes_of(int folder, const char* name, RepeatedSha256& sha);

} // namespace hdskit
