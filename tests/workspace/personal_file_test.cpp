#include "toolkit/workspace/personal_file.hpp"

#include "tests/support/workspaces.hpp"
#include "toolkit/workspace/care.hpp"
#include "toolkit/workspace/dialect.hpp"
#include "toolkit/workspace/intactness.hpp"
#include "toolkit/workspace/journal.hpp"
#include "toolkit/workspace/journal_reversal.hpp"

#include <gmock/gmock.h>

namespace tests {
namespace {

using namespace hdskit;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

const auto day = [](const char* text) { return *Date::parse(text); };

class PersonalFiles : public OnEachEngine {
protected:
  Workspace workspace_ = fresh_workspace();
  void put(const std::string& name, const std::string& content, std::optional<Date> until = {}) {
    workspace_.change(acting(), [&](Change& change) { put_personal_file(change, name, content, until); });
  }
  std::vector<std::string> forget(Date today) {
    std::vector<std::string> names;
    workspace_.change(acting(), [&](Change& change) { names = forget_personal_files(change, today); });
    return names;
  }
  std::string whole_journal() {
    std::string text;
    for (const auto& entry : journal_entries(workspace_)) text += entry.before + entry.after;
    return text;
  }
};
INSTANTIATE_ON_BOTH_ENGINES(PersonalFiles);

TEST_P(PersonalFiles, give_back_what_was_put_until_its_day) {
  put("campaign/RH1/lines", "[\"Rousset\"]", day("2027-12-31"));
  const auto file = personal_file(workspace_, "campaign/RH1/lines");
  ASSERT_TRUE(file);
  EXPECT_EQ(file->content, "[\"Rousset\"]");
  EXPECT_EQ(file->digest, digest_of("[\"Rousset\"]").hex());
  EXPECT_EQ(file->kept_until, day("2027-12-31"));
  EXPECT_FALSE(personal_file(workspace_, "campaign/RH2/lines"));
  EXPECT_THAT(check_workspace(workspace_), IsEmpty());
}

TEST_P(PersonalFiles, leave_nothing_of_what_they_say_in_the_journal) {
  put("population/PC1", "Rousset", day("2027-12-31"));
  put("population/PC1", "Kervella", day("2027-12-31"));
  EXPECT_THAT(whole_journal(), Not(HasSubstr("Rousset")));
  EXPECT_THAT(whole_journal(), Not(HasSubstr("Kervella")));
  EXPECT_THAT(whole_journal(), HasSubstr(digest_of("Kervella").hex()));
  EXPECT_EQ(personal_file(workspace_, "population/PC1")->content, "Kervella");
  EXPECT_THAT(check_workspace(workspace_), IsEmpty());
}

TEST_P(PersonalFiles, are_forgotten_after_their_last_day_and_not_on_it) {
  put("population/PC1", "Rousset", day("2027-01-31"));
  put("population/PC2", "Kervella", day("2027-02-28"));
  put("population/PC3", "Le Goff");
  EXPECT_FALSE(any_to_forget(workspace_, day("2027-01-31")));
  EXPECT_TRUE(any_to_forget(workspace_, day("2027-02-01")));
  EXPECT_THAT(forget(day("2027-02-01")), ElementsAre("population/PC1"));
  EXPECT_THAT(personal_file_names(workspace_, "population/"), ElementsAre("population/PC2", "population/PC3"));
  EXPECT_THAT(check_workspace(workspace_), IsEmpty());
}

TEST_P(PersonalFiles, are_kept_until_another_day_when_it_is_said) {
  put("campaign/RH1/lines", "a", day("2027-01-31"));
  put("campaign/RH1/decisions", "b");
  put("campaign/RH10/lines", "c", day("2027-01-31"));
  workspace_.change(acting(), [&](Change& change) { keep_personal_files(change, "campaign/RH1/", day("2028-01-31")); });
  EXPECT_EQ(personal_file(workspace_, "campaign/RH1/lines")->kept_until, day("2028-01-31"));
  EXPECT_EQ(personal_file(workspace_, "campaign/RH1/decisions")->kept_until, day("2028-01-31"));
  EXPECT_EQ(personal_file(workspace_, "campaign/RH10/lines")->kept_until, day("2027-01-31"));
  EXPECT_THAT(check_workspace(workspace_), IsEmpty());
}

TEST_P(PersonalFiles, that_were_altered_are_not_read_and_are_named_by_the_check) {
  put("population/PC1", "Rousset");
  workspace_.dialect().execute("update personal_file set content = 'Kervella'", {});
  EXPECT_EQ(problem_of([&] { personal_file(workspace_, "population/PC1"); }).kind(), ProblemKind::damaged);
  EXPECT_THAT(check_workspace(workspace_), Contains(HasSubstr("population/PC1")));
  workspace_.dialect().execute("update personal_file set digest = '" + digest_of("Kervella").hex() + "'", {});
  EXPECT_THAT(check_workspace(workspace_), Contains(HasSubstr("its “digest”")));
}

TEST_P(PersonalFiles, that_vanished_without_being_forgotten_are_missed) {
  put("population/PC1", "Rousset");
  workspace_.dialect().execute("delete from personal_file", {});
  EXPECT_THAT(check_workspace(workspace_), Contains(HasSubstr("removed without hdskit")));
}

TEST_P(PersonalFiles, cannot_be_called_back_from_the_journal) {
  put("population/PC1", "Rousset", day("2027-01-31"));
  forget(day("2028-01-01"));
  const auto last = journal_position(workspace_).number;
  EXPECT_THAT(problem_of([&] { workspace_.change(acting(), [&](Change& change) {
                                 revert_changes(change, {last, last});
                               }); }).what(),
              HasSubstr("personal details"));
}

TEST_P(PersonalFiles, have_names_that_the_program_gives) {
  workspace_.change(acting(), [&](Change& change) {
    for (const char* name : {"", "../etc", "a b", "é"}) EXPECT_THROW(put_personal_file(change, name, "x", {}), std::logic_error) << name;
    put_personal_file(change, "population/PC1", "x", {});
  });
}

TEST(PersonalFile, leaves_no_byte_in_the_file_once_it_is_forgotten) {
  const ScratchFolder folder;
  const auto file = folder.path() / "w.hds";
  auto workspace = Workspace::create(file.string(), acting());
  std::string content;
  while (content.size() < 200'000) content += "Rousset-Kermarrec;810001234567\n";
  workspace.change(acting(), [&](Change& change) { put_personal_file(change, "population/PC1", content, day("2027-01-31")); });
  EXPECT_THAT(read_file(file), HasSubstr("Rousset-Kermarrec"));
  workspace.change(acting(), [&](Change& change) { forget_personal_files(change, day("2027-06-01")); });
  EXPECT_THAT(read_file(file), Not(HasSubstr("Rousset-Kermarrec")));
}

} // namespace
} // namespace tests
