#include "toolkit/risk/known_references.hpp"

#include "toolkit/base/closest.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/risk/study_store.hpp"
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

std::string select_of(std::string_view kind) {
  const std::string_view column = kind == "service" ? "code" : kind == "subcontractor" ? "name" : "reference";
  return "select id, \"" + std::string{column} + "\" from \"" + std::string{kind} + "\" order by id";
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

StudyMemory& StudyMemory::of(const Workspace& workspace) {
  thread_local StudyMemory memory;
  const auto& dialect = workspace.dialect();
  auto end = journal_position(workspace);
  // Within the change that told of its entry, the number is enough: nobody else can have written it.
  const bool same_change = dialect.in_transaction() && memory.change_ == dialect.change_begun();
  const bool still = memory.written_ ? same_change && memory.end_.number == end.number : memory.end_ == end;
  if (memory.dialect_ != &dialect || !still) memory = {};
  memory.workspace_ = &workspace;
  memory.dialect_ = &dialect;
  memory.end_ = std::move(end);
  memory.written_ = false;
  return memory;
}

KnownReferences& StudyMemory::references(std::string_view kind) {
  if (const auto found = references_.find(kind); found != references_.end()) return found->second;
  KnownReferences known;
  workspace_->read_each(select_of(kind), {}, [&](const Row& row) { known.add(std::stoll(row[0]), row[1]); });
  return references_.emplace(kind, std::move(known)).first->second;
}

const RiskScale& StudyMemory::scale() {
  if (!scale_) scale_ = workspace_scale(*workspace_);
  return *scale_;
}

void StudyMemory::keep_up() {
  ++end_.number;
  written_ = true;
  change_ = dialect_->change_begun();
}

} // namespace hdskit
