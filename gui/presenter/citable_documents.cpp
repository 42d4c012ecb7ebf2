#include "gui/presenter/citable_documents.hpp"

#include "toolkit/evidence/evidence_store.hpp"

namespace hdskit::gui {

FormChoice cited_as(const std::string& reference, const std::string& name) { return {reference, name.empty() ? reference : reference + "\u00A0– " + name}; }

std::vector<FormChoice> citable_documents(const Workspace& workspace) {
  std::vector<FormChoice> choices;
  for (const auto& evidence : all_evidence(workspace)) choices.push_back(cited_as(evidence.code, evidence.title));
  return choices;
}

} // namespace hdskit::gui
