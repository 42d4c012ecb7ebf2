#pragma once

#include "unpack/archive_input.hpp"

#include <optional>
#include <string_view>

namespace hdskit::unpack {

enum class ArchiveFormat : std::uint8_t { tar, zip, seven_zip };

/// By the first bytes; what is nothing else is taken for a tar, compressed or not. Throws Stop unsupported for kinds that are known and not read.
ArchiveFormat format_of(std::string_view start);

/// The end of a zip's central directory (APPNOTE 4.3.14 to 4.3.16).
struct ZipEnd {
  std::uint64_t members = 0;
};
/// Nothing when the file does not end as a zip does. Throws Stop unsupported for one part of several.
std::optional<ZipEnd> end_of_zip(ArchiveInput& input);

} // namespace hdskit::unpack
