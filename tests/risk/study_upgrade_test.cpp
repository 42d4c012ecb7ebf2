#include "tests/risk/study_workspace.hpp"
#include "tests/support/child.hpp"
#include "toolkit/risk/study_json.hpp"
#include "toolkit/workspace/dialect.hpp"
#include "toolkit/workspace/journal.hpp"
#include "toolkit/workspace/journal_chain.hpp"
#include "toolkit/workspace/migration.hpp"
#include "toolkit/workspace/opening.hpp"
#include "toolkit/workspace/settings.hpp"

#include <set>

using namespace hdskit;
using namespace tests;
using testing::IsEmpty;

namespace {

class OlderWorkspace : public OnEachEngine {
protected:
  /// As the program left it that knew procedures, but no risks.
  std::string workspace_of_format_5() {
    const auto location = fresh_location();
    create_at_format(location, 5, acting(), [](Dialect& dialect) {
      append_to_journal(dialect, acting(), "create", "workspace", "", "", "");
      dialect.execute("insert into setting (name, value) values ('kept', 'yes')");
      append_to_journal(dialect, acting(), "add", "setting", "kept", "", R"({"value":"yes"})");
    });
    return location;
  }
};
INSTANTIATE_ON_BOTH_ENGINES(OlderWorkspace);

TEST_P(OlderWorkspace, takes_a_risk_study_once_it_is_upgraded) {
  const auto location = workspace_of_format_5();
  EXPECT_EQ(problem_of([&] { Workspace::open(location); }).kind(), ProblemKind::older_format);
  upgrade_workspace(location, acting(), folder() / "before.hds");
  auto workspace = Workspace::open(location);
  EXPECT_EQ(setting(workspace, "kept"), "yes");
  EXPECT_THAT(read_study(workspace).risks, IsEmpty());
  workspace.change(acting(), [](Change& change) { risk_kind("risk").add(change, {{"name", "Panne"}}); });
  EXPECT_EQ(read_study(workspace).risks.at(0).reference, "R1");
  EXPECT_FALSE(verify_journal(workspace));
  EXPECT_THAT(check_workspace(workspace), IsEmpty());
}

class SharedStudy : public OnEachEngine {};
INSTANTIATE_ON_BOTH_ENGINES(SharedStudy);

TEST_P(SharedStudy, gives_two_processes_references_of_their_own) {
  constexpr int each = 25;
  const auto location = fresh_location();
  { const auto made = Workspace::create(location, acting()); }
  const auto work = [&](const char* name) {
    auto workspace = Workspace::open(location, std::chrono::seconds{60});
    for (int i = 0; i < each; ++i) workspace.change(acting(name), [&](Change& change) { risk_kind("risk").add(change, {{"name", name}}); });
  };
  Child other{[&](const Child::Line&) { work("Ivan Petit"); }};
  work("Hélène Rousset");
  EXPECT_EQ(other.end(), 0);
  const auto workspace = Workspace::open(location);
  std::set<std::string> references;
  for (const auto& risk : read_study(workspace).risks) references.insert(risk.reference);
  EXPECT_EQ(references.size(), 2u * each);
  EXPECT_TRUE(references.contains("R" + std::to_string(2 * each)));
  EXPECT_THAT(check_workspace(workspace), IsEmpty());
}

} // namespace
