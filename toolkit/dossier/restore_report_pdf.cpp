#include "toolkit/base/file.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/dossier/file_restore_test.hpp"
#include "toolkit/dossier/restore_report_words.hpp"
#include "toolkit/dossier/restore_words.hpp"
#include "toolkit/dossier/template_store.hpp"
#include "toolkit/organisation/organisation_store.hpp"
#include "toolkit/page/pdf_writer.hpp"

#include <algorithm>

namespace hdskit {
namespace {

constexpr const char* report_template = "rapport-restauration";
constexpr std::size_t shown_link = 16; ///< of its hexadecimal digits, on each page

} // namespace

page::Document compose_restore_report(const RestoreRun& run, const RestoreReport& report, const std::string& hospital, Date day,
                                      const TemplateSource& templates) {
  const auto link = run.digest.substr(0, shown_link);
  page::Document document{.metadata = {.title = "Essai de restauration " + run.reference + " – " + run.source,
                                       .subject = verdict_title(report.verdict),
                                       .author = hospital,
                                       .keywords = "sauvegarde, restauration, preuve, " + report.run_id,
                                       .language = "fr-FR",
                                       .created = Instant::at_midnight(day)}};
  document.header_left = hospital;
  document.header_right = "Essai de restauration " + run.reference;
  document.footer_left = day.french() + (link.empty() ? "" : " – maillon " + link);
  Words words;
  {
    const LanguageScope french{Language::french};
    words = restore_report_words(run, report, hospital);
  }
  document.blocks = page::blocks_of_markdown(fill_template(report_template, templates, words), report_template, words.figures());
  return document;
}

std::string restore_report_pdf(const RestoreRun& run, const RestoreReport& report, const std::string& hospital, Date day, const TemplateSource& templates) {
  const ScratchFolder folder;
  const auto file = folder.path() / "rapport.pdf";
  page::write_pdf(compose_restore_report(run, report, hospital, day, templates), file);
  return read_file(file);
}

std::string restore_report_pdf(const Workspace& workspace, const RestoreRun& run, const RestoreReport& report, Date day) {
  const auto entities = read_organisation(workspace).entities;
  const auto host = std::ranges::find(entities, EntityRole::host, &LegalEntity::role);
  return restore_report_pdf(run, report, host == entities.end() ? "Hébergeur" : host->name, day,
                            [&](std::string_view id) { return find_template(workspace, id).text; });
}

} // namespace hdskit
