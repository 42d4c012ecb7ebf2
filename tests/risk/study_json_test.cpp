#include "toolkit/risk/study_json.hpp"

#include "tests/risk/random_study.hpp"
#include "tests/risk/study_workspace.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/workspace/journal_reversal.hpp"
#include "toolkit/workspace/settings.hpp"

using namespace hdskit;
using namespace tests;
using testing::AllOf;
using testing::HasSubstr;

namespace {

constexpr unsigned seeds = 60;

TEST(StudyJson, keeps_any_study_without_loss) {
  for (unsigned seed = 0; seed < seeds; ++seed) {
    const auto text = study_text(RandomStudy{seed}.make());
    ASSERT_EQ(study_text(parse_study(text, "study.json")), text) << "seed " << seed;
  }
}

std::string sentence_of(const std::string& json) {
  const auto problem = problem_of([&] { parse_study(json, "étude.json"); });
  EXPECT_EQ(problem.kind(), ProblemKind::bad_input);
  EXPECT_NE(problem.remedy(), "");
  return problem.what();
}

std::string with(const std::string& members) {
  const auto scale = replaced(text_of(shipped_scales().front()), "\n", " "); // on the first line, so that tests can count those that follow
  return R"({"format":"hdskit-risk-study","version":1,"scale":)" + scale + (members.empty() ? "" : "," + members) + "}";
}

TEST(StudyJson, reads_the_least_that_a_study_may_be) { EXPECT_EQ(parse_study(with(""), "x").scale, shipped_scales().front()); }

TEST(StudyJson, names_the_place_of_each_defect) {
  const auto sentence = sentence_of(with(
      R"("risks":[{"reference":"R1","name":"ok"},{"name":5,"gravity":"3","colour":"red","strategy":"hope","feared_events":"ER1","accepted_on":"tomorrow","obligations":["a;b"]},7],)"
      R"("missions":{},"unicorns":[])"));
  for (const auto* place : {"risks[1].name", "risks[1].gravity", "colour", "risks[1].strategy", "risks[1].feared_events", "risks[1].accepted_on",
                            "risks[1].obligations", "risks[1].reference", "risks[2]", "missions", "unicorns", "reduce"})
    EXPECT_THAT(sentence, HasSubstr(place));
}

TEST(StudyJson, names_line_and_column_of_each_defect) {
  const auto sentence = sentence_of(with("\n\"risks\":[\n {\"reference\":\"R1\",\n  \"name\":\"é\", \"gravity\":\"3\"},\n {\"reference\":\"R2\"}]"));
  EXPECT_THAT(sentence, AllOf(HasSubstr("line 4, column 25: risks[0].gravity"), HasSubstr("line 5, column 2: risks[1].name: It is missing")));
}

TEST(StudyJson, says_line_and_column_of_what_is_no_json) {
  EXPECT_THAT(sentence_of("{\n  \"é\": 1,\n  \"é\" 2\n}"), AllOf(HasSubstr("line 3"), HasSubstr("column 7")));
  EXPECT_THAT(sentence_of("{"), HasSubstr("line 1"));
  EXPECT_THAT(sentence_of(""), HasSubstr("line 1"));
  EXPECT_THAT(sentence_of(std::string(100'000, '[')), HasSubstr("line 1"));
  EXPECT_THAT(sentence_of("PK\x03\x04 a workbook"), HasSubstr("no JSON"));
}

TEST(StudyJson, refuses_another_kind_of_file_and_another_version) {
  EXPECT_THAT(sentence_of("[]"), HasSubstr("{ … }"));
  EXPECT_THAT(sentence_of("{}"), AllOf(HasSubstr("format"), HasSubstr("scale")));
  EXPECT_THAT(sentence_of(R"({"format":"hdskit-risk-study","version":2})"), HasSubstr("version"));
}

TEST(StudyJson, refuses_texts_beyond_their_limits) {
  EXPECT_THAT(sentence_of(with(R"("risks":[{"reference":"R1","name":")" + std::string(100'000, 'x') + R"("}])")),
              AllOf(HasSubstr("risks[0].name"), HasSubstr("500")));
  EXPECT_THAT(sentence_of(with(R"("risks":[{"reference":"R1","name":"a\u0000b"}])")), HasSubstr("risks[0].name"));
}

TEST(StudyJson, shows_what_is_computed_and_passes_over_it_when_read) {
  Study study;
  study.scale = shipped_scales().front();
  study.stakeholders.push_back({.reference = "PP1", .name = "X", .dependency = {3}, .penetration = {4}, .maturity = {2}, .trust = {3}});
  study.risks.push_back({.reference = "R1", .name = "X", .gravity = {4}, .likelihood = {4}});
  const auto text = study_text(study);
  EXPECT_THAT(text, AllOf(HasSubstr("\"threat\": 2"), HasSubstr("\"zone\": "), HasSubstr("\"level\": 3")));
  EXPECT_EQ(parse_study(text, "x").risks[0].level.value, 0);
}

class StudyImports : public StudyWorkspace {
protected:
  StudyImport import(Workspace& workspace, const Study& study, bool replace = true) {
    StudyImport done;
    workspace.change(acting(), [&](Change& change) { done = import_study(change, study, replace); });
    return done;
  }
};
INSTANTIATE_ON_BOTH_ENGINES(StudyImports);

TEST_P(StudyImports, give_back_in_an_empty_workspace_the_bytes_that_were_exported) {
  const std::vector<unsigned> some = GetParam() == Engine::sqlite ? std::vector<unsigned>{1, 2, 3, 4, 5} : std::vector<unsigned>{1};
  for (const auto seed : some) {
    auto workspace = fresh_workspace();
    const auto text = study_text(RandomStudy{seed}.make());
    import(workspace, parse_study(text, "x"));
    EXPECT_EQ(digest_of(study_text(read_study(workspace))), digest_of(text)) << "seed " << seed;
    EXPECT_THAT(check_workspace(workspace), testing::IsEmpty());
    const auto again = preview_study(workspace, parse_study(text, "x"), true);
    EXPECT_EQ(again.added + again.changed + again.removed, 0);
    EXPECT_FALSE(again.scale_changes);
  }
}

TEST_P(StudyImports, match_records_by_reference_and_do_what_the_preview_says) {
  add_small_study();
  auto study = read_study(workspace_);
  study.risks[0].reference = "r1"; // other letters, same risk
  study.risks[0].name = "Autre nom";
  study.missions.clear();
  study.business_values[0].missions.clear();
  Risk added;
  added.reference = "R9";
  added.name = "Panne";
  study.risks.push_back(added);
  study.scale = shipped_scale("five-by-five");
  const auto before = journal_end();
  const auto preview = preview_study(workspace_, study, true);
  EXPECT_EQ(journal_end(), before);
  EXPECT_EQ(preview.added, 1);
  EXPECT_EQ(preview.changed, 2);
  EXPECT_EQ(preview.removed, 1);
  EXPECT_TRUE(preview.scale_changes);
  const auto done = import(workspace_, study);
  EXPECT_EQ(done.added, 1);
  EXPECT_EQ(done.unchanged, preview.unchanged);
  const auto now = read_study(workspace_);
  EXPECT_EQ(now.risks[0].id.number(), 1);
  EXPECT_EQ(now.risks[0].name, "Autre nom");
  EXPECT_EQ(now.scale, study.scale);
  EXPECT_TRUE(now.missions.empty());
  expect_sound();
}

TEST_P(StudyImports, leave_what_the_file_does_not_have_unless_it_replaces) {
  add_small_study();
  Study study;
  study.scale = shipped_scales().front();
  Measure measure;
  measure.reference = "MS2";
  measure.name = "Second";
  measure.risks = {"R1"}; // of the workspace
  study.measures.push_back(measure);
  EXPECT_EQ(import(workspace_, study, false).removed, 0);
  EXPECT_EQ(read_study(workspace_).measures.size(), 2u);
  EXPECT_EQ(refusal([&] { import(workspace_, study, true); }).kind(), ProblemKind::bad_input); // R1 would be gone
}

TEST_P(StudyImports, name_everything_that_cannot_be_kept_and_keep_nothing) {
  Study study;
  study.scale = shipped_scales().front();
  study.risks.push_back({.reference = "R1", .name = "a", .gravity = {5}, .feared_events = {"ER7"}});
  study.risks.push_back({.reference = "r1", .name = "b"});
  study.operational_scenarios.push_back({.reference = "SO1", .name = "s"});
  study.operational_scenarios.push_back({.reference = "SO2", .name = "s"});
  study.elementary_actions.push_back({.reference = "AE1", .name = "a", .operational_scenario = "SO1", .after = {"AE2"}});
  study.elementary_actions.push_back({.reference = "AE2", .name = "b", .operational_scenario = "SO1", .after = {"AE1"}});
  study.elementary_actions.push_back({.reference = "AE3", .name = "b", .operational_scenario = "SO2", .after = {"AE1"}});
  study.missions.push_back({.reference = "M1", .name = std::string(501, 'x')});
  const auto problem = refusal([&] { import(workspace_, study); });
  EXPECT_EQ(problem.kind(), ProblemKind::bad_input);
  for (const auto* words : {"risk r1", "risk R1", "ER7", "1 to 4", "circle", "AE1", "AE2", "AE3", "mission M1", "501"})
    EXPECT_THAT(problem.what(), HasSubstr(words));
}

TEST_P(StudyImports, point_into_the_file_when_they_refuse_and_preview_nothing_else) {
  const auto json = with("\n\"risks\":[{\"reference\":\"R1\",\"name\":\"a\"},\n {\"reference\":\"r1\",\"name\":\"b\",\n  \"gravity\":9}],\n"
                         "\"operational_scenarios\":[{\"reference\":\"SO1\",\"name\":\"s\"}],\n\"elementary_actions\":[\n"
                         "{\"reference\":\"AE1\",\"name\":\"a\",\"operational_scenario\":\"SO1\",\n\"after\":[\"AE1\"]}]");
  const auto study = parse_study(json, "s.json");
  for (const bool preview : {true, false}) {
    const auto problem = refusal([&] {
      if (preview) preview_study(workspace_, study, false, {"s.json", json});
      else workspace_.change(tests::acting(), [&](Change& change) { import_study(change, study, false, {"s.json", json}); });
    });
    EXPECT_EQ(problem.subject(), "s.json");
    EXPECT_THAT(problem.what(), AllOf(HasSubstr("line 3, column 15: risk r1"), HasSubstr("line 4, column 13: risk r1: “Gravity” is 9"),
                                      HasSubstr("line 8, column 9: operational scenario SO1: its actions come after each other in a circle")));
  }
}

TEST_P(StudyImports, keep_citations_of_services_that_the_organisation_does_not_have_yet) {
  Study study;
  study.scale = shipped_scales().front();
  study.business_values.push_back({.reference = "VM1", .name = "x", .services = {"DPI"}});
  study.stakeholders.push_back({.reference = "PP1", .name = "x", .subcontractor = "Éditeur"});
  import(workspace_, study);
  EXPECT_EQ(study_text(read_study(workspace_)), study_text(study));
}

TEST_P(StudyImports, can_be_reverted) {
  add_small_study();
  const auto before = study_text(read_study(workspace_));
  const auto span = change_and_note(workspace_, acting(), [&](Change& change) { import_study(change, RandomStudy{7}.make(), true); });
  EXPECT_NE(study_text(read_study(workspace_)), before);
  workspace_.change(acting(), [&](Change& change) { revert_changes(change, span); });
  EXPECT_EQ(study_text(read_study(workspace_)), before);
  expect_sound();
}

} // namespace
