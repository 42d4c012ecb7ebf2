#pragma once

#include "toolkit/backup/source_driver.hpp"
#include "toolkit/base/problem.hpp"

namespace hdskit {

enum class DumpFormat { unknown, plain, custom, tar, directory };
enum class DumpPacking { none, gzip, xz, zstd, bzip2 };

/// A dump told by its content, whatever its name.
struct DumpFile {
  std::filesystem::path path;
  DumpFormat format = DumpFormat::unknown; ///< of what is inside, when it is packed
  DumpPacking packing = DumpPacking::none;
};

/// Looks at the start of the file, unpacking it when it is packed. Throws Problem not_found, refused.
DumpFile look_at_dump(const SourceAccess& access, const std::filesystem::path& path);
/// Hands over the unpacked bytes. The status is that of the unpacking program, 0 without one.
ChildResult unpack_dump(const SourceAccess& access, const DumpFile& dump, const std::function<void(std::string_view)>& take);
/// The file or folder of `id` at the location of the source. Throws Problem not_found, bad_input.
std::filesystem::path dump_of_point(const std::filesystem::path& location, const std::string& id);
/// The location itself, or the dumps in that folder; of a file that is no dump when it bears the name of one, too: it has to be looked into.
std::vector<DumpFile> dumps_at(const SourceAccess& access);
std::uint64_t bytes_at(const std::filesystem::path& path);

} // namespace hdskit
