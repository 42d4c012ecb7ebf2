#include "tests/cli/run.hpp"
#include "toolkit/exchange/sheet.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>

#include <gmock/gmock.h>

namespace tests {
namespace {

using testing::HasSubstr;
using testing::Not;

const char* const library =
    "urn: urn:t:risk:library:a\nlocale: fr\nname: A\nversion: 1\nobjects:\n"
    "  framework:\n    urn: urn:t:risk:framework:a\n    name: Liste A\n    requirement_nodes:\n"
    "    - {urn: 'urn:t:risk:req_node:a:1', name: Un, assessable: true}\n"
    "    - {urn: 'urn:t:risk:req_node:a:2', name: Deux, assessable: true}\n"
    "  risk_matrix:\n    urn: urn:t:risk:matrix:m\n    name: M\n    probability: [{name: Rare}, {name: Souvent}]\n"
    "    impact: [{name: Petit}, {name: Grand}]\n    risk: [{name: Bas}, {name: Haut}]\n    grid: [[0, 0], [0, 1]]\n"
    "  requirement_mapping_set:\n    source_framework_urn: urn:t:risk:framework:a\n    target_framework_urn: urn:t:risk:framework:a\n"
    "    requirement_mappings:\n"
    "    - {source_requirement_urn: 'urn:t:risk:req_node:a:1', target_requirement_urn: 'urn:t:risk:req_node:a:2', relationship: intersect}\n";

class FrameworkImport : public testing::Test {
protected:
  void SetUp() override { put("a.yaml", library); }
  Outcome bare(const std::string& line) const { return run_shell("cd " + folder_.path().string() + "\n" + line); }
  boost::json::value json(const std::string& words) const { return boost::json::parse(bare("$hdskit framework import " + words + " --json").out); }
  void put(const std::string& name, const std::string& bytes) const { hdskit::write_file(folder_.path() / name, bytes); }
  const std::filesystem::path& folder() const { return folder_.path(); }

private:
  hdskit::ScratchFolder folder_;
};

TEST_F(FrameworkImport, says_what_is_in_a_file_without_a_workspace) {
  EXPECT_EQ(boost::json::serialize(json("a.yaml --dry-run")),
            "{\"frameworks\":[{\"id\":\"t-a\",\"name\":\"Liste "
            "A\",\"requirements\":2,\"assessable\":2}],\"mappings\":[{\"from\":\"t-a\",\"to\":\"t-a\",\"pairs\":1}],"
            "\"matrices\":[{\"id\":\"t-m\",\"name\":\"M\",\"likelihood\":2,\"gravity\":2,\"levels\":2}],\"defects\":[],\"notes\":[],\"planned\":[],\"stored\":"
            "false}");
  const auto told = bare("$hdskit framework import a.yaml --dry-run");
  EXPECT_EQ(told.status, 0);
  EXPECT_THAT(told.out, HasSubstr("framework t-a: Liste A; 2 requirements, 2 to assess\n"));
  EXPECT_THAT(told.out, HasSubstr("Nothing was changed.\n"));
  EXPECT_EQ(bare("$hdskit framework import a.yaml").status, 2) << "to keep it, a workspace is needed";
}

TEST_F(FrameworkImport, names_all_defects_of_all_files) {
  put("b.yaml", "objects: {framework: {urn: 'urn:t:r:f:b', name: B, requirement_nodes: [{urn: x, assessable: true}]}}\n");
  put("c.yaml", "a: [\n");
  put("d.xlsx", "PK\x03\x04 broken");
  const auto told = bare("$hdskit framework import b.yaml c.yaml d.xlsx a.yaml --dry-run --json");
  EXPECT_EQ(told.status, 1);
  const auto defects = boost::json::parse(told.out).at("defects").as_array();
  ASSERT_EQ(defects.size(), 3u) << told.out;
  EXPECT_EQ(defects[0].at("file").as_string(), "b.yaml");
  EXPECT_EQ(defects[0].at("line").as_int64(), 1);
  EXPECT_EQ(defects[1].at("file").as_string(), "c.yaml");
  EXPECT_EQ(defects[2].at("file").as_string(), "d.xlsx");
  EXPECT_EQ(bare("$hdskit framework import gone.yaml --dry-run").status, 3);
}

TEST_F(FrameworkImport, refuses_fifty_megabytes_with_a_sentence) {
  const auto told = bare("head -c 52428800 /dev/zero | tr '\\0' '\\n' > large.yaml\n$hdskit framework import large.yaml --dry-run --json");
  EXPECT_EQ(told.status, 1);
  EXPECT_THAT(told.out, HasSubstr("32 MiB"));
}

TEST_F(FrameworkImport, reads_a_workbook) {
  hdskit::write_xlsx(
      folder() / "deming.xlsx",
      {.title = "m", .columns = {{"A"}, {"B"}, {"C"}, {"D"}, {"E"}, {"F"}, {"G"}}, .rows = {{"Port", "Quais", "", "1.1", "Bollards", "Ils tiennent."}}});
  EXPECT_EQ(boost::json::serialize(json("deming.xlsx --dry-run").at("frameworks")),
            "[{\"id\":\"deming-Port\",\"name\":\"Port\",\"requirements\":1,\"assessable\":1}]");
}

TEST_F(FrameworkImport, keeps_and_updates_what_it_read) {
  ASSERT_EQ(bare("$hdskit workspace create W.hds").status, 0);
  const auto preview = json("a.yaml --workspace W.hds --dry-run");
  EXPECT_EQ(boost::json::serialize(preview.at("planned")), "[{\"id\":\"t-a\",\"effect\":\"added\"}]");
  const auto end = bare("$hdskit journal list --last 1 --workspace W.hds --json").out;
  EXPECT_EQ(bare("$hdskit framework import a.yaml --workspace W.hds --follow --scales .").status, 0);
  EXPECT_NE(bare("$hdskit journal list --last 1 --workspace W.hds --json").out, end);
  EXPECT_EQ(bare("$hdskit risk scale --set t-m.json --workspace W.hds").status, 0) << "the matrix is a scale";
  EXPECT_EQ(bare("$hdskit requirement answer t-a-2 --statement 'Dit.' --workspace W.hds").status, 0) << "it is followed";
  EXPECT_EQ(json("a.yaml --workspace W.hds").at("planned").at(0).at("effect").as_string(), "unchanged");
  put("a.yaml", "urn: x\nlocale: fr\nversion: 2\nobjects:\n  frameworks:\n  - urn: urn:t:risk:framework:a\n    name: Liste A\n    requirement_nodes:\n"
                "    - {urn: 'urn:t:risk:req_node:a:1', name: Un, assessable: true}\n");
  const auto updated = json("a.yaml --workspace W.hds").at("planned").at(0);
  EXPECT_EQ(updated.at("effect").as_string(), "updated");
  EXPECT_EQ(boost::json::serialize(updated.at("kept_answers")), "[\"t-a-2\"]");
}

} // namespace
} // namespace tests
