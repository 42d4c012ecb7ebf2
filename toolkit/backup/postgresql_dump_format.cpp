#include "toolkit/backup/postgresql_dump_format.hpp"

#include "toolkit/backup/name_pattern.hpp"
#include "toolkit/base/file.hpp"
#include "toolkit/base/translate.hpp"

#include <algorithm>
#include <array>

namespace hdskit {
namespace {

constexpr std::size_t head_size = 8192;

struct Packer {
  DumpPacking packing;
  std::string_view magic, program, package;
};
constexpr std::array<Packer, 4> packers{{{DumpPacking::gzip, "\x1f\x8b", "gzip", "gzip"},
                                         {DumpPacking::xz,
                                          {"\xfd"
                                           "7zXZ\0",
                                           6},
                                          "xz",
                                          "xz-utils"},
                                         {DumpPacking::zstd, "\x28\xb5\x2f\xfd", "zstd", "zstd"},
                                         {DumpPacking::bzip2, "BZh", "bzip2", "bzip2"}}};
constexpr std::array<std::string_view, 12> usual_endings{".sql", ".dump", ".pgdump", ".backup", ".custom", ".tar",
                                                         ".gz",  ".xz",   ".zst",    ".bz2",    ".pgsql",  ".dmp"};

DumpFormat format_of(std::string_view head) {
  if (head.starts_with("PGDMP")) return DumpFormat::custom;
  if (head.size() > 262 && head.substr(257, 5) == "ustar" && head.starts_with(std::string_view{"toc.dat\0", 8})) return DumpFormat::tar;
  const auto start = head.substr(0, 4096);
  if (start.find("-- PostgreSQL database dump") != std::string_view::npos || start.find("-- PostgreSQL database cluster dump") != std::string_view::npos)
    return DumpFormat::plain;
  return DumpFormat::unknown;
}

struct HeadIsKnown {};

std::string unpacked_head(const SourceAccess& access, const DumpFile& dump) {
  std::string head;
  try {
    unpack_dump(access, dump, [&](std::string_view piece) {
      head += piece.substr(0, head_size - head.size());
      if (head.size() == head_size) throw HeadIsKnown{};
    });
  } catch (const HeadIsKnown&) {}
  return head;
}

bool has_usual_ending(const std::filesystem::path& path) { return std::ranges::find(usual_endings, path.extension().string()) != usual_endings.end(); }

bool selected(const SourceAccess& access, const std::string& name) { return access.source.selection.empty() || matches_pattern(name, access.source.selection); }

} // namespace

ChildResult unpack_dump(const SourceAccess& access, const DumpFile& dump, const std::function<void(std::string_view)>& take) {
  for (const auto& packer : packers)
    if (packer.packing == dump.packing)
      return access.run({.words = {std::string{packer.program}, "-dc", "--", dump.path.string()}, .path = access.tools.path}, packer.package, take);
  read_in_pieces(dump.path, take);
  return {.status = 0};
}

DumpFile look_at_dump(const SourceAccess& access, const std::filesystem::path& path) {
  DumpFile dump{.path = path};
  if (std::filesystem::is_directory(path)) {
    if (std::filesystem::exists(path / "toc.dat")) dump.format = DumpFormat::directory;
    return dump;
  }
  auto head = read_start(path, head_size);
  for (const auto& packer : packers)
    if (head.starts_with(packer.magic)) dump.packing = packer.packing;
  if (dump.packing != DumpPacking::none) head = unpacked_head(access, dump);
  dump.format = format_of(head);
  return dump;
}

std::uint64_t bytes_at(const std::filesystem::path& path) {
  if (!std::filesystem::is_directory(path)) return std::filesystem::file_size(path);
  std::uint64_t bytes = 0;
  for (const auto& entry : std::filesystem::recursive_directory_iterator{path})
    if (entry.is_regular_file()) bytes += entry.file_size();
  return bytes;
}

std::filesystem::path dump_of_point(const std::filesystem::path& location, const std::string& id) {
  if (location.filename() == id && (!std::filesystem::is_directory(location) || std::filesystem::exists(location / "toc.dat"))) return location;
  const bool plain_name = !id.empty() && id != "." && id != ".." && id.find('/') == std::string::npos;
  if (!plain_name || !std::filesystem::exists(location / id))
    throw Problem{ProblemKind::not_found, id, tr("There is no dump “{1}” in “{2}”.", {id, location.string()}),
                  tr("`hdskit backup source list` shows the sources.")};
  return location / id;
}

std::vector<DumpFile> dumps_at(const SourceAccess& access) {
  const std::filesystem::path location{access.source.location};
  if (!std::filesystem::exists(location))
    throw Problem{ProblemKind::not_found, location.string(), tr("“{1}” does not exist.", {location.string()}),
                  tr("Check the location of the source, and that its disk is mounted.")};
  if (!std::filesystem::is_directory(location) || std::filesystem::exists(location / "toc.dat")) return {look_at_dump(access, location)};
  std::vector<DumpFile> dumps;
  for (const auto& entry : std::filesystem::directory_iterator{location}) {
    const auto name = entry.path().filename().string();
    if (name.starts_with('.') || !selected(access, name) || (!entry.is_regular_file() && !entry.is_directory())) continue;
    access.progress.stop_if_cancelled();
    auto dump = look_at_dump(access, entry.path());
    const bool expected = entry.is_regular_file() && (!access.source.selection.empty() || has_usual_ending(entry.path()));
    if (dump.format != DumpFormat::unknown || expected) dumps.push_back(std::move(dump));
  }
  return dumps;
}

} // namespace hdskit
