#include "toolkit/certification/certification_store.hpp"

#include "toolkit/base/problem.hpp"
#include "toolkit/base/suggestion.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/organisation/ruled_kind.hpp"

namespace hdskit {
namespace {

struct Prefix {
  std::string_view kind, prefix;
};
constexpr Prefix prefixes[] = {{"scope_decision", "PER"}, {"certification_audit", "AUD"}, {"nonconformity", "NC"}, {"hosting_actor", "AH"}};

std::string next_reference(const Workspace& workspace, const RecordKind& kind) {
  const auto found = std::ranges::find(prefixes, kind.word, &Prefix::kind);
  return RecordMemory::of(workspace).references(kind.word).next(std::string{found->prefix});
}

std::span<const std::string_view> share_nothing(std::string_view) { return {}; }

std::string defect_of(const RecordMemory&, const RecordKind&, const FieldView& field, std::string_view text) {
  if (field.name != "activities") return "";
  constexpr std::string_view known[] = {"1", "2", "3", "4", "5", "6"};
  std::vector<std::string> words;
  from_field_text(text, words);
  for (const auto& word : words)
    if (std::ranges::find(known, word) == std::end(known))
      return tr("“{1}” is none of the six activities of hosting: a number from 1 to 6 is expected.", {word});
  return "";
}

[[noreturn]] void refuse(std::string_view field, const std::string& sentence) {
  throw Problem{ProblemKind::bad_input, std::string{field}, sentence, tr("Correct the value, then start again; nothing was changed.")};
}

std::string_view text_of(const RecordKind& kind, const Row& row, std::string_view field) { return row[kind.index_of(field)]; }

void check_order(const RecordKind& kind, const Row& after, std::string_view first, std::string_view second) {
  const auto one = Date::parse(text_of(kind, after, first)), other = Date::parse(text_of(kind, after, second));
  if (one && other && *other < *one)
    refuse(second, tr("“{1}” comes before “{2}”.", {tr(kind.fields[kind.index_of(second)].label), tr(kind.fields[kind.index_of(first)].label)}));
}

void check_nonconformity(const RecordKind& kind, const Row& after) {
  check_order(kind, after, "found_on", "due");
  check_order(kind, after, "found_on", "corrected_on");
  check_order(kind, after, "corrected_on", "closed_on");
  if (text_of(kind, after, "state") == "closed" && text_of(kind, after, "closed_on").empty())
    refuse("closed_on", tr("A non-conformity is closed on a day: the one on which the body accepted the correction."));
}

/// EXI 29: adequacy or safeguards, and the client is told; a country without a ground is what an auditor looks for.
void check_actor(const RecordKind& kind, const Row& after) {
  if (text_of(kind, after, "access_outside_eea") == "yes" && text_of(kind, after, "country").empty())
    refuse("country", tr("From which country is there an access?"));
}

void check_record(Change&, const RecordKind& kind, std::int64_t, const Row&, const Row& after) {
  if (kind.word == Nonconformity::type().kind) check_nonconformity(kind, after);
  if (kind.word == HostingActor::type().kind) check_actor(kind, after);
}

template <typename Record> RecordKind kind_of_room(std::vector<std::string_view> columns) {
  return ruled_kind_of<Record, certification_record_rules>(std::move(columns));
}

} // namespace

const RecordRules certification_record_rules = {certification_kinds, next_reference, share_nothing, defect_of, check_record};

Certification read_certification(const Workspace& workspace) {
  return {all_records<ScopeDecision>(workspace), all_records<CertificationAudit>(workspace), all_records<Nonconformity>(workspace),
          all_records<HostingActor>(workspace)};
}

std::span<const RecordKind> certification_kinds() {
  static const RecordKind kinds[] = {
      kind_of_room<ScopeDecision>({"reference", "questions", "outcome", "decided_on", "decided_by"}),
      kind_of_room<CertificationAudit>({"reference", "framework", "stage", "planned_on", "held_on", "body"}),
      kind_of_room<Nonconformity>({"reference", "audit", "item", "grade", "finding", "due", "state", "owner"}),
      kind_of_room<HostingActor>({"name", "reference", "role", "hds_certified", "secnumcloud", "access_outside_eea"}),
  };
  return kinds;
}

const RecordKind& certification_kind(std::string_view word) {
  const auto wanted = replaced(std::string{word}, "-", "_");
  std::vector<std::string_view> words;
  for (const auto& kind : certification_kinds()) {
    if (kind.word == wanted) return kind;
    words.push_back(kind.word);
  }
  throw Problem{ProblemKind::bad_input, std::string{word}, tr("“{1}” is no kind of record of certification.", {word}),
                suggestion(wanted, words, tr("These are: {1}", {joined({words.begin(), words.end()}, ", ")}))};
}

} // namespace hdskit
