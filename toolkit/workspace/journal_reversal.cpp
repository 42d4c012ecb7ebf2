#include "toolkit/workspace/journal_reversal.hpp"

#include "toolkit/base/problem.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/workspace/journal.hpp"
#include "toolkit/workspace/text_records.hpp"

#include <algorithm>
#include <set>

namespace hdskit {
namespace {

const JournalledTable* table_of(std::string_view kind) {
  const auto found = std::ranges::find(journalled_tables, kind, [](const JournalledTable& table) { return std::string_view{table.name}; });
  return found == std::end(journalled_tables) ? nullptr : found;
}

std::string name_of(const JournalledTable& table, const std::string& key, const RecordTexts& texts) {
  const auto& title = table.title ? text_at(texts, table.title) : key;
  return tr("{1} “{2}”", {tr(table.label), title.empty() ? key : title});
}

/// The day as people write it, and the time; an instant that cannot be read stays as it is.
std::string moment(const std::string& at) {
  const auto instant = Instant::parse(at);
  return instant ? tr("{1}, {2} UTC", {tr_date(instant->utc_date()), at.substr(11, 5)}) : at;
}

[[noreturn]] void refuse_kind(const JournalEntry& entry) {
  const auto* table = table_of(entry.kind);
  const auto number = std::to_string(entry.number);
  throw Problem{ProblemKind::refused, number,
                table && table->irrevocable
                    ? tr(table->irrevocable, {number})
                    : tr("Entry {1} concerns the workspace as a whole ({2}): it cannot be taken back.", {number, entry.verb + " " + entry.kind}),
                tr("Take back the entries before it or after it; nothing was changed.")};
}

bool is_record_change(const JournalEntry& entry) {
  const auto* table = table_of(entry.kind);
  return table && table->in_full && !table->irrevocable && (entry.verb == "add" || entry.verb == "edit" || entry.verb == "remove");
}

/// All entries of the span, each proven.
std::vector<JournalEntry> entries_of(const Workspace& workspace, JournalSpan span) {
  auto entries = journal_entries(workspace, {.after = span.first - 1, .until = span.last});
  if (span.first < 1 || span.last < span.first || entries.size() != static_cast<std::size_t>(span.last - span.first + 1))
    throw Problem{ProblemKind::not_found, std::to_string(span.last),
                  tr("The journal does not hold the entries {1} to {2}.", {std::to_string(span.first), std::to_string(span.last)}),
                  tr("See its entries with: hdskit journal list")};
  for (const auto& entry : entries)
    if (journal_digest(entry) != entry.digest || !texts_of_json(entry.before) || !texts_of_json(entry.after))
      throw Problem{ProblemKind::damaged, std::to_string(entry.number), tr("Entry {1} was altered after it was written.", {std::to_string(entry.number)}),
                    tr("Run `hdskit workspace check`, and restore the last backup with `hdskit workspace restore`.")};
  return entries;
}

/// One reverting: takes entries back one by one, then looks at what the whole leaves behind.
class Reversal {
public:
  Reversal(Change& change, JournalSpan span) : change_{change}, span_{span}, end_{journal_position(change.workspace()).number}, records_{change} {}

  void take_back(const JournalEntry& entry);
  void check_references();

private:
  struct Place { // a record, under the kind and the key that the journal gives it
    const JournalledTable& table;
    const std::string& key;
  };
  struct Trace {
    std::string who, at;
    bool removed = false;
  };

  void take_back_addition(const Place& place, const RecordTexts& after);
  void take_back_edit(const Place& place, const RecordTexts& before, const RecordTexts& after);
  void take_back_removal(const Place& place, const RecordTexts& before);
  std::map<std::string, std::string>& names_in(const JournalledTable& table);
  void give_up_name(const Place& place, const RecordTexts& texts);
  void take_name(const Place& place, const RecordTexts& texts);
  void check_referring(const Place& place) const;
  void check_referred(const Place& place, const std::set<std::string, std::less<>>& columns);
  std::optional<Trace> last_trace(const Place& place, std::string_view field) const;
  [[noreturn]] void refuse_changed(const Place& place, const RecordTexts& texts, std::string_view field) const;
  [[noreturn]] void refuse_present(const Place& place, const RecordTexts& texts) const;
  [[noreturn]] void refuse_taken(const Place& place, const RecordTexts& texts, const std::string& other) const;

  Change& change_;
  JournalSpan span_;
  std::int64_t end_; ///< of the journal, before this reverting wrote to it
  TextRecords records_;
  std::map<const JournalledTable*, std::map<std::string, std::string>> names_; ///< who bears each unique name, folded
  std::map<std::pair<const JournalledTable*, std::string>, std::set<std::string, std::less<>>> touched_;
};

/// The last one who touched that field after the span ("" is any field).
std::optional<Reversal::Trace> Reversal::last_trace(const Place& place, std::string_view field) const {
  const auto later = journal_entries(change_.workspace(), {.kind = place.table.name, .subject = place.key, .after = span_.last, .until = end_});
  for (auto entry = later.rbegin(); entry != later.rend(); ++entry) {
    const auto names = [&](const std::string& object) { return texts_of_json(object).value_or(RecordTexts{}).contains(field); };
    if (field.empty() || entry->verb != "edit" || names(entry->before) || names(entry->after)) return Trace{entry->actor, entry->at, entry->verb == "remove"};
  }
  return std::nullopt;
}

void Reversal::refuse_changed(const Place& place, const RecordTexts& texts, std::string_view field) const {
  const auto name = name_of(place.table, place.key, texts);
  const auto trace = last_trace(place, field);
  const auto sentence = !trace           ? tr("{1} cannot be put back as it was: it was changed since, and not by hdskit.", {name})
                        : trace->removed ? tr("{1} cannot be put back as it was: {2} removed it since, on {3}.", {name, trace->who, moment(trace->at)})
                        : field.empty()
                            ? tr("{1} cannot be put back as it was: {2} changed it since, on {3}.", {name, trace->who, moment(trace->at)})
                            : tr("{1} cannot be put back as it was: {2} changed its “{4}” since, on {3}.", {name, trace->who, moment(trace->at), field});
  throw Problem{ProblemKind::refused, name, sentence, tr("Compare, then change it by hand if need be; nothing was changed.")};
}

void Reversal::refuse_present(const Place& place, const RecordTexts& texts) const {
  const auto name = name_of(place.table, place.key, texts);
  const auto trace = last_trace(place, "");
  throw Problem{ProblemKind::refused, name,
                trace ? tr("{1} was put back already: {2} did so on {3}.", {name, trace->who, moment(trace->at)}) : tr("{1} was put back already.", {name}),
                tr("Look at what stands there; nothing was changed.")};
}

void Reversal::refuse_taken(const Place& place, const RecordTexts& texts, const std::string& other) const {
  const auto name = name_of(place.table, place.key, texts);
  const auto trace = last_trace({place.table, other}, place.table.unique);
  throw Problem{ProblemKind::refused, name,
                trace ? tr("{1} cannot be put back: {2} recorded another one under this name since, on {3}.", {name, trace->who, moment(trace->at)})
                      : tr("{1} cannot be put back: another one bears this name.", {name}),
                tr("Rename or remove that one first; nothing was changed.")};
}

std::map<std::string, std::string>& Reversal::names_in(const JournalledTable& table) {
  const auto added = names_.try_emplace(&table);
  auto& names = added.first->second;
  if (added.second) {
    const auto sql = std::string{"select id, \""} + table.unique + "\" from \"" + table.name + "\"";
    change_.workspace().read_each(sql, {}, [&](const Row& row) { names.emplace(folded(row[1]), row[0]); });
  }
  return names;
}

void Reversal::give_up_name(const Place& place, const RecordTexts& texts) {
  if (place.table.unique) names_in(place.table).erase(folded(text_at(texts, place.table.unique)));
}

void Reversal::take_name(const Place& place, const RecordTexts& texts) {
  if (!place.table.unique) return;
  const auto [bearer, free] = names_in(place.table).try_emplace(folded(text_at(texts, place.table.unique)), place.key);
  if (!free && bearer->second != place.key) refuse_taken(place, texts, bearer->second);
}

void Reversal::take_back_addition(const Place& place, const RecordTexts& after) {
  const auto now = records_.find(place.table, place.key);
  if (!now) refuse_changed(place, after, "");
  for (const auto& [field, text] : *now)
    if (text != text_at(after, field)) refuse_changed(place, *now, field);
  give_up_name(place, *now);
  records_.remove(place.table, place.key);
}

void Reversal::take_back_edit(const Place& place, const RecordTexts& before, const RecordTexts& after) {
  auto fields = before;
  for (const auto& [field, text] : after) fields[field]; // an empty text may have been left out of either
  auto now = records_.find(place.table, place.key);
  if (!now) refuse_changed(place, before, "");
  for (const auto& [field, ignored] : fields)
    if (!now->contains(field) || text_at(*now, field) != text_at(after, field)) refuse_changed(place, *now, field);
  give_up_name(place, *now);
  for (const auto& [field, text] : fields) {
    (*now)[field] = text;
    touched_[{&place.table, place.key}].insert(field);
  }
  take_name(place, *now);
  records_.edit(place.table, place.key, *now);
}

void Reversal::take_back_removal(const Place& place, const RecordTexts& before) {
  if (const auto now = records_.find(place.table, place.key)) refuse_present(place, *now);
  take_name(place, before);
  for (const auto& [field, text] : before) touched_[{&place.table, place.key}].insert(field);
  records_.add(place.table, place.key, before);
}

void Reversal::take_back(const JournalEntry& entry) {
  if (!is_record_change(entry)) return; // a document
  const Place place{*table_of(entry.kind), entry.subject};
  touched_[{&place.table, place.key}];
  const auto before = *texts_of_json(entry.before), after = *texts_of_json(entry.after);
  if (entry.verb == "add") take_back_addition(place, after);
  else if (entry.verb == "edit") take_back_edit(place, before, after);
  else take_back_removal(place, before);
}

/// A record that has gone must not be missed.
void Reversal::check_referring(const Place& place) const {
  std::vector<std::string> users;
  for (const auto& reference : record_references) {
    const auto* table = table_of(reference.table);
    if (!table || reference.target != std::string_view{place.table.name}) continue;
    const std::string title = table->title ? table->title : table->key;
    const auto sql = std::string{"select "} + table->key + ", " + title + " from " + table->name + " where " + reference.column + " = :p1 order by 1";
    for (const auto& row : change_.workspace().read(sql, {place.key})) users.push_back(name_of(*table, row[0], {{title, row[1]}}));
  }
  if (users.empty()) return;
  const auto rows = journal_entries(change_.workspace(), {.kind = place.table.name, .subject = place.key, .after = end_});
  const auto name = name_of(place.table, place.key, rows.empty() ? RecordTexts{} : texts_of_json(rows.back().before).value_or(RecordTexts{}));
  throw Problem{ProblemKind::refused, name, tr("{1} is still referred to: {2}.", {name, joined(users, ", ")}),
                tr("Change or remove these records first; nothing was changed.")};
}

/// What was put back must lead somewhere.
void Reversal::check_referred(const Place& place, const std::set<std::string, std::less<>>& columns) {
  const auto texts = records_.find(place.table, place.key);
  for (const auto& reference : record_references) {
    if (reference.table != std::string_view{place.table.name} || !columns.contains(reference.column)) continue;
    const auto& key = text_at(*texts, reference.column);
    const std::string column = reference.key == std::string_view{"id"} ? "cast(id as text)" : reference.key; // an id is a number there, a text here
    if (key.empty() || !change_.workspace().read(std::string{"select 1 from "} + reference.target + " where " + column + " = :p1", {key}).empty()) continue;
    const auto name = name_of(place.table, place.key, *texts);
    const auto* target = table_of(reference.target);
    throw Problem{ProblemKind::refused, name,
                  tr("{1} cannot be put back: it refers to {2} {3}, which is no longer there.", {name, target ? tr(target->label) : reference.target, key}),
                  tr("Put that one back first; nothing was changed.")};
  }
}

void Reversal::check_references() {
  for (const auto& [place, columns] : touched_) {
    if (records_.find(*place.first, place.second)) check_referred({*place.first, place.second}, columns);
    else check_referring({*place.first, place.second});
  }
}

} // namespace

JournalSpan change_and_note(Workspace& workspace, const Acting& acting, const std::function<void(Change&)>& work) {
  JournalSpan span;
  workspace.change(acting, [&](Change& change) {
    const auto before = journal_position(workspace).number;
    work(change);
    const auto after = journal_position(workspace).number;
    if (after > before) span = {before + 1, after};
  });
  return span;
}

void revert_changes(Change& change, JournalSpan span) {
  if (!span) return;
  const auto entries = entries_of(change.workspace(), span);
  for (const auto& entry : entries)
    if (entry.kind != "document" && !is_record_change(entry)) refuse_kind(entry);
  Reversal reversal{change, span};
  for (auto entry = entries.rbegin(); entry != entries.rend(); ++entry) reversal.take_back(*entry);
  reversal.check_references();
}

} // namespace hdskit
