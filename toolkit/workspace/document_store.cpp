#include "toolkit/workspace/document_store.hpp"

#include "toolkit/base/file.hpp"
#include "toolkit/base/problem.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/workspace/dialect.hpp"
#include "toolkit/workspace/piece_writer.hpp"
#include "toolkit/workspace/record_json.hpp"

namespace hdskit {
namespace {

[[noreturn]] void refuse_size(const std::string& name) {
  throw Problem{ProblemKind::bad_input, name, tr("“{1}” is larger than the {2} that a document may have.", {name, french_bytes(document_limit)}),
                tr("Store an extract or a report instead of an archive; nothing was stored.")};
}

PieceWriter writer_of(Change& change, const Digest& digest) {
  return PieceWriter{[&change, digest](std::int64_t number, std::string_view bytes) { change.put_piece(digest, number, bytes); }};
}

std::optional<std::uint64_t> stored_size(const Workspace& workspace, const Digest& digest) {
  const auto rows = workspace.read("select size from document where digest = :p1", {digest.hex()});
  if (rows.empty()) return std::nullopt;
  return std::stoull(rows[0][0]);
}

void note_document(Change& change, const StoredDocument& document) {
  const auto size = std::to_string(document.size);
  change.write("insert into document (digest, size) values (:p1, :p2)", {document.digest.hex(), size});
  change.record("add", "document", document.digest.hex(), "", json_object({{"size", size}}));
}

/// Whether these bytes are stored and intact. What is stored under their digest but damaged is taken out, so that filing the same
/// document again mends it, as the complaint about it promises.
bool is_kept_already(Change& change, const Digest& digest) {
  if (!stored_size(change.workspace(), digest)) return false;
  if (document_state(change.workspace(), digest) == DocumentState::intact) return true;
  change.write("delete from document_piece where digest = :p1", {digest.hex()});
  change.write("delete from document where digest = :p1", {digest.hex()});
  return false;
}

/// Hands over the pieces one by one, so that memory does not grow with the document. Gives the number of bytes found.
std::uint64_t each_piece(const Workspace& workspace, const Digest& digest, std::uint64_t size, const std::function<void(std::string_view)>& take) {
  auto& dialect = workspace.dialect();
  const auto sql = "select " + dialect.bytes_column() + " from document_piece where digest = :p1 and number = :p2";
  std::uint64_t found = 0;
  for (std::int64_t number = 0; found < size; ++number) {
    const auto rows = workspace.read(sql, {digest.hex(), std::to_string(number)});
    if (rows.empty()) break;
    const auto bytes = dialect.unpack(rows[0][0]);
    if (bytes.empty()) break;
    found += bytes.size();
    take(bytes);
  }
  return found;
}

[[noreturn]] void refuse_damaged_document(const Digest& digest) {
  throw Problem{ProblemKind::damaged, digest.hex(), tr("The document {1} is no longer what was stored.", {digest.hex()}),
                tr("Run `hdskit evidence verify`, then restore the last backup or file the document again.")};
}

std::uint64_t size_or_refuse(const Workspace& workspace, const Digest& digest) {
  if (const auto size = stored_size(workspace, digest)) return *size;
  throw Problem{ProblemKind::not_found, digest.hex(), tr("No document is stored under the digest {1}.", {digest.hex()}),
                tr("Check the digest, or run `hdskit evidence verify`.")};
}

/// Before anything else: a file of 2 GiB must be refused at once, not after it was read.
std::uint64_t size_of_file(const std::filesystem::path& file) {
  std::error_code error;
  const auto size = std::filesystem::file_size(file, error);
  return error ? 0 : size; // a folder or a missing file: reading it says so
}

} // namespace

StoredDocument store_document(Change& change, const std::filesystem::path& file, const Progress& progress) {
  const auto total = size_of_file(file);
  if (total > document_limit) refuse_size(file.string());
  std::uint64_t done = 0;
  const auto follow = [&](std::string_view piece, const char* step) {
    progress.stop_if_cancelled();
    if ((done += piece.size()) > document_limit) refuse_size(file.string());
    progress.tell(tr(step), done, total);
  };

  Sha256 sha;
  read_in_pieces(file, [&](std::string_view piece) {
    follow(piece, marked("Computing the digest"));
    sha.update(piece);
  });
  const StoredDocument document{sha.finish(), done};
  if (is_kept_already(change, document.digest)) return document;

  done = 0;
  auto writer = writer_of(change, document.digest);
  read_in_pieces(file, [&](std::string_view piece) {
    follow(piece, marked("Storing the document"));
    writer.take(piece);
  });
  if (writer.finish() != document.digest)
    throw Problem{ProblemKind::bad_input, file.string(), tr("“{1}” changed while it was being read.", {file.string()}),
                  tr("Wait until it is complete, then start again; nothing was stored.")};
  note_document(change, document);
  return document;
}

StoredDocument store_document_bytes(Change& change, std::string_view bytes) {
  if (bytes.size() > document_limit) refuse_size("");
  const StoredDocument document{digest_of(bytes), bytes.size()};
  if (is_kept_already(change, document.digest)) return document;
  auto writer = writer_of(change, document.digest);
  writer.take(bytes);
  writer.finish();
  note_document(change, document);
  return document;
}

void read_document(const Workspace& workspace, const Digest& digest, const std::function<void(std::string_view)>& take) {
  const auto size = size_or_refuse(workspace, digest);
  if (each_piece(workspace, digest, size, take) != size) refuse_damaged_document(digest);
}

DocumentState document_state(const Workspace& workspace, const Digest& digest) {
  const auto size = stored_size(workspace, digest);
  if (!size) return DocumentState::vanished;
  Sha256 sha;
  const auto found = each_piece(workspace, digest, *size, [&](std::string_view bytes) { sha.update(bytes); });
  if (found < *size) return DocumentState::vanished;
  return found == *size && sha.finish() == digest ? DocumentState::intact : DocumentState::altered;
}

void extract_document(const Workspace& workspace, const Digest& digest, const std::filesystem::path& file) {
  const auto size = size_or_refuse(workspace, digest);
  PendingFile pending{file};
  Sha256 sha;
  const auto found = each_piece(workspace, digest, size, [&](std::string_view bytes) {
    sha.update(bytes);
    pending.write(bytes);
  });
  if (found != size || sha.finish() != digest) refuse_damaged_document(digest);
  pending.commit();
}

} // namespace hdskit
