#include "gui/presenter/deadlines_procedures.hpp"

#include "gui/presenter/deadlines_timeline.hpp"
#include "tests/support/workspaces.hpp"
#include "toolkit/evidence/evidence_store.hpp"
#include "toolkit/procedure/procedure_store.hpp"

#include <gmock/gmock.h>

#include <algorithm>

using namespace hdskit;
using namespace hdskit::gui;
using testing::AllOf;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::StartsWith;

namespace {

Date on(const char* iso) { return *Date::parse(iso); }

class ProcedurePage : public testing::Test {
protected:
  ProcedurePage() { Workspace::create(location, tests::acting()); }

  Session session_on(const char* iso) {
    return Session{location, {"Hélène Rousset", [iso] { return Instant::at_midnight(on(iso)); }}};
  }
  /// The proposed values, some of them replaced by field name.
  static std::vector<std::string> with(std::vector<std::string> values, const std::vector<FormField>& fields, const std::string& name,
                                       const std::string& value) {
    const auto found = std::ranges::find(fields, name, &FormField::name);
    values.at(static_cast<std::size_t>(found - fields.begin())) = value;
    return values;
  }
  static std::string value_of(const std::vector<std::string>& values, const std::vector<FormField>& fields, const std::string& name) {
    const auto found = std::ranges::find(fields, name, &FormField::name);
    return values.at(static_cast<std::size_t>(found - fields.begin()));
  }
  std::string start(Session& session, const std::string& filed) {
    const Form form{new_procedure_fields(session.workspace())};
    auto values = with(form.values(), form.fields(), "regime", "agrement-2006");
    values = with(values, form.fields(), "title", "Agrément");
    return start_procedure_from(session, with(values, form.fields(), "filed_on", filed));
  }
  static std::vector<std::string> proposal(const Session& session) {
    const auto procedures = read_procedures(session.workspace(), session.today());
    const auto& file = procedures.files.front();
    const auto values = proposed_event(file, procedures.standings.front(), session.today());
    const auto fields = event_fields(session.workspace(), file);
    return {value_of(values, fields, "kind"), value_of(values, fields, "stage"), value_of(values, fields, "date")};
  }
  static void record_proposal(Session& session) {
    const auto procedures = read_procedures(session.workspace(), session.today());
    record_event_from(session, procedures.files.front(), proposed_event(procedures.files.front(), procedures.standings.front(), session.today()));
  }

  ScratchFolder folder;
  std::string location = (folder.path() / "w.hds").string();
};

} // namespace

TEST_F(ProcedurePage, starts_a_procedure_with_its_filing_as_one_step_that_can_be_undone) {
  auto session = session_on("2026-11-22");
  EXPECT_EQ(start(session, "2026-10-05"), "1");
  const auto procedures = read_procedures(session.workspace(), session.today());
  const auto rows = procedure_rows(procedures);
  ASSERT_EQ(rows.count, 1u);
  EXPECT_EQ(rows.key(0), "1");
  EXPECT_EQ(rows.cells(0).at(1).text, "◔ under way");
  EXPECT_EQ(rows.cells(0).at(2).text, "2026-10-05");
  EXPECT_THAT(rows.cells(0).at(3).text, HasSubstr("decision by 5 March 2027, at worst"));
  EXPECT_THAT(session.undo_title(), HasSubstr("Agrément"));
  session.undo();
  EXPECT_THAT(all_procedures(session.workspace()), IsEmpty());
}

TEST_F(ProcedurePage, offers_the_shipped_regimes_by_their_titles) {
  auto session = session_on("2026-11-22");
  const auto fields = new_procedure_fields(session.workspace());
  EXPECT_THAT(fields.front().choices, Contains(testing::Field(&FormChoice::value, "hds-certification")));
  EXPECT_TRUE(fields.front().required);
  for (const auto& field : fields) EXPECT_FALSE(field.label.empty()) << field.name;
}

TEST_F(ProcedurePage, refuses_a_filing_still_to_come_and_changes_nothing) {
  auto session = session_on("2026-11-22");
  EXPECT_EQ(tests::problem_of([&] { start(session, "2026-12-01"); }).kind(), ProblemKind::bad_input);
  EXPECT_THAT(all_procedures(session.workspace()), IsEmpty());
  EXPECT_EQ(session.undo_title(), "");
}

TEST_F(ProcedurePage, proposes_the_event_that_is_expected_next_with_the_day) {
  auto session = session_on("2026-11-22");
  start(session, "");
  EXPECT_THAT(proposal(session), ElementsAre("filed", "", "2026-11-22"));
  record_proposal(session);
  EXPECT_THAT(proposal(session), ElementsAre("received", "cnil", "2026-11-22"));
  record_proposal(session);
  EXPECT_THAT(proposal(session), ElementsAre("opinion", "cnil", "2026-11-22"));
  record_proposal(session);
  EXPECT_THAT(proposal(session), ElementsAre("received", "committee", "2026-11-22"));
  record_proposal(session);
  record_proposal(session);
  EXPECT_THAT(proposal(session), ElementsAre("decision", "minister", "2026-11-22"));
  record_proposal(session);
  const auto procedures = read_procedures(session.workspace(), session.today());
  EXPECT_EQ(procedures.standings.front().state, ProcedureState::granted);
  EXPECT_EQ(proposal(session).front(), "done") << "the duties follow";
  EXPECT_EQ(event_rows(procedures.files.front()).count, 6u);
  session.undo();
  EXPECT_THAT(proposal(session), ElementsAre("decision", "minister", "2026-11-22"));
}

TEST_F(ProcedurePage, takes_only_the_code_of_a_document_that_is_there_as_proof) {
  auto session = session_on("2026-11-22");
  start(session, "2026-10-05");
  session.change("document", [](Change& change) {
    Evidence evidence;
    evidence.code = "CNIL-AVIS";
    evidence.title = "Avis";
    add_evidence_bytes(change, evidence, "avis");
  });
  Form form{event_fields(session.workspace(), all_procedures(session.workspace()).front())};
  const auto place = static_cast<std::size_t>(std::ranges::find(form.fields(), "evidence", &FormField::name) - form.fields().begin());
  form.type(place, "absent");
  EXPECT_THAT(form.fault(place), HasSubstr("absent"));
  form.type(place, "cnil-avis");
  EXPECT_EQ(form.fault(place), "");
  EXPECT_EQ(form.value(place), "CNIL-AVIS");
}

TEST_F(ProcedurePage, refuses_a_second_outcome_and_keeps_the_first) {
  auto session = session_on("2026-11-22");
  start(session, "2026-10-05");
  const auto procedures = read_procedures(session.workspace(), session.today());
  const auto& file = procedures.files.front();
  const auto fields = event_fields(session.workspace(), file);
  auto values = with(proposed_event(file, procedures.standings.front(), session.today()), fields, "kind", "opinion");
  record_event_from(session, file, values);
  EXPECT_EQ(tests::problem_of([&] { record_event_from(session, file, values); }).kind(), ProblemKind::bad_input);
  EXPECT_EQ(all_procedures(session.workspace()).front().events.size(), 2u);
}

TEST_F(ProcedurePage, alarms_of_days_without_an_authorisation) {
  auto session = session_on("2023-06-01");
  start(session, "2023-06-01");
  for (int step = 0; step < 5; ++step) record_proposal(session);
  auto later = session_on("2026-11-22");
  const auto procedures = read_procedures(later.workspace(), later.today());
  const auto alarm = gap_alarm(procedures.standings.front());
  EXPECT_THAT(alarm.text, StartsWith("✖ "));
  EXPECT_EQ(alarm.tone, Tone::bad);
  EXPECT_THAT(standing_sentence(procedures.files.front(), procedures.standings.front()), AllOf(HasSubstr("1 June 2026"), HasSubstr("Renewal")));
  EXPECT_EQ(gap_alarm({.counted_from = on("2026-01-01")}).text, "");
}

TEST_F(ProcedurePage, draws_what_happened_solid_the_law_outlined_and_the_rest_hatched) {
  auto session = session_on("2026-11-22");
  start(session, "2026-10-05");
  const auto procedures = read_procedures(session.workspace(), session.today());
  const auto line = timeline_of(procedures.files.front(), procedures.standings.front(), session.today());
  ASSERT_EQ(line.lanes.size(), 3u);
  const auto kinds = [](const TimelineLane& lane) {
    std::vector<BarKind> all;
    for (const auto& bar : lane.bars) all.push_back(bar.kind);
    return all;
  };
  EXPECT_THAT(kinds(line.lanes[0]), ElementsAre(BarKind::worst, BarKind::assumed)) << "the reception is not recorded";
  EXPECT_EQ(line.lanes[0].bars[1].to, on("2026-12-05"));
  EXPECT_EQ(line.first, on("2026-10-01"));
  EXPECT_EQ(line.place(line.first), 0);
  EXPECT_EQ(line.place(line.last), 1);
  EXPECT_EQ(line.ticks.front().label, "10/2026");
  EXPECT_LE(line.ticks.size(), 14u);

  record_proposal(session); // the reception
  const auto known = read_procedures(session.workspace(), session.today());
  EXPECT_THAT(kinds(timeline_of(known.files.front(), known.standings.front(), session.today()).lanes[0]),
              ElementsAre(BarKind::worst, BarKind::legal, BarKind::actual));
}

TEST_F(ProcedurePage, says_the_time_line_in_words_too) {
  auto session = session_on("2026-11-22");
  start(session, "2026-10-05");
  const auto procedures = read_procedures(session.workspace(), session.today());
  const auto rows = timeline_rows(procedures.files.front(), procedures.standings.front());
  ASSERT_EQ(rows.count, 3u);
  EXPECT_EQ(rows.key(0), "cnil");
  EXPECT_EQ(rows.cells(0).at(1).text, "◔ running");
  EXPECT_EQ(rows.cells(0).at(3).text, "2026-12-05 (hypothetical)");
  EXPECT_EQ(rows.cells(2).at(1).text, "○ waiting");
  EXPECT_THAT(timeline_legend(), ElementsAre("what happened", "last day by law", "hypothetical", "worst case"));
}

TEST_F(ProcedurePage, keeps_the_axis_readable_over_many_years) {
  auto session = session_on("2012-06-01");
  start(session, "2012-06-01");
  const auto files = all_procedures(session.workspace());
  const auto line = timeline_of(files.front(), standing_of(files.front(), on("2040-01-01")), on("2040-01-01"));
  EXPECT_LE(line.ticks.size(), 15u);
  EXPECT_THAT(line.ticks, Not(IsEmpty()));
}
