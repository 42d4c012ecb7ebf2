#pragma once

#include "toolkit/evidence/evidence.hpp"
#include "toolkit/workspace/document_store.hpp"
#include "toolkit/workspace/record_store.hpp"

#include <filesystem>

namespace hdskit {

std::vector<Evidence> all_evidence(const Workspace& workspace);

/// By code, letter case aside. Throws Problem not_found with the closest codes as remedy.
Evidence find_evidence(const Workspace& workspace, std::string_view code);

/// Files `file` in the vault under `evidence`'s description (code "" takes the next free "E001"). The media type is read from the
/// bytes. Throws Problem bad_input: code taken or malformed, file empty, larger than document_limit.
Evidence add_evidence(Change& change, Evidence evidence, const std::filesystem::path& file, const Progress& progress = {});
Evidence add_evidence_bytes(Change& change, Evidence evidence, std::string_view bytes);

/// Changes the description, or files a new version of the bytes; the journal keeps what was before.
void edit_evidence(Change& change, const Evidence& evidence);
void replace_evidence_file(Change& change, Evidence evidence, const std::filesystem::path& file, const Progress& progress = {});
void remove_evidence(Change& change, EvidenceId id);

/// "application/pdf", "image/png", "image/jpeg", … from the first bytes; "application/octet-stream" when unknown.
std::string media_type_of(std::string_view first_bytes);

} // namespace hdskit
