#include "gui/presenter/journal.hpp"

#include "toolkit/base/problem.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/evidence/evidence_store.hpp"
#include "toolkit/requirements/answer_store.hpp"
#include "toolkit/surroundings/surroundings.hpp"
#include "toolkit/workspace/journalled_tables.hpp"

#include <algorithm>
#include <map>

namespace hdskit::gui {
namespace {

constexpr std::size_t window = 100;     ///< entries read at once
constexpr std::size_t windows_held = 8; ///< an entry may hold a whole checklist

/// The entries that are seen, and their neighbours.
class JournalWindows {
public:
  JournalWindows(const Workspace& workspace, std::vector<std::int64_t> numbers) : workspace_{workspace}, words_{workspace}, numbers_{std::move(numbers)} {}

  std::size_t count() const { return numbers_.size(); }
  std::string key(std::size_t row) const { return std::to_string(numbers_.at(row)); }

  std::vector<Cell> cells(std::size_t row) {
    const auto& lines = lines_at(row / window);
    const auto found = lines.find(numbers_.at(row));
    return found == lines.end() ? std::vector<Cell>{} : found->second;
  }

private:
  using Lines = std::map<std::int64_t, std::vector<Cell>>;

  const Lines& lines_at(std::size_t index) {
    if (const auto held = held_.find(index); held != held_.end()) return held->second;
    if (held_.size() >= windows_held) held_.clear();
    const auto first = numbers_.begin() + static_cast<std::ptrdiff_t>(index * window);
    const auto size = std::min(window, numbers_.size() - index * window);
    auto& lines = held_[index];
    for (const auto& entry : journal_entries_numbered(workspace_, std::span{first, size})) lines[entry.number] = line_of(entry);
    return lines;
  }

  std::vector<Cell> line_of(const JournalEntry& entry) {
    const auto tone = entry.verb == "remove" ? Tone::warning : Tone::neutral;
    return {{std::to_string(entry.number), Tone::faint},
            {paris_time(entry.at)},
            {entry.actor},
            {verb_in_words(entry.verb), tone},
            {kind_in_words(entry.kind)},
            {words_.subject_of(entry)},
            {words_.changes_in_short(entry)}};
  }

  const Workspace& workspace_;
  JournalWords words_;
  std::vector<std::int64_t> numbers_;
  std::map<std::size_t, Lines> held_;
};

std::string why_kept(const JournalEntry& entry) {
  if (entry.kind == "filing") return tr("What was filed is never taken back.");
  if (entry.kind == "document") return tr("Documents stay in the vault: take back the change of the evidence instead.");
  const auto found = std::ranges::find(journalled_tables, entry.kind, [](const JournalledTable& table) { return std::string{table.name}; });
  if (found != std::end(journalled_tables) && found->irrevocable) return tr(found->irrevocable, {std::to_string(entry.number)});
  const bool record = found != std::end(journalled_tables) && found->in_full && (entry.verb == "add" || entry.verb == "edit" || entry.verb == "remove");
  return record ? "" : tr("This entry concerns the workspace as a whole: it cannot be taken back.");
}

std::string sentence_of(JournalWords& words, const JournalEntry& entry) {
  const auto subject = words.subject_of(entry);
  const auto what = subject.empty() ? kind_in_words(entry.kind) : tr("{1} “{2}”", {kind_in_words(entry.kind), subject});
  return tr("Entry {1}, {2}: {3} – {4} {5}", {std::to_string(entry.number), paris_time(entry.at), entry.actor, what, verb_in_words(entry.verb)});
}

std::optional<JournalTarget> numbered_target(const Workspace& workspace, const std::string& subject) {
  const auto colon = subject.find(':');
  if (colon == std::string::npos || colon + 1 == subject.size()) return std::nullopt;
  const auto kind = subject.substr(0, colon), key = subject.substr(colon + 1);
  if (kind == "entry") return JournalTarget{.entry = std::atoll(key.c_str())};
  const auto kinds = journal_kinds();
  if (std::ranges::find(kinds, kind) == kinds.end()) return std::nullopt;
  JournalWords words{workspace};
  return JournalTarget{.kind = kind, .subject = key, .sentence = tr("{1} “{2}”", {kind_in_words(kind), words.subject_of({.kind = kind, .subject = key})})};
}

} // namespace

std::vector<std::string> journal_periods() {
  return {tr("since the beginning"), tr("today"), tr("since yesterday"), tr("for 7 days"), tr("for 30 days"), tr("for a year")};
}

std::string since_instant(JournalSince since, Date today) {
  static constexpr int days[] = {0, 0, 1, 7, 30, 365};
  return since == JournalSince::beginning ? "" : paris_midnight(today.plus_days(-days[static_cast<std::size_t>(since)])).iso();
}

std::vector<std::string> journal_authors(const Workspace& workspace) {
  std::vector<std::string> authors;
  for (const auto& row : workspace.read("select distinct actor from journal order by actor")) authors.push_back(row[0]);
  return authors;
}

JournalTarget journal_target(const Workspace& workspace, const std::string& subject) {
  if (auto target = numbered_target(workspace, subject)) return *target;
  if (const auto answer = answer_to(workspace, subject))
    return {.kind = "answer", .subject = answer->id.text(), .sentence = tr("{1} “{2}”", {kind_in_words("answer"), answer->item})};
  try {
    const auto evidence = find_evidence(workspace, subject);
    return {.kind = "evidence", .subject = evidence.id.text(), .sentence = tr("{1} “{2}”", {kind_in_words("evidence"), evidence.code})};
  } catch (const Problem&) {} // no document either
  return {.words = subject};
}

ListRows journal_rows(const Workspace& workspace, const JournalFilter& filter, bool oldest_first) {
  auto numbers = journal_numbers(workspace, filter);
  if (oldest_first) std::ranges::reverse(numbers);
  const auto windows = std::make_shared<JournalWindows>(workspace, std::move(numbers));
  return {{{tr("No."), CellKind::number}, {tr("When (Paris)")}, {tr("Who")}, {tr("What")}, {tr("Kind")}, {tr("Subject")}, {tr("Details")}},
          windows->count(),
          [windows](std::size_t row) { return windows->cells(row); },
          [windows](std::size_t row) { return windows->key(row); }};
}

std::optional<JournalDetail> journal_detail(const Workspace& workspace, std::int64_t number) {
  const auto entries = journal_entries_numbered(workspace, std::span{&number, 1});
  if (entries.empty()) return std::nullopt;
  JournalWords words{workspace};
  return JournalDetail{number, sentence_of(words, entries[0]), words.changes_of(entries[0]), why_kept(entries[0])};
}

void take_back(Session& session, std::int64_t number) {
  session.change(tr("taking entry {1} back", {std::to_string(number)}), [&](Change& change) { revert_changes(change, {number, number}); });
}

std::string verified_journal(const std::string& location, const Progress& progress) {
  const auto workspace = Workspace::open(location);
  if (const auto broken = verify_journal(workspace, progress))
    throw Problem{ProblemKind::damaged, std::to_string(broken->number),
                  tr("The journal is broken at entry {1}: {2}", {std::to_string(broken->number), broken->sentence}),
                  tr("Keep this file as it is, restore the last backup into a new file, and compare both from that entry on.")};
  const auto position = journal_position(workspace);
  return tr("The journal is intact: {1} entries, the last one with the digest {2}.", {std::to_string(position.number), position.digest});
}

} // namespace hdskit::gui
