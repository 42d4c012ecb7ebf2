#include "tests/cli/run.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/evidence/evidence_store.hpp"
#include "toolkit/requirements/checklist_reader.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>

#include <gmock/gmock.h>

namespace tests {
namespace {

using testing::HasSubstr;
using testing::Not;

/// A fresh workspace that follows the agrément.
class FrameworkCommands : public testing::Test {
protected:
  void SetUp() override { ASSERT_EQ(run({"workspace", "create", place("W.hds")}).status, 0); }

  std::string place(const std::string& name) const { return (folder_.path() / name).string(); }
  Outcome run(std::vector<std::string> words) const { return run_here(words, {{"LANG", "en_GB.UTF-8"}, {"HDSKIT_WORKSPACE", place("W.hds")}}); }
  boost::json::value json_of(std::vector<std::string> words) const {
    words.emplace_back("--json");
    const auto outcome = run(words);
    EXPECT_EQ(outcome.status, 0) << outcome.err;
    return boost::json::parse(outcome.out);
  }
  void answer(const std::string& item, const std::string& state = "written") const {
    ASSERT_EQ(run({"requirement", "answer", item, "--state", state, "--statement", "Dit de " + item + "."}).status, 0);
  }
  std::string covered_by(const std::string& strength) const { // an item of hds-v2 that an item of the agrément answers
    const auto pairs = json_of({"framework", "map", "agrement-2006", "hds-v2"});
    for (const auto& pair : pairs.as_array())
      if (pair.at("strength").as_string() == strength && pair.at("from_framework") == "agrement-2006") {
        from_ = std::string{pair.at("from_item").as_string()};
        return std::string{pair.at("to_item").as_string()};
      }
    return {};
  }
  mutable std::string from_;

private:
  hdskit::ScratchFolder folder_;
};

const boost::json::value* item_in(const boost::json::value& coverage, std::string_view item) {
  for (const auto& each : coverage.at("items").as_array())
    if (each.at("item").as_string() == item) return &each;
  return nullptr;
}

TEST_F(FrameworkCommands, list_regimes_and_what_each_asks_even_without_a_workspace) {
  const auto bare = run_here({"regime", "list", "--json"});
  ASSERT_EQ(bare.status, 0);
  EXPECT_THAT(bare.out, HasSubstr(R"("id":"hds-v2","kind":"framework")"));
  EXPECT_THAT(bare.out, HasSubstr(R"("id":"incident","kind":"procedure")"));
  bool main = false;
  const auto listed = json_of({"regime", "list"});
  for (const auto& line : listed.as_array()) main |= line.at("id") == "agrement-2006" && line.at("use") == "main";
  EXPECT_TRUE(main);
}

TEST_F(FrameworkCommands, show_items_plan_and_stages_of_a_regime) {
  const auto shown = json_of({"regime", "show", "hds-v2"});
  EXPECT_EQ(shown.at("procedures").at(0).at("id"), "hds-certification");
  EXPECT_FALSE(shown.at("themes").as_array().empty());
  EXPECT_FALSE(shown.at("plan").as_array().empty());
  EXPECT_THAT(run({"regime", "show", "hds-v2"}).out, HasSubstr("EXI-01"));
  EXPECT_THAT(run({"regime", "show", "incident"}).out, HasSubstr("stages"));
  const auto unknown = run({"regime", "show", "hds-v9"});
  EXPECT_EQ(unknown.status, 3);
  EXPECT_THAT(unknown.err, HasSubstr("hds-v2"));
}

TEST_F(FrameworkCommands, follow_a_framework_beside_the_main_checklist) {
  const auto applied = json_of({"regime", "apply", "hds-v2"});
  EXPECT_EQ(applied.at("newly_followed"), true);
  EXPECT_EQ(applied.at("procedures").at(0), "hds-certification");
  const auto frameworks = json_of({"framework", "list"});
  ASSERT_EQ(frameworks.as_array().size(), 2u);
  EXPECT_EQ(frameworks.at(0).at("use"), "main");
  EXPECT_EQ(frameworks.at(1).at("reference"), "hds-v2");
  EXPECT_EQ(frameworks.at(1).at("use"), "followed");
  EXPECT_EQ(frameworks.at(1).at("applied_on"), "2026-11-22");
  EXPECT_EQ(json_of({"regime", "apply", "hds-v2"}).at("newly_followed"), false) << "twice does nothing";
  EXPECT_EQ(json_of({"regime", "apply", "agrement-2006"}).at("newly_followed"), false) << "the main one is followed";
  EXPECT_EQ(run({"workspace", "check"}).status, 0);
}

TEST_F(FrameworkCommands, answer_and_list_items_of_followed_frameworks) {
  EXPECT_EQ(run({"requirement", "answer", "EXI-01", "--state", "written"}).status, 3) << "not followed yet";
  ASSERT_EQ(run({"regime", "apply", "hds-v2"}).status, 0);
  answer("exi-01");
  const auto shown = json_of({"requirement", "show", "EXI-01"});
  EXPECT_EQ(shown.at("framework"), "hds-v2");
  EXPECT_EQ(shown.at("applicability"), "applicable");
  EXPECT_THAT(run({"requirement", "list"}).out, Not(HasSubstr("EXI-01"))) << "the main checklist unless asked otherwise";
  const auto both = run({"requirement", "list", "--framework", "hds-v2", "--framework", "agrement-2006"});
  EXPECT_THAT(both.out, testing::AllOf(HasSubstr("EXI-01"), HasSubstr("R1111-9-1")));
}

TEST_F(FrameworkCommands, exclude_a_control_with_its_justification_alone) {
  ASSERT_EQ(run({"regime", "apply", "soa-27001-2022"}).status, 0);
  const auto refused = run({"requirement", "answer", "SOA-7-1", "--applicability", "excluded"});
  EXPECT_EQ(refused.status, 2);
  EXPECT_THAT(refused.err, HasSubstr("without a justification"));
  ASSERT_EQ(run({"requirement", "answer", "SOA-7-1", "--applicability", "excluded", "--statement", "Sans locaux."}).status, 0);
  const auto shown = json_of({"requirement", "show", "SOA-7-1"});
  EXPECT_EQ(shown.at("applicability"), "excluded");
  EXPECT_EQ(shown.at("may_be_excluded"), true);
}

TEST_F(FrameworkCommands, give_back_the_answers_of_a_framework_that_went_out) {
  ASSERT_EQ(run({"regime", "apply", "soa-27001-2022"}).status, 0);
  ASSERT_EQ(run({"requirement", "answer", "SOA-7-1", "--applicability", "excluded", "--statement", "Sans locaux."}).status, 0);
  const auto table = place("S.csv");
  ASSERT_EQ(run({"requirement", "export", "--framework", "soa-27001-2022", "--output", table}).status, 0);
  EXPECT_THAT(run({"requirement", "import", "--framework", "soa-27001-2022", "--preview", table}).out, HasSubstr("0 answers added, 0 changed"));
  hdskit::write_file(table, hdskit::replaced(read_bytes(table), "excluded", "applicable"));
  ASSERT_EQ(run({"requirement", "import", "--framework", "soa-27001-2022", table}).status, 0);
  EXPECT_EQ(json_of({"requirement", "show", "SOA-7-1"}).at("applicability"), "applicable");
}

TEST_F(FrameworkCommands, say_what_a_new_regime_still_asks) {
  const auto item = covered_by("covers").empty() ? covered_by("equal") : covered_by("covers");
  ASSERT_FALSE(item.empty()) << "the shipped mapping holds such a pair";
  const auto before = json_of({"requirement", "coverage", "--from", "agrement-2006", "--to", "hds-v2"});
  EXPECT_EQ(item_in(before, item)->at("coverage"), "whole");
  EXPECT_EQ(item_in(before, item)->at("remains"), true) << "nobody answered";
  answer(from_);
  const auto after = json_of({"requirement", "coverage", "--from", "agrement-2006", "--to", "hds-v2"});
  EXPECT_EQ(item_in(after, item)->at("remains"), false);
  const auto* part = item_in(after, "EXI-01-A");
  ASSERT_TRUE(part);
  EXPECT_EQ(part->at("part_of"), "EXI-01");
  for (const auto& pair : part->at("pairs").as_array()) EXPECT_TRUE(pair.at("through").is_null() || pair.at("through").is_string());
  EXPECT_EQ(item_in(after, item)->at("own").at("answered"), false) << "nothing is copied";
  EXPECT_LT(after.at("counts").at("remaining").as_int64(), before.at("counts").at("remaining").as_int64());
  const auto& counts = after.at("counts");
  EXPECT_EQ(counts.at("whole").to_number<int>() + counts.at("part").to_number<int>() + counts.at("none").to_number<int>(), counts.at("items").to_number<int>());
  EXPECT_EQ(after.at("remaining").as_array().size(), counts.at("remaining").to_number<std::size_t>());
  EXPECT_EQ(run({"requirement", "coverage", "--from", "hds-v2", "--to", "hds-v2"}).status, 2);
  EXPECT_EQ(run({"requirement", "coverage", "--from", "hds-v2", "--to", "hds-v9"}).status, 3);
}

TEST_F(FrameworkCommands, take_answers_over_on_request_and_never_over_one_that_is_there) {
  const auto item = covered_by("covers").empty() ? covered_by("equal") : covered_by("covers");
  answer(from_);
  auto workspace = hdskit::Workspace::open(place("W.hds"));
  workspace.change({"tester", *hdskit::Instant::parse("2026-11-22T08:00:00Z")},
                   [&](hdskit::Change& change) { hdskit::add_evidence_bytes(change, {.code = "PLAN", .title = "Plan", .requirements = {from_}}, "Un plan."); });
  const auto applied = json_of({"regime", "apply", "hds-v2", "--take-answers"});
  ASSERT_FALSE(applied.at("answers_taken").as_array().empty());
  const auto taken = json_of({"requirement", "show", item});
  EXPECT_THAT(std::string{taken.at("statement").as_string()}, testing::AllOf(HasSubstr(from_), HasSubstr("Dit de " + from_)));
  EXPECT_EQ(taken.at("state"), "written");
  EXPECT_EQ(taken.at("evidence").at(0), "PLAN") << "one document serves all";
  ASSERT_EQ(run({"requirement", "answer", item, "--statement", "La nôtre."}).status, 0);
  EXPECT_TRUE(json_of({"regime", "apply", "hds-v2", "--take-answers"}).at("answers_taken").as_array().empty());
  EXPECT_EQ(json_of({"requirement", "show", item}).at("statement"), "La nôtre.");
}

TEST_F(FrameworkCommands, compare_the_ways_to_the_pmsi_side_by_side) {
  const auto compared = json_of({"regime", "compare", "pmsi-atih", "pmsi-casd", "pmsi-ad-hoc"});
  EXPECT_EQ(compared.at("frameworks").as_array().size(), 3u);
  bool airlock = false;
  for (const auto& line : compared.at("lines").as_array())
    if (line.at("key") == "airlock") airlock = line.at("items").at(2).at("item") == "PMSI-ADHOC-airlock";
  EXPECT_TRUE(airlock);
  EXPECT_EQ(run({"regime", "compare", "pmsi-atih"}).status, 2);
}

TEST_F(FrameworkCommands, add_change_and_remove_correspondences_of_the_hospital) {
  ASSERT_EQ(run({"framework", "map", "--add", "R1111-9-1", "EXI-31", "--strength", "covers", "--note", "Vu ensemble"}).status, 0);
  const auto pairs = json_of({"framework", "map", "R1111-9-1", "EXI-31"});
  ASSERT_EQ(pairs.as_array().size(), 1u);
  EXPECT_EQ(pairs.at(0).at("shipped"), false);
  EXPECT_EQ(pairs.at(0).at("note"), "Vu ensemble");
  ASSERT_EQ(run({"framework", "map", "--add", "EXI-31", "R1111-9-1", "--strength", "covers"}).status, 0) << "read the other way";
  EXPECT_EQ(json_of({"framework", "map", "R1111-9-1", "EXI-31"}).at(0).at("strength"), "covered");
  ASSERT_EQ(run({"framework", "map", "--remove", "R1111-9-1", "EXI-31"}).status, 0);
  EXPECT_EQ(run({"framework", "map", "--remove", "R1111-9-1", "EXI-31"}).status, 3);
  EXPECT_EQ(run({"framework", "map", "--add", "R1111-9-1"}).status, 2);
  EXPECT_EQ(run({"framework", "map", "--add", "R1111-9-1", "R1111-9-2", "--strength", "equal"}).status, 2) << "one framework";
  EXPECT_THAT(run({"journal", "list"}).out, HasSubstr("requirement_mapping"));
}

TEST_F(FrameworkCommands, upgrade_a_framework_without_touching_an_answer) {
  ASSERT_EQ(run({"regime", "apply", "mr-005"}).status, 0);
  answer("MR005-scope");
  const auto xml = std::string{hdskit::shipped_checklist("mr-005")};
  hdskit::write_file(place("newer.xml"), hdskit::replaced(hdskit::replaced(xml, "\"MR005-scope\"", "\"MR005-frame\""), "version=\"1\"", "version=\"2\""));
  const auto preview = json_of({"framework", "upgrade", "mr-005", "--file", place("newer.xml"), "--preview"});
  EXPECT_EQ(preview.at("changed"), false);
  EXPECT_EQ(json_of({"framework", "list"}).at(1).at("version"), "1");
  const auto done = json_of({"framework", "upgrade", "mr-005", "--file", place("newer.xml")});
  EXPECT_EQ(done.at("added").at(0), "MR005-frame");
  EXPECT_EQ(done.at("removed").at(0), "MR005-scope");
  EXPECT_EQ(done.at("kept_answers").at(0), "MR005-scope");
  EXPECT_EQ(json_of({"framework", "list"}).at(1).at("version"), "2");
  EXPECT_EQ(run({"framework", "upgrade", "mr-006", "--file", place("newer.xml")}).status, 3) << "not kept";
  EXPECT_EQ(run({"framework", "upgrade", "agrement-2006", "--file", place("newer.xml")}).status, 2) << "of another framework";
  ASSERT_EQ(run({"framework", "remove", "mr-005"}).status, 0);
  ASSERT_EQ(run({"regime", "apply", "mr-005"}).status, 0);
  EXPECT_EQ(json_of({"requirement", "show", "MR005-scope"}).at("answered"), true) << "the answer waited";
}

} // namespace
} // namespace tests
