#pragma once

#include "toolkit/verification/descriptor.hpp"

#include <string>

namespace hdskit {

/// Opens a name of an open folder for reading, never through a link and never outside that folder (openat2 with RESOLVE_BENEATH and RESOLVE_NO_SYMLINKS; openat
/// with O_NOFOLLOW where the kernel or a sandbox has no openat2). Does not wait for the other end of a fifo. Not open on failure: errno says why.
Descriptor open_beneath(int folder, const char* name, int flags);

/// The folder of this path below `root`, name by name. "" is `root` itself.
Descriptor open_folder_beneath(int root, const std::string& path);

} // namespace hdskit
