#include "gui/presenter/journal_words.hpp"

#include "gui/presenter/shown.hpp"
#include "toolkit/access/access_store.hpp"
#include "toolkit/backup/backup_store.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/certification/certification_store.hpp"
#include "toolkit/continuity/continuity_store.hpp"
#include "toolkit/evidence/evidence.hpp"
#include "toolkit/habilitation/habilitation_store.hpp"
#include "toolkit/procedure/procedure.hpp"
#include "toolkit/requirements/answer.hpp"
#include "toolkit/requirements/framework.hpp"
#include "toolkit/requirements/requirement_pair.hpp"
#include "toolkit/risk/study_store.hpp"
#include "toolkit/risk/version.hpp"
#include "toolkit/workspace/journalled_tables.hpp"

#include <algorithm>
#include <array>
#include <set>

namespace hdskit::gui {
namespace {

struct Word {
  std::string_view word;
  const char* shown;
};
constexpr std::array<Word, 7> verbs = {{{"add", marked("added")},
                                        {"edit", marked("changed")},
                                        {"remove", marked("removed")},
                                        {"file", marked("filed")},
                                        {"create", marked("created")},
                                        {"upgrade", marked("upgraded")},
                                        {"restore", marked("restored")}}};
constexpr std::array<Word, 2> other_kinds = {{{"document", marked("document")}, {"workspace", marked("workspace")}}};

template <std::size_t Count> std::string in_words(const std::array<Word, Count>& words, std::string_view word) {
  const auto found = std::ranges::find(words, word, &Word::word);
  return found == words.end() ? std::string{word} : tr(found->shown);
}

const JournalledTable* table_of(std::string_view kind) {
  const auto found = std::ranges::find(journalled_tables, kind, [](const JournalledTable& table) { return std::string_view{table.name}; });
  return found == std::end(journalled_tables) ? nullptr : found;
}

template <typename Record> std::vector<FieldView> views_of() {
  std::vector<FieldView> views;
  for (const auto& field : Record::type().fields) views.push_back({field.name, field.label, field.kind, field.required, field.choices});
  return views;
}

/// The column by which people know the record: for a mandate its role, for an event what it is.
std::string title_column(std::string_view kind) {
  const auto* table = table_of(kind);
  if (table && table->title) return table->title;
  if (kind == ProcedureEvent::type().kind) return "kind";
  const auto kinds = record_kinds();
  const auto found = std::ranges::find(kinds, kind, &RecordKind::word);
  return found == kinds.end() ? "" : std::string{found->columns.front()};
}

std::string title_in(std::string_view kind, const std::string& object) {
  const auto texts = texts_of_json(object).value_or(RecordTexts{});
  const auto column = title_column(kind);
  const auto found = texts.find(column);
  if (found == texts.end()) return "";
  for (const auto& field : fields_of_kind(kind))
    if (field.name == column)
      for (const auto& choice : field.choices)
        if (choice.word == found->second) return tr(choice.label);
  return found->second;
}

std::string shown(const Workspace& workspace, const FieldView& field, const std::string& value) {
  if (value.empty()) return "";
  if (const auto day = field.kind == FieldKind::date ? Date::parse(value) : std::nullopt) return tr_date(*day);
  return shown_value(workspace, field, value);
}

/// Of what has no table of fields: settings, documents, filings, the workspace.
std::string label_of(const std::string& name) {
  static constexpr std::array<Word, 4> labels = {
      {{"value", marked("Content")}, {"size", marked("Size (bytes)")}, {"format", marked("Format")}, {"digest", marked("SHA-256 digest")}}};
  return in_words(labels, name);
}

std::string short_value(const std::string& value) {
  constexpr std::size_t longest = 60; // bytes: about a quarter of a line
  if (value.size() <= longest && value.find('\n') == std::string::npos) return value;
  return "";
}

constexpr std::size_t marks_of_digest = 12;

} // namespace

std::string verb_in_words(std::string_view verb) { return in_words(verbs, verb); }

std::string kind_in_words(std::string_view kind) {
  const auto* table = table_of(kind);
  return table ? tr(table->label) : in_words(other_kinds, kind);
}

std::vector<std::string> journal_kinds() {
  std::vector<std::string> kinds;
  for (const auto& table : journalled_tables) kinds.emplace_back(table.name);
  for (const auto& kind : other_kinds) kinds.emplace_back(kind.word);
  return kinds;
}

std::string paris_time(const std::string& instant) { return shown_moment(instant); }

std::vector<FieldView> fields_of_kind(std::string_view kind) {
  if (kind == Answer::type().kind) return views_of<Answer>();
  if (kind == Evidence::type().kind) return views_of<Evidence>();
  if (kind == Procedure::type().kind) return views_of<Procedure>();
  if (kind == ProcedureEvent::type().kind) return views_of<ProcedureEvent>();
  if (kind == StudyVersion::type().kind) return views_of<StudyVersion>();
  if (kind == RestoreRun::type().kind) return views_of<RestoreRun>();
  if (kind == EndpointRun::type().kind) return views_of<EndpointRun>();
  if (kind == PopulationRun::type().kind) return views_of<PopulationRun>();
  if (kind == ReviewCampaign::type().kind) return views_of<ReviewCampaign>();
  if (kind == Withdrawal::type().kind) return views_of<Withdrawal>();
  if (kind == CardSignature::type().kind) return views_of<CardSignature>();
  if (kind == Framework::type().kind) return views_of<Framework>();
  if (kind == RequirementPair::type().kind) return views_of<RequirementPair>();
  for (const auto kinds : {record_kinds(), risk_kinds(), continuity_kinds(), backup_kinds(), access_kinds(), certification_kinds(), habilitation_kinds()})
    if (const auto found = std::ranges::find(kinds, kind, &RecordKind::word); found != kinds.end()) return found->fields;
  return {};
}

std::string JournalWords::subject_of(const JournalEntry& entry) {
  if (entry.kind == "document") return entry.subject.substr(0, marks_of_digest) + "…";
  if (entry.kind == "setting") return entry.subject == "checklist" ? tr("the checklist") : entry.subject;
  if (entry.kind == "filing") return tr("no. {1}", {entry.subject});
  for (const auto* object : {&entry.after, &entry.before})
    if (auto title = title_in(entry.kind, *object); !title.empty()) return title;
  if (entry.subject.empty()) return "";
  auto& title = titles_[{entry.kind, entry.subject}];
  if (title.empty()) title = record_title(entry.kind, entry.subject);
  return title;
}

/// From the journal, which also knows what is gone: the newest entry that says it.
std::string JournalWords::record_title(const std::string& kind, const std::string& key) {
  const auto entries = journal_entries(workspace_, {.kind = kind, .subject = key});
  for (auto entry = entries.rbegin(); entry != entries.rend(); ++entry)
    for (const auto* object : {&entry->after, &entry->before})
      if (auto title = title_in(kind, *object); !title.empty()) return title;
  return tr("no. {1}", {key});
}

std::vector<FieldChange> JournalWords::changes_of(const JournalEntry& entry) const {
  const auto before = texts_of_json(entry.before).value_or(RecordTexts{}), after = texts_of_json(entry.after).value_or(RecordTexts{});
  const auto at = [](const RecordTexts& texts, std::string_view name) {
    const auto found = texts.find(name);
    return found == texts.end() ? std::string{} : found->second;
  };
  std::vector<FieldChange> changes;
  std::set<std::string, std::less<>> told;
  for (const auto& field : fields_of_kind(entry.kind)) {
    if (!before.contains(field.name) && !after.contains(field.name)) continue;
    told.emplace(field.name);
    changes.push_back({tr(field.label), shown(workspace_, field, at(before, field.name)), shown(workspace_, field, at(after, field.name))});
  }
  for (const auto* texts : {&before, &after})
    for (const auto& [name, value] : *texts)
      if (told.insert(name).second) changes.push_back({label_of(name), at(before, name), at(after, name)});
  return changes;
}

std::string JournalWords::changes_in_short(const JournalEntry& entry) const {
  constexpr std::size_t told_at_most = 4;
  std::vector<std::string> parts;
  auto changes = changes_of(entry);
  if (entry.verb != "edit")
    std::erase_if(changes, [title = title_in(entry.kind, entry.before + entry.after)](const FieldChange& change) {
      return !title.empty() && change.before + change.after == title; // stands beside, as the subject
    });
  for (const auto& change : changes) {
    if (parts.size() == told_at_most) break;
    const auto before = short_value(change.before), after = short_value(change.after);
    if (!before.empty() && !after.empty()) parts.push_back(tr("{1}: {2} → {3}", {change.label, before, after}));
    else if (entry.verb == "edit" && change.after.empty()) parts.push_back(tr("{1} emptied", {change.label}));
    else if (entry.verb != "edit" && !(before + after).empty()) parts.push_back(tr("{1}: {2}", {change.label, before + after}));
    else parts.push_back(change.label);
  }
  return joined(parts, " · ") + (changes.size() > parts.size() ? " …" : "");
}

} // namespace hdskit::gui
