#pragma once

#include <zip.h>

#include <filesystem>
#include <map>
#include <memory>
#include <stdexcept>
#include <string>

namespace tests {

/// The parts of a workbook by name, read with another library than the one that wrote them. Throws when it is no sound archive.
inline std::map<std::string, std::string> workbook_parts(const std::filesystem::path& path) {
  const std::unique_ptr<zip_t, decltype(&zip_discard)> archive{zip_open(path.c_str(), ZIP_RDONLY | ZIP_CHECKCONS, nullptr), zip_discard};
  if (!archive) throw std::runtime_error{path.string() + " is no archive"};
  std::map<std::string, std::string> parts;
  for (zip_int64_t i = 0; i < zip_get_num_entries(archive.get(), 0); ++i) {
    zip_stat_t state{};
    zip_stat_index(archive.get(), static_cast<zip_uint64_t>(i), 0, &state);
    std::string bytes(state.size, '\0');
    const std::unique_ptr<zip_file_t, decltype(&zip_fclose)> part{zip_fopen_index(archive.get(), static_cast<zip_uint64_t>(i), 0), zip_fclose};
    if (!part || zip_fread(part.get(), bytes.data(), bytes.size()) != static_cast<zip_int64_t>(bytes.size())) throw std::runtime_error{state.name};
    parts[state.name] = bytes;
  }
  return parts;
}

/// The XML of the one worksheet.
inline std::string worksheet_of(const std::filesystem::path& path) { return workbook_parts(path).at("xl/worksheets/sheet1.xml"); }

/// What stands between the tags of the cell ("A1"); "" when the sheet has no such cell.
inline std::string cell_xml(const std::string& worksheet, const std::string& place) {
  const auto at = worksheet.find("<c r=\"" + place + "\"");
  return at == std::string::npos ? "" : worksheet.substr(at, worksheet.find("</c>", at) - at);
}

} // namespace tests
