#pragma once

#include "toolkit/workspace/workspace.hpp"

#include <string>
#include <vector>

namespace hdskit {

/// A template of the dossier: the one that comes with the program, or the hospital's own.
struct DossierTemplate {
  std::string id; ///< "p3-service": the name of its file without ".md"
  std::string text;
  bool own = false; ///< replaced by the hospital
};

std::vector<DossierTemplate> all_templates(const Workspace& workspace);
DossierTemplate find_template(const Workspace& workspace, std::string_view id); ///< throws Problem not_found
std::vector<std::string> shipped_template_ids();
std::string shipped_template(std::string_view id); ///< the program's own text; throws Problem not_found

/// Replaces a template after trying it on this workspace; throws the Problem of the trial, and then changes nothing.
void import_template(Change& change, const std::string& id, const std::string& text);
void forget_template(Change& change, const std::string& id); ///< back to the one of the program

/// Fills and reads every template with this workspace's words; the sentences of what is wrong.
std::vector<std::string> check_templates(const Workspace& workspace, Date day);

} // namespace hdskit
