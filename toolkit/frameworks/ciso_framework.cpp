#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/frameworks/ciso_library.hpp"
#include "toolkit/frameworks/foreign_id.hpp"
#include "toolkit/frameworks/foreign_text.hpp"
#include "toolkit/frameworks/framework_draft.hpp"

#include <algorithm>

namespace hdskit {
namespace {

constexpr std::size_t most_evidence = 50; // documents of one requirement

/// “- policy\n- minutes” is two documents: one a line, list marks aside.
std::vector<Bilingual> documents_in(const Bilingual& text) {
  const auto in = [](const std::string& language) {
    std::vector<std::string> documents;
    for (const auto line : lines_of(language)) {
      auto document = one_line(line);
      for (const std::string_view mark : {"- ", "* ", "• "})
        if (document.starts_with(mark)) document.erase(0, mark.size());
      if (!document.empty() && documents.size() < most_evidence) documents.push_back(std::move(document));
    }
    return documents;
  };
  const auto french = in(text.french), english = in(text.english);
  std::vector<Bilingual> all;
  if (!french.empty() && !english.empty() && french.size() != english.size()) return {{joined(french, " "), joined(english, " ")}};
  for (std::size_t i = 0; i < std::max(french.size(), english.size()); ++i)
    all.push_back({i < french.size() ? french[i] : "", i < english.size() ? english[i] : ""});
  return all;
}

Bilingual together(Bilingual text, const Bilingual& more) {
  const auto append = [](std::string& to, const std::string& added) {
    if (!added.empty()) to += (to.empty() ? "" : "\n") + added;
  };
  append(text.french, more.french);
  append(text.english, more.english);
  return text;
}

DraftNode node_of(const YamlValue& value, std::string_view locale, LibraryFindings& findings) {
  const CisoFields fields{value,
                          "requirement_nodes",
                          {"urn",
                           "parent_urn",
                           "depth",
                           "ref_id",
                           "name",
                           "description",
                           "assessable",
                           "typical_evidence",
                           "annotation",
                           "questions",
                           "question",
                           "answer",
                           "threats",
                           "weight",
                           "importance",
                           "order_id",
                           "translations",
                           "maturity",
                           "visibility_expression",
                           "reference_controls",
                           "implementation_groups",
                           "display_mode"},
                          findings};
  return {.line = fields.line(),
          .source = fields.needed_text("urn"),
          .parent = fields.text("parent_urn"),
          .number = fields.text("ref_id"),
          .name = fields.bilingual("name", locale),
          .text = together(fields.bilingual("description", locale), fields.bilingual("annotation", locale)),
          .evidence = documents_in(fields.bilingual("typical_evidence", locale)),
          .assessable = fields.flag("assessable", false)};
}

/// “2024-05-16”, or with a time after it.
std::optional<Date> day_of(const std::string& text) { return Date::parse(text.substr(0, 10)); }

} // namespace

ForeignFramework read_ciso_framework(const YamlValue& value, const CisoFields& library, LibraryFindings& findings) {
  const auto locale = library.text("locale");
  const CisoFields fields{value,
                          "framework",
                          {"urn", "ref_id", "name", "description", "annotation", "translations", "min_score", "max_score", "scores_definition",
                           "implementation_groups_definition", "requirement_nodes", "outcomes_definition", "field_visibility", "reference_controls", "provider",
                           "locale", "version", "editable_content", "status"},
                          findings};
  FrameworkDraft draft;
  draft.line = fields.line();
  draft.source = fields.needed_text("urn");
  draft.id = framework_id_of(draft.source);
  draft.label = fields.text("ref_id");
  draft.name = fields.bilingual("name", locale);
  draft.text = fields.bilingual("description", locale);
  draft.version = library.text("version");
  draft.publisher = library.text("provider");
  if (const auto date = library.text("publication_date"); !date.empty()) {
    draft.published = day_of(date);
    if (!draft.published) findings.note(library.find("publication_date")->line, tr("“{1}” is no date and is passed over.", {shown_word(date)}));
  }
  const auto* nodes = fields.find("requirement_nodes");
  if (nodes && nodes->kind != YamlValue::Kind::list && !nodes->empty())
    findings.refuse(nodes->line, tr("The field “{1}” of “{2}” must be a list.", {"requirement_nodes", "framework"}));
  for (const auto* node : one_or_many(nodes, "requirement_nodes", findings)) draft.nodes.push_back(node_of(*node, locale, findings));
  return settle_framework(std::move(draft), findings);
}

} // namespace hdskit
