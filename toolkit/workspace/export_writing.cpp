#include "toolkit/workspace/export_writing.hpp"

#include "toolkit/base/file.hpp"
#include "toolkit/base/problem.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/workspace/table_lines.hpp"

namespace hdskit {
namespace {

/// For whoever finds the folder, in the language of the hospital's file: it is no message of the program.
constexpr const char* note = R"(Export complet d’un espace de travail hdskit
============================================

Établissement : {establishment}
Écrit par     : {program}
Empreinte     : {digest}

ATTENTION : ce dossier n’est pas chiffré. Il décrit l’établissement, ses risques
et ses points faibles. Gardez-le sur un support chiffré, remettez-le en main
propre, détruisez les copies inutiles.

Ce qu’il contient
  hdskit-workspace.json   le sommaire ; son empreinte SHA-256 est celle de
                          l’ensemble, à noter ailleurs que dans ce dossier
  records/                toutes les fiches, une table par fichier, une fiche par
                          ligne (JSON), et le journal des modifications
  documents/              les pièces, chacune sous son empreinte SHA-256
  SHA256SUMS              l’empreinte de chaque fichier

Vérifier : sha256sum -c SHA256SUMS
Recréer  : hdskit workspace import DOSSIER --workspace NOUVEAU.hds
)";

std::string note_of(const ExportManifest& manifest, const std::string& program) {
  const auto one_line = replaced(replaced(manifest.establishment, "\r", " "), "\n", " ");
  auto text = replaced(std::string{note}, "{digest}", digest_of_export(manifest).hex());
  text = replaced(std::move(text), "{program}", program);
  return replaced(std::move(text), "{establishment}", one_line.empty() ? "non décrit" : one_line);
}

/// One piece at a time, so that memory does not grow with the document.
void write_document(Dialect& dialect, const std::string& digest, const std::filesystem::path& file) {
  const auto sql = "select " + dialect.bytes_column() + " from document_piece where digest = :p1 and number = :p2";
  PendingFile pending{file};
  Sha256 sha;
  for (std::int64_t number = 0;; ++number) {
    const auto rows = dialect.read(sql, {digest, std::to_string(number)});
    if (rows.empty()) break;
    const auto bytes = dialect.unpack(rows[0][0]);
    sha.update(bytes);
    pending.write(bytes);
  }
  if (sha.finish().hex() != digest)
    throw Problem{ProblemKind::damaged, digest, tr("The document {1} is no longer what was stored; nothing was exported.", {digest}),
                  tr("Run `hdskit evidence verify`, then restore the last backup or file the document again.")};
  pending.commit();
}

void write_documents(Dialect& dialect, const std::filesystem::path& folder, std::uint64_t total, ExportSums& sums, const Progress& progress) {
  std::uint64_t done = 0;
  for (const auto& row : dialect.read("select digest, size from document order by " + dialect.byte_order("digest"))) {
    progress.stop_if_cancelled();
    const auto digest = Digest::parse(row[0]);
    if (!digest || digest->hex() != row[0]) // it is about to become the name of a file
      throw Problem{ProblemKind::damaged, row[0], tr("The document {1} was altered.", {row[0]}), tr("Run `hdskit workspace check` for the whole list.")};
    write_document(dialect, row[0], folder / row[0]);
    sums[std::string{export_names::documents} + "/" + row[0]] = row[0];
    progress.tell(tr("Writing the documents"), done += std::stoull(row[1]), total);
  }
}

ExportedTable write_records(Dialect& dialect, const TableShape& shape, const std::filesystem::path& folder, ExportSums& sums, const Progress& progress) {
  const auto name = records_file_name(shape.name);
  PendingFile file{folder / name};
  auto table = write_table_lines(
      dialect, shape, [&](std::string_view line) { file.write(line); }, progress);
  file.commit();
  sums[std::string{export_names::records} + "/" + name] = table.sha256;
  return table;
}

} // namespace

std::string sums_text(const ExportSums& sums) {
  std::string text;
  for (const auto& [path, digest] : sums) text += digest + "  " + path + "\n";
  return text;
}

ExportManifest write_export(Dialect& dialect, int format, const std::filesystem::path& folder, const std::string& program, const Progress& progress) {
  const Snapshot snapshot{dialect};
  const auto shapes = shapes_of_format(format, folder);
  ExportSums sums;
  std::uint64_t written = 0;
  const auto manifest = read_manifest(dialect, format, shapes, [&](const TableShape& shape) {
    progress.tell(tr("Writing the records"), ++written, shapes.size());
    return write_records(dialect, shape, folder / export_names::records, sums, progress);
  });
  write_documents(dialect, folder / export_names::documents, manifest.document_bytes, sums, progress);
  const auto put = [&](const char* name, const std::string& text) {
    write_file(folder / name, text);
    sums[name] = digest_of(text).hex();
  };
  put(export_names::note, note_of(manifest, program));
  const auto summary = manifest_text(manifest);
  sums[export_names::manifest] = digest_of(summary).hex();
  write_file(folder / export_names::sums, sums_text(sums));
  write_file(folder / export_names::manifest, summary);
  return manifest;
}

} // namespace hdskit
