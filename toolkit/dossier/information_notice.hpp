#pragma once

#include "toolkit/dossier/template_filler.hpp"
#include "toolkit/habilitation/habilitation.hpp"
#include "toolkit/organisation/organisation.hpp"
#include "toolkit/page/document.hpp"
#include "toolkit/workspace/workspace.hpp"

#include <filesystem>

namespace hdskit {

/// What a notice must tell patients (GDPR articles 13 and 14; reference methodologies) and this project does not say: one sentence each.
std::vector<std::string> notice_defects(const AccessProject& project);

/// The notice as blocks, in French, from the template `notice-information`. What lacks stands in it as lacking. Pure.
page::Document compose_information_notice(const AccessProject& project, const std::string& hospital, Date day, const TemplateSource& templates);

/// Writes it as PDF (0600, complete or not at all). Throws Problem bad_input with all that lacks unless `draft`, and what write_pdf throws.
void write_information_notice(const Workspace& workspace, const AccessProject& project, Date day, bool draft, const std::filesystem::path& output);

} // namespace hdskit
