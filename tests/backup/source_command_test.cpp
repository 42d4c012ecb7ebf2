#include "tests/backup/restore_setting.hpp"

#include <gmock/gmock.h>

using namespace hdskit;
using testing::HasSubstr;
using testing::Not;
using tests::put;
namespace fs = std::filesystem;

namespace {

constexpr const char* one_point = R"({"name":"PACS","version":"4.2","points":[{"id":"job 1","begun":"2026-11-22T02:00:00Z","bytes":1000,"label":"pacs1"}]})";

/// Backups behind an adapter that is a shell script.
struct CommandSource : tests::RestoreSetting {
  fs::path adapter = place.path() / "adapter";
  CommandSource() {
    order.source.kind = SourceKind::command;
    order.source.location = adapter.string() + " --server 'pacs 1'";
    fill_source();
    back_up();
  }
  /// $3 is the question: two arguments of the location come before it.
  void answer(const std::string& inventory, const std::string& restore) {
    put(adapter, "#!/bin/sh\nif [ \"$3\" = inventory ]; then\n" + inventory + "\nelse\n" + restore + "\nfi\n");
    fs::permissions(adapter, fs::perms::owner_all);
  }
  static std::string print(const std::string& json) { return "cat <<'END'\n" + json + "\nEND"; }
  std::string copying() const { return "cp -a '" + copy.string() + "/.' \"$7\"; echo '{}'"; }
};

} // namespace

TEST_F(CommandSource, is_restored_compared_and_proven) {
  answer(print(one_point), "test \"$2\" = 'pacs 1' && test \"$4 $5\" = '--point job 1' && test \"$6\" = --into || exit 9\n" + copying());
  order.reference_tree = source;
  const auto found = report();
  expect(found, RunVerdict::proven, "proven");
  EXPECT_EQ(found.point->id, "job 1");
  ASSERT_EQ(found.tools.size(), 1u);
  EXPECT_EQ(found.tools[0].name + " " + found.tools[0].version, "PACS 4.2");
  EXPECT_EQ(found.restored_files, 20u);
}

TEST_F(CommandSource, gets_its_password_at_a_descriptor_and_nowhere_else) {
  order.secret = "très-secret";
  answer(print(one_point),
         "read secret <&3; test \"$secret\" = 'très-secret' || exit 9\nenv >&2; echo \"$secret\" >&2; tr '\\0' ' ' </proc/$$/cmdline >&2\n" + copying());
  const auto outcome = test();
  expect(outcome.report, RunVerdict::proven, "proven_without_reference");
  EXPECT_THAT(read_file(outcome.log), Not(HasSubstr("très-secret")));
  EXPECT_THAT(read_file(outcome.log), HasSubstr("***"));
}

TEST_F(CommandSource, says_by_its_status_what_is_wrong) {
  const auto reason_of = [&](const std::string& inventory, const std::string& restore) {
    answer(inventory, restore);
    const auto found = report();
    return to_field_text(found.verdict) + " " + found.reason;
  };
  const auto listed = print(one_point);
  EXPECT_EQ(reason_of(listed, "exit 20"), "difference damaged");
  EXPECT_EQ(reason_of("exit 20", "true"), "difference damaged");
  for (const auto* status : {"1", "2", "21", "22", "23", "64", "255"}) {
    EXPECT_EQ(reason_of(std::string{"exit "} + status, "true"), "inconclusive drill_broken") << status;
    EXPECT_EQ(reason_of(listed, copying() + "; exit " + status), "inconclusive drill_broken") << status; // restored, and yet it failed
  }
  EXPECT_EQ(reason_of(listed, "kill -9 $$"), "inconclusive drill_broken");
  EXPECT_EQ(reason_of(print(R"({"points":[]})"), "true"), "difference no_backup");
  EXPECT_EQ(reason_of(listed, "echo '{}'"), "difference nothing_restored");
}

TEST_F(CommandSource, tells_the_checks_of_its_product) {
  answer(print(one_point), copying() + " >/dev/null; echo '{\"checks\":[{\"name\":\"dicom\",\"passed\":false,\"sentence\":\"3 images lost\"}]}'");
  const auto found = report();
  expect(found, RunVerdict::difference, "damaged");
  EXPECT_EQ(found.sentences.front(), "3 images lost");
  answer(print(one_point),
         copying() + " >/dev/null; echo '{\"checks\":[{\"name\":\"check_open\",\"passed\":true}],\"newest_datum\":\"2026-11-22T01:58:00Z\"}'");
  EXPECT_EQ(report().level, ProofLevel::accepted);
  EXPECT_TRUE(report().rpo_datum.has_value());
}

TEST_F(CommandSource, may_restore_something_that_is_no_tree) {
  answer(print(one_point), print(R"({"tree":false,"files":12,"bytes":3400})"));
  const auto found = report();
  expect(found, RunVerdict::proven, "proven_without_reference");
  EXPECT_EQ(found.restored_files, 12u);
}

TEST_F(CommandSource, is_not_believed_when_it_says_something_else) {
  for (const auto* answer_of_it : {"", "nonsense", "[]", "{}", R"({"points":{}})", R"({"points":[{"id":""}]})", R"({"points":[{"id":"--help"}]})",
                                   R"({"points":[{"id":"a","begun":"yesterday"}]})", R"({"points":[{"id":"a","bytes":-1}]})", R"({"points":[],"more":1})"}) {
    answer(print(answer_of_it), copying());
    expect(report(), RunVerdict::inconclusive, "drill_broken");
  }
  answer("head -c 3000000 /dev/zero", copying());
  expect(report(), RunVerdict::inconclusive, "drill_broken");
  answer(print(one_point), print(R"({"checks":[{"name":"x"}]})"));
  expect(report(), RunVerdict::inconclusive, "drill_broken");
}

TEST_F(CommandSource, is_not_run_when_others_may_change_it) {
  answer(print(one_point), copying());
  fs::permissions(adapter, fs::perms::all);
  expect(report(), RunVerdict::inconclusive, "drill_broken");
  order.source.location = "adapter";
  expect(report(), RunVerdict::inconclusive, "drill_broken");
}
