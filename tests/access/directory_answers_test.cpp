#include "tests/access/review_sources.hpp"
#include "toolkit/access/directory_probe.hpp"
#include "toolkit/access/fhir_bundle_reader.hpp"
#include "toolkit/base/problem.hpp"
#include "toolkit/base/text.hpp"

#include <gmock/gmock.h>

// Whom the extract did not find, what the directory answered of them, and what rules 2, 4, 5 and 6 make of it.

namespace {

using namespace access_tests;
using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

std::string id(int rank) { return "8" + rpps(rank); }
Date day(const char* text) { return *Date::parse(text); }

DirectoryPerson person(int rank, bool active = true) { return {.national_id = id(rank), .active = active, .professions = {}, .exercises = {}, .cards = {}}; }

DirectoryAnswers answers_of(std::vector<DirectoryPerson> persons, const std::vector<std::string>& unknown = {}) {
  DirectoryAnswers answers;
  answers.asked_at = *Instant::parse("2026-11-20T08:00:00Z");
  answers.address = usual_directory_address;
  answers.complete = true;
  answers.add_asked(unknown);
  for (auto& one : persons) {
    answers.add_asked({one.national_id});
    answers.persons.emplace(one.national_id, std::move(one));
  }
  return answers;
}

RuleOutcome judged_with(std::string_view rule, const Sources& sources, const DirectoryAnswers& answers, Date at = day("2026-11-22")) {
  auto review = read_sources(sources, at);
  const ScratchFolder folder;
  write_file(folder.path() / "answers.json", directory_answers_json(answers));
  read_directory_answers(folder.path() / "answers.json", review);
  return judge_rule(rule_named(rule), review, ReviewJoins{review});
}

Sources account(int rank, const std::string& heading = "", const std::string& rest = "") {
  return {.accounts = "login;rpps" + heading + "\na;" + rpps(rank) + rest + "\n"};
}

const std::string heading =
    "Type d'identifiant PP|Identifiant PP|Identification nationale PP|Code profession|Numéro FINESS site|Numéro FINESS établissement juridique|\n";

TEST(DirectoryResidue, holds_the_active_holders_whom_the_extract_lacks) {
  Sources sources;
  sources.accounts = "login;rpps;matricule;état\na;" + rpps(9) + ";;actif\nb;" + rpps(1) + ";;actif\nb2;" + rpps(1) + ";;actif\nc;;17;actif\nd;" + rpps(3) +
                     ";;fermé\ne;12345678901;;actif\nf;" + rpps(4) + ";;actif\n";
  sources.people = "matricule;rpps\n17;" + rpps(2) + "\n18;" + rpps(6) + "\n";
  EXPECT_THAT(residue_of(read_sources(sources)), ElementsAre(id(1), id(2), id(4), id(9)));
  sources.directory = heading + "8|" + rpps(4) + "|" + id(4) + "|60|1|1|\n8|" + rpps(2) + "|" + id(2) + "|60|1|1|\n";
  EXPECT_THAT(residue_of(read_sources(sources)), ElementsAre(id(1), id(9)));
}

TEST(DirectoryAnswersFile, gives_back_what_was_written) {
  auto doctor = person(1);
  doctor.professions = {"10", "21"};
  doctor.exercises = {{"", "990000017", "990000991"}};
  doctor.cards = {{"CPS", "3100000001", day("2025-02-21"), std::nullopt}};
  const auto answers = answers_of({doctor, person(2, false)}, {id(3)});
  const auto json = directory_answers_json(answers);
  const auto again = directory_answers_of_json(json, "answers");
  EXPECT_EQ(again.persons, answers.persons);
  EXPECT_EQ(again.asked, answers.asked);
  EXPECT_EQ(directory_answers_json(again), json);
}

TEST(DirectoryAnswersFile, names_all_that_is_wrong_with_it) {
  try {
    directory_answers_of_json(R"({"format":1,"asked_at":"today","address":"https://d.example/","complete":1,"asked":["812345678901"],
      "persons":[{"national_id":")" +
                                  id(1) + R"(","active":true,"professions":[7],"cards":[{"until":"never"}]}]})",
                              "answers");
    FAIL();
  } catch (const Problem& problem) {
    for (const auto* place : {"asked_at", "complete", "asked", "persons[0].professions", "persons[0].cards[0].until", "not among those"})
      EXPECT_THAT(problem.what(), HasSubstr(place));
  }
}

TEST(FhirPage, reads_what_is_there_and_lets_the_rest_be) {
  const auto page = read_fhir_page(R"({"resourceType":"Bundle","type":"searchset","total":1,"link":[{"relation":"next","url":"https://d.example/2"}],"entry":[
    {"resource":{"resourceType":"Practitioner","id":"1","birthDate":"1970","identifier":[{"system":"https://rpps.esante.gouv.fr","value":")" +
                                       rpps(1) + R"("}],
      "extension":[{"url":"https://other.example/x","valueString":"y"}]}},
    {"resource":{"resourceType":"PractitionerRole","id":"2","practitioner":{"reference":"https://d.example/fhir/v2/Practitioner/1/_history/4"},"period":{"end":"2026"}}},
    {"resource":{"resourceType":"Organization","id":"3","identifier":[{"system":"http://finess.sante.gouv.fr","value":"990000017"}]}},
    {"resource":{"resourceType":"Device","id":"4"}}]})",
                                   "page", day("2026-11-22"));
  EXPECT_EQ(page.next, "https://d.example/2");
  ASSERT_THAT(page.practitioners, SizeIs(1));
  EXPECT_THAT(page.practitioners[0].national_ids, ElementsAre(id(1)));
  EXPECT_TRUE(page.practitioners[0].active);
  ASSERT_THAT(page.roles, SizeIs(1)) << "an end that tells its year alone is no end";
  EXPECT_EQ(page.roles[0].practitioner, "1");
  EXPECT_EQ(page.roles[0].organization, "");
  EXPECT_EQ(page.organizations[0].finess_site, "990000017");
}

TEST(FhirPage, quotes_a_date_that_is_none_without_cutting_a_character) {
  try {
    read_fhir_page(
        R"({"resourceType":"Bundle","type":"searchset","entry":[{"resource":{"resourceType":"PractitionerRole","period":{"end":"2026-01-0éééééééééééééééééé"}}}]})",
        "page", day("2026-11-22"));
    FAIL();
  } catch (const Problem& problem) {
    EXPECT_THAT(problem.what(), HasSubstr("entry[0].resource.period.end"));
    EXPECT_TRUE(is_utf8(problem.what()));
  }
}

TEST(FhirPage, quotes_a_failure_in_few_words) {
  const std::string long_text(5000, 'x');
  EXPECT_THAT(fhir_outcome_text(R"({"resourceType":"OperationOutcome","issue":[{"severity":"error","diagnostics":"a\u001b[31mb\nc"}]})"), "a [31mb c");
  EXPECT_EQ(fhir_outcome_text("<html>"), "");
  EXPECT_LE(fhir_outcome_text(R"({"resourceType":"OperationOutcome","issue":[{"code":"é)" + long_text.substr(0, 1900) + R"("}]})").size(), 300u);
  EXPECT_THROW(read_fhir_page(R"({"resourceType":"OperationOutcome","issue":[{"severity":"error","code":"x"}]})", "page", day("2026-11-22")), Problem);
  EXPECT_THROW(read_fhir_page(R"({"resourceType":"Patient"})", "page", day("2026-11-22")), Problem);
}

TEST(DirectoryRule, finds_firmly_that_a_profession_has_ended) {
  const auto outcome = judged_with("not-in-directory", account(1), answers_of({person(1, false)}));
  ASSERT_THAT(outcome.findings(), SizeIs(1));
  EXPECT_EQ(outcome.findings()[0].severity, ReviewSeverity::high);
  EXPECT_THAT(outcome.findings()[0].sentence, HasSubstr("registered no more"));
}

TEST(DirectoryRule, tells_the_unknown_from_the_unasked) {
  const auto unknown = judged_with("not-in-directory", account(1), answers_of({}, {id(1)}));
  ASSERT_THAT(unknown.findings(), SizeIs(1));
  EXPECT_EQ(unknown.findings()[0].severity, ReviewSeverity::medium);
  const auto unasked = judged_with("not-in-directory", account(1), answers_of({person(2)}));
  EXPECT_THAT(unasked.findings(), IsEmpty());
  EXPECT_EQ(unasked.unjudged(), 1u);
  auto with_extract = account(1);
  with_extract.directory = heading;
  const auto as_ever = judged_with("not-in-directory", with_extract, answers_of({person(2)}));
  ASSERT_THAT(as_ever.findings(), SizeIs(1));
  EXPECT_EQ(as_ever.findings()[0].severity, ReviewSeverity::to_confirm);
}

TEST(DirectoryRule, confirms_who_is_registered_without_an_exercise_and_passes_who_has_one) {
  const auto without = judged_with("not-in-directory", account(1), answers_of({person(1)}));
  ASSERT_THAT(without.findings(), SizeIs(1));
  EXPECT_EQ(without.findings()[0].severity, ReviewSeverity::to_confirm);
  auto doctor = person(1);
  doctor.exercises = {{"", "990000017", ""}};
  EXPECT_EQ(judged_with("not-in-directory", account(1), answers_of({doctor})).state(), ReviewState::passed);
}

TEST(DirectoryRule, does_not_judge_by_answers_that_are_too_old) {
  const auto old = judged_with("not-in-directory", account(1), answers_of({person(1, false)}), day("2026-12-21"));
  EXPECT_EQ(old.state(), ReviewState::not_evaluable);
  EXPECT_THAT(old.reason(), AllOf(HasSubstr("31 days old"), HasSubstr("delete")));
  EXPECT_EQ(old.unjudged(), 1u);
  EXPECT_EQ(judged_with("not-in-directory", account(1), answers_of({person(1, false)}), day("2026-12-20")).state(), ReviewState::finding);
  auto strict = account(1);
  strict.policy = R"({"directory_answer_days":1})";
  EXPECT_EQ(judged_with("not-in-directory", strict, answers_of({person(1, false)})).state(), ReviewState::not_evaluable);
}

TEST(DirectoryRule, knows_the_place_and_the_profession_from_the_answers) {
  auto nurse = person(1);
  nurse.professions = {"60"};
  nurse.exercises = {{"", "990000999", ""}};
  auto sources = account(1, ";role", ";Prescripteur");
  sources.policy = R"({"expected_finess":["990000017"]})";
  EXPECT_EQ(judged_with("outside-establishment", sources, answers_of({nurse})).state(), ReviewState::finding);
  EXPECT_EQ(judged_with("role-mismatch", sources, answers_of({nurse})).state(), ReviewState::finding);
  nurse.professions = {"10", "60"};
  nurse.exercises = {{"", "", "990000017"}};
  EXPECT_EQ(judged_with("outside-establishment", sources, answers_of({nurse})).state(), ReviewState::passed);
  EXPECT_EQ(judged_with("role-mismatch", sources, answers_of({nurse})).state(), ReviewState::passed);
  nurse.exercises = {{"", "", ""}};
  EXPECT_EQ(judged_with("outside-establishment", sources, answers_of({nurse})).state(), ReviewState::not_evaluable) << "an absent place is no other place";
}

TEST(DirectoryRule, judges_a_card_by_its_dates_and_never_as_not_opposed) {
  auto doctor = person(1);
  doctor.cards = {{"CPS", "3100000001", day("2022-02-21"), day("2025-02-21")}};
  const auto sources = account(1, ";moyen", ";CPS");
  const auto ended = judged_with("card-ended", sources, answers_of({doctor}));
  EXPECT_THAT(ended.findings(), SizeIs(1));
  doctor.cards.push_back({"CPS", "3100000002", day("2025-02-21"), day("2028-02-21")});
  const auto valid = judged_with("card-ended", sources, answers_of({doctor}));
  EXPECT_EQ(valid.state(), ReviewState::not_evaluable);
  EXPECT_THAT(valid.reason(), HasSubstr("opposed"));
  auto named = sources;
  named.cards = "Identifiant PP|Numéro carte|Date fin validité|Date opposition|\n" + rpps(1) + "|1|01/01/2028||\n";
  doctor.cards.pop_back();
  EXPECT_EQ(judged_with("card-ended", named, answers_of({doctor})).state(), ReviewState::passed) << "the file of card holders says more than the directory";
}

TEST(DirectoryRule, freezes_the_answers_with_their_digest_and_their_day) {
  auto review = read_sources(account(1));
  const ScratchFolder folder;
  write_file(folder.path() / "answers.json", directory_answers_json(answers_of({person(1)})));
  read_directory_answers(folder.path() / "answers.json", review);
  ASSERT_TRUE(review.given(ReviewSource::directory_answers));
  EXPECT_EQ(review.inputs.back().trace.dated, day("2026-11-20"));
  EXPECT_THAT(review.inputs.back().trace.sha256, SizeIs(64));
  EXPECT_EQ(review.directory_answer_age(), 2);
}

} // namespace
