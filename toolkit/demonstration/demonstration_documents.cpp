#include "toolkit/demonstration/demonstration_documents.hpp"

#include "toolkit/base/file.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/demonstration/demonstration_files.hpp"
#include "toolkit/page/markdown.hpp"
#include "toolkit/page/pdf_writer.hpp"

#include <stdexcept>

namespace hdskit {
namespace {

constexpr const char* hospital = "CHI Val-de-Brenne";

Evidence description_of(const HeadedText& text) {
  Evidence evidence;
  evidence.code = text.name;
  for (const auto& [key, value] : text.head) {
    if (key == "file") continue;
    const auto* field = Evidence::type().find(key);
    if (!field) throw std::logic_error{"demonstration/documents/" + text.name + ".md: unknown head “" + key + "”"};
    field->set(evidence, value);
  }
  return evidence;
}

page::Document document_of(const HeadedText& text, const Evidence& evidence) {
  const auto date = evidence.date.value_or(*Date::of(2026, 1, 1));
  page::Document document{.metadata = {.title = evidence.title,
                                       .subject = {},
                                       .author = evidence.author,
                                       .keywords = evidence.code,
                                       .language = "fr-FR",
                                       .created = Instant::at_midnight(date)}};
  document.header_left = hospital;
  document.header_right = evidence.code + (evidence.version.empty() ? "" : " – version\u00A0" + evidence.version);
  document.footer_left = date.french();
  document.blocks = page::blocks_of_markdown(text.body, text.name);
  for (auto& block : document.blocks)
    if (auto* heading = std::get_if<page::Heading>(&block.value)) heading->numbered = heading->level > 1 && heading->numbered;
  return document;
}

} // namespace

std::vector<PreparedEvidence> prepare_documents(const std::filesystem::path& folder, const Progress& progress) {
  std::vector<PreparedEvidence> prepared;
  const auto texts = demonstration_texts("documents");
  for (const auto& text : texts) {
    progress.stop_if_cancelled();
    progress.tell(tr("Typesetting the documents of the demonstration"), prepared.size(), texts.size());
    auto evidence = description_of(text);
    const auto own_file = text.value("file");
    const auto file = folder / (own_file.empty() ? text.name + ".pdf" : own_file);
    if (own_file.empty()) page::write_pdf(document_of(text, evidence), file);
    else write_file(file, demonstration_file("documents/" + own_file));
    prepared.push_back({std::move(evidence), file});
  }
  return prepared;
}

} // namespace hdskit
