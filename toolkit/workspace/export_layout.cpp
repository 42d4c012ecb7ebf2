#include "toolkit/workspace/export_layout.hpp"

#include "toolkit/base/problem.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/workspace/journalled_tables.hpp"
#include "toolkit/workspace/json_reading.hpp"
#include "toolkit/workspace/json_writing.hpp"
#include "toolkit/workspace/migration.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include <algorithm>

namespace hdskit {
namespace {

constexpr std::size_t longest_name = 63; // of a table, for PostgreSQL
constexpr std::size_t longest_establishment = 100'000;
constexpr std::size_t most_tables = 1000;

[[noreturn]] void refuse_newer(const std::string& name, const char* sentence, std::int64_t found, int known) {
  throw Problem{ProblemKind::newer_format, name, tr(sentence, {name, std::to_string(found), std::to_string(known)}),
                tr("Install the newer hdskit that wrote it; nothing was created.")};
}

/// Before anything else is looked at: what a newer program writes may look broken to this one.
void refuse_newer_numbers(const boost::json::value& json, const std::string& name) {
  const auto number = [&](const char* member) -> std::int64_t {
    const auto* object = json.if_object();
    const auto* value = object ? object->if_contains(member) : nullptr;
    return value && value->is_int64() ? value->as_int64() : 0;
  };
  if (const auto found = number("export_format"); found > export_format)
    refuse_newer(name, marked("“{1}” is an export of format {2}, and this program knows exports up to format {3}."), found, export_format);
  if (const auto found = number("workspace_format"); found > newest_format())
    refuse_newer(name, marked("“{1}” holds a workspace of format {2}, and this program knows formats up to {3}."), found, newest_format());
}

std::uint64_t count_in(const JsonObject& object, std::string_view name, JsonDefects& defects) {
  const auto* value = object.find(name);
  if (value && value->is_int64() && value->as_int64() >= 0) return static_cast<std::uint64_t>(value->as_int64());
  defects.report(object.place_of(name), tr("A whole number from 0 on is expected here."));
  return 0;
}

std::string digest_in(const JsonObject& object, std::string_view name, JsonDefects& defects) {
  const auto hex = object.needed_text(name, 2 * Digest::size);
  const auto digest = Digest::parse(hex);
  if (!hex.empty() && (!digest || digest->hex() != hex)) defects.report(object.place_of(name), tr("64 digits of a SHA-256 are expected here."));
  return hex;
}

std::vector<ExportedTable> tables_in(const JsonObject& object, JsonDefects& defects) {
  std::vector<ExportedTable> tables;
  for (const auto& value : object.array("records", 1, most_tables)) {
    const JsonObject table{value, "records[" + std::to_string(tables.size()) + "]", defects, {"table", "count", "bytes", "sha256"}};
    tables.push_back(
        {table.needed_text("table", longest_name), count_in(table, "count", defects), count_in(table, "bytes", defects), digest_in(table, "sha256", defects)});
  }
  if (!std::ranges::is_sorted(tables, std::ranges::less_equal{}, &ExportedTable::name)) // none of them twice
    defects.report("records", tr("The tables are not in the order of their names, or one is there twice."));
  return tables;
}

boost::json::value json_of(const ExportedTable& table) {
  return boost::json::object{{"table", table.name}, {"count", table.records}, {"bytes", table.bytes}, {"sha256", table.sha256}};
}

} // namespace

std::string records_file_name(std::string_view table) { return std::string{table} + ".jsonl"; }

std::string manifest_text(const ExportManifest& manifest) {
  boost::json::array tables;
  for (const auto& table : manifest.tables) tables.push_back(json_of(table));
  return readable_json(boost::json::object{{"export_format", export_format},
                                           {"workspace_format", manifest.workspace_format},
                                           {"establishment", manifest.establishment},
                                           {"journal", boost::json::object{{"entries", manifest.journal_entries}, {"digest", manifest.journal_digest}}},
                                           {"documents", boost::json::object{{"count", manifest.documents}, {"bytes", manifest.document_bytes}}},
                                           {"records", std::move(tables)}});
}

Digest digest_of_export(const ExportManifest& manifest) { return digest_of(manifest_text(manifest)); }

std::uint64_t records_of(const ExportManifest& manifest) {
  std::uint64_t records = 0;
  for (const auto& table : manifest.tables)
    if (std::ranges::any_of(journalled_tables, [&](const auto& known) { return table.name == known.name; })) records += table.records;
  return records;
}

ExportManifest parse_export_manifest(std::string_view json, const std::string& name) {
  const auto value = parse_foreign_json(json, name, largest_export_manifest);
  refuse_newer_numbers(value, name);
  JsonDefects defects;
  const JsonObject object{value, "", defects, {"export_format", "workspace_format", "establishment", "journal", "documents", "records"}};
  ExportManifest manifest;
  const auto part = [&](const char* member, std::initializer_list<std::string_view> known) {
    static const boost::json::value none = boost::json::object{};
    const auto* found = object.find(member);
    return JsonObject{found ? *found : none, member, defects, known};
  };
  object.whole_number("export_format", 1, export_format, 0);
  if (!object.find("export_format")) defects.report("export_format", tr("It is missing."));
  manifest.workspace_format = object.whole_number("workspace_format", 1, newest_format(), 0);
  if (!object.find("workspace_format")) defects.report("workspace_format", tr("It is missing."));
  manifest.establishment = object.text("establishment", longest_establishment);
  const auto journal = part("journal", {"entries", "digest"});
  manifest.journal_entries = count_in(journal, "entries", defects);
  manifest.journal_digest = digest_in(journal, "digest", defects);
  const auto documents = part("documents", {"count", "bytes"});
  manifest.documents = count_in(documents, "count", defects);
  manifest.document_bytes = count_in(documents, "bytes", defects);
  manifest.tables = tables_in(object, defects);
  defects.refuse(name, tr("Export the workspace again; nothing was created."), json);
  return manifest;
}

} // namespace hdskit
