#include "gui/presenter/workspace_folders.hpp"

#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"

namespace hdskit::gui {
namespace {

/// Small letters, digits and hyphens, for a name that every disk takes.
std::string plain_name(std::string_view words, std::string_view otherwise) {
  constexpr std::size_t longest = 60;
  std::string name;
  for (const char c : folded(words)) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (plain) name += c;
    else if (!name.empty() && name.back() != '-') name += '-';
    if (name.size() == longest) break;
  }
  while (!name.empty() && name.back() == '-') name.pop_back();
  return name.empty() ? std::string{otherwise} : name;
}

/// Of the file, or of the database: "postgresql://server/hospital?x" gives "hospital".
std::string stem_of(const std::string& location) {
  const auto path = location.substr(0, location.find("://") == std::string::npos ? std::string::npos : location.find('?'));
  return plain_name(std::filesystem::path{path}.stem().string(), "hdskit");
}

std::string counts(const ExportManifest& manifest) {
  return tr("{1} records, {2} entries of the journal, {3} documents",
            {french_number(static_cast<std::int64_t>(records_of(manifest))), french_number(static_cast<std::int64_t>(manifest.journal_entries)),
             french_number(static_cast<std::int64_t>(manifest.documents))});
}

} // namespace

std::filesystem::path proposed_export_folder(const std::filesystem::path& parent, const std::string& location, Date today) {
  const auto wished = parent / (stem_of(location) + "-export-" + today.iso());
  std::error_code ignored;
  auto folder = wished;
  for (int attempt = 2; std::filesystem::exists(std::filesystem::symlink_status(folder, ignored)); ++attempt)
    folder = wished.string() + "-" + std::to_string(attempt);
  return folder;
}

std::string export_question(const std::filesystem::path& folder) { return tr("Write the whole workspace into “{1}”?", {folder.string()}); }

std::string export_warning() {
  return tr("The folder will hold every record, the journal and every document, in files that any program reads. It is not encrypted, and it maps the "
            "weaknesses of the hospital: keep it on an encrypted disk.");
}

std::string told(const ExportedWorkspace& exported, const std::filesystem::path& folder) {
  return tr("The whole workspace is in “{1}”: {2}. Digest to note elsewhere: {3}", {folder.string(), counts(exported.manifest), exported.digest.hex()});
}

std::string proposed_file_name(const ExportManifest& manifest) { return plain_name(manifest.establishment, tr("workspace")) + ".hds"; }

std::string told(const ImportedWorkspace& imported, const std::string& location) {
  auto sentence = tr("“{1}” was made from the export: {2}. Every digest was verified.", {location, counts(imported.manifest)});
  if (imported.format > imported.manifest.workspace_format)
    sentence +=
        " " + tr("It was brought from format {1} to format {2}.", {std::to_string(imported.manifest.workspace_format), std::to_string(imported.format)});
  if (!imported.defects.empty())
    sentence += " " + trn("The exported workspace had {1} fault already: {2}", "The exported workspace had {1} faults already, the first: {2}",
                          static_cast<std::int64_t>(imported.defects.size()));
  return imported.defects.empty() ? sentence : replaced(sentence, "{2}", imported.defects.front());
}

} // namespace hdskit::gui
