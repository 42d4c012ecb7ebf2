#include "toolkit/dossier/information_notice.hpp"

#include "toolkit/base/problem.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/dossier/item_words.hpp"
#include "toolkit/dossier/template_store.hpp"
#include "toolkit/organisation/organisation_store.hpp"
#include "toolkit/page/pdf_writer.hpp"

#include <algorithm>

namespace hdskit {
namespace {

constexpr const char* notice_template = "notice-information";
constexpr const char* lacking = "[à compléter]";

std::string told(const std::string& text) { return trimmed(text).empty() ? lacking : text; }

Words notice_words(const AccessProject& project, const std::string& hospital) {
  Words::List fields;
  for (const auto& field : project.fields) fields.push_back(Words{}.set("field", field));
  const bool any_field = !fields.empty();
  Words words;
  words.set("hospital", hospital)
      .set("title", project.title)
      .set("purpose", told(project.purpose))
      .set("controller", told(project.controller))
      .flag("has_processor", !project.processor.empty())
      .set("processor", project.processor)
      .flag("has_laboratory", !project.laboratory.empty())
      .set("laboratory", project.laboratory)
      .set("frame", label_of_choice(project.frame))
      .set("data_sets", told(project.data_sets))
      .flag("has_fields", any_field)
      .list("fields", std::move(fields))
      .set("recipients", told(project.recipients))
      .set("legal_basis", told(project.legal_basis))
      .set("retention", told(project.retention))
      .set("rights_contact", told(project.rights_contact))
      .flag("has_registration", !project.registration.empty())
      .set("registration", project.registration)
      .flag("has_notice_url", !project.notice_url.empty())
      .set("notice_url", project.notice_url);
  return words;
}

} // namespace

std::vector<std::string> notice_defects(const AccessProject& project) {
  std::vector<std::string> defects;
  const auto need = [&](const std::string& text, const char* sentence) {
    if (trimmed(text).empty()) defects.push_back(tr(sentence));
  };
  need(project.purpose, marked("The purpose and the public interest are not told."));
  need(project.controller, marked("Nobody is named who answers for the processing."));
  need(project.data_sets, marked("The data sets are not told."));
  if (project.fields.empty()) defects.push_back(tr("The data that are used are not listed."));
  need(project.recipients, marked("The recipients are not told."));
  need(project.legal_basis, marked("The legal basis is not told."));
  need(project.retention, marked("How long the data are kept is not told."));
  need(project.rights_contact, marked("Where persons exercise their rights is not told."));
  if (project.frame == AccessFrame::mr_006) need(project.laboratory, marked("MR-006: the laboratory or bureau d’études is not named."));
  return defects;
}

page::Document compose_information_notice(const AccessProject& project, const std::string& hospital, Date day, const TemplateSource& templates) {
  page::Document document{.metadata = {.title = "Note d’information – " + project.title,
                                       .subject = "Information des patients sur l’utilisation de données de santé",
                                       .author = hospital,
                                       .keywords = "note d’information, PMSI, droits des patients",
                                       .language = "fr-FR",
                                       .created = Instant::at_midnight(day)}};
  document.header_left = hospital;
  document.header_right = "Note d’information";
  document.footer_left = day.french();
  const LanguageScope french{Language::french};
  document.blocks = page::blocks_of_markdown(fill_template(notice_template, templates, notice_words(project, hospital)), notice_template, {});
  return document;
}

void write_information_notice(const Workspace& workspace, const AccessProject& project, Date day, bool draft, const std::filesystem::path& output) {
  const auto defects = notice_defects(project);
  if (!draft && !defects.empty())
    throw Problem{ProblemKind::bad_input, project.reference, tr("The notice of {1} is not complete: {2}", {project.reference, joined(defects, " ")}),
                  tr("Complete the project, or ask for a draft; nothing was written.")};
  const auto entities = read_organisation(workspace).entities;
  const auto host = std::ranges::find(entities, EntityRole::host, &LegalEntity::role);
  const auto templates = [&](std::string_view id) { return find_template(workspace, id).text; };
  page::write_pdf(compose_information_notice(project, host == entities.end() ? project.controller : host->name, day, templates), output);
}

} // namespace hdskit
