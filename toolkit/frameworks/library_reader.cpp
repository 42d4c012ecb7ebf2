#include "toolkit/frameworks/library_reader.hpp"

#include "toolkit/base/problem.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/frameworks/ciso_library.hpp"
#include "toolkit/frameworks/deming_table.hpp"
#include "toolkit/frameworks/oscal_xml.hpp"
#include "toolkit/frameworks/yaml_reader.hpp"
#include "toolkit/requirements/checklist_reader.hpp"
#include "toolkit/requirements/mapping_reader.hpp"

namespace hdskit {
namespace {

constexpr std::size_t xml_size_limit = 16u << 20; // bytes: a tree of elements takes up to thirty times the text

enum class LibraryFormat { yaml, json, xml };

LibraryFormat format_of(std::string_view bytes, const std::string& file) {
  const auto name = folded(file);
  if (name.ends_with(".yaml") || name.ends_with(".yml")) return LibraryFormat::yaml;
  if (name.ends_with(".json")) return LibraryFormat::json;
  if (name.ends_with(".xml")) return LibraryFormat::xml;
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  const auto start = trimmed(bytes.substr(0, 4096));
  return start.starts_with('<') ? LibraryFormat::xml : start.starts_with('{') ? LibraryFormat::json : LibraryFormat::yaml;
}

void take(std::vector<MarkupDefect> defects, LibraryFindings& findings) {
  for (auto& defect : defects) findings.refuse(defect.line, std::move(defect.sentence));
}

FrameworkLibrary house_checklist(std::string_view bytes, LibraryFindings& findings) {
  auto reading = read_checklist(bytes);
  take(std::move(reading.defects), findings);
  FrameworkLibrary library;
  if (!reading.checklist) return library;
  const auto count = static_cast<int>(reading.checklist->items.size());
  library.frameworks.push_back({.checklist = std::move(*reading.checklist), .source = {}, .requirements = count, .assessable = count, .headings = {}});
  library.frameworks.back().source = library.frameworks.back().checklist.id;
  return library;
}

FrameworkLibrary house_mapping(std::string_view bytes, LibraryFindings& findings) {
  auto reading = read_mapping(bytes);
  take(std::move(reading.defects), findings);
  FrameworkLibrary library;
  if (!reading.mapping) return library;
  auto& read = *reading.mapping;
  ForeignMapping mapping{.line = 1, .source = read.id, .from = read.from, .to = read.to, .title = read.title.french, .pairs = {}};
  for (auto& pair : read.pairs)
    mapping.pairs.push_back(
        {.line = 1, .from = std::move(pair.from), .to = std::move(pair.to), .strength = pair.strength, .note = std::move(pair.note.french)});
  library.mappings.push_back(std::move(mapping));
  return library;
}

FrameworkLibrary read_xml(std::string_view bytes, LibraryFindings& findings) {
  MarkupDocument document{bytes, xml_size_limit};
  const auto root = document.outermost();
  const std::string_view name = root.name();
  if (name == "checklist") return house_checklist(bytes, findings);
  if (name == "mapping") return house_mapping(bytes, findings);
  const bool sound = document.sound();
  take(document.defects(), findings);
  if (!root) {
    if (sound) findings.refuse(1, tr("The file holds no XML element."));
    return {};
  }
  return read_oscal_xml(document, root, findings);
}

FrameworkLibrary read_as(LibraryFormat format, std::string_view bytes, LibraryFindings& findings) {
  if (format == LibraryFormat::xml) return read_xml(bytes, findings);
  if (format == LibraryFormat::json) return read_oscal_json(bytes, findings);
  const auto root = read_yaml(bytes, findings);
  return root ? read_ciso_library(*root, findings) : FrameworkLibrary{};
}

FrameworkLibrary finished(FrameworkLibrary library, LibraryFindings& findings) {
  library.file = findings.file();
  library.defects = findings.defects();
  library.notes = findings.notes();
  return library;
}

} // namespace

FrameworkLibrary read_library(std::string_view bytes, const std::string& file) {
  LibraryFindings findings{file};
  if (bytes.size() > library_size_limit)
    return refused_library(file, tr("The file is larger than {1} MiB, the most that is read of a library.", {std::to_string(library_size_limit >> 20)}));
  FrameworkLibrary library;
  try {
    library = read_as(format_of(bytes, file), bytes, findings);
  } catch (const Problem& problem) { // of what is no JSON at all
    findings.refuse(0, problem.what());
  }
  return finished(std::move(library), findings);
}

FrameworkLibrary read_library_table(const CsvReading& table, const std::string& file) {
  LibraryFindings findings{file};
  auto library = read_deming_table(table, findings);
  return finished(std::move(library), findings);
}

FrameworkLibrary refused_library(const std::string& file, std::string sentence) {
  LibraryFindings findings{file};
  findings.refuse(0, std::move(sentence));
  return finished({}, findings);
}

} // namespace hdskit
