#include "toolkit/workspace/journal.hpp"

#include "toolkit/base/translate.hpp"
#include "toolkit/workspace/journal_chain.hpp"
#include "toolkit/workspace/numbered_rows.hpp"
#include "toolkit/workspace/sought_words.hpp"

#include <algorithm>
#include <array>
#include <limits>

namespace hdskit {
namespace {

constexpr const char* entry_columns = "number, at, actor, verb, kind, subject, before, after, previous, digest";

std::string select(const char* columns) { return std::string{"select "} + columns + " from journal "; }

JournalEntry entry_of(const Row& row) { return {std::stoll(row[0]), row[1], row[2], row[3], row[4], row[5], row[6], row[7], row[8], row[9]}; }

/// What does not hold in the link from `previous` to `entry`; "" when it holds.
std::string broken(const JournalPosition& previous, const JournalEntry& entry) {
  const auto number = std::to_string(entry.number), expected = std::to_string(previous.number + 1);
  if (entry.number > previous.number + 1) return tr("Entry {1} is missing: entry {2} comes in its place.", {expected, number});
  if (entry.previous != previous.digest) return tr("Entry {1} does not follow the entry before it: one was altered, removed, inserted or moved.", {number});
  if (entry.digest != journal_digest(entry)) return tr("Entry {1} was altered after it was written.", {number});
  return "";
}

/// Compares where someone remembers the journal to have stood with the entry that stands there now.
std::optional<BrokenLink> contradicts(Dialect& dialect, const JournalPosition& remembered, const std::string& missing, const std::string& altered) {
  const auto rows = dialect.read("select digest from journal where number = :p1", {std::to_string(remembered.number)});
  if (rows.empty()) return BrokenLink{remembered.number, missing};
  if (rows[0][0] != remembered.digest) return BrokenLink{remembered.number, altered};
  return std::nullopt;
}

/// Follows the chain link by link.
class ChainReader {
public:
  ChainReader(Dialect& dialect, const Progress& progress) : head_{journal_head(dialect)}, progress_{progress} {}

  void take(const Row& row) {
    if (first_) return;
    progress_.stop_if_cancelled();
    const auto entry = entry_of(row);
    if (const auto sentence = broken(end_, entry); !sentence.empty()) first_ = BrokenLink{std::min(entry.number, end_.number + 1), sentence};
    end_ = {entry.number, entry.digest};
    if (entry.number % 1000 == 0)
      progress_.tell(tr("Verifying the journal"), static_cast<std::uint64_t>(entry.number), static_cast<std::uint64_t>(head_.number));
  }
  const std::optional<BrokenLink>& first_broken() const { return first_; }
  const JournalPosition& end() const { return end_; }

private:
  JournalPosition head_, end_;
  const Progress& progress_;
  std::optional<BrokenLink> first_;
};

std::optional<BrokenLink> verify_head(Dialect& dialect, const JournalPosition& end) {
  const auto head = journal_head(dialect);
  if (head == end) return std::nullopt;
  if (head.number > end.number)
    return BrokenLink{end.number + 1, tr("Entry {1} is missing: the journal was cut there, and the workspace remembers {2} entries.",
                                         {std::to_string(end.number + 1), std::to_string(head.number)})};
  return BrokenLink{end.number, tr("The journal ends at entry {1}, which is not where the workspace remembers its end (entry {2}).",
                                   {std::to_string(end.number), std::to_string(head.number)})};
}

std::optional<BrokenLink> verify_filings(Dialect& dialect) {
  if (!dialect.has_table("filing")) return std::nullopt;
  for (const auto& row : dialect.read("select journal_number, journal_digest, filed_at from filing order by journal_number, id")) {
    const JournalPosition quoted{std::stoll(row[0]), row[1]};
    if (auto link = contradicts(dialect, quoted, tr("Entry {1}, quoted by the filing of {2}, is missing: the journal was cut.", {row[0], row[2]}),
                                tr("Entry {1} is not the one quoted by the filing of {2}: the journal was rewritten.", {row[0], row[2]})))
      return link;
  }
  return std::nullopt;
}

struct JournalQuery {
  std::string where;
  std::vector<std::string> parameters;
};

JournalQuery query_of(Dialect& dialect, const JournalFilter& filter) {
  JournalQuery query;
  const auto only = [&](const std::string& condition, const std::string& value) {
    query.parameters.push_back(value);
    query.where += (query.where.empty() ? "where " : "and ") + condition + " :p" + std::to_string(query.parameters.size()) + " ";
  };
  if (filter.after > 0) only("number >", std::to_string(filter.after));
  if (filter.until > 0) only("number <=", std::to_string(filter.until));
  if (!filter.kind.empty()) only("kind =", filter.kind);
  if (!filter.subject.empty()) only("subject =", filter.subject);
  if (!filter.actor.empty()) only("actor =", filter.actor);
  if (!filter.since.empty()) only(dialect.byte_order("at") + " >=", filter.since); // instants are written so that their text has their order
  return query;
}

/// Actor, verb, kind and subject stand side by side from column `actor` on.
std::array<std::string, 5> searched_texts(const Row& row, std::size_t actor, std::size_t after) {
  return {row[actor], row[actor + 1], row[actor + 2], row[actor + 3], row[after]};
}

/// `texts`: what is searched in a row, when words are sought.
void read_newest_first(const Workspace& workspace, const std::string& select, const JournalFilter& filter,
                       const std::function<std::array<std::string, 5>(const Row&)>& texts, const std::function<void(const Row&)>& take) {
  const SoughtWords sought{filter.words};
  auto [where, parameters] = query_of(workspace.dialect(), filter);
  auto sql = select + where + "order by number desc";
  if (filter.last > 0 && sought.empty()) {
    parameters.push_back(std::to_string(filter.last));
    sql += " limit :p" + std::to_string(parameters.size());
  }
  std::int64_t taken = 0;
  workspace.read_each(sql, parameters, [&](const Row& row) {
    if ((filter.last > 0 && taken == filter.last) || (!sought.empty() && !sought.are_in(texts(row)))) return;
    ++taken;
    take(row);
  });
}

} // namespace

std::string journal_digest(const JournalEntry& entry) {
  Sha256 sha;
  const auto take = [&](const std::string& field) {
    sha.update(std::to_string(field.size()) + ":"); // the length, so that no two different entries give the same bytes
    sha.update(field);
  };
  take(std::to_string(entry.number));
  for (const auto* field : {&entry.at, &entry.actor, &entry.verb, &entry.kind, &entry.subject, &entry.before, &entry.after}) take(*field);
  sha.update(entry.previous);
  return sha.finish().hex();
}

JournalPosition journal_head(Dialect& dialect) {
  const auto rows = dialect.read("select number, digest from journal_head where id = 1");
  if (rows.empty()) return {};
  return {std::stoll(rows[0][0]), rows[0][1]};
}

JournalPosition append_to_journal(Dialect& dialect, const Acting& acting, const JournalSentence& sentence, const JournalPosition& head) {
  JournalEntry entry{.number = head.number + 1,
                     .at = acting.at.iso(),
                     .actor = acting.name,
                     .verb = std::string{sentence.verb},
                     .kind = std::string{sentence.kind},
                     .subject = std::string{sentence.subject},
                     .before = sentence.before,
                     .after = sentence.after,
                     .previous = head.digest,
                     .digest = {}};
  entry.digest = journal_digest(entry);
  dialect.execute(
      "insert into journal (number, at, actor, verb, kind, subject, before, after, previous, digest) values (:p1, :p2, :p3, :p4, :p5, :p6, :p7, :p8, :p9, "
      ":p10)",
      {std::to_string(entry.number), entry.at, entry.actor, entry.verb, entry.kind, entry.subject, entry.before, entry.after, entry.previous, entry.digest});
  dialect.execute(
      "insert into journal_head (id, number, digest) values (1, :p1, :p2) on conflict (id) do update set number = excluded.number, digest = excluded.digest",
      {std::to_string(entry.number), entry.digest});
  return {entry.number, entry.digest};
}

void append_to_journal(Dialect& dialect, const Acting& acting, std::string_view verb, std::string_view kind, std::string_view subject,
                       const std::string& before, const std::string& after) {
  append_to_journal(dialect, acting, {verb, kind, subject, before, after}, journal_head(dialect));
}

std::vector<JournalEntry> journal_entries(const Workspace& workspace, const JournalFilter& filter) {
  std::vector<JournalEntry> entries;
  read_newest_first(
      workspace, select(entry_columns), filter, [](const Row& row) { return searched_texts(row, 2, 7); },
      [&](const Row& row) { entries.push_back(entry_of(row)); });
  std::reverse(entries.begin(), entries.end());
  return entries;
}

std::vector<std::int64_t> journal_numbers(const Workspace& workspace, const JournalFilter& filter) {
  std::vector<std::int64_t> numbers;
  const bool numbers_only = SoughtWords{filter.words}.empty();
  read_newest_first(
      workspace, select(numbers_only ? "number" : "number, actor, verb, kind, subject, after"), filter,
      [](const Row& row) { return searched_texts(row, 1, 5); }, [&](const Row& row) { numbers.push_back(std::stoll(row[0])); });
  return numbers;
}

std::vector<JournalEntry> journal_entries_numbered(const Workspace& workspace, std::span<const std::int64_t> numbers) {
  std::vector<JournalEntry> entries;
  for (const auto& row : numbered_rows(workspace, select(entry_columns), "number", numbers)) entries.push_back(entry_of(row));
  return entries;
}

JournalPosition journal_position(const Workspace& workspace) { return journal_head(workspace.dialect()); }

void read_journal(Dialect& dialect, const std::string& columns, const std::function<void(const Row&)>& take, const std::function<void()>& at_end) {
  constexpr std::size_t window = 200; // entries may hold a whole checklist
  const auto sql = "select " + columns + " from journal where number > :p1 order by number";
  std::string after = std::to_string(std::numeric_limits<std::int64_t>::min()); // an entry slipped in before the first one is seen too
  const auto take_row = [&](const Row& row) {
    after = row[0];
    take(row);
  };
  for (auto rows = window; rows == window;) {
    const auto some = dialect.read(sql + " limit " + std::to_string(window), {after});
    rows = some.size();
    for (const auto& row : some) take_row(row);
  }
  const Snapshot snapshot{dialect};
  for (const auto& row : dialect.read(sql, {after})) take_row(row); // what came while the last ones were looked at
  at_end();
}

std::optional<BrokenLink> verify_journal(const Workspace& workspace, const Progress& progress) {
  auto& dialect = workspace.dialect();
  ChainReader chain{dialect, progress};
  std::optional<BrokenLink> at_end;
  read_journal(
      dialect, entry_columns, [&](const Row& row) { chain.take(row); },
      [&] {
        at_end = verify_head(dialect, chain.end());
        if (!at_end) at_end = verify_filings(dialect);
      });
  return chain.first_broken() ? chain.first_broken() : at_end;
}

} // namespace hdskit
