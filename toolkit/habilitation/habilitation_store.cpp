#include "toolkit/habilitation/habilitation_store.hpp"

#include "toolkit/base/problem.hpp"
#include "toolkit/base/suggestion.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/organisation/by_reference.hpp"
#include "toolkit/organisation/ruled_kind.hpp"

namespace hdskit {
namespace {

struct Prefix {
  std::string_view kind, prefix;
};
constexpr Prefix prefixes[] = {{"access_project", "PRJ"}, {"authorised_person", "HAB"}, {"output_release", "SOR"}};

std::string next_reference(const Workspace& workspace, const RecordKind& kind) {
  const auto found = std::ranges::find(prefixes, kind.word, &Prefix::kind);
  return RecordMemory::of(workspace).references(kind.word).next(std::string{found->prefix});
}

std::span<const std::string_view> share_nothing(std::string_view) { return {}; }

std::string identifiers_defect(std::string_view text) {
  std::vector<std::string> words, known;
  from_field_text(text, words);
  for (const auto& choice : choices_of(PotentialIdentifier{})) known.emplace_back(choice.word);
  for (const auto& word : words)
    if (std::ranges::find(known, word) == known.end()) return tr("“{1}” is none of the potential identifiers. These are: {2}.", {word, joined(known, ", ")});
  return "";
}

std::string defect_of(const RecordMemory&, const RecordKind&, const FieldView& field, std::string_view text) {
  constexpr std::size_t minute_length = 16;
  if (field.name == "identifiers") return identifiers_defect(text);
  if (field.name == "moment" && (text.size() != minute_length || !Instant::parse(std::string{text} + ":00Z")))
    return tr("“{1}” is “{2}”: a moment such as 2026-11-22T10:15 is expected.", {tr(field.label), text});
  return "";
}

[[noreturn]] void refuse(std::string_view field, const std::string& sentence) {
  throw Problem{ProblemKind::bad_input, std::string{field}, sentence, tr("Correct the value, then start again; nothing was changed.")};
}

std::string_view text_of(const RecordKind& kind, const Row& row, std::string_view field) { return row[kind.index_of(field)]; }

void check_period(const RecordKind& kind, const Row& after) {
  const auto start = Date::parse(text_of(kind, after, "starts_on")), end = Date::parse(text_of(kind, after, "ends_on"));
  if (start && end && *end < *start) refuse("ends_on", tr("The access ends before it starts."));
}

/// What was released is no longer changed into something else: the log of the airlock is looked at afterwards.
void check_output(Change& change, const RecordKind& kind, const Row& before, const Row& after) {
  const auto person = reference_key(text_of(kind, after, "person")), project = reference_key(text_of(kind, after, "project"));
  std::string name;
  for (const auto& one : all_records<AuthorisedPerson>(change.workspace())) {
    if (reference_key(one.reference) != person) continue;
    name = one.name;
    if (reference_key(one.project) != project) refuse("person", tr("“{1}” is not authorised for this project.", {one.name}));
  }
  const auto decided_by = text_of(kind, after, "decided_by");
  if (text_of(kind, after, "decision") == "pending") return;
  if (decided_by.empty()) refuse("decided_by", tr("Who decided on the output?"));
  if (!name.empty() && folded(decided_by) == folded(name)) refuse("decided_by", tr("Who asks for an output does not decide on it."));
  if (text_of(kind, after, "checked").empty()) refuse("checked", tr("An output is checked before it is decided upon."));
  if (!before.empty() && text_of(kind, before, "decision") != "pending" && text_of(kind, before, "digest") != text_of(kind, after, "digest"))
    refuse("digest", tr("The decision was taken on another file."));
}

void check_record(Change& change, const RecordKind& kind, std::int64_t, const Row& before, const Row& after) {
  if (kind.word != OutputRelease::type().kind) check_period(kind, after);
  else check_output(change, kind, before, after);
  if (kind.word != AuthorisedPerson::type().kind) return;
  std::vector<std::string> identifiers;
  from_field_text(text_of(kind, after, "identifiers"), identifiers);
  if (identifiers.size() > 1)
    refuse("identifiers", tr("A profile gives one potential identifier at a time; this one gives {1}.", {std::to_string(identifiers.size())}));
}

template <typename Record> RecordKind kind_of_room(std::vector<std::string_view> columns) {
  return ruled_kind_of<Record, habilitation_record_rules>(std::move(columns));
}

} // namespace

const RecordRules habilitation_record_rules = {habilitation_kinds, next_reference, share_nothing, defect_of, check_record};

Habilitation read_habilitation(const Workspace& workspace) {
  return {all_records<AccessProject>(workspace), all_records<AuthorisedPerson>(workspace), all_records<OutputRelease>(workspace)};
}

std::span<const RecordKind> habilitation_kinds() {
  static const RecordKind kinds[] = {
      kind_of_room<AccessProject>({"title", "reference", "frame", "controller", "registered_on", "starts_on", "ends_on"}),
      kind_of_room<AuthorisedPerson>({"name", "reference", "project", "profile", "starts_on", "ends_on", "reviewed_on", "closed_on"}),
      kind_of_room<OutputRelease>({"reference", "project", "person", "moment", "description", "decision", "decided_by"}),
  };
  return kinds;
}

const RecordKind& habilitation_kind(std::string_view word) {
  const auto wanted = replaced(std::string{word}, "-", "_");
  std::vector<std::string_view> words;
  for (const auto& kind : habilitation_kinds()) {
    if (kind.word == wanted) return kind;
    words.push_back(kind.word);
  }
  throw Problem{ProblemKind::bad_input, std::string{word}, tr("“{1}” is no kind of record of authorisations.", {word}),
                suggestion(wanted, words, tr("These are: {1}", {joined({words.begin(), words.end()}, ", ")}))};
}

} // namespace hdskit
