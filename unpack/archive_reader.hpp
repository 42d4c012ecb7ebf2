#pragma once

#include "unpack/archive_account.hpp"
#include "unpack/bounds.hpp"

namespace hdskit::unpack {

/// Reads a tar (gzip, bzip2, xz or zstd over it or none), a zip or a 7z to its end and hands its members to the sink. Bad archives, limits reached and full
/// disks are told in the account; nothing is thrown but std::bad_alloc. A zip or 7z is read by place; a zip also from a pipe, without its directory then.
ArchiveAccount read_archive(ArchiveInput& input, const ReadingOrder& order, MemberSink& sink);

} // namespace hdskit::unpack
