#include "toolkit/backup/test_reference.hpp"
#include "toolkit/base/problem.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"

#include <algorithm>

namespace hdskit {
namespace {

constexpr const char* manifest_in_source = ".hdskit-manifest"; // made after the tree that it describes, so never part of it
constexpr std::int64_t nanoseconds = 1'000'000'000;

/// The manifest of the previous restore beside the one that is being read: what came, went and changed since.
class ChangesSincePrevious {
public:
  ChangesSincePrevious(const std::filesystem::path& manifest, SuspicionWatch& watch) : reader_{manifest}, watch_{watch} { advance(); }

  void found(const TreeEntry& entry) {
    while (has_ && compare_paths(previous_.path, entry.path) < 0) removed();
    if (!has_ || previous_.path != entry.path) return tell(entry, true, false);
    if (previous_.content && entry.content && *previous_.content != *entry.content)
      watch_.see_change(entry.path, false, false, true, previous_.look, entry.look);
    advance();
  }
  void finish() {
    while (has_) removed();
  }

private:
  void advance() { has_ = reader_.next(previous_); }
  void removed() {
    tell(previous_, false, true);
    advance();
  }
  void tell(const TreeEntry& entry, bool added, bool gone) {
    if (entry.kind != EntryKind::file) return;
    watch_.see_change(entry.path, added, gone, false, gone ? entry.look : ContentLook::unseen, added ? entry.look : ContentLook::unseen);
  }
  ManifestReader reader_;
  SuspicionWatch& watch_;
  TreeEntry previous_;
  bool has_ = false;
};

bool is_partial(const std::optional<SamplePlan>& plan) { return plan && plan->turns > 1; }

/// One pass over the restored tree: every file is read once, and manifest, comparison, patterns and measures are made of what comes by.
class Verification {
public:
  explicit Verification(RestoreDrill& drill) : drill_{drill}, watch_{drill.report.started->seconds().time_since_epoch().count() * nanoseconds} {}
  void run();

private:
  void prepare_comparison();
  void follow_previous();
  ComparisonPolicy policy() const;
  bool next_expected(TreeEntry& entry);
  bool is_sampled_here(const TreeEntry& entry) const;
  void expect_name(const TreeEntry& entry);
  void add_names(ComparisonTotals& totals) const;
  void differs(const Difference& difference);
  void take(TreeEntry& entry);
  void conclude(const ManifestTotals& totals);
  void bound_bad_share();

  RestoreDrill& drill_;
  SuspicionWatch watch_;
  TestReference reference_;
  std::filesystem::path root_;
  std::string prefix_; ///< of the root within what the driver restored: names of the sample begin there
  std::optional<ManifestReader> expected_;
  std::optional<TreeComparison> comparison_;
  std::optional<DifferenceWriter> differences_;
  std::optional<ChangesSincePrevious> changes_;
  std::optional<ManifestWriter> writer_;
  std::uint64_t unreadable_ = 0, bad_contents_ = 0;
  std::uint64_t names_missing_ = 0, changed_since_ = 0; ///< among the files that were not drawn
  std::optional<std::int64_t> newest_;
};

ComparisonPolicy Verification::policy() const {
  auto source = drill_.order.source;
  if (source.kind == SourceKind::archive && drill_.report.point) source.location = drill_.report.point->id; // in a folder of archives each has its own format
  const bool as_root = drill_.world.tools.as_root;
  ComparisonPolicy policy;
  policy.must = must_preserve(source, as_root);
  policy.comparable = kept_by(source.kind, source.location, as_root) | policy.must;
  if (drill_.sample) { // another name of a file may not have been drawn
    policy.must.erase(Aspect::twin);
    policy.comparable.erase(Aspect::twin);
  }
  // tar in its older formats tells whole seconds, zip every second one
  if (source.kind == SourceKind::archive) policy.time_step = (folded(source.location).ends_with(".zip") ? 2 : 1) * nanoseconds;
  policy.live_since = reference_.live_since;
  policy.live_root_modified = reference_.live_root_modified;
  return policy;
}

void tell_policy(RestoreReport& report, const ComparisonPolicy& policy) {
  for (std::size_t i = 0; i < aspect_count; ++i) {
    const auto aspect = static_cast<Aspect>(i);
    if (policy.must.has(aspect)) report.must_preserve.emplace_back(word_of(aspect));
    if (!policy.comparable.has(aspect)) report.not_comparable.emplace_back(word_of(aspect));
  }
}

bool Verification::is_sampled_here(const TreeEntry& entry) const {
  return !drill_.sample || entry.kind != EntryKind::file || is_sampled(*drill_.sample, prefix_ + entry.path);
}

bool Verification::next_expected(TreeEntry& entry) {
  while (expected_->next(entry)) {
    if (entry.path == manifest_in_source) continue;
    if (is_sampled_here(entry)) return true;
    expect_name(entry);
  }
  return false;
}

/// A file that was not drawn: that the backup lists it, with its size, is all that is asked.
void Verification::expect_name(const TreeEntry& entry) {
  const bool listed = drill_.unsampled.take(prefix_ + entry.path, entry.size);
  const bool live = reference_.live_since && entry.modified / nanoseconds >= reference_.live_since->seconds().time_since_epoch().count();
  if (listed || live) {
    if (!listed) ++changed_since_;
    return;
  }
  ++names_missing_;
  Difference difference;
  difference.path = entry.path;
  difference.verdict = EntryVerdict::missing;
  difference.expected_size = entry.size;
  differs(difference);
}

/// What the listing of the backup told of the files that were not drawn.
void Verification::add_names(ComparisonTotals& totals) const {
  if (!drill_.sample) return;
  const auto left = drill_.unsampled.left();
  const bool live = reference_.live_since.has_value();
  const auto extra = live ? left - std::min(left, changed_since_) : left; // a live file that was rewritten is listed under its size of then
  totals.missing += names_missing_;
  totals.extra += extra;
  totals.explained += changed_since_;
}

void Verification::prepare_comparison() {
  if (reference_.manifest.empty()) return;
  root_ = aligned_root(root_, reference_.manifest);
  if (root_ != drill_.restored.tree) prefix_ = root_.lexically_relative(drill_.restored.tree).string() + "/";
  expected_.emplace(reference_.manifest);
  differences_.emplace(drill_.outcome.differences = drill_.order.results / "differences");
  const auto policy = this->policy();
  tell_policy(drill_.report, policy);
  comparison_.emplace([this](TreeEntry& entry) { return next_expected(entry); }, policy, [this](const Difference& difference) { differs(difference); });
}

/// Two samples hold different files: only whole restores are set beside one another.
void Verification::follow_previous() {
  const auto& previous = drill_.order.previous;
  if (previous && !previous->manifest.empty() && !is_partial(previous->sample) && !drill_.sample) changes_.emplace(previous->manifest, watch_);
}

void Verification::differs(const Difference& difference) {
  differences_->add(difference);
  const bool changed = difference.verdict == EntryVerdict::changed || difference.verdict == EntryVerdict::truncated;
  const bool content = changed && (difference.aspects.has(Aspect::content) || difference.aspects.has(Aspect::size));
  if (!difference.explained && content) ++bad_contents_;
  if (changes_ || difference.explained || difference.kind != EntryKind::file) return;
  const bool added = difference.verdict == EntryVerdict::extra, removed = difference.verdict == EntryVerdict::missing;
  if (added || removed || content) watch_.see_change(difference.path, added, removed, content, difference.expected_look, difference.found_look);
}

void Verification::take(TreeEntry& entry) {
  writer_->add(entry);
  if (entry.path == manifest_in_source) return;
  if (comparison_) comparison_->found(entry);
  if (changes_) changes_->found(entry);
  watch_.see_found(entry);
  if (!entry.failure.empty()) ++unreadable_;
  if (entry.kind != EntryKind::file) return;
  ++drill_.report.restored_files;
  if (entry.twin.empty()) drill_.report.restored_bytes += entry.size;
  // what is dated after the backup cannot be what it saved last
  const auto ended = drill_.point.ended ? drill_.point.ended : drill_.report.started;
  const bool after = entry.modified / nanoseconds > ended->seconds().time_since_epoch().count();
  if (!after && (!newest_ || entry.modified > *newest_)) newest_ = entry.modified;
}

void Verification::bound_bad_share() {
  auto& report = drill_.report;
  if (report.complete) return;
  const auto bad = std::min(bad_contents_ + unreadable_, report.sampled_files);
  report.bad_share_at_most = bad_share_bound(report.population, report.sampled_files, bad);
}

void Verification::conclude(const ManifestTotals& totals) {
  auto& report = drill_.report;
  report.manifest = totals.digest;
  report.reference = reference_.kind;
  report.reference_note = reference_.note;
  if (comparison_) {
    report.comparison = comparison_->finish();
    add_names(*report.comparison);
    report.differences = differences_->commit();
  } else if (unreadable_ > 0) {
    report.checks.push_back({"read_restored", false, 0, tr("{1} restored entries cannot be read.", {std::to_string(unreadable_)}), true});
  }
  if (changes_) changes_->finish();
  if (newest_)
    report.rpo_file = report.started->seconds() -
                      std::chrono::floor<std::chrono::seconds>(std::chrono::sys_time<std::chrono::nanoseconds>{std::chrono::nanoseconds{*newest_}});
  std::optional<SuspicionWatch::Previous> before;
  if (const auto& previous = drill_.order.previous; previous && !is_partial(previous->sample) && !drill_.sample)
    before = {previous->files, previous->bytes, previous->point, previous->tests_without_growth};
  report.suspicions = watch_.suspicions(before, drill_.point.id);
  bound_bad_share();
}

void Verification::run() {
  reference_ = reference_of_test(drill_);
  root_ = drill_.restored.tree;
  prepare_comparison();
  follow_previous();
  ManifestHeading heading;
  heading.made_at = drill_.world.now();
  heading.host = drill_.order.host;
  heading.tool = "hdskit " + drill_.order.hdskit_version;
  heading.complete = !drill_.sample;
  writer_.emplace(drill_.order.results / "manifest", heading);
  auto& report = drill_.report;
  TreeReading reading;
  reading.look = true;
  reading.expected_bytes = drill_.point.bytes.value_or(0);
  reading.progress = drill_.progress();
  report.restored_files = report.restored_bytes = 0;
  read_tree(root_, reading, [this](TreeEntry& entry) { take(entry); });
  const auto totals = writer_->commit();
  drill_.outcome.manifest = drill_.order.results / "manifest";
  conclude(totals);
}

} // namespace

void verify_restored(RestoreDrill& drill) {
  drill.phase("verify", false, [&] {
    if (!drill.restored.tree.empty()) return Verification{drill}.run();
    compare_artefact(drill);
    const auto reference = reference_of_test(drill);
    drill.report.reference = reference.kind;
    drill.report.reference_note = reference.note;
  });
}

} // namespace hdskit
