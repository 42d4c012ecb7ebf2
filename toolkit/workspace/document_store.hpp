#pragma once

#include "toolkit/workspace/workspace.hpp"

#include <filesystem>
#include <functional>

namespace hdskit {

/// Bytes kept under their own SHA-256, once each. Evidence and filings are made of them.
constexpr std::uint64_t document_limit = 1u << 30; ///< 1 GiB a document: beyond, it is an archive, not a piece of a dossier

struct StoredDocument {
  Digest digest;
  std::uint64_t size = 0;
};

/// Reads the file twice: once for the digest, so that nothing is written when those bytes are there already, once to store it.
/// Journalled as ("add", "document", digest). Throws Problem bad_input above document_limit or when the file changes meanwhile.
StoredDocument store_document(Change& change, const std::filesystem::path& file, const Progress& progress = {});
StoredDocument store_document_bytes(Change& change, std::string_view bytes);

/// Hands over the pieces in order. Throws Problem not_found when nothing is stored under that digest.
/// The bytes are not yet proven: see document_state.
void read_document(const Workspace& workspace, const Digest& digest, const std::function<void(std::string_view)>& take);

/// `vanished`: all or a part of it is missing; `altered`: the bytes are others.
enum class DocumentState { intact, altered, vanished };
/// Re-reads every byte and compares the digest.
DocumentState document_state(const Workspace& workspace, const Digest& digest);

/// Writes the document to `file` (0600), proving its digest on the way: throws Problem damaged and leaves no file when it differs.
void extract_document(const Workspace& workspace, const Digest& digest, const std::filesystem::path& file);

} // namespace hdskit
