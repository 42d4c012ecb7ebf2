#include "tests/access/review_sources.hpp"

#include "toolkit/base/problem.hpp"

#include <gmock/gmock.h>

namespace {

using namespace access_tests;
using testing::HasSubstr;
using testing::Not;

constexpr std::string_view heading = "horodatage;utilisateur;patient;mode;motif\n";

/// Lou Sapin works in cardiology; 7001 is Lou, 7002 a colleague; 1001 lies in cardiology, 1002 in surgery.
Sources house(const std::string& lines) {
  return {.accounts = "login;matricule;nom;prénom\nlou;17;Sapin;Lou\n",
          .people = "matricule;uf;ipp;nom;prénom\n17;Cardiologie;7001;Sapin;Lou\n18;Bloc;7002;Frêne;Noé\n",
          .logs = std::string{heading} + lines,
          .stays = "patient;uf;entrée;sortie;nom;nom de naissance\n1001;Cardiologie;2026-11-01;2026-11-30;Sapin;\n"
                   "1002;Chirurgie;2026-11-01;2026-11-30;Aulne;SAPIN\n7002;Cardiologie;2026-11-10;2026-11-12;Frêne;\n",
          .watched = "IPP;libellé;du;jusqu'au\n9001;personne connue;2026-11-01;2026-11-25\n1001;;;\n"};
}
std::string opened(const std::string& patient, const std::string& day, const std::string& way = "normal;") {
  return day + "T10:00:00;lou;" + patient + ";" + way + "\n";
}
struct Seen {
  ReviewSeverity severity;
  std::string sentence;
};
std::vector<Seen> seen(const Sources& sources) {
  std::vector<Seen> all;
  const auto outcome = judged("curious-access", sources);
  for (const auto& finding : outcome.findings()) {
    EXPECT_EQ(finding.subject, "lou");
    all.push_back({finding.severity, finding.sentence});
  }
  return all;
}

TEST(CuriousAccess, finds_a_colleague_outside_the_care_team_alone) {
  const auto findings = seen(house(opened("7002", "2026-11-11") + opened("7002", "2026-11-20") + opened("7002", "2026-11-21")));
  ASSERT_EQ(findings.size(), 1u);
  EXPECT_EQ(findings[0].severity, ReviewSeverity::medium);
  EXPECT_THAT(findings[0].sentence, HasSubstr("Accesses to colleagues outside the care team: 2."));
}

TEST(CuriousAccess, calls_ones_own_record_no_colleagues) {
  const auto findings = seen(house(opened("7001", "2026-11-20")));
  ASSERT_EQ(findings.size(), 1u);
  EXPECT_THAT(findings[0].sentence, HasSubstr("their own record"));
}

TEST(CuriousAccess, is_to_confirm_where_the_care_team_is_not_known) {
  auto without_stays = house(opened("7002", "2026-11-11") + opened("9001", "2026-11-20"));
  without_stays.stays.clear();
  const auto findings = seen(without_stays);
  ASSERT_EQ(findings.size(), 2u);
  for (const auto& finding : findings) EXPECT_EQ(finding.severity, ReviewSeverity::to_confirm) << finding.sentence;
  EXPECT_THAT(findings[1].sentence, HasSubstr("Accesses to patients under reinforced protection, perhaps in the care of the person: 1."));
}

TEST(CuriousAccess, finds_protected_patients_outside_the_care_team_within_their_days_whatever_the_way_in) {
  const auto findings = seen(house(opened("1001", "2026-11-20") + opened("9001", "2026-11-20") + opened("9001", "2026-11-25", "bris de glace;urgence vitale") +
                                   opened("9001", "2026-11-26") + opened("9001", "2026-10-31")));
  ASSERT_EQ(findings.size(), 1u);
  EXPECT_EQ(findings[0].severity, ReviewSeverity::high);
  EXPECT_THAT(findings[0].sentence, HasSubstr("Accesses outside the care team"));
  EXPECT_THAT(findings[0].sentence, HasSubstr(": 2 (1 within it)"));
}

TEST(CuriousAccess, finds_namesakes_by_use_and_birth_name_as_to_be_confirmed) {
  const auto findings = seen(house(opened("1001", "2026-11-20") + opened("1002", "2026-11-20")));
  ASSERT_EQ(findings.size(), 1u) << "1001 is in the care of the unit";
  EXPECT_EQ(findings[0].severity, ReviewSeverity::to_confirm);
  EXPECT_THAT(findings[0].sentence, HasSubstr("Accesses outside the care team to patients with the family name"));
}

TEST(CuriousAccess, lets_a_reasoned_break_glass_access_pass_for_colleagues_and_namesakes) {
  const auto way = std::string{"bris de glace;patient aux urgences"};
  EXPECT_TRUE(seen(house(opened("7002", "2026-11-20", way) + opened("1002", "2026-11-20", way))).empty());
  EXPECT_EQ(seen(house(opened("7002", "2026-11-20", "bris de glace;"))).size(), 1u);
}

TEST(CuriousAccess, passes_only_when_all_of_it_could_be_judged) {
  const auto sound = house(opened("1003", "2026-11-20"));
  EXPECT_EQ(judged("curious-access", sound).state(), ReviewState::passed);
  auto less = sound;
  less.stays = "patient;uf;entrée\n1003;Cardiologie;2026-11-01\n";
  EXPECT_THAT(judged("curious-access", less).reason(), HasSubstr("within the family cannot be judged"));
  less = sound;
  less.watched.clear();
  EXPECT_EQ(judged("curious-access", less).state(), ReviewState::not_evaluable);
  less = sound;
  less.accounts = "login;matricule;nom\nlou;17;Lou Sapin\n"; // which word is the family's?
  less.people = "matricule;uf;ipp\n17;Cardiologie;7001\n";
  const auto outcome = judged("curious-access", less);
  EXPECT_EQ(outcome.state(), ReviewState::not_evaluable);
  EXPECT_THAT(outcome.reason(), HasSubstr("family name of its holder"));
}

TEST(CuriousAccess, names_no_patient) {
  const auto findings = seen(house(opened("9001", "2026-11-20") + opened("7002", "2026-11-20") + opened("1002", "2026-11-20")));
  ASSERT_EQ(findings.size(), 3u);
  for (const auto& finding : findings)
    for (const auto* secret : {"9001", "7002", "1002", "personne connue", "Aulne", "Sapin"}) EXPECT_THAT(finding.sentence, Not(HasSubstr(secret)));
}

TEST(WatchedPatients, are_refused_without_a_number_or_with_a_day_that_cannot_be_read) {
  for (const auto* text : {"nom\nSapin\n", "patient;du\n;2026-11-01\n", "patient;du\n1;hier\n"}) EXPECT_THROW(read_sources({.watched = text}), Problem) << text;
  const auto review = read_sources({.watched = "IPP;nom\n1;Sapin\n"});
  EXPECT_TRUE(review.patients_named);
  ASSERT_EQ(review.inputs.size(), 1u);
  EXPECT_EQ(word_of(review.inputs[0].source), "watched");
}

} // namespace
