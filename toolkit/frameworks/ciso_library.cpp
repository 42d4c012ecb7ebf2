#include "toolkit/frameworks/ciso_library.hpp"

#include "toolkit/base/translate.hpp"

#include <algorithm>

namespace hdskit {
namespace {

/// The objects under `singular` or `plural`, whichever the library has.
std::vector<const YamlValue*> objects_of(const YamlValue& objects, std::string_view singular, std::string_view plural, LibraryFindings& findings) {
  auto all = one_or_many(objects.find(singular), singular, findings);
  for (const auto* object : one_or_many(objects.find(plural), plural, findings)) all.push_back(object);
  return all;
}

void tell_passed_over(const YamlValue& objects, LibraryFindings& findings) {
  static constexpr std::string_view read[] = {"framework", "frameworks", "requirement_mapping_set", "requirement_mapping_sets", "risk_matrix", "risk_matrices"};
  for (std::size_t i = 0; i < objects.keys.size(); ++i) {
    const auto& entry = objects.entries[i];
    if (std::ranges::find(read, objects.keys[i]) != std::end(read) || entry.empty()) continue;
    const auto count = entry.kind == YamlValue::Kind::list ? entry.entries.size() : 1;
    findings.note(entry.line, tr("“{1}” is passed over ({2}): frameworks, mapping sets and risk matrices are taken.",
                                 {shown_word(objects.keys[i]), std::to_string(count)}));
  }
}

} // namespace

FrameworkLibrary read_ciso_library(const YamlValue& root, LibraryFindings& findings) {
  FrameworkLibrary library;
  if (root.kind != YamlValue::Kind::map) {
    findings.refuse(root.line, tr("This is no library of CISO Assistant: fields such as “urn” and “objects” are expected."));
    return library;
  }
  const CisoFields fields{root,
                          "library",
                          {"urn", "locale", "ref_id", "name", "description", "copyright", "version", "publication_date", "provider", "packager", "annotation",
                           "translations", "dependencies", "labels", "builtin", "objects", "objects_meta", "convert_library_version"},
                          findings};
  const auto* objects = fields.find("objects");
  if (!objects || objects->kind != YamlValue::Kind::map) {
    findings.refuse(objects ? objects->line : root.line, tr("This is no library of CISO Assistant: “objects” is missing, or holds no objects."));
    return library;
  }
  const auto locale = fields.text("locale");
  for (const auto* value : objects_of(*objects, "framework", "frameworks", findings))
    library.frameworks.push_back(read_ciso_framework(*value, fields, findings));
  for (const auto* value : objects_of(*objects, "requirement_mapping_set", "requirement_mapping_sets", findings))
    library.mappings.push_back(read_ciso_mapping(*value, locale, findings));
  for (const auto* value : objects_of(*objects, "risk_matrix", "risk_matrices", findings))
    if (auto matrix = read_ciso_matrix(*value, locale, findings)) library.matrices.push_back(std::move(*matrix));
  tell_passed_over(*objects, findings);
  return library;
}

} // namespace hdskit
