#include "toolkit/habilitation/check_habilitation.hpp"

#include <gmock/gmock.h>

namespace tests {
namespace {

using namespace hdskit;
using testing::ElementsAre;
using testing::IsEmpty;

const auto today = *Date::parse("2026-11-22");
std::optional<Date> on(const char* text) { return Date::parse(text); }

class Register : public testing::Test {
protected:
  Register() {
    AccessProject project;
    project.reference = "PRJ1";
    project.title = "Parcours";
    project.frame = AccessFrame::snds_project;
    project.starts_on = on("2026-01-01");
    project.ends_on = on("2027-12-31");
    all.projects = {project};
    AuthorisedPerson person;
    person.reference = "HAB1";
    person.project = "prj1";
    person.name = "Ghislain Hautecombre";
    person.registration_authority = "DIM";
    person.identifiers = {"care-date"};
    person.trained_on = person.undertaking_on = on("2026-01-10");
    person.conditions_on = person.starts_on = on("2026-02-01");
    person.ends_on = on("2027-01-31");
    all.people = {person};
  }
  std::vector<std::string_view> rules() const {
    std::vector<std::string_view> names;
    for (const auto& finding : check_habilitation(all, today)) names.push_back(finding.rule);
    return names;
  }
  Habilitation all;
};

TEST_F(Register, has_nothing_to_say_of_what_holds) { EXPECT_THAT(rules(), IsEmpty()); }

TEST_F(Register, wants_training_and_undertaking_before_the_first_access) {
  all.people[0].trained_on = on("2026-02-02");
  EXPECT_THAT(rules(), ElementsAre("not-trained"));
  all.people[0].undertaking_on.reset();
  all.people[0].conditions_on.reset();
  all.people[0].registration_authority.clear();
  EXPECT_THAT(rules(), ElementsAre("not-trained", "no-undertaking", "conditions-not-signed", "no-registration-authority"));
}

TEST_F(Register, wants_an_account_closed_when_the_access_ends) {
  all.people[0].ends_on = on("2026-11-21");
  EXPECT_THAT(rules(), ElementsAre("account-outlives-access"));
  all.people[0].closed_on = on("2026-11-21");
  EXPECT_THAT(rules(), IsEmpty());
}

TEST_F(Register, wants_a_review_a_year_after_the_last_one) {
  all.people[0].starts_on = all.people[0].conditions_on = on("2025-11-21");
  all.people[0].trained_on = all.people[0].undertaking_on = on("2025-11-01");
  EXPECT_THAT(rules(), ElementsAre("review-overdue"));
  all.people[0].reviewed_on = on("2025-11-22");
  EXPECT_THAT(rules(), IsEmpty());
}

TEST_F(Register, wants_studies_of_a_methodology_in_the_public_directory) {
  all.people.clear();
  all.projects[0].frame = AccessFrame::mr_006;
  EXPECT_THAT(rules(), ElementsAre("not-registered", "no-laboratory"));
  all.projects[0].registered_on = on("2026-01-01");
  all.projects[0].laboratory = "Bureau d’essai";
  EXPECT_THAT(rules(), IsEmpty());
  all.projects[0].last_publication = on("2024-11-21");
  EXPECT_THAT(rules(), ElementsAre("kept-too-long"));
  all.projects[0].convention_until = on("2026-06-30");
  EXPECT_THAT(rules(), ElementsAre("convention-ended", "kept-too-long"));
}

TEST_F(Register, one_potential_identifier_at_a_time) {
  all.people[0].identifiers.push_back("birth-month");
  EXPECT_THAT(rules(), ElementsAre("several-identifiers"));
}

TEST_F(Register, looks_at_the_log_of_the_airlock) {
  OutputRelease output;
  output.reference = "SOR1";
  output.project = "PRJ1";
  output.person = "HAB1";
  output.moment = "2026-10-01T10:00";
  all.outputs = {output};
  EXPECT_THAT(rules(), ElementsAre("output-undecided"));
  all.outputs[0].decision = ReleaseDecision::released;
  EXPECT_THAT(rules(), ElementsAre("output-without-check"));
  all.outputs[0].checked = on("2026-10-01");
  all.outputs[0].digest = std::string(64, 'a');
  EXPECT_THAT(rules(), IsEmpty());
}

TEST_F(Register, tells_the_days_to_come) {
  const auto days = habilitation_days(all);
  ASSERT_EQ(days.size(), 2u);
  EXPECT_EQ(days[0].kind, "end");
  EXPECT_EQ(days[1].day, *on("2027-02-01"));
}

} // namespace
} // namespace tests
