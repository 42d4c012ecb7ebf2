#include "toolkit/verification/comparison.hpp"

#include "toolkit/base/translate.hpp"

namespace hdskit {
namespace {

AspectSet aspects_of_content(const TreeEntry& expected, const TreeEntry& found) {
  AspectSet aspects;
  if (expected.size != found.size) aspects = {Aspect::size, Aspect::content};
  if (expected.content && found.content && *expected.content != *found.content) aspects.insert(Aspect::content);
  if (expected.sparse && !found.sparse) aspects.insert(Aspect::sparse); // the other way nothing is lost
  return aspects;
}

std::uint64_t distance(std::int64_t one, std::int64_t other) {
  return one < other ? static_cast<std::uint64_t>(other) - static_cast<std::uint64_t>(one)
                     : static_cast<std::uint64_t>(one) - static_cast<std::uint64_t>(other);
}

AspectSet aspects_of(const TreeEntry& expected, const TreeEntry& found, const ComparisonPolicy& policy) {
  if (expected.kind != found.kind) return {Aspect::kind};
  AspectSet aspects;
  if (expected.kind == EntryKind::file) aspects = aspects_of_content(expected, found);
  const auto differ = [&](Aspect aspect, bool different) {
    if (different) aspects.insert(aspect);
  };
  differ(Aspect::mode, expected.mode != found.mode);
  differ(Aspect::owner, expected.uid != found.uid || expected.gid != found.gid);
  differ(Aspect::time, distance(expected.modified, found.modified) >= static_cast<std::uint64_t>(policy.time_step));
  differ(Aspect::target, expected.target != found.target);
  differ(Aspect::twin, expected.twin != found.twin);
  differ(Aspect::attributes, expected.attributes != found.attributes);
  differ(Aspect::acl, expected.acl != found.acl);
  differ(Aspect::device, expected.device != found.device);
  return aspects & policy.comparable;
}

Difference difference(EntryVerdict verdict, const TreeEntry* expected, const TreeEntry* found) {
  Difference made;
  const auto& known = expected ? *expected : *found;
  made.path = known.path;
  made.verdict = verdict;
  made.kind = known.kind;
  if (expected) {
    made.expected_size = expected->size;
    made.expected_look = expected->look;
  }
  if (found) {
    made.found_size = found->size;
    made.found_look = found->look;
  }
  return made;
}

bool is_within(std::string_view path, const std::string& folder) {
  return path.size() > folder.size() && path.starts_with(folder) && path[folder.size()] == '/';
}

template <std::size_t n> void count(std::array<std::uint64_t, n>& counters, AspectSet aspects) {
  for (std::size_t i = 0; i < n; ++i)
    if (aspects.has(static_cast<Aspect>(i))) ++counters[i];
}

} // namespace

TreeComparison::TreeComparison(NextEntry expected, ComparisonPolicy policy, std::function<void(const Difference&)> take)
    : next_{std::move(expected)}, policy_{policy}, take_{std::move(take)} {
  advance();
}

void TreeComparison::advance() {
  expected_ = TreeEntry{};
  has_expected_ = next_ && next_(expected_);
  if (!has_expected_) return;
  ++totals_.expected;
  if (expected_.kind == EntryKind::file) {
    ++totals_.expected_files;
    totals_.expected_bytes += expected_.size;
  }
}

bool TreeComparison::is_live(std::int64_t modified) const {
  if (!policy_.live_since) return false;
  constexpr std::int64_t second = 1'000'000'000;
  return modified / second >= policy_.live_since->seconds().time_since_epoch().count();
}

/// Whether the folder that ought to hold it was changed in the living tree since: what is there too much was removed from it.
bool TreeComparison::was_removed_since() const { return is_live(folders_.empty() ? policy_.live_root_modified : folders_.back().modified); }

void TreeComparison::tell(Difference&& made) {
  if (made.explained) ++totals_.explained;
  else if (made.verdict == EntryVerdict::missing) ++totals_.missing;
  else if (made.verdict == EntryVerdict::extra) ++totals_.extra;
  else if (made.verdict == EntryVerdict::unreadable) ++totals_.unreadable;
  else if (made.verdict == EntryVerdict::truncated) ++totals_.truncated;
  else if (made.verdict == EntryVerdict::changed) ++totals_.changed;
  if (!made.explained) count(totals_.by_aspect, made.aspects);
  if (take_) take_(made);
}

void TreeComparison::take_missing_before(std::string_view path) {
  while (has_expected_ && (path.empty() || compare_paths(expected_.path, path) < 0)) {
    // What a folder holds that could not be read is not known to be missing.
    const bool unseen = !unreadable_folder_.empty() && is_within(expected_.path, unreadable_folder_);
    auto made = difference(unseen ? EntryVerdict::unreadable : EntryVerdict::missing, &expected_, nullptr);
    if (unseen) made.failure = tr("its folder could not be read");
    else made.explained = is_live(expected_.modified);
    tell(std::move(made));
    advance();
  }
}

void TreeComparison::found(const TreeEntry& entry) {
  ++totals_.found;
  if (entry.kind == EntryKind::file) {
    ++totals_.found_files;
    totals_.found_bytes += entry.size;
  }
  take_missing_before(entry.path);
  while (!folders_.empty() && !is_within(entry.path, folders_.back().path)) folders_.pop_back();
  if (entry.kind == EntryKind::folder && !entry.failure.empty()) unreadable_folder_ = entry.path;
  if (has_expected_ && expected_.path == entry.path) {
    compare(expected_, entry);
    if (expected_.kind == EntryKind::folder) folders_.push_back({entry.path, expected_.modified});
    advance();
    return;
  }
  auto made = difference(EntryVerdict::extra, nullptr, &entry);
  made.explained = was_removed_since();
  tell(std::move(made));
}

void TreeComparison::compare(const TreeEntry& expected, const TreeEntry& entry) {
  if (expected.content && entry.content) {
    ++totals_.contents_compared;
    if (*expected.content != *entry.content) ++totals_.contents_differ;
  }
  auto made = difference(EntryVerdict::same, &expected, &entry);
  made.explained = is_live(expected.modified);
  if (!entry.failure.empty() || !expected.failure.empty()) {
    made.verdict = EntryVerdict::unreadable;
    made.failure = entry.failure.empty() ? tr("in the reference: {1}", {expected.failure}) : entry.failure;
    made.explained = entry.failure.empty() && made.explained;
    return tell(std::move(made));
  }
  const auto aspects = aspects_of(expected, entry, policy_);
  made.aspects = aspects & policy_.must;
  made.noted = aspects.without(policy_.must);
  if (!made.aspects.empty()) {
    const bool shorter = made.aspects.has(Aspect::size) && entry.size < expected.size;
    made.verdict = shorter ? EntryVerdict::truncated : EntryVerdict::changed;
    return tell(std::move(made));
  }
  ++totals_.same;
  if (made.noted.empty()) return;
  ++totals_.noted;
  count(totals_.noted_by_aspect, made.noted);
  made.explained = false;
  if (take_) take_(made);
}

ComparisonTotals TreeComparison::finish() {
  take_missing_before({});
  return totals_;
}

} // namespace hdskit
