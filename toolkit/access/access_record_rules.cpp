#include "toolkit/access/access_record_rules.hpp"

#include "toolkit/access/access_store.hpp"
#include "toolkit/access/endpoint_cases.hpp"
#include "toolkit/access/web_address.hpp"
#include "toolkit/base/problem.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"

#include <algorithm>
#include <cctype>

namespace hdskit {
namespace {

struct Range {
  std::string_view field;
  std::int64_t least, greatest;
};
constexpr Range ranges[] = {{"test_every", 1, 3650}, {"rate", 1, 100}}; // days; connections a second, as of `access endpoint --rate`
constexpr std::size_t longest_name = 40;

[[noreturn]] void refuse(std::string_view field, const std::string& sentence, const std::string& remedy) {
  throw Problem{ProblemKind::bad_input, std::string{field}, sentence, remedy};
}

std::string next_reference(const Workspace&, const RecordKind& kind) {
  record_rows::refuse_missing_field(kind.word, kind.fields[kind.index_of("reference")].label);
}

std::span<const std::string_view> share_nothing(std::string_view) { return {}; }

std::string name_defect(std::string_view text) {
  const auto allowed = [](unsigned char c) { return std::isalnum(c) || c == '-' || c == '_' || c == '.'; };
  if (text.size() <= longest_name && std::ranges::all_of(text, allowed) && text.front() != '.' && text.front() != '-') return "";
  return tr("“{1}” cannot be a name here: at most 40 letters without accent, digits, hyphens, underscores or dots are expected, such as ACI-FO-PP.", {text});
}

std::string range_defect(const FieldView& field, std::string_view text, const Range& range) {
  std::optional<std::int64_t> value;
  from_field_text(text, value);
  if (!value || (*value >= range.least && *value <= range.greatest)) return "";
  return tr("“{1}” is {2}: a number from {3} to {4} is expected.", {tr(field.label), text, std::to_string(range.least), std::to_string(range.greatest)});
}

std::string path_defect(const FieldView& field, std::string_view path) {
  if (path.starts_with('/')) return "";
  return tr("“{1}” is “{2}”: a whole path is expected, since a timer starts in another folder than yours.", {tr(field.label), path});
}

/// "card.pem,card.key": two whole paths.
std::string credential_defect(const FieldView& field, std::string_view text) {
  const auto files = split(text, ',');
  if (files.size() != 2) return tr("“{1}” is not a certificate and its key: two files with a comma between them are expected.", {text});
  for (const auto& file : files)
    if (auto defect = path_defect(field, file); !defect.empty()) return defect;
  return "";
}

std::string cases_defect(const FieldView& field, std::string_view text) {
  std::vector<std::string> cases, names;
  from_field_text(text, cases);
  for (const auto& one : cases) {
    const auto place = one.find('=');
    const auto name = one.substr(0, place);
    if (place == std::string::npos || !is_case_name(name))
      return tr("“{1}” does not name a case: NAME=CERTIFICATE,KEY is expected, with a name of small letters, digits and hyphens.", {one});
    if (std::ranges::find(names, name) != names.end()) return tr("Two cases are named “{1}”.", {name});
    names.push_back(name);
    if (auto defect = credential_defect(field, std::string_view{one}.substr(place + 1)); !defect.empty()) return defect;
  }
  return "";
}

std::string location_defect(std::string_view text) {
  if (text.starts_with('/')) return "";
  if (text.starts_with("http://") || text.starts_with("https://")) return web_address_defect(text, "");
  if (text.starts_with("ldap://")) return ldap_address_defect(text);
  return tr("“{1}” is no address of a list: http://, https://, ldap:// or a whole path is expected.", {text});
}

std::string endpoint_defect(const FieldView& field, std::string_view text) {
  if (field.name == "url") return web_address_defect(text, "https");
  if (field.name == "server_ca") return path_defect(field, text);
  if (field.name == "valid") return credential_defect(field, text);
  if (field.name == "cases") return cases_defect(field, text);
  const auto range = std::ranges::find(ranges, field.name, &Range::field);
  return range == std::end(ranges) ? "" : range_defect(field, text, *range);
}

std::string defect_of(const RecordMemory&, const RecordKind& kind, const FieldView& field, std::string_view text) {
  return access_value_defect(kind, field, text);
}

std::string text_of(const RecordKind& kind, const Row& row, std::string_view field) { return row.empty() ? std::string{} : row[kind.index_of(field)]; }

/// What was checked under a name is told under that name for good.
void check_name(const Workspace& workspace, const RecordKind& kind, const Row& before, const Row& after) {
  const auto old_name = text_of(kind, before, "reference");
  if (old_name.empty() || old_name == text_of(kind, after, "reference")) return;
  if (workspace.read("select 1 from endpoint_run where endpoint = :p1 limit 1", {old_name}).empty()) return;
  refuse("reference", tr("“{1}” keeps its name: checks stand under it.", {old_name}),
         tr("Add another one under the new name, and remove this one if it is no longer used; its checks stay."));
}

/// Name and note are the person's; the rest is what was imported.
void check_anchor(const RecordKind& kind, const Row& before, const Row& after) {
  if (before.empty()) return; // import_anchor has looked at it
  for (const auto& field : kind.fields)
    if (field.name != "reference" && field.name != "note" && text_of(kind, before, field.name) != text_of(kind, after, field.name))
      refuse(field.name, tr("What was imported of an authority does not change."),
             tr("Import the other authority with: hdskit access anchors import; then remove this one."));
}

void check_record(Change& change, const RecordKind& kind, std::int64_t, const Row& before, const Row& after) {
  if (kind.word == HostedEndpoint::type().kind) check_name(change.workspace(), kind, before, after);
  else if (kind.word == TrustAnchor::type().kind) check_anchor(kind, before, after);
}

} // namespace

const RecordRules access_record_rules = {access_kinds, next_reference, share_nothing, defect_of, check_record};

std::string access_value_defect(const RecordKind& kind, const FieldView& field, std::string_view text) {
  if (field.name == "reference") return name_defect(text);
  if (text.empty()) return "";
  if (kind.word == HostedEndpoint::type().kind) return endpoint_defect(field, text);
  if (kind.word != ListSource::type().kind) return "";
  if (field.name == "location") return location_defect(text);
  return field.name == "proxy" ? proxy_address_defect(text) : "";
}

} // namespace hdskit
