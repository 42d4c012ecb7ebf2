#include "toolkit/continuity/continuity_store.hpp"

#include "toolkit/base/suggestion.hpp"
#include "toolkit/continuity/continuity_record_rules.hpp"
#include "toolkit/organisation/ruled_kind.hpp"

namespace hdskit {
namespace {

template <typename Record> RecordKind continuity_kind_of(std::vector<std::string_view> columns) {
  return ruled_kind_of<Record, continuity_record_rules>(std::move(columns));
}

} // namespace

Continuity read_continuity(const Workspace& workspace) {
  Continuity all;
  all.services = all_records<HostedService>(workspace);
  all.entities = all_records<LegalEntity>(workspace);
  for_each_continuity_list(all, [&]<typename Record>(const char*, std::vector<Record>& list) { list = all_records<Record>(workspace); });
  return all;
}

std::span<const RecordKind> continuity_kinds() {
  static const RecordKind kinds[] = {
      continuity_kind_of<Activity>({"name", "reference", "nature", "rto", "rpo", "mtpd", "owner"}),
      continuity_kind_of<ActivityImpact>({"activity", "after", "patient", "care", "legal", "finance", "image"}),
      continuity_kind_of<Component>({"name", "reference", "nature", "location", "rto", "rpo", "measured_restore", "last_test"}),
      continuity_kind_of<BackupArrangement>({"name", "reference", "method", "period", "copy", "place", "measured_restore", "last_test"}),
      continuity_kind_of<Dependency>({"from", "to", "note"}),
      continuity_kind_of<ContinuityPlan>({"title", "reference", "kind", "covers", "decision_maker", "version", "approved_on", "review"}),
      continuity_kind_of<PlanStep>({"title", "reference", "plan", "owner", "duration", "after", "restores"}),
      continuity_kind_of<CrisisContact>({"name", "reference", "role", "organisation", "phone", "order"}),
      continuity_kind_of<ActionCard>({"title", "reference", "audience", "trigger", "plan"}),
      continuity_kind_of<Exercise>({"title", "reference", "kind", "plans", "planned_on", "held_on", "achieved_rto"}),
      continuity_kind_of<ExerciseEntry>({"exercise", "at", "kind", "text", "step"}),
      continuity_kind_of<CorrectiveAction>({"gap", "reference", "exercise", "action", "owner", "due", "state"}),
  };
  return kinds;
}

const RecordKind& continuity_kind(std::string_view word) {
  const auto wanted = replaced(std::string{word}, "-", "_");
  std::vector<std::string_view> words;
  for (const auto& kind : continuity_kinds()) {
    if (kind.word == wanted) return kind;
    words.push_back(kind.word);
  }
  const std::string all = joined({words.begin(), words.end()}, ", ");
  throw Problem{ProblemKind::bad_input, std::string{word}, tr("“{1}” is no kind of record of continuity.", {word}),
                suggestion(wanted, words, tr("These are: {1}", {all}))};
}

std::vector<std::pair<std::string, std::string>> citable_in_continuity(const Workspace& workspace, std::string_view kinds) {
  return citable_records(workspace, continuity_kinds(), kinds);
}

std::vector<std::string> citing_in_continuity(const Workspace& workspace, const RecordKind& kind, std::string_view reference) {
  return citing_records(workspace, continuity_kinds(), kind, reference);
}

std::string next_continuity_reference(const Workspace& workspace, const RecordKind& kind) {
  return continuity_prefix(kind.word).empty() ? "" : continuity_record_rules.next_reference(workspace, kind);
}

} // namespace hdskit
