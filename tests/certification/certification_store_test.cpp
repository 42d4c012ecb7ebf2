#include "toolkit/certification/certification_store.hpp"

#include "tests/support/workspaces.hpp"
#include "toolkit/base/problem.hpp"

#include <gmock/gmock.h>

namespace tests {
namespace {

using namespace hdskit;
using testing::HasSubstr;

class CertificationStore : public OnEachEngine {
protected:
  Workspace workspace_ = fresh_workspace();
  void add(std::string_view kind, const Assignments& values) {
    workspace_.change(acting(), [&](Change& change) { certification_kind(kind).add(change, values); });
  }
  void add_audit() { add("certification-audit", {{"framework", "hds-v2"}, {"stage", "stage-2"}, {"held_on", "2026-09-10"}}); }
};

TEST_P(CertificationStore, gives_references_and_reads_back_what_was_recorded) {
  add_audit();
  add("nonconformity",
      {{"audit", "aud1"}, {"finding", "Les traces ne sont pas auditées."}, {"item", "EXI-16"}, {"found_on", "2026-09-12"}, {"grade", "major"}});
  const auto all = read_certification(workspace_);
  ASSERT_EQ(all.nonconformities.size(), 1u);
  EXPECT_EQ(all.nonconformities[0].reference, "NC1");
  EXPECT_EQ(all.nonconformities[0].audit, "AUD1");
  EXPECT_EQ(all.audits[0].stage, AuditStage::stage_2);
}

TEST_P(CertificationStore, refuses_an_audit_that_is_not_there_and_days_in_the_wrong_order) {
  EXPECT_THROW(add("nonconformity", {{"audit", "AUD9"}, {"finding", "x"}}), Problem);
  add_audit();
  const auto corrected_before = problem_of([&] {
    add("nonconformity", {{"audit", "AUD1"}, {"finding", "x"}, {"found_on", "2026-09-12"}, {"corrected_on", "2026-09-01"}});
  });
  EXPECT_EQ(corrected_before.subject(), "corrected_on");
  const auto closed = problem_of([&] { add("nonconformity", {{"audit", "AUD1"}, {"finding", "x"}, {"state", "closed"}}); });
  EXPECT_EQ(closed.subject(), "closed_on");
}

TEST_P(CertificationStore, knows_six_activities_and_asks_from_which_country) {
  EXPECT_EQ(problem_of([&] { add("hosting-actor", {{"name", "A"}, {"role", "r"}, {"activities", "1; 7"}}); }).subject(), "activities");
  EXPECT_EQ(problem_of([&] { add("hosting-actor", {{"name", "A"}, {"role", "r"}, {"access_outside_eea", "yes"}}); }).subject(), "country");
  add("hosting-actor", {{"name", "A"}, {"role", "r"}, {"activities", "1; 6"}});
  EXPECT_EQ(read_certification(workspace_).actors[0].reference, "AH1");
}

INSTANTIATE_ON_BOTH_ENGINES(CertificationStore);

TEST(Nonconformity, is_to_be_corrected_within_three_months) {
  Nonconformity one;
  one.found_on = Date::parse("2026-11-30");
  EXPECT_EQ(due_day(one), Date::parse("2027-02-28"));
  one.due = Date::parse("2027-01-15");
  EXPECT_EQ(due_day(one), Date::parse("2027-01-15"));
  EXPECT_TRUE(is_late(one, *Date::parse("2027-01-16")));
  EXPECT_FALSE(is_late(one, *Date::parse("2027-01-15")));
  one.state = NonconformityState::corrected;
  EXPECT_TRUE(is_late(one, *Date::parse("2027-01-16"))) << "the body has still to look at it";
  one.state = NonconformityState::closed;
  EXPECT_FALSE(is_late(one, *Date::parse("2027-01-16")));
}

TEST(Nonconformity, a_remark_has_no_day_of_its_own) {
  Nonconformity one;
  one.found_on = Date::parse("2026-11-30");
  one.grade = NonconformityGrade::remark;
  EXPECT_EQ(due_day(one), std::nullopt);
}

} // namespace
} // namespace tests
