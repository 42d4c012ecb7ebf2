#include "toolkit/workspace/export_reading.hpp"

#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/workspace/document_store.hpp"
#include "toolkit/workspace/piece_writer.hpp"

#include <algorithm>

namespace hdskit {
namespace {

std::string inside(const char* folder, const std::string& name) { return std::string{folder} + "/" + name; }

/// Cuts what comes into lines; a line that grows beyond all bounds is given up.
class LineCutter {
public:
  explicit LineCutter(std::function<void(std::string_view line)> take) : take_{std::move(take)} {}

  void see(std::string_view bytes) {
    for (auto end = bytes.find('\n'); end != std::string_view::npos; end = bytes.find('\n')) {
      rest_ += bytes.substr(0, end);
      if (rest_.size() <= longest_export_line) take_(rest_);
      rest_.clear();
      bytes.remove_prefix(end + 1);
    }
    if (rest_.size() <= longest_export_line) rest_ += bytes;
  }
  bool ended() const { return rest_.empty(); }
  std::size_t waiting() const { return rest_.size(); }

private:
  std::function<void(std::string_view)> take_;
  std::string rest_;
};

} // namespace

ExportReader::ExportReader(const ForeignFolder& root, const ExportManifest& manifest, const std::vector<TableShape>& shapes, ExportDefects& defects,
                           const Progress& progress)
    : root_{root}, records_{root, export_names::records},
      documents_{root, export_names::documents}, manifest_{manifest}, shapes_{shapes}, defects_{defects}, progress_{progress} {}

void ExportReader::read_into(Dialect& dialect) {
  look_at_names();
  match_tables();
  read_tables(dialect);
  read_documents(dialect);
  compare_sums();
  if (!defects_.none()) return;
  std::size_t read = 0;
  compare_with(read_manifest(dialect, manifest_.workspace_format, shapes_, [&](const TableShape& shape) {
    progress_.tell(tr("Verifying the records"), ++read, shapes_.size());
    return write_table_lines(
        dialect, shape, [](std::string_view) {}, progress_);
  }));
}

void ExportReader::look_for_strangers(const ForeignFolder& folder, const std::string& prefix, const std::function<bool(const std::string&)>& known) {
  folder.each_name([&](const std::string& name) {
    progress_.stop_if_cancelled();
    if (!known(name)) defects_.report(prefix + name, tr("It does not belong to an export."));
  });
}

void ExportReader::look_at_names() {
  using namespace export_names;
  look_for_strangers(root_, "", [](const std::string& name) {
    return std::ranges::any_of(std::initializer_list<std::string_view>{manifest, sums, note, records, documents},
                               [&](std::string_view known) { return name == known; });
  });
  look_for_strangers(records_, inside(records, ""), [&](const std::string& name) {
    return std::ranges::any_of(manifest_.tables, [&](const auto& table) { return name == records_file_name(table.name); });
  });
}

void ExportReader::match_tables() {
  for (const auto& table : manifest_.tables)
    if (std::ranges::find(shapes_, table.name, &TableShape::name) == shapes_.end())
      defects_.report(export_names::manifest, tr("A workspace of format {1} has no table “{2}”.", {std::to_string(manifest_.workspace_format), table.name}));
  for (const auto& shape : shapes_)
    if (std::ranges::find(manifest_.tables, shape.name, &ExportedTable::name) == manifest_.tables.end())
      defects_.report(export_names::manifest, tr("The table “{1}” is missing.", {shape.name}));
}

void ExportReader::read_tables(Dialect& dialect) {
  std::size_t read = 0;
  for (const auto& shape : shapes_) {
    progress_.tell(tr("Reading the records"), ++read, shapes_.size());
    if (const auto found = std::ranges::find(manifest_.tables, shape.name, &ExportedTable::name); found != manifest_.tables.end())
      read_table(dialect, shape, *found);
  }
}

void ExportReader::read_table(Dialect& dialect, const TableShape& shape, const ExportedTable& table) {
  const auto name = records_file_name(shape.name), path = inside(export_names::records, name);
  const auto insert = insert_of(shape);
  dialect.execute("delete from \"" + shape.name + "\""); // the steps of the format, noted when the workspace was made
  std::uint64_t lines = 0;
  Sha256 sha;
  LineCutter cutter{[&](std::string_view line) {
    progress_.stop_if_cancelled();
    ++lines;
    if (const auto fault = read_table_line(dialect, shape, insert, line); !fault.empty())
      defects_.report(path + tr(", line {1}", {std::to_string(lines)}), fault);
  }};
  const auto fault = records_.read(name, {table.bytes, table.bytes}, [&](std::string_view bytes) {
    sha.update(bytes);
    cutter.see(bytes);
  });
  sums_[path] = sha.finish().hex();
  if (!fault.empty()) return defects_.report(path, fault);
  if (cutter.waiting() > longest_export_line) defects_.report(path, tr("A line is longer than {1}.", {french_bytes(longest_export_line)}));
  else if (!cutter.ended()) defects_.report(path, tr("Its last line does not end."));
  if (sums_[path] != table.sha256) defects_.report(path, tr("Its bytes are not those that were exported: the SHA-256 is another."));
  else if (lines != table.records)
    defects_.report(path, tr("It has {1} records where {2} are expected.", {std::to_string(lines), std::to_string(table.records)}));
}

void ExportReader::read_documents(Dialect& dialect) {
  std::uint64_t done = 0;
  for (const auto& row : dialect.read("select digest, size from document order by digest")) {
    progress_.stop_if_cancelled();
    const auto digest = Digest::parse(row[0]);
    const auto size = std::stoll(row[1]);
    if (!digest || digest->hex() != row[0] || size < 0 || static_cast<std::uint64_t>(size) > document_limit) {
      defects_.report(inside(export_names::records, "document.jsonl"), tr("No document can have the digest “{1}” and {2} bytes.", {row[0], row[1]}));
      continue;
    }
    read_document(dialect, row[0], static_cast<std::uint64_t>(size));
    progress_.tell(tr("Reading the documents"), done += static_cast<std::uint64_t>(size), manifest_.document_bytes);
  }
  look_for_strangers(documents_, inside(export_names::documents, ""),
                     [&](const std::string& name) { return sums_.contains(inside(export_names::documents, name)); });
}

void ExportReader::read_document(Dialect& dialect, const std::string& digest, std::uint64_t size) {
  const auto path = inside(export_names::documents, digest);
  const auto insert = "insert into document_piece (digest, number, bytes) values (:p1, :p2, " + dialect.bytes_parameter(":p3") + ")";
  PieceWriter writer{[&](std::int64_t number, std::string_view bytes) {
    progress_.stop_if_cancelled();
    dialect.execute(insert, {digest, std::to_string(number), dialect.pack(bytes)});
  }};
  auto fault = documents_.read(digest, {size, size}, [&](std::string_view bytes) { writer.take(bytes); });
  sums_[path] = writer.finish().hex();
  if (fault.empty() && sums_[path] != digest) fault = tr("Its bytes are not those that were exported: the SHA-256 is another.");
  if (!fault.empty()) defects_.report(path, fault);
}

/// Said a second time for people and their tools; it must say the same.
void ExportReader::compare_sums() {
  Sha256 note;
  if (const auto fault = root_.read(export_names::note, {0, largest_export_note}, [&](std::string_view bytes) { note.update(bytes); }); !fault.empty())
    defects_.report(export_names::note, fault);
  sums_[export_names::note] = note.finish().hex();
  sums_[export_names::manifest] = digest_of_export(manifest_).hex();
  const auto expected = sums_text(sums_);
  std::string said;
  const auto fault = root_.read(export_names::sums, {0, expected.size()}, [&](std::string_view bytes) { said += bytes; });
  if (!fault.empty()) return defects_.report(export_names::sums, fault);
  if (said == expected || !defects_.none()) return; // where a file differs, its line does too
  const auto lines = lines_of(expected), found = lines_of(said);
  for (std::size_t i = 0; i < lines.size(); ++i)
    if (i >= found.size() || found[i] != lines[i])
      return defects_.report(export_names::sums, tr("Line {1} is not the digest of {2}.", {std::to_string(i + 1), std::string{lines[i].substr(66)}}));
  defects_.report(export_names::sums, tr("It is not written as hdskit writes it."));
}

void ExportReader::compare_with(const ExportManifest& read) {
  if (read == manifest_) return;
  for (std::size_t i = 0; i < read.tables.size() && i < manifest_.tables.size(); ++i)
    if (read.tables[i] != manifest_.tables[i])
      defects_.report(inside(export_names::records, records_file_name(read.tables[i].name)), tr("Its records are not in the order of their keys."));
  if (defects_.none()) defects_.report(export_names::manifest, tr("It does not say what the records hold: establishment, journal or documents differ."));
}

} // namespace hdskit
