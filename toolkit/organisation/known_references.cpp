#include "toolkit/organisation/known_references.hpp"

#include "toolkit/base/closest.hpp"
#include "toolkit/base/problem.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/organisation/record_key.hpp"
#include "toolkit/workspace/dialect.hpp"

#include <algorithm>
#include <charconv>

namespace hdskit {
namespace {

/// Where "ER12" has its number; the length of the text when it has none.
std::size_t digits_from(std::string_view reference) {
  const auto last = reference.find_last_not_of("0123456789");
  return last == std::string_view::npos ? 0 : last + 1;
}

std::int64_t number_from(std::string_view digits) {
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  constexpr std::int64_t sensible = 1'000'000'000; // "R20261122093000" is a date of somebody's, not the number of a row
  return error == std::errc{} && number < sensible ? number : 0;
}

std::string select_of(std::string_view kind, const std::vector<std::string_view>& columns) {
  std::string sql = "select id";
  for (const auto column : columns) sql += ", \"" + std::string{column} + "\"";
  return sql + " from \"" + std::string{kind} + "\" order by id";
}

} // namespace

const KnownReferences::Known* KnownReferences::find(std::string_view reference) const {
  const auto found = known_.find(folded(trimmed(reference)));
  return found == known_.end() ? nullptr : &found->second;
}

std::vector<std::string> KnownReferences::closest_to(std::string_view reference) const {
  std::vector<std::string_view> candidates;
  for (const auto& [key, known] : known_) candidates.push_back(known.reference);
  std::ranges::sort(candidates); // a map without order would answer differently each time
  return closest(reference, candidates, 3);
}

std::string KnownReferences::next(std::string_view prefix) const {
  const auto greatest = greatest_.find(folded(prefix));
  return std::string{prefix} + std::to_string((greatest == greatest_.end() ? 0 : greatest->second) + 1);
}

void KnownReferences::add(std::int64_t id, const std::string& reference) {
  const auto key = folded(reference);
  known_.try_emplace(key, Known{id, reference});
  const auto digits = digits_from(key);
  if (digits == key.size()) return;
  auto& greatest = greatest_[key.substr(0, digits)];
  greatest = std::max(greatest, number_from(std::string_view{key}.substr(digits)));
}

void KnownReferences::forget(std::string_view reference) { known_.erase(folded(reference)); }

RecordMemory& RecordMemory::of(const Workspace& workspace) {
  thread_local RecordMemory memory;
  const auto& dialect = workspace.dialect();
  auto end = journal_position(workspace);
  // Within the change that told of its entry, the number is enough: nobody else can have written it.
  const bool same_change = dialect.in_transaction() && memory.change_ == dialect.change_begun();
  const bool still = memory.written_ ? same_change && memory.end_.number == end.number : memory.end_ == end;
  if (memory.dialect_ != &dialect || !still) {
    const auto next = memory.state_ + 1;
    memory = {};
    memory.state_ = next;
  }
  memory.workspace_ = &workspace;
  memory.dialect_ = &dialect;
  memory.end_ = std::move(end);
  memory.written_ = false;
  return memory;
}

KnownReferences& RecordMemory::read(std::string_view kind, const std::vector<std::string_view>& columns) {
  if (const auto found = references_.find(kind); found != references_.end()) return found->second;
  KnownReferences known;
  workspace_->read_each(select_of(kind, columns), {}, [&](const Row& row) { known.add(std::stoll(row[0]), record_key({row.begin() + 1, row.end()})); });
  return references_.emplace(kind, std::move(known)).first->second;
}

KnownReferences& RecordMemory::references(std::string_view kind) {
  return read(kind, {kind == "service" ? "code" : kind == "subcontractor" ? "name" : "reference"});
}

KnownReferences& RecordMemory::keys(const RecordKind& kind) {
  std::vector<std::string_view> columns;
  for (const auto place : key_fields(kind)) columns.push_back(kind.fields[place].name);
  return read(kind.word, columns);
}

void RecordMemory::keep_up() {
  ++end_.number;
  written_ = true;
  change_ = dialect_->change_begun();
}

std::int64_t record_referenced(const Workspace& workspace, const RecordKind& kind, std::string_view reference) {
  const auto& references = RecordMemory::of(workspace).keys(kind);
  if (const auto* known = references.find(reference)) return known->id;
  const auto near = references.closest_to(reference);
  throw Problem{ProblemKind::not_found, std::string{reference}, tr("There is no {1} with the reference “{2}”.", {tr(kind.label), reference}),
                near.empty() ? tr("List what is there, then start again with one of its references.") : tr("Did you mean: {1}?", {joined(near, ", ")})};
}

} // namespace hdskit
