#pragma once

#include "toolkit/base/digest.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace hdskit {

// The whole workspace as a folder of documented files: docs/formats/workspace-export.md.

inline constexpr int export_format = 1;

namespace export_names {
inline constexpr const char* manifest = "hdskit-workspace.json"; ///< written last: a folder without it is no whole export
inline constexpr const char* sums = "SHA256SUMS";
inline constexpr const char* note = "LISEZMOI.txt";
inline constexpr const char* records = "records";
inline constexpr const char* documents = "documents";
} // namespace export_names

inline constexpr std::size_t largest_export_manifest = 1u << 20; ///< a line for each table: some 10 KiB
inline constexpr std::size_t largest_export_note = 64u << 10;
inline constexpr std::size_t longest_export_line = 256u << 20; ///< one record; the longest hold a file that was imported, in base64

std::string records_file_name(std::string_view table); ///< "site.jsonl"

struct ExportedTable {
  std::string name;
  std::uint64_t records = 0, bytes = 0;
  std::string sha256; ///< of the file of its records
  bool operator==(const ExportedTable&) const = default;
};

/// What hdskit-workspace.json says. Neither a date nor the program that wrote it: the same workspace gives the same bytes.
struct ExportManifest {
  int workspace_format = 0;
  std::string establishment; ///< the legal entity that is the host; "" when none is described
  std::uint64_t journal_entries = 0;
  std::string journal_digest;
  std::uint64_t documents = 0, document_bytes = 0;
  std::vector<ExportedTable> tables; ///< sorted by name
  bool operator==(const ExportManifest&) const = default;
};

/// The canonical text, whose SHA-256 is the digest of the whole export.
std::string manifest_text(const ExportManifest& manifest);
Digest digest_of_export(const ExportManifest& manifest);
std::uint64_t records_of(const ExportManifest& manifest); ///< those of all tables, the journal and what keeps the accounts of the workspace left out

/// Throws Problem newer_format with both numbers (of the export, then of the workspace in it), bad_input with all that is wrong.
ExportManifest parse_export_manifest(std::string_view json, const std::string& name);

} // namespace hdskit
