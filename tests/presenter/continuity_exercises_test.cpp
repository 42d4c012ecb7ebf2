#include "gui/presenter/continuity_chronicle.hpp"
#include "gui/presenter/continuity_exercises.hpp"

#include "tests/continuity/small_hospital.hpp"
#include "tests/support/workspaces.hpp"
#include "toolkit/continuity/continuity_json.hpp"
#include "toolkit/continuity/continuity_store.hpp"
#include "toolkit/organisation/record_kind_of.hpp"

#include <gmock/gmock.h>

using namespace hdskit;
using namespace hdskit::gui;
using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;
using testing::StartsWith;

namespace {

using Kind = ExerciseEntry::Kind;
const Date today = day(2026, 11, 22);

ExerciseEntry line(const std::string& at, const std::string& text, Kind kind = Kind::note) {
  ExerciseEntry entry;
  entry.exercise = "EX2", entry.at = at, entry.text = text, entry.kind = kind;
  return entry;
}
std::int64_t seconds(const std::string& at) { return moment_seconds(at).value(); }

std::vector<std::string> column(const ListRows& rows, std::size_t place) {
  std::vector<std::string> texts;
  for (std::size_t row = 0; row < rows.count; ++row) texts.push_back(rows.cells(row).at(place).text);
  return texts;
}

// ---- the stopwatch

TEST(Stopwatch, runs_from_the_start_and_leaves_pauses_out) {
  std::vector<ExerciseEntry> lines{line("2026-11-22T14:00:00", "▶ Start"), line("2026-11-22T14:10:00", "⏸ Pause"), line("2026-11-22T14:30:00", "▶ On")};
  auto watch = stopwatch_of(lines, seconds("2026-11-22T14:31:05"));
  EXPECT_TRUE(watch.running);
  EXPECT_EQ(shown_seconds(watch.seconds), "0:11:05");
  lines.push_back(line("2026-11-22T15:30:00", "■ End"));
  watch = stopwatch_of(lines, seconds("2026-11-22T18:00:00"));
  EXPECT_TRUE(watch.ended);
  EXPECT_FALSE(watch.running);
  EXPECT_EQ(shown_seconds(watch.seconds), "1:10:00");
}

TEST(Stopwatch, does_not_run_for_lines_that_were_noted_elsewhere) {
  const auto watch = stopwatch_of({line("2026-05-30T06:00", "Power cut"), line("2026-05-30T08:00", "Back")}, seconds("2026-11-22T14:00:00"));
  EXPECT_TRUE(watch.started);
  EXPECT_FALSE(watch.running);
  EXPECT_EQ(watch.seconds, 2 * 3600);
  EXPECT_FALSE(stopwatch_of({}, 0).started);
}

TEST(Stopwatch, goes_on_from_lines_noted_elsewhere_without_the_time_between) {
  const std::vector<ExerciseEntry> lines{line("2026-05-30T06:00", "Power cut"), line("2026-05-30T08:00", "Back"), line("2026-11-22T14:00:00", "▶ On")};
  const auto watch = stopwatch_of(lines, seconds("2026-11-22T14:00:30"));
  EXPECT_TRUE(watch.running);
  EXPECT_EQ(watch.seconds, 2 * 3600 + 30);
}

TEST(Stopwatch, passes_over_midnight_and_over_what_is_no_moment) {
  const std::vector<ExerciseEntry> lines{line("2026-11-22T23:59:30", "▶ Start"), line("later", "?")};
  EXPECT_EQ(stopwatch_of(lines, seconds("2026-11-23T00:00:30")).seconds, 60);
  EXPECT_FALSE(moment_seconds("2026-11-22"));
  EXPECT_FALSE(moment_seconds("2026-11-22T25:00:00"));
}

TEST(ExerciseEnding, takes_the_last_thing_restored_and_the_greatest_loss_told) {
  const auto ending = ending_of({line("2026-11-22T14:00:00", "▶ Start"), line("2026-11-22T14:20:30", "LABO", Kind::restored),
                                 line("2026-11-22T15:00:30", "DPI: RPO 15 min, tous les services", Kind::restored), line("2026-11-22T15:01:00", "PDMA 1 h"),
                                 line("2026-11-22T15:02:00", "Paper missing", Kind::gap), line("2026-11-22T15:03:00", "RPO was good")});
  EXPECT_EQ(ending.rto, Minutes{61});
  EXPECT_EQ(ending.rpo, Minutes{60});
  EXPECT_THAT(ending.gaps, ElementsAre("Paper missing"));
}

// ---- the live chronicle

class Chronicle : public testing::Test {
protected:
  Chronicle() {
    Workspace::create(location, tests::acting());
    session.emplace(location, Seat{"Nicolas Prévotat", [this] { return now; }});
    session->change("hospital", [](Change& change) {
      add_record(change, service("DPI"));
      auto all = sound_hospital();
      all.services.clear();
      all.exercises.push_back({.reference = "EX2", .title = "Night exercise", .plans = {"PC1"}, .covers = {"DPI"}});
      import_continuity(change, all);
    });
  }
  void pass(int minutes) { now = Instant{now.seconds() + std::chrono::minutes{minutes}}; }
  Exercise exercise() const {
    for (const auto& one : read_continuity(session->workspace()).exercises)
      if (one.reference == "EX2") return one;
    return {};
  }

  ScratchFolder folder;
  std::string location = (folder.path() / "w.hds").string();
  Instant now = *Instant::parse("2026-11-22T13:00:05Z");
  std::optional<Session> session;
};

TEST_F(Chronicle, is_in_the_workspace_as_soon_as_a_line_is_noted) {
  LiveChronicle chronicle{*session, "EX2"};
  EXPECT_FALSE(chronicle.stopwatch().started);
  chronicle.start_or_pause();
  pass(5);
  chronicle.note(Kind::decision, "  Crisis cell opened ");
  const auto entries = read_continuity(Workspace::open(location)).entries;
  ASSERT_THAT(entries, SizeIs(3)); // one belongs to the other exercise
  EXPECT_EQ(entries.back().text, "Crisis cell opened");
  EXPECT_EQ(entries.back().at, "2026-11-22T14:05:05");
  EXPECT_EQ(entries.back().author, "Nicolas Prévotat");
}

TEST_F(Chronicle, finds_its_start_again_after_the_program_was_ended) {
  {
    LiveChronicle chronicle{*session, "EX2"};
    chronicle.note(Kind::note, "Power cut");
    EXPECT_THAT(column(chronicle.rows(), 3), ElementsAre("Power cut", StartsWith("▶"))) << "the first line starts the stopwatch";
  }
  pass(90);
  Session another{location, Seat{"Nicolas Prévotat", [this] { return now; }}};
  const LiveChronicle chronicle{another, "EX2"};
  EXPECT_TRUE(chronicle.stopwatch().running);
  EXPECT_EQ(shown_seconds(chronicle.stopwatch().seconds), "1:30:00");
  EXPECT_THAT(chronicle.stopwatch_words(), HasSubstr("14:00:05"));
}

TEST_F(Chronicle, offers_what_is_not_done_yet_first) {
  LiveChronicle chronicle{*session, "EX2"};
  ASSERT_THAT(chronicle.steps(), SizeIs(3));
  EXPECT_EQ(chronicle.steps().front().value, "ET1");
  chronicle.note(Kind::step_done, "", "ET1");
  EXPECT_EQ(chronicle.lines().back().step, "ET1");
  EXPECT_EQ(chronicle.steps().front().value, "ET2");
  EXPECT_THAT(chronicle.steps().back().label, StartsWith("✔ ET1"));
  ASSERT_THAT(chronicle.things(), SizeIs(2));
  chronicle.note(Kind::restored, "RPO 10 min", "DPI");
  EXPECT_THAT(chronicle.lines().back().text, AllOf(StartsWith("DPI"), HasSubstr("RPO 10 min")));
  EXPECT_EQ(chronicle.things().front().value, "CMP2");
}

TEST_F(Chronicle, notes_no_empty_line) {
  LiveChronicle chronicle{*session, "EX2"};
  EXPECT_THROW(chronicle.note(Kind::note, "  "), Problem);
  EXPECT_THAT(chronicle.lines(), IsEmpty());
}

TEST_F(Chronicle, ends_with_achieved_times_and_an_action_for_each_gap_once) {
  LiveChronicle chronicle{*session, "EX2"};
  chronicle.start_or_pause();
  pass(45);
  chronicle.note(Kind::restored, "RPO 10 min", "DPI");
  chronicle.note(Kind::gap, "No key to the tape room");
  EXPECT_THAT(chronicle.ending_words(), AllOf(HasSubstr("45 min"), HasSubstr("10 min"), HasSubstr("1 gap ")));
  chronicle.end();
  chronicle.end();
  EXPECT_EQ(exercise().achieved_rto, Minutes{45});
  EXPECT_EQ(exercise().achieved_rpo, Minutes{10});
  EXPECT_EQ(exercise().held_on, today);
  const auto actions = read_continuity(session->workspace()).corrections;
  ASSERT_THAT(actions, SizeIs(2));
  EXPECT_EQ(actions.back().gap, "No key to the tape room");
  EXPECT_EQ(actions.back().exercise, "EX2");
  EXPECT_TRUE(chronicle.stopwatch().ended);
}

TEST_F(Chronicle, leaves_what_a_person_recorded_of_the_exercise) {
  const auto& kind = continuity_kind("exercise");
  session->change("by hand", [&](Change& change) { kind.edit(change, exercise().id.number(), {{"achieved_rto", "2 h"}}); });
  LiveChronicle chronicle{*session, "EX2"};
  chronicle.note(Kind::restored, "", "DPI");
  chronicle.end();
  EXPECT_EQ(exercise().achieved_rto, Minutes{120});
}

// ---- the lists

TEST(Exercises, stand_with_the_latest_first_and_their_state) {
  auto all = sound_hospital();
  all.exercises.push_back({.reference = "EX2", .title = "To come", .planned_on = day(2027, 3, 1)});
  all.exercises.push_back({.reference = "EX3", .title = "Forgotten", .planned_on = day(2026, 3, 1)});
  const ContinuityMap map{all, today};
  EXPECT_THAT(column(exercise_rows(map), 0), ElementsAre("EX2", "EX1", "EX3"));
  EXPECT_THAT(column(exercise_rows(map), 2), ElementsAre("◔ to be held", "✔ held", "⚠ not held"));
  EXPECT_THAT(exercises_sentence(map).text, StartsWith("1 exercise"));
}

TEST(Exercises, name_the_years_without_any) {
  const ContinuityMap map{sound_hospital(), today};
  EXPECT_THAT(exercise_view_sentences(map, ExerciseView::programme, "").front().text, HasSubstr("2027, 2028"));
  EXPECT_THAT(column(exercise_view_rows(map, ExerciseView::programme, ""), 0), ElementsAre("2026", "2027", "2028"));
}

TEST(Exercises, show_what_was_never_tried_first) {
  auto all = sound_hospital();
  all.activities.push_back({.reference = "ACT2", .name = "Kitchen"});
  const ContinuityMap map{all, today};
  EXPECT_EQ(column(exercise_view_rows(map, ExerciseView::coverage, ""), 2).front(), "✖ never");
  EXPECT_THAT(exercise_view_sentences(map, ExerciseView::coverage, "").front().text, HasSubstr("never exercised"));
}

TEST(Exercises, tell_the_rule_of_groups) {
  auto all = sound_hospital();
  all.entities = {{.name = "Central hospital"}, {.name = "Small hospital"}};
  all.activities[0].entity = "Central hospital";
  const ContinuityMap map{all, today};
  EXPECT_THAT(exercise_view_sentences(map, ExerciseView::coverage, "").back().text, StartsWith("⚠ Group: the share cannot be told"));
}

TEST(Exercises, say_what_to_do_first) {
  const ContinuityMap map{Continuity{}, today};
  EXPECT_THAT(exercises_sentence(map).text, HasSubstr("New exercise"));
  EXPECT_THAT(exercise_view_sentences(map, ExerciseView::chronicle, "").front().text, HasSubstr("Observe"));
  EXPECT_EQ(exercise_view_rows(map, ExerciseView::chronicle, "").count, 0U);
}

} // namespace
