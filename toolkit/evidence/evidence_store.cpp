#include "toolkit/evidence/evidence_store.hpp"

#include "toolkit/base/closest.hpp"
#include "toolkit/base/file.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"

#include <algorithm>
#include <cctype>
#include <cstdio>
#include <unordered_set>

namespace hdskit {
namespace {

void check_code(const std::string& code) {
  const auto allowed = [](unsigned char c) { return std::isalnum(c) || c == '-' || c == '.' || c == '_'; };
  if (code.empty() || code.size() > 40 || !std::ranges::all_of(code, allowed))
    throw Problem{ProblemKind::bad_input, code, tr("“{1}” cannot be the code of a document.", {code}),
                  tr("Use at most 40 letters without accent, digits, hyphens, dots or underscores, such as PSSI or E012.")};
}

/// The number of the evidence that bears a code. The index serves the first question; the second one reads all codes, which have no accents, in
/// another letter case.
EvidenceId bearer_of(const Workspace& workspace, std::string_view code) {
  for (const auto& row : workspace.read("select id from evidence where code = :p1", {std::string{code}})) return EvidenceId{std::stoll(row[0])};
  for (const auto& row : workspace.read("select code from evidence where lower(code) = :p1", {folded(code)}))
    return EvidenceId{std::stoll(workspace.read("select id from evidence where code = :p1", row).at(0).at(0))};
  return {};
}

std::string next_code(const Workspace& workspace) {
  std::unordered_set<std::string> known;
  for (const auto& row : workspace.read("select code from evidence")) known.insert(folded(row[0]));
  for (int number = 1;; ++number) {
    char code[16];
    std::snprintf(code, sizeof code, "E%03d", number);
    if (!known.contains(folded(code))) return code;
  }
}

/// `other`: the record that may bear the code already, because it is the one being edited.
void settle_code(Change& change, Evidence& evidence, EvidenceId other = {}) {
  if (evidence.code.empty()) evidence.code = next_code(change.workspace());
  check_code(evidence.code);
  const auto bearer = bearer_of(change.workspace(), evidence.code);
  if (!bearer || bearer == other) return;
  const auto taken = find_record<Evidence>(change.workspace(), bearer);
  throw Problem{ProblemKind::bad_input, evidence.code, tr("The code “{1}” is already that of “{2}”.", {taken.code, taken.title}),
                tr("Choose another code, or replace the document that bears it.")};
}

void describe_bytes(Evidence& evidence, const StoredDocument& stored, std::string_view first_bytes) {
  if (stored.size == 0)
    throw Problem{ProblemKind::bad_input, evidence.file_name, tr("“{1}” is empty: an empty file proves nothing.", {evidence.file_name}),
                  tr("Check that the file was written completely, then add it again.")};
  evidence.digest = stored.digest.hex();
  evidence.size = static_cast<std::int64_t>(stored.size);
  evidence.media_type = media_type_of(first_bytes);
}

void store_file(Change& change, Evidence& evidence, const std::filesystem::path& file, const Progress& progress) {
  evidence.file_name = file.filename().string();
  const auto stored = store_document(change, file, progress);
  describe_bytes(evidence, stored, read_start(file, 4096));
}

} // namespace

std::vector<Evidence> all_evidence(const Workspace& workspace) { return all_records<Evidence>(workspace); }

Evidence find_evidence(const Workspace& workspace, std::string_view code) {
  if (const auto id = bearer_of(workspace, code)) return find_record<Evidence>(workspace, id);
  std::vector<std::string> known;
  for (auto& row : workspace.read("select code from evidence order by id")) known.push_back(std::move(row[0]));
  const auto near = closest(code, {known.begin(), known.end()}, 5);
  throw Problem{ProblemKind::not_found, std::string{code}, tr("No document bears the code “{1}”.", {code}),
                near.empty() ? tr("See the codes with: hdskit evidence list") : tr("Codes that come close: {1}.", {joined(near, ", ")})};
}

Evidence add_evidence(Change& change, Evidence evidence, const std::filesystem::path& file, const Progress& progress) {
  settle_code(change, evidence);
  store_file(change, evidence, file, progress);
  return add_record(change, std::move(evidence));
}

Evidence add_evidence_bytes(Change& change, Evidence evidence, std::string_view bytes) {
  settle_code(change, evidence);
  describe_bytes(evidence, store_document_bytes(change, bytes), bytes.substr(0, 4096));
  return add_record(change, std::move(evidence));
}

void edit_evidence(Change& change, const Evidence& evidence) {
  auto edited = evidence;
  settle_code(change, edited, evidence.id);
  update_record(change, edited);
}

void replace_evidence_file(Change& change, Evidence evidence, const std::filesystem::path& file, const Progress& progress) {
  store_file(change, evidence, file, progress);
  edit_evidence(change, evidence);
}

// The bytes stay in the vault: a filing that was made with them must remain provable.
void remove_evidence(Change& change, EvidenceId id) { remove_record<Evidence>(change, id); }

} // namespace hdskit
