#include "gui/presenter/requirements_documents.hpp"

#include "toolkit/base/problem.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/evidence/evidence_store.hpp"

#include <algorithm>
#include <cctype>

namespace hdskit::gui {
namespace {

struct TellingWord {
  std::string_view word; ///< folded
  EvidenceKind kind;
};
constexpr TellingWord telling_words[] = {
    {"politique", EvidenceKind::policy},
    {"policy", EvidenceKind::policy},
    {"pssi", EvidenceKind::policy},
    {"procedure", EvidenceKind::procedure},
    {"consigne", EvidenceKind::procedure},
    {"mode operatoire", EvidenceKind::procedure},
    {"rapport", EvidenceKind::report},
    {"report", EvidenceKind::report},
    {"audit", EvidenceKind::report},
    {"compte rendu", EvidenceKind::minutes},
    {"proces-verbal", EvidenceKind::minutes},
    {"minutes", EvidenceKind::minutes},
    {"contrat", EvidenceKind::contract},
    {"contract", EvidenceKind::contract},
    {"convention", EvidenceKind::contract},
    {"certificat", EvidenceKind::certificate},
    {"certificate", EvidenceKind::certificate},
    {"attestation", EvidenceKind::certificate},
    {"lettre de mission", EvidenceKind::mandate_letter},
    {"schema", EvidenceKind::diagram},
    {"diagram", EvidenceKind::diagram},
    {"registre", EvidenceKind::register_extract},
    {"register", EvidenceKind::register_extract},
    {"plan", EvidenceKind::plan},
    {"pca", EvidenceKind::plan},
    {"pra", EvidenceKind::plan},
};

/// Whole words only: a “plan” is no “planning”.
bool holds_word(const std::string& text, std::string_view word) {
  const auto part = [&](std::size_t at) { return at < text.size() && std::isalnum(static_cast<unsigned char>(text[at])); };
  for (auto at = text.find(word); at != std::string::npos; at = text.find(word, at + 1))
    if (!(at > 0 && part(at - 1)) && !part(at + word.size())) return true;
  return false;
}

void edit_link(Session& session, const std::string& title, const std::string& code, const std::function<bool(std::vector<std::string>&)>& edit) {
  session.change(title, [&](Change& change) {
    auto document = find_evidence(change.workspace(), code);
    if (edit(document.requirements)) edit_evidence(change, document);
  });
}

} // namespace

void attach_document(Session& session, const std::string& code, const std::string& item, const std::string& label) {
  edit_link(session, tr("Link [{1}] to {2}", {code, label}), code, [&](std::vector<std::string>& items) {
    if (std::ranges::find(items, item) != items.end()) return false;
    items.push_back(item);
    return true;
  });
}

void detach_document(Session& session, const std::string& code, const std::string& item, const std::string& label) {
  edit_link(session, tr("Detach [{1}] from {2}", {code, label}), code, [&](std::vector<std::string>& items) { return std::erase(items, item) > 0; });
}

NewDocument proposed_document(const std::filesystem::path& file) {
  auto title = file.stem().string();
  if (!is_utf8(title)) title.clear();
  std::ranges::replace(title, '_', ' ');
  if (title.find(' ') == std::string::npos) std::ranges::replace(title, '-', ' '); // else they join words
  title = trimmed(title);
  if (!title.empty() && title[0] >= 'a' && title[0] <= 'z') title[0] = static_cast<char>(title[0] - 'a' + 'A');
  const auto plain = folded(title);
  NewDocument document{file, title, "", EvidenceKind::other};
  const auto found = std::ranges::find_if(telling_words, [&](const TellingWord& telling) { return holds_word(plain, telling.word); });
  if (found != std::end(telling_words)) document.kind = found->kind;
  return document;
}

std::string fault_of(const NewDocument& document, const std::vector<Evidence>& known) {
  if (trimmed(document.title).empty()) return tr("Give the document a title.");
  const auto allowed = [](unsigned char c) { return std::isalnum(c) || c == '-' || c == '.' || c == '_'; };
  constexpr std::size_t longest = 40;
  if (document.code.size() > longest || !std::ranges::all_of(document.code, allowed))
    return tr("A code has at most 40 letters without accent, digits, hyphens, dots or underscores, such as PSSI or E012.");
  const auto same = [&](const Evidence& other) { return folded(other.code) == folded(document.code); };
  const auto taken = document.code.empty() ? known.end() : std::ranges::find_if(known, same);
  return taken == known.end() ? "" : tr("The code “{1}” is already that of “{2}”.", {document.code, taken->title});
}

JournalSpan add_documents(Workspace& workspace, const Acting& acting, const std::vector<NewDocument>& documents, const std::string& item,
                          const std::string& obligation, const Progress& progress) {
  return change_and_note(workspace, acting, [&](Change& change) {
    for (const auto& document : documents) {
      progress.stop_if_cancelled();
      Evidence evidence;
      evidence.title = trimmed(document.title);
      evidence.code = document.code;
      evidence.kind = document.kind;
      evidence.obligation = obligation;
      evidence.requirements = {item};
      add_evidence(change, evidence, document.file, progress);
    }
  });
}

std::string title_of_adding(const std::vector<NewDocument>& documents, const std::string& label) {
  return documents.size() == 1 ? tr("Add “{1}” to {2}", {documents.front().title, label})
                               : tr("Add {1} documents to {2}", {std::to_string(documents.size()), label});
}

std::string citation_text(std::string_view before, const std::string& code, std::string_view after) {
  const auto ends_word = [](char c) { return c != ' ' && c != '\n' && c != '(' && c != '\t'; };
  const auto starts_word = [](unsigned char c) { return std::isalnum(c) || c >= 0x80 || c == '('; };
  return (!before.empty() && ends_word(before.back()) ? " [" : "[") + code +
         (!after.empty() && starts_word(static_cast<unsigned char>(after.front())) ? "] " : "]");
}

} // namespace hdskit::gui
