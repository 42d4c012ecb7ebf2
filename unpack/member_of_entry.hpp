#pragma once

#include "unpack/member.hpp"

struct archive_entry;

namespace hdskit::unpack {

/// What libarchive read of a member's header.
Member member_of(archive_entry* entry, bool in_tar);

} // namespace hdskit::unpack
