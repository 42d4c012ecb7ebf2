#include "gui/presenter/evidence_adding.hpp"

#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/evidence/evidence_store.hpp"

#include <algorithm>
#include <cstdio>

namespace hdskit::gui {
namespace {

/// Counts on from `number`; leaves it behind the code that is given.
std::string next_free_code(int& number, const TakenCodes& taken) {
  for (;; ++number) {
    char code[16];
    std::snprintf(code, sizeof code, "E%03d", number);
    if (taken.contains(folded(code))) continue;
    ++number;
    return code;
  }
}

} // namespace

TakenCodes taken_codes(const Workspace& workspace) {
  TakenCodes codes;
  for (const auto& row : workspace.read("select code from evidence")) codes.insert(folded(row[0]));
  return codes;
}

std::vector<NewDocument> proposed_documents(const std::vector<std::filesystem::path>& files, const TakenCodes& taken) {
  std::vector<NewDocument> documents;
  int number = 1;
  for (const auto& file : files) {
    std::error_code unreadable;
    if (!std::filesystem::is_regular_file(file, unreadable)) continue;
    documents.push_back(proposed_document(file));
    documents.back().code = next_free_code(number, taken);
  }
  return documents;
}

std::string fault_among(const std::vector<NewDocument>& documents, std::size_t index, const TakenCodes& taken) {
  const auto& document = documents.at(index);
  if (auto fault = fault_of(document, {}); !fault.empty()) return fault;
  const auto code = folded(document.code);
  if (code.empty()) return tr("Give the document a code.");
  if (taken.contains(code)) return tr("The code “{1}” is already that of another document.", {document.code});
  const auto same = std::ranges::count_if(documents, [&](const NewDocument& other) { return folded(other.code) == code; });
  return same > 1 ? tr("Two of these documents bear the code “{1}”.", {document.code}) : "";
}

JournalSpan file_documents(Workspace& workspace, const Acting& acting, const std::vector<NewDocument>& documents, const Progress& progress) {
  return change_and_note(workspace, acting, [&](Change& change) {
    for (const auto& document : documents) {
      progress.stop_if_cancelled();
      Evidence evidence;
      evidence.code = document.code;
      evidence.title = trimmed(document.title);
      evidence.kind = document.kind;
      add_evidence(change, evidence, document.file, progress);
    }
  });
}

std::string title_of_filing(const std::vector<NewDocument>& documents) {
  return documents.size() == 1 ? tr("addition of document “{1}”", {documents.front().title})
                               : tr("addition of {1} documents", {std::to_string(documents.size())});
}

JournalSpan replace_document(Workspace& workspace, const Acting& acting, EvidenceId id, const std::filesystem::path& file, const Progress& progress) {
  return change_and_note(workspace, acting,
                         [&](Change& change) { replace_evidence_file(change, find_record<Evidence>(change.workspace(), id), file, progress); });
}

} // namespace hdskit::gui
