#include "toolkit/frameworks/framework_import.hpp"

#include "tests/frameworks/findings.hpp"
#include "tests/support/workspaces.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/requirements/answer_store.hpp"
#include "toolkit/requirements/checklist_reader.hpp"
#include "toolkit/requirements/requirement_pair.hpp"
#include "toolkit/workspace/journal.hpp"

namespace {

using namespace hdskit;
using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;
using tests::acting;
using tests::finding;
using tests::problem_of;

const auto today = *Date::of(2026, 11, 22);

struct Requirement {
  const char *own, *name;
};
std::string framework(const std::string& name, const std::vector<Requirement>& requirements, int version = 1) {
  auto text = "urn: urn:t:risk:library:" + name + "\nlocale: fr\nversion: " + std::to_string(version) + "\nname: " + name +
              "\nobjects:\n  framework:\n    urn: urn:t:risk:framework:" + name + "\n    name: " + name + "\n    requirement_nodes:\n";
  text += "    - {urn: 'urn:t:risk:req_node:" + name + ":top', name: Haut, assessable: false}\n";
  for (const auto& [own, title] : requirements)
    text += "    - {urn: 'urn:t:risk:req_node:" + name + ":" + own + "', parent_urn: 'urn:t:risk:req_node:" + name + ":top', assessable: true, name: '" +
            title + "'}\n";
  return text;
}
std::string mapping(const std::string& from, const std::string& to, const std::vector<std::pair<std::string, std::string>>& pairs) {
  auto text = "urn: urn:t:risk:library:m\nlocale: en\nname: m\nobjects:\n  requirement_mapping_sets:\n  - urn: urn:t:risk:req_mapping_set:m\n    name: m\n"
              "    source_framework_urn: urn:t:risk:framework:" +
              from + "\n    target_framework_urn: urn:t:risk:framework:" + to + "\n    requirement_mappings:\n";
  for (const auto& [one, other] : pairs)
    text += "    - {source_requirement_urn: 'urn:t:risk:req_node:" + from + ":" + one + "', target_requirement_urn: 'urn:t:risk:req_node:" + to + ":" + other +
            "', relationship: subset}\n";
  return text;
}

class FrameworkImports : public testing::Test {
protected:
  void SetUp() override {
    change([](Change& change) { adopt_checklist(change, std::string{shipped_checklist("agrement-2006")}); });
  }
  void change(const std::function<void(Change&)>& work) { workspace_.change(acting(), work); }
  FrameworkImport plan(const std::vector<std::string>& texts, bool against = true) {
    std::vector<FrameworkLibrary> libraries;
    for (const auto& text : texts) libraries.push_back(read_library(text, "f" + std::to_string(libraries.size() + 1) + ".yaml"));
    return plan_framework_import(std::move(libraries), against ? &workspace_ : nullptr);
  }
  void import(const std::vector<std::string>& texts, std::optional<Date> since = today) {
    const auto planned = plan(texts);
    change([&](Change& change) { store_framework_import(change, planned, since); });
  }
  std::vector<std::string> item_ids(const std::string& id) {
    std::vector<std::string> ids;
    for (const auto& item : framework_checklist(workspace_, id).items) ids.push_back(item.id);
    return ids;
  }

  ScratchFolder folder_;
  Workspace workspace_ = Workspace::create((folder_.path() / "w.hds").string(), acting());
};

TEST_F(FrameworkImports, keep_a_framework_that_is_followed_from_a_day_on) {
  import({framework("a", {{"1", "Un"}, { "2", "Deux" }})});
  const auto kept = find_framework(workspace_, "t-a");
  EXPECT_EQ(kept.origin, "f1.yaml");
  EXPECT_EQ(kept.use, FrameworkUse::followed);
  EXPECT_EQ(kept.applied_on, today);
  EXPECT_THAT(item_ids("t-a"), ElementsAre("t-a-1", "t-a-2"));
}

TEST_F(FrameworkImports, never_reset_an_answer) {
  import({framework("a", {{"1", "Un"}, {"2", "Deux"}, { "[2]", "Deux bis" }})});
  EXPECT_THAT(item_ids("t-a"), ElementsAre("t-a-1", "t-a-2", "t-a-2-2"));
  change([&](Change& change) {
    const auto checklist = framework_checklist(workspace_, "t-a");
    give_answers(change, checklist, {{.item = "t-a-1", .statement = "Dit de 1."}, {.item = "t-a-2-2", .statement = "Dit de [2]."}});
  });
  const auto newer = framework("a", {{"[2]", "Deux bis"}, {"2", "Deux, autrement"}, {"3", "Trois"}}, 2);
  const auto planned = plan({newer});
  ASSERT_THAT(planned.planned, SizeIs(1));
  EXPECT_EQ(planned.planned[0].effect, ImportEffect::updated);
  EXPECT_THAT(planned.planned[0].difference.added, ElementsAre("t-a-3"));
  EXPECT_THAT(planned.planned[0].difference.reworded, ElementsAre("t-a-2"));
  EXPECT_THAT(planned.planned[0].difference.kept_answers, ElementsAre("t-a-1"));
  import({newer});
  EXPECT_THAT(item_ids("t-a"), ElementsAre("t-a-2-2", "t-a-2", "t-a-3")) << "by foreign name, in whatever order they come now";
  EXPECT_EQ(answer_to(workspace_, "t-a-2-2")->statement, "Dit de [2].");
  EXPECT_EQ(answer_to(workspace_, "t-a-1")->statement, "Dit de 1.") << "of a requirement that went";
  EXPECT_EQ(find_framework(workspace_, "t-a").version, "2");
}

TEST_F(FrameworkImports, of_the_same_file_change_nothing) {
  const auto text = framework("a", {{"1", "Un"}});
  import({text});
  const auto again = plan({text});
  EXPECT_EQ(again.planned[0].effect, ImportEffect::unchanged);
  EXPECT_FALSE(again.changes_anything());
}

TEST_F(FrameworkImports, find_the_frameworks_of_a_mapping_in_all_files_and_in_the_workspace) {
  import({framework("a", {{ "1", "Un" }})});
  import({mapping("a", "b", {{ "1", "9" }}), framework("b", {{ "9", "Neuf" }})});
  const auto pairs = own_pairs(workspace_);
  ASSERT_THAT(pairs, SizeIs(1));
  EXPECT_EQ(pairs[0].from_framework, "t-a");
  EXPECT_EQ(pairs[0].from_item, "t-a-1");
  EXPECT_EQ(pairs[0].to_item, "t-b-9");
  EXPECT_EQ(pairs[0].strength, MappingStrength::covered);
}

TEST_F(FrameworkImports, refuse_mappings_to_what_is_not_there) {
  const auto planned = plan({framework("a", {{"1", "Un"}}), mapping("a", "a", {{"1", "7"}, {"top", "1"}})});
  EXPECT_THAT(planned.libraries[1].defects, ElementsAre(finding(11, "“urn:t:risk:req_node:a:7”")));
  EXPECT_THAT(planned.libraries[1].notes, ElementsAre(finding(6, "headings")));
  const auto without = plan({mapping("a", "b", {{"1", "7"}})});
  EXPECT_THAT(without.libraries[0].defects, Contains(finding(6, "no framework “t-a”")));
  const auto alone = plan({mapping("a", "b", {{"1", "7"}})}, false);
  EXPECT_FALSE(alone.refused()) << "without a workspace nobody can know";
  EXPECT_THAT(alone.libraries[0].notes, SizeIs(2));
  EXPECT_THAT(alone.mappings[0].pairs, SizeIs(1));
}

TEST_F(FrameworkImports, are_all_or_nothing) {
  const auto before = journal_numbers(workspace_).size();
  const auto planned = plan({framework("a", {{"1", "Un"}}), framework("b", {{"1", "Un"}, {"1", "Encore"}})});
  EXPECT_TRUE(planned.refused());
  const auto problem = problem_of([&] { change([&](Change& change) { store_framework_import(change, planned, today); }); });
  EXPECT_THAT(problem.what(), testing::HasSubstr("f2.yaml, line 12"));
  EXPECT_THAT(all_frameworks(workspace_), IsEmpty());
  EXPECT_EQ(journal_numbers(workspace_).size(), before);
}

TEST_F(FrameworkImports, refuse_a_framework_that_comes_twice) {
  EXPECT_THAT(plan({framework("a", {{"1", "Un"}}), framework("a", {{"2", "Deux"}})}).libraries[1].defects, ElementsAre(finding(0, "twice")));
}

} // namespace
