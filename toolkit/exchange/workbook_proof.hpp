#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string_view>

namespace hdskit {

/// What a worksheet holds: how many cells, and how many bytes of text in them as XML.
struct WorksheetContent {
  std::uint64_t cells = 0, text_bytes = 0;
  bool operator==(const WorksheetContent&) const = default;
};

std::uint64_t bytes_as_xml(std::string_view text);

/// The content of the one worksheet of a workbook, read back from the disk; nothing when a part of the workbook cannot be read or does not end
/// as XML ends. libxlsxwriter makes the parts in temporary files and does not notice that the disk is full: what got lost shows only here.
std::optional<WorksheetContent> workbook_content(const std::filesystem::path& path);

} // namespace hdskit
