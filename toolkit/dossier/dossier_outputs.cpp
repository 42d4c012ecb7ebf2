#include "toolkit/dossier/dossier_outputs.hpp"

#include "toolkit/base/file.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/page/zip_writer.hpp"
#include "toolkit/workspace/document_store.hpp"

#include <algorithm>
#include <cstdio>

namespace hdskit {
namespace {

/// The extension that the person gave, if it is a plain one: an archive must not carry names that a shell or a viewer would mistake.
std::string extension_of(const Evidence& evidence) {
  const auto extension = std::filesystem::path{evidence.file_name}.extension().string();
  const auto plain = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); };
  if (extension.size() < 2 || extension.size() > 8 || !std::ranges::all_of(extension.substr(1), plain)) return ".bin";
  return extension;
}

std::string archive_name_of(const PlannedAnnex& annex) {
  char number[16];
  std::snprintf(number, sizeof number, "%03d", annex.number);
  return std::string{"annexe-"} + number + "-" + annex.evidence->code + extension_of(*annex.evidence);
}

} // namespace

std::vector<ExtractedAnnex> extract_annexes(const Workspace& workspace, const std::vector<PlannedAnnex>& annexes, const std::filesystem::path& folder,
                                            const Progress& progress) {
  std::vector<ExtractedAnnex> extracted;
  for (const auto& annex : annexes) {
    progress.stop_if_cancelled();
    progress.tell(tr("Taking annexes out of the vault"), extracted.size(), annexes.size());
    const auto name = archive_name_of(annex);
    extract_document(workspace, *Digest::parse(annex.evidence->digest), folder / name);
    extracted.push_back({annex, folder / name, name});
  }
  return extracted;
}

std::vector<page::Annex> page_annexes(const std::vector<ExtractedAnnex>& annexes) {
  std::vector<page::Annex> pages;
  for (const auto& annex : annexes) {
    if (!annex.plan.printable) continue;
    const auto number = "Annexe\u00A0" + std::to_string(annex.plan.number);
    pages.push_back({.anchor = annex.plan.anchor(), .title = number + " – " + annex.plan.evidence->title, .stamp = number, .file = annex.file});
  }
  return pages;
}

void write_archive(const std::filesystem::path& file, const std::vector<ExtractedAnnex>& annexes, Instant at, const Progress& progress) {
  std::vector<page::ZipEntry> entries;
  std::string sums;
  for (const auto& annex : annexes) {
    sums += annex.plan.evidence->digest + "  " + annex.archive_name + "\n";
    entries.push_back({.name = annex.archive_name, .bytes = {}, .file = annex.file, .compressed = false});
  }
  entries.push_back({.name = "SHA256SUMS", .bytes = sums, .file = {}, .compressed = true});
  page::write_zip(file, entries, at, progress);
}

std::string manifest_line(const Digest& digest, const std::filesystem::path& file) { return digest.hex() + "  " + file.filename().string() + "\n"; }

} // namespace hdskit
