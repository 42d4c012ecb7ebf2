#include "toolkit/habilitation/habilitation_store.hpp"

#include "tests/support/workspaces.hpp"
#include "toolkit/base/problem.hpp"

#include <gmock/gmock.h>

namespace tests {
namespace {

using namespace hdskit;

class HabilitationStore : public OnEachEngine {
protected:
  Workspace workspace_ = fresh_workspace();
  void add(std::string_view kind, const Assignments& values) {
    workspace_.change(acting(), [&](Change& change) { habilitation_kind(kind).add(change, values); });
  }
  void add_project_and_person() {
    add("access-project", {{"title", "Parcours"}, {"frame", "mr-006"}});
    add("authorised-person", {{"project", "PRJ1"}, {"name", "Hermine Calvemont"}, {"starts_on", "2026-01-01"}, {"ends_on", "2026-12-31"}});
  }
};

TEST_P(HabilitationStore, gives_references_and_an_end_to_each_access) {
  add_project_and_person();
  EXPECT_EQ(read_habilitation(workspace_).people[0].reference, "HAB1");
  EXPECT_THROW(add("authorised-person", {{"project", "PRJ1"}, {"name", "X"}, {"starts_on", "2026-01-01"}}), Problem);
  EXPECT_EQ(problem_of([&] {
              add("authorised-person", {{"project", "PRJ1"}, {"name", "X"}, {"starts_on", "2026-02-01"}, {"ends_on", "2026-01-01"}});
            }).subject(),
            "ends_on");
}

TEST_P(HabilitationStore, one_potential_identifier_a_profile) {
  add("access-project", {{"title", "Parcours"}});
  const Assignments person{{"project", "PRJ1"}, {"name", "X"}, {"starts_on", "2026-01-01"}, {"ends_on", "2026-12-31"}};
  const auto with = [&](const char* identifiers) {
    auto values = person;
    values.emplace_back("identifiers", identifiers);
    return values;
  };
  EXPECT_EQ(problem_of([&] { add("authorised-person", with("care-date; birth-month")); }).subject(), "identifiers");
  EXPECT_EQ(problem_of([&] { add("authorised-person", with("nir")); }).subject(), "identifiers");
  add("authorised-person", with("care-date"));
}

TEST_P(HabilitationStore, an_output_is_decided_by_somebody_else_after_a_check) {
  add_project_and_person();
  const auto output = [&](Assignments more) {
    Assignments values{{"project", "PRJ1"}, {"person", "HAB1"}, {"moment", "2026-05-04T10:30"}, {"description", "Tableau 3"}};
    values.insert(values.end(), more.begin(), more.end());
    return problem_of([&] { add("output-release", values); });
  };
  EXPECT_EQ(output({{"decision", "released"}}).subject(), "decided_by");
  EXPECT_EQ(output({{"decision", "released"}, {"decided_by", "hermine calvemont"}, {"checked", "2026-05-04"}}).subject(), "decided_by");
  EXPECT_EQ(output({{"decision", "released"}, {"decided_by", "Octave Dornevial"}}).subject(), "checked");
  add("output-release", {{"project", "PRJ1"},
                         {"person", "HAB1"},
                         {"moment", "2026-05-04T10:30"},
                         {"description", "Tableau 3"},
                         {"decision", "released"},
                         {"decided_by", "Octave Dornevial"},
                         {"checked", "2026-05-04"}});
  EXPECT_EQ(read_habilitation(workspace_).outputs[0].reference, "SOR1");
}

TEST_P(HabilitationStore, a_moment_is_written_to_the_minute) {
  add_project_and_person();
  EXPECT_EQ(problem_of([&] {
              add("output-release", {{"project", "PRJ1"}, {"person", "HAB1"}, {"moment", "hier"}, {"description", "x"}});
            }).subject(),
            "moment");
}

INSTANTIATE_ON_BOTH_ENGINES(HabilitationStore);

} // namespace
} // namespace tests
