#include "toolkit/backup/backup_store.hpp"
#include "toolkit/backup/restore_chain.hpp"
#include "toolkit/backup/restore_report_json.hpp"
#include "toolkit/backup/stored_report.hpp"
#include "toolkit/base/problem.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/workspace/record_store.hpp"

#include <algorithm>
#include <set>

namespace hdskit {
namespace {

/// What a report cannot know: where it was put, and by whom.
constexpr std::string_view beside_the_report[] = {"reference", "machine",  "result_number", "result_previous", "result_digest",
                                                  "report",    "evidence", "previous",      "digest"};
constexpr std::string_view documents[] = {"report", "manifest", "differences_list", "log"};

bool among(std::span<const std::string_view> names, std::string_view name) { return std::ranges::find(names, name) != names.end(); }

std::int64_t number_in(const std::vector<Row>& rows) { return rows.empty() || rows[0][0].empty() ? 0 : std::stoll(rows[0][0]); }

class ChainExamination {
public:
  explicit ChainExamination(const Workspace& workspace) : workspace_{workspace} {
    workspace.read_each("select subject from journal where kind = 'restore_run' and verb = 'add'", {},
                        [&](const Row& row) { told_.insert(std::stoll(row[0])); });
  }

  ChainState examine();

private:
  void report(const std::string& sentence) { state_.faults.push_back(sentence); }
  void look_at(const RestoreRun& run);
  void compare_columns(const RestoreRun& run, const std::string& text);
  void look_for_documents(const RestoreRun& run);
  void look_for_gaps(const std::set<std::int64_t>& present);

  const Workspace& workspace_;
  std::set<std::int64_t> told_; ///< by the journal
  const RestoreRun* before_ = nullptr;
  ChainState state_;
};

void ChainExamination::compare_columns(const RestoreRun& run, const std::string& text) {
  const auto said = run_of_report(parse_report(text, run.reference), !run.machine.empty());
  for (const auto& field : RestoreRun::type().fields) {
    const auto shown = field.get(run), reported = field.get(said);
    const bool left_out = among(documents, field.name) && shown.empty(); // too large to be kept
    if (!among(beside_the_report, field.name) && !left_out && shown != reported)
      report(tr("Test {1}: its “{2}” is “{3}” in the list and “{4}” in its report.", {run.reference, tr(field.label), shown, reported}));
  }
}

void ChainExamination::look_for_documents(const RestoreRun& run) {
  for (const auto& field : RestoreRun::type().fields) {
    const auto digest = field.get(run);
    if (field.name == "report" || !among(documents, field.name) || digest.empty()) continue;
    if (!has_whole_document(workspace_, digest)) report(tr("Test {1}: its “{2}” is no longer in the vault.", {run.reference, tr(field.label)}));
  }
}

void ChainExamination::look_at(const RestoreRun& run) {
  if (run.reference != "TR" + run.id.text()) report(tr("Test {1} bears the number {2}: it was renamed or moved.", {run.reference, run.id.text()}));
  if (!told_.contains(run.id.number())) report(tr("Test {1} was added without hdskit: the journal does not know it.", {run.reference}));
  const auto expected = before_ ? before_->digest : std::string{};
  if (run.previous != expected)
    report(before_
               ? tr("Test {1} does not follow {2}: a test between them was removed, or one of them was changed or moved.", {run.reference, before_->reference})
               : tr("Test {1} is not the first one: those before it were removed.", {run.reference}));
  try {
    const auto text = stored_report_text(workspace_, run);
    if (chain_digest(run.previous, text) != run.digest) report(tr("Test {1}: its link in the chain is not that of its report.", {run.reference}));
    compare_columns(run, text);
  } catch (const Problem& problem) { report(problem.what()); }
  look_for_documents(run);
}

void ChainExamination::look_for_gaps(const std::set<std::int64_t>& present) {
  const auto given = number_in(workspace_.read("select value from counter where name = 'restore_run'"));
  const auto last = std::max(given, told_.empty() ? 0 : *told_.rbegin());
  for (std::int64_t number = 1; number <= last; ++number)
    if (!present.contains(number)) report(tr("Test TR{1} was recorded and is gone.", {std::to_string(number)}));
}

ChainState ChainExamination::examine() {
  const auto runs = all_runs(workspace_);
  std::set<std::int64_t> present;
  for (const auto& run : runs) {
    present.insert(run.id.number());
    look_at(run);
    before_ = &run;
  }
  look_for_gaps(present);
  state_.runs = runs.size();
  if (before_) state_.head = before_->digest;
  return state_;
}

} // namespace

ChainState examine_chain(const Workspace& workspace) { return ChainExamination{workspace}.examine(); }

} // namespace hdskit
