#include "toolkit/requirements/scope_reader.hpp"

#include "toolkit/base/problem.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/requirements/checklist_reader.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <set>

namespace {

using namespace hdskit;
using testing::AllOf;
using testing::Contains;
using testing::ElementsAre;
using testing::Field;
using testing::HasSubstr;
using enum ScopeAnswer;

const std::string sound = R"(<scope id="s" version="1" first="a">
<title><fr>Faut-il ?</fr><en>Is it?</en></title>
<note><fr>Pour les essais.</fr><en>For tests.</en></note>
<article id="L1" label="L. 1" version="2018-04-01" confidence="high"><title><fr>Loi</fr><en>Law</en></title></article>
<question id="a" article="L1" confidence="high"><asks><fr>A ?</fr><en>A?</en></asks><help><fr>Aide.</fr><en>Help.</en></help>
<yes question="b"/><no outcome="free"/><unknown outcome="free"/></question>
<question id="b" article="L1" confidence="low"><asks><fr>B ?</fr><en>B?</en></asks><help><fr>Aide.</fr><en>Help.</en></help>
<yes outcome="bound"/><no outcome="free"/><unknown outcome="free"/></question>
<outcome id="free" verdict="exempt" article="L1" confidence="high"><title><fr>Libre</fr><en>Free</en></title><reason><fr>Oui.</fr><en>Yes.</en></reason></outcome>
<outcome id="bound" verdict="required" article="L1" confidence="medium" checklist="hds-v2"><title><fr>Tenu</fr><en>Bound</en></title><reason><fr>Oui.</fr><en>Yes.</en></reason></outcome>
</scope>)";

auto defect(int line, const std::string& part) { return AllOf(Field(&MarkupDefect::line, line), Field(&MarkupDefect::sentence, HasSubstr(part))); }

auto defects_after(const std::string& from, const std::string& to) { return read_scope(replaced(sound, from, to)).defects; }

const ScopeQuestions& hds() {
  static const auto questions = scope_of(shipped_scope("hds-scope"), "hds-scope");
  return questions;
}

std::string outcome_of(const ScopeAnswers& answers) {
  const auto end = walk(hds(), answers);
  return end.outcome ? end.outcome->id : end.next ? "? " + end.next->id : "nowhere";
}

TEST(ScopeReader, reads_every_part_of_sound_questions) {
  const auto scope = scope_of(sound, "sound");
  EXPECT_EQ(scope.first, "a");
  EXPECT_EQ(scope.articles.at(0).version->iso(), "2018-04-01");
  ASSERT_EQ(scope.questions.size(), 2u);
  EXPECT_EQ(scope.questions[0].yes.question, "b");
  EXPECT_EQ(scope.questions[1].lead(yes).outcome, "bound");
  EXPECT_EQ(scope.questions[1].confidence, Confidence::low);
  EXPECT_EQ(scope.find_outcome("BOUND")->verdict, ScopeVerdict::required);
  EXPECT_EQ(scope.find_outcome("bound")->checklist, "hds-v2");
  EXPECT_EQ(scope.find_outcome("free")->checklist, "");
}

TEST(ScopeReader, refuses_each_defect_with_its_line) {
  EXPECT_THAT(defects_after("first=\"a\"", "first=\"z\""), ElementsAre(defect(1, "“z”")));
  EXPECT_THAT(defects_after("<yes question=\"b\"/>", "<yes question=\"b\" outcome=\"free\"/>"), ElementsAre(defect(6, "either a question or an outcome")));
  EXPECT_THAT(defects_after("<yes question=\"b\"/>", "<yes/>"), Contains(defect(6, "either a question or an outcome")));
  EXPECT_THAT(defects_after("<yes question=\"b\"/>", "<yes question=\"c\"/>"), ElementsAre(defect(6, "“c”, which the questions do not hold")));
  EXPECT_THAT(defects_after("<yes outcome=\"bound\"/>", "<yes outcome=\"bond\"/>"), ElementsAre(defect(8, "“bond”")));
  EXPECT_THAT(defects_after("id=\"b\" article=\"L1\"", "id=\"b\" article=\"L2\""), ElementsAre(defect(7, "“L2”")));
  EXPECT_THAT(defects_after("\"exempt\"", "\"perhaps\""), ElementsAre(defect(9, "one of required, exempt, other_regime, unclear")));
  EXPECT_THAT(defects_after("id=\"bound\"", "id=\"FREE\""), Contains(defect(10, "FREE")));
  EXPECT_THAT(read_scope("<regime/>").defects, ElementsAre(defect(1, "must be “scope”")));
}

TEST(ScopeReader, refuses_answers_that_go_in_a_circle) {
  EXPECT_THAT(defects_after("<yes outcome=\"bound\"/><no outcome=\"free\"/>", "<yes outcome=\"bound\"/><no question=\"a\"/>"),
              ElementsAre(defect(5, "circle"), defect(7, "circle")));
  EXPECT_THAT(defects_after("<yes outcome=\"bound\"/><no outcome=\"free\"/>", "<yes outcome=\"bound\"/><no question=\"B\"/>"),
              ElementsAre(defect(5, "“a” never come to an end"), defect(7, "“b” never come to an end")));
}

TEST(ScopeReader, refuses_what_no_answer_leads_to) {
  EXPECT_THAT(defects_after("<yes question=\"b\"/>", "<yes outcome=\"free\"/>"),
              ElementsAre(defect(7, "leads to the question “b”"), defect(10, "leads to the outcome “bound”")));
}

TEST(ScopeReader, names_what_comes_with_the_program_when_asked_for_another) {
  EXPECT_THAT(shipped_scope_ids(), ElementsAre("hds-scope"));
  try {
    shipped_scope("iso");
    FAIL() << "a Problem was expected";
  } catch (const Problem& problem) {
    EXPECT_EQ(problem.kind(), ProblemKind::not_found);
    EXPECT_THAT(problem.remedy(), HasSubstr("hds-scope"));
  }
}

TEST(ScopeWalk, stops_at_the_first_question_without_an_answer) {
  const auto start = walk(hds(), {});
  ASSERT_TRUE(start.next);
  EXPECT_EQ(start.next->id, "health-data");
  EXPECT_TRUE(start.path.empty());
  const auto further = walk(hds(), {{"HEALTH-DATA", yes}, {"brief", yes}});
  ASSERT_TRUE(further.next);
  EXPECT_EQ(further.next->id, "digital");
  EXPECT_EQ(further.path.size(), 1u);
  EXPECT_FALSE(further.outcome);
}

TEST(ScopeWalk, keeps_the_path_to_the_outcome) {
  const auto end = walk(hds(), {{"health-data", yes}, {"digital", no}, {"origin", yes}});
  ASSERT_TRUE(end.outcome);
  EXPECT_FALSE(end.next);
  EXPECT_EQ(end.outcome->id, "paper");
  ASSERT_EQ(end.path.size(), 2u) << "the answer to a question that was not met is passed over";
  EXPECT_EQ(end.path[1].question->id, "digital");
  EXPECT_EQ(end.path[1].answer, no);
}

/// Every combination of answers, followed to its end: the outcomes that were reached, and how often.
std::map<std::string, int> all_ends() {
  std::map<std::string, int> ends;
  std::vector<ScopeAnswers> waiting{{}};
  while (!waiting.empty()) {
    auto answers = waiting.back();
    waiting.pop_back();
    const auto at = walk(hds(), answers);
    if (at.outcome) ++ends[at.outcome->id];
    else if (!at.next) ++ends[""];
    else
      for (const auto answer : {yes, no, unknown}) {
        answers[at.next->id] = answer;
        waiting.push_back(answers);
      }
  }
  return ends;
}

TEST(HdsScope, comes_to_an_outcome_whatever_is_answered_and_to_each_of_them) {
  const auto ends = all_ends();
  EXPECT_FALSE(ends.contains("")) << "a way that ends nowhere";
  for (const auto& outcome : hds().outcomes) EXPECT_TRUE(ends.contains(outcome.id)) << outcome.id;
  EXPECT_EQ(ends.size(), hds().outcomes.size());
}

TEST(HdsScope, exempts_who_keeps_only_the_data_of_patients_of_its_own) {
  EXPECT_EQ(outcome_of({{"health-data", yes}, {"digital", yes}, {"origin", yes}, {"for-others", no}, {"patient", no}}), "own-data");
}

TEST(HdsScope, certifies_who_works_for_others_or_for_patients) {
  ScopeAnswers answers{{"health-data", yes}, {"digital", yes}, {"origin", yes},   {"for-others", yes}, {"ght", no},
                       {"processor", yes},   {"brief", no},    {"activity", yes}, {"archiving", no}};
  EXPECT_EQ(outcome_of(answers), "certify");
  answers["archiving"] = yes;
  EXPECT_EQ(outcome_of(answers), "certify-archiving");
  answers["brief"] = yes;
  EXPECT_EQ(outcome_of(answers), "short-task");
  answers.insert_or_assign("brief", no);
  answers["activity"] = no;
  answers["relay"] = yes;
  EXPECT_EQ(outcome_of(answers), "pass-through");
  EXPECT_EQ(outcome_of({{"health-data", yes},
                        {"digital", yes},
                        {"origin", yes},
                        {"for-others", no},
                        {"patient", yes},
                        {"brief", no},
                        {"activity", yes},
                        {"archiving", unknown}}),
            "certify");
}

TEST(HdsScope, leaves_the_doubt_of_territorial_groups_open) {
  const ScopeAnswers answers{{"health-data", yes}, {"digital", yes}, {"origin", yes}, {"for-others", yes}, {"ght", yes}, {"ght-processor", no}};
  EXPECT_EQ(outcome_of(answers), "ght-doubt");
  EXPECT_EQ(hds().find_outcome("ght-doubt")->verdict, ScopeVerdict::unclear);
  EXPECT_EQ(hds().find_outcome("ght-doubt")->confidence, Confidence::medium);
}

TEST(HdsScope, sends_to_checklists_that_come_with_the_program) {
  std::set<std::string> named;
  for (const auto& outcome : hds().outcomes) {
    EXPECT_EQ(outcome.verdict == ScopeVerdict::required, outcome.checklist == "hds-v2" && outcome.id != "ght-doubt") << outcome.id;
    if (!outcome.checklist.empty()) named.insert(outcome.checklist);
  }
  for (const auto& checklist : named) EXPECT_THAT(shipped_checklist_ids(), Contains(checklist));
}

TEST(HdsScope, suits_the_schema) {
  const std::string folder = std::string{SOURCE_DIR} + "/checklists/scope/";
  EXPECT_EQ(std::system(("xmllint --nonet --noout --relaxng '" + folder + "scope.rng' '" + folder + "hds-scope.xml' 2>/dev/null").c_str()), 0);
}

} // namespace
