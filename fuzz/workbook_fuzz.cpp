#include "fuzz/answer.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/exchange/record_import.hpp"
#include "toolkit/exchange/table_reader.hpp"

#include <zip.h>

// Tables that people bring, and what an import would make of them. A whole archive is read as it is; other bytes are the parts of a workbook, one
// after the other with a form feed between, because no mutation gets past the checksums of an archive. Promises: cells are UTF-8, rows are in
// order and no wider than the headings, and what is to be imported again is the same.

using namespace hdskit;

namespace {

constexpr const char* part_names[] = {"xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml", "xl/workbook.xml"};
constexpr std::string_view plain_workbook = R"(<workbook><sheets><sheet name="a" r:id="s"/></sheets></workbook>)";
constexpr std::string_view package = R"(<Relationships><Relationship Id="w" Type="/officeDocument" Target="xl/workbook.xml"/></Relationships>)";
constexpr std::string_view relations =
    R"(<Relationships><Relationship Id="s" Type="/worksheet" Target="worksheets/sheet1.xml"/>)"
    R"(<Relationship Id="t" Type="/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="f" Type="/styles" Target="styles.xml"/></Relationships>)";

void add(zip_t* archive, const char* name, std::string_view bytes) {
  auto* source = zip_source_buffer(archive, bytes.data(), bytes.size(), 0);
  const auto place = zip_file_add(archive, name, source, 0);
  zip_set_file_compression(archive, static_cast<zip_uint64_t>(place), ZIP_CM_STORE, 0);
}

std::string packed(const std::vector<std::string>& parts) {
  auto* source = zip_source_buffer_create(nullptr, 0, 0, nullptr);
  zip_source_keep(source);
  auto* archive = zip_open_from_source(source, ZIP_CREATE | ZIP_TRUNCATE, nullptr);
  add(archive, "_rels/.rels", package);
  add(archive, "xl/_rels/workbook.xml.rels", relations);
  for (std::size_t i = 0; i < std::size(part_names); ++i)
    add(archive, part_names[i], i < parts.size() ? std::string_view{parts[i]} : i == 3 ? plain_workbook : "<a/>");
  fuzz::promise(zip_close(archive) == 0, "the workbook is packed");
  zip_stat_t state{};
  zip_source_stat(source, &state);
  std::string bytes(state.size, '\0');
  zip_source_open(source);
  zip_source_read(source, bytes.data(), bytes.size());
  zip_source_close(source);
  zip_source_free(source);
  return bytes;
}

void check_table(const CsvTable& table) {
  int line = table.heading_line;
  for (const auto& heading : table.headings) fuzz::promise(is_utf8(heading), "a heading is UTF-8");
  for (const auto& row : table.rows) {
    fuzz::promise(row.line > line, "rows are in order");
    fuzz::promise(row.cells.size() <= table.headings.size(), "a row is no wider than the headings");
    for (const auto& cell : row.cells) fuzz::promise(is_utf8(cell), "a cell is UTF-8");
    line = row.line;
  }
}

void try_import(CsvReading& reading) {
  if (!reading.table.headings.empty()) reading.table.headings.front() = "reference"; // else few inputs would get further
  const auto& kind = record_kind("subcontractor");
  static const auto with_reference = [&] {
    auto own = kind;
    for (auto& field : own.fields)
      if (field.name == "contract_reference") field.name = "reference";
    return own;
  }();
  const auto import = preview_records(with_reference, {}, reading, {});
  if (import.refused.empty()) fuzz::promise(static_cast<std::size_t>(import.added) == import.planned.size(), "all rows are new");
  else fuzz::promise(!listed(import.refused).empty(), "a refusal has a sentence");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const auto text = fuzz::text_of(bytes, size);
  fuzz::done([&] {
    auto reading = is_workbook(text) ? read_table(text, "foreign.xlsx") : read_table(packed(split(text, '\f')), "foreign.xlsx");
    if (reading.defects.empty()) check_table(reading.table);
    try_import(reading);
  });
  return 0;
}
