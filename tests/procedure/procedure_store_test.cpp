#include "toolkit/procedure/procedure_store.hpp"

#include "tests/procedure/sample_procedure.hpp"
#include "tests/support/workspaces.hpp"
#include "toolkit/workspace/care.hpp"
#include "toolkit/workspace/journal_reversal.hpp"
#include "toolkit/workspace/record_store.hpp"

#include <gmock/gmock.h>

using namespace hdskit;
using namespace tests;
using testing::AllOf;
using testing::HasSubstr;
using testing::IsEmpty;

namespace {

class Procedures : public OnEachEngine {
protected:
  Workspace workspace_ = fresh_workspace();

  ProcedureId start(const std::string& regime = "agrement-2006", ProcedureId renews = {}) {
    Procedure procedure{.title = "Imaging", .regime_xml = std::string{shipped_regime(regime)}, .renews = renews};
    workspace_.change(acting(), [&](Change& change) { procedure = start_procedure(change, procedure); });
    return procedure.id;
  }
  void record(ProcedureId procedure, ProcedureEvent event, const char* today = "2026-11-22") {
    event.procedure = procedure;
    workspace_.change(acting(), [&](Change& change) { record_event(change, event, day(today)); });
  }
  /// The problem that recording it ends in; nothing may have changed.
  std::string refusal(ProcedureId procedure, const ProcedureEvent& event, const char* today = "2026-11-22") {
    const auto before = find_procedure(workspace_, procedure).events.size();
    const auto problem = problem_of([&] { record(procedure, event, today); });
    EXPECT_EQ(find_procedure(workspace_, procedure).events.size(), before);
    EXPECT_NE(problem.remedy(), "");
    return problem.what();
  }
};
INSTANTIATE_ON_BOTH_ENGINES(Procedures);

TEST_P(Procedures, keep_the_regime_that_they_were_started_with) {
  const auto id = start();
  const auto file = find_procedure(workspace_, id);
  EXPECT_EQ(file.procedure.regime, "agrement-2006");
  EXPECT_EQ(file.procedure.regime_xml, shipped_regime("agrement-2006"));
  EXPECT_EQ(file.regime->stages.size(), 3u);
}

TEST_P(Procedures, keep_events_by_day_whatever_the_order_in_which_they_are_recorded) {
  const auto id = start();
  record(id, event(EventKind::filed, "2016-01-15"));
  auto done = event(EventKind::done, "2016-01-10", "restore-test");
  done.evidence = "E001";
  record(id, done);
  const auto other = start("incident");
  record(other, event(EventKind::filed, "2016-02-01"));
  const auto files = all_procedures(workspace_);
  ASSERT_EQ(files.size(), 2u);
  ASSERT_EQ(files[0].events.size(), 2u);
  EXPECT_EQ(files[0].events[0].kind, EventKind::done);
  EXPECT_EQ(files[0].events[0].evidence, "E001");
  EXPECT_EQ(files[1].events.size(), 1u);
  EXPECT_EQ(find_procedure(workspace_, id).events.size(), 2u);
}

TEST_P(Procedures, refuse_a_regime_with_defects_and_a_renewal_of_nothing) {
  const Procedure broken{.title = "x", .regime = "mine.xml", .regime_xml = "<regime/>"};
  EXPECT_THAT(problem_of([&] { workspace_.change(acting(), [&](Change& change) { start_procedure(change, broken); }); }).what(), HasSubstr("mine.xml"));
  EXPECT_EQ(problem_of([&] { start("agrement-2006", ProcedureId{9}); }).kind(), ProblemKind::not_found);
  EXPECT_THAT(all_procedures(workspace_), IsEmpty());
}

TEST_P(Procedures, are_proven_by_the_journal_and_can_be_taken_back) {
  const auto id = start();
  const auto span = change_and_note(workspace_, acting(), [&](Change& change) {
    auto filed = event(EventKind::filed, "2016-01-15");
    filed.procedure = id;
    record_event(change, filed, day("2026-11-22"));
  });
  EXPECT_THAT(check_workspace(workspace_), IsEmpty());
  workspace_.change(acting(), [&](Change& change) { revert_changes(change, span); });
  EXPECT_THAT(find_procedure(workspace_, id).events, IsEmpty());
  record(id, event(EventKind::filed, "2016-01-16"));
  EXPECT_THROW(workspace_.change(acting(), [](Change& change) { revert_changes(change, {2, 2}); }), Problem);
  workspace_.change(acting(), [&](Change& change) {
    change.write("update procedure_event set date = '2015-01-01'");
    change.record("note", "x", "", "", "");
  });
  EXPECT_THAT(check_workspace(workspace_), testing::Not(IsEmpty())) << "changed beside the journal";
}

TEST_P(Procedures, refuse_what_cannot_have_happened) {
  const auto id = start();
  EXPECT_THAT(refusal(id, event(EventKind::opinion, "2016-03-01", "cnil")), HasSubstr("Nothing was filed"));
  EXPECT_THAT(refusal(id, event(EventKind::filed, "2016-01-15"), "2016-01-14"), HasSubstr("lies ahead"));
  EXPECT_THAT(refusal(id, event(EventKind::filed, "2016-01-15", "cnil")), HasSubstr("the whole procedure"));
  record(id, event(EventKind::filed, "2016-01-15"));
  EXPECT_THAT(refusal(id, event(EventKind::filed, "2016-01-16")), HasSubstr("already recorded"));
  EXPECT_THAT(refusal(id, event(EventKind::opinion, "2016-01-14", "cnil")), HasSubstr("nothing was filed yet"));
  EXPECT_THAT(refusal(id, event(EventKind::opinion, "2016-03-01", "cnli")), HasSubstr("no stage “cnli”"));
  EXPECT_THAT(refusal(id, event(EventKind::opinion, "2016-03-01")), HasSubstr("which stage"));
  EXPECT_THAT(refusal(id, event(EventKind::done, "2016-03-01", "dance")), HasSubstr("no duty “dance”"));
  EXPECT_THAT(refusal(id, event(EventKind::opinion, "2016-03-01", "committee"), "2016-03-10"), HasSubstr("waits for the outcome of “cnil”"));
  EXPECT_THAT(refusal(id, event(EventKind::waived, "2016-03-01", "cnil")), HasSubstr("cannot be left out"));
  EXPECT_THAT(refusal(id, event(EventKind::resumed, "2016-03-01", "cnil")), HasSubstr("not suspended"));
  auto undated = event(EventKind::opinion, "2016-03-01", "cnil");
  undated.date.reset();
  EXPECT_THAT(refusal(id, undated), HasSubstr("no date"));
  auto timed = event(EventKind::opinion, "2016-03-01", "cnil");
  timed.time_of_day = "25:00";
  EXPECT_THAT(refusal(id, timed), HasSubstr("25:00"));
}

TEST_P(Procedures, refuse_a_second_outcome_and_what_comes_before_its_trigger) {
  const auto id = start();
  record(id, event(EventKind::filed, "2016-01-15"));
  record(id, event(EventKind::received, "2016-01-18", "cnil"));
  EXPECT_THAT(refusal(id, event(EventKind::opinion, "2016-01-17", "cnil")), HasSubstr("only received"));
  EXPECT_THAT(refusal(id, event(EventKind::received, "2016-01-19", "cnil")), HasSubstr("already recorded"));
  record(id, event(EventKind::opinion, "2016-03-01", "cnil"));
  EXPECT_THAT(refusal(id, event(EventKind::decision, "2016-03-02", "cnil")), AllOf(HasSubstr("already ended"), HasSubstr("cnil")));
  EXPECT_THAT(refusal(id, event(EventKind::received, "2016-02-29", "committee")), HasSubstr("had not begun"));
  record(id, event(EventKind::received, "2016-03-02", "committee"));
  EXPECT_THAT(refusal(id, event(EventKind::decision, "2016-04-02", "minister")), HasSubstr("waits for the outcome of “committee”"));
}

TEST_P(Procedures, let_a_file_go_on_by_silence_only_once_the_limit_has_run_out) {
  const auto id = start();
  record(id, event(EventKind::filed, "2016-01-15"));
  EXPECT_THAT(refusal(id, event(EventKind::received, "2016-03-14", "committee"), "2016-03-15"), HasSubstr("waits for"));
  EXPECT_THAT(refusal(id, event(EventKind::received, "2016-03-14", "committee"), "2016-03-20"), HasSubstr("had not begun"));
  record(id, event(EventKind::received, "2016-03-17", "committee"), "2016-03-20");
  EXPECT_THAT(refusal(id, event(EventKind::opinion, "2016-03-18", "cnil"), "2016-03-20"), HasSubstr("“committee”, which waits for this one"));
}

TEST_P(Procedures, refuse_extensions_that_no_text_gives) {
  const auto id = start();
  record(id, event(EventKind::filed, "2016-01-15"));
  EXPECT_THAT(refusal(id, event(EventKind::extended, "2016-03-16", "cnil")), HasSubstr("had already run out"));
  record(id, event(EventKind::extended, "2016-03-15", "cnil"));
  EXPECT_THAT(refusal(id, event(EventKind::extended, "2016-03-20", "cnil")), HasSubstr("once at most"));
  record(id, event(EventKind::suspended, "2016-04-01", "cnil"));
  EXPECT_THAT(refusal(id, event(EventKind::suspended, "2016-04-02", "cnil")), HasSubstr("already suspended"));
  EXPECT_THAT(refusal(id, event(EventKind::resumed, "2016-03-31", "cnil")), HasSubstr("only began"));
  record(id, event(EventKind::resumed, "2016-04-11", "cnil"));
  record(id, event(EventKind::opinion, "2016-05-20", "cnil"));
  record(id, event(EventKind::opinion, "2016-06-10", "committee"));
  EXPECT_THAT(refusal(id, event(EventKind::extended, "2016-07-01", "minister")), HasSubstr("No text extends"));
  record(id, event(EventKind::withdrawn, "2016-07-02"));
  EXPECT_THAT(refusal(id, event(EventKind::decision, "2016-07-03", "minister")), HasSubstr("taken back"));
}

} // namespace
