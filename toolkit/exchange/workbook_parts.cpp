#include "toolkit/exchange/workbook_parts.hpp"

#include "toolkit/base/problem.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/exchange/workbook_reader.hpp"
#include "toolkit/exchange/workbook_remedy.hpp"
#include "toolkit/exchange/xlsx_text.hpp"

#include <charconv>
#include <map>

namespace hdskit {
namespace {

struct Relation {
  std::string id, type, target; ///< type: the last word of its address, the same in both variants of Open XML
};

constexpr std::size_t style_limit = 100'000; // Excel keeps 65,490

int number_in(std::string_view text) {
  int value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

/// Targets are relative to the folder of the part that names them, or begin with “/”.
std::string resolved(std::string_view part, std::string_view target) {
  std::vector<std::string> folders;
  const auto base = std::string{part.substr(0, part.rfind('/') == std::string_view::npos ? 0 : part.rfind('/'))};
  for (const auto& name : split(target.starts_with('/') ? std::string{target} : base + "/" + std::string{target}, '/'))
    if (name == "..") {
      if (!folders.empty()) folders.pop_back();
    } else if (!name.empty() && name != ".") {
      folders.push_back(name);
    }
  return joined(folders, "/");
}

std::vector<Relation> relations_of(const WorkbookArchive& archive, const std::string& part) {
  const auto slash = part.rfind('/');
  const auto folder = slash == std::string::npos ? "" : part.substr(0, slash + 1);
  const auto name = folder + "_rels/" + part.substr(folder.size()) + ".rels";
  const auto bytes = archive.part(name);
  WorkbookXml xml{bytes, archive.name(), name};
  std::vector<Relation> relations;
  xml.root();
  xml.each_child([&](std::string_view) {
    const auto type = xml.attribute("Type");
    if (xml.plain_attribute("TargetMode") != "External")
      relations.push_back({xml.attribute("Id"), type.substr(type.rfind('/') + 1), resolved(part, xml.attribute("Target"))});
  });
  return relations;
}

const Relation* relation_of_type(const std::vector<Relation>& relations, std::string_view type) {
  for (const auto& relation : relations)
    if (relation.type == type) return &relation;
  return nullptr;
}

[[noreturn]] void refuse(const WorkbookArchive& archive, const std::string& sentence) {
  throw Problem{ProblemKind::bad_input, archive.name(), sentence, saved_again()};
}

std::string workbook_part(const WorkbookArchive& archive) {
  const auto& name = archive.name();
  if (archive.holds("mimetype") && archive.part("mimetype").starts_with("application/vnd.oasis.opendocument"))
    refuse(archive, tr("“{1}” is an OpenDocument file (such as .ods), which is not read here.", {name}));
  if (!archive.holds("_rels/.rels")) refuse(archive, tr("“{1}” is an archive (ZIP), not a workbook.", {name}));
  const auto relations = relations_of(archive, "");
  const auto* document = relation_of_type(relations, "officeDocument");
  if (!document) refuse(archive, tr("“{1}” is an archive (ZIP), not a workbook.", {name}));
  if (document->target.ends_with(".bin")) refuse(archive, tr("“{1}” is a binary workbook (.xlsb), which is not read here.", {name}));
  return document->target;
}

/// The relation id of the first sheet that people see and that has cells.
void read_sheets(WorkbookXml& xml, const std::vector<Relation>& relations, WorkbookParts& parts) {
  xml.each_child([&](std::string_view) {
    const auto state = xml.plain_attribute("state");
    if (!parts.worksheet.empty() || state == "hidden" || state == "veryHidden") return;
    const auto id = xml.attribute("id");
    for (const auto& relation : relations)
      if (relation.id == id && relation.type == "worksheet") parts.worksheet = relation.target; // not a chart that takes a sheet of its own
  });
}

void read_texts(const WorkbookArchive& archive, const std::string& part, WorkbookParts& parts) {
  const auto bytes = archive.part(part);
  WorkbookXml xml{bytes, archive.name(), part};
  xml.root();
  xml.each_child([&](std::string_view element) {
    if (element != "si") return;
    if (parts.texts.size() == workbook_cell_limit) xml.refuse(tr("it holds more than {1} texts", {std::to_string(workbook_cell_limit)}));
    parts.texts.push_back(rich_text(xml));
  });
}

void read_formats(const WorkbookArchive& archive, const std::string& part, WorkbookParts& parts) {
  const auto bytes = archive.part(part);
  WorkbookXml xml{bytes, archive.name(), part};
  std::map<int, NumberFormat> own;
  const auto format_of = [&](int id) {
    const auto found = own.find(id);
    return found == own.end() ? built_in_number_format(id) : found->second;
  };
  xml.root();
  xml.each_child([&](std::string_view group) {
    if (group == "numFmts")
      xml.each_child(
          [&](std::string_view) { own.insert_or_assign(number_in(xml.plain_attribute("numFmtId")), number_format_of(xml.attribute("formatCode"))); });
    if (group == "cellXfs")
      xml.each_child([&](std::string_view) {
        if (parts.formats.size() == style_limit) xml.refuse(tr("it holds more than {1} styles", {std::to_string(style_limit)}));
        parts.formats.push_back(format_of(number_in(xml.plain_attribute("numFmtId"))));
      });
  });
}

} // namespace

WorkbookParts read_workbook_parts(const WorkbookArchive& archive) {
  WorkbookParts parts;
  const auto part = workbook_part(archive);
  const auto bytes = archive.part(part);
  WorkbookXml xml{bytes, archive.name(), part};
  if (xml.root() != "workbook") refuse(archive, tr("“{1}” is a document of an office program, but no workbook.", {archive.name()}));
  const auto relations = relations_of(archive, part);
  xml.each_child([&](std::string_view element) {
    if (element == "workbookPr") {
      const auto flag = xml.plain_attribute("date1904");
      parts.from_1904 = flag == "1" || flag == "true" || flag == "on";
    }
    if (element == "sheets") read_sheets(xml, relations, parts);
  });
  if (parts.worksheet.empty()) refuse(archive, tr("“{1}” has no visible worksheet.", {archive.name()}));
  if (const auto* texts = relation_of_type(relations, "sharedStrings")) read_texts(archive, texts->target, parts);
  if (const auto* styles = relation_of_type(relations, "styles")) read_formats(archive, styles->target, parts);
  return parts;
}

std::string rich_text(WorkbookXml& xml) {
  std::string text;
  xml.each_child([&](std::string_view element) {
    if (element == "t") text += xml.text();
    if (element == "r")
      xml.each_child([&](std::string_view inner) {
        if (inner == "t") text += xml.text();
      });
  });
  return unescaped_xlsx_text(std::move(text));
}

} // namespace hdskit
