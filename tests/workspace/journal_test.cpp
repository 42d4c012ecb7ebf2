#include "tests/support/workspaces.hpp"
#include "toolkit/workspace/dialect.hpp"
#include "toolkit/workspace/journal.hpp"
#include "toolkit/workspace/journal_chain.hpp"
#include "toolkit/workspace/settings.hpp"

#include <gmock/gmock.h>

using namespace hdskit;
using namespace tests;
using testing::HasSubstr;

namespace {

class Journal : public OnEachEngine {
protected:
  /// Entries 1 (create) to 6.
  void SetUp() override {
    workspace_.emplace(fresh_workspace());
    for (int i = 2; i <= 6; ++i)
      workspace_->change(acting(i % 2 ? "Hélène Rousset" : "Ivan Petit"), [&](Change& change) { set_setting(change, "name " + std::to_string(i), "value"); });
    ASSERT_FALSE(verify_journal(*workspace_));
  }
  void tamper(const std::string& sql, const std::vector<std::string>& parameters = {}) { workspace_->dialect().execute(sql, parameters); }
  std::int64_t first_broken() {
    const auto link = verify_journal(*workspace_);
    if (!link) return 0;
    EXPECT_THAT(link->sentence, HasSubstr(std::to_string(link->number)));
    return link->number;
  }
  void remember_a_filing(const JournalPosition& position) {
    tamper("insert into filing (id, filed_at, dossier_date, version, pdf_digest, pdf_size, pages, manifest, gaps, journal_number, journal_digest) "
           "values (1, '2026-11-22T12:00:00Z', '2026-11-22', '1', 'x', '1', '1', '', '', :p1, :p2)",
           {std::to_string(position.number), position.digest});
  }
  /// What someone would do who knows the algorithm: recompute every link from `number` on, and the end as well.
  void forge_from(std::int64_t number) {
    auto entries = journal_entries(*workspace_);
    for (auto& entry : entries) {
      if (entry.number < number) continue;
      entry.previous = entry.number == 1 ? "" : entries[static_cast<std::size_t>(entry.number) - 2].digest;
      entry.digest = journal_digest(entry);
      tamper("update journal set previous = :p1, digest = :p2 where number = :p3", {entry.previous, entry.digest, std::to_string(entry.number)});
    }
    tamper("update journal_head set number = :p1, digest = :p2", {std::to_string(entries.back().number), entries.back().digest});
  }
  std::optional<Workspace> workspace_;
};
INSTANTIATE_ON_BOTH_ENGINES(Journal);

TEST(JournalDigest, is_the_published_one) {
  const JournalEntry entry{2, "2026-11-22T10:15:00Z", "Hélène", "edit", "site", "1", R"({"city":""})", R"({"city":"Rodez"})", std::string(64, 'a'), ""};
  // printf '1:220:2026-11-22T10:15:00Z8:Hélène4:edit4:site1:111:{"city":""}16:{"city":"Rodez"}aaaa…' | sha256sum
  EXPECT_EQ(journal_digest(entry), "3b2b556f86f556f73801a1c12470b1fdf52425bdcb771de35b49baf37320b259");
}

TEST(JournalDigest, tells_apart_entries_whose_fields_only_flow_differently) {
  JournalEntry one{.number = 1, .actor = "ab", .verb = "c"}, other{.number = 1, .actor = "a", .verb = "bc"};
  EXPECT_NE(journal_digest(one), journal_digest(other));
}

TEST_P(Journal, numbers_its_entries_without_a_gap_and_says_who_did_what_when) {
  const auto entries = journal_entries(*workspace_);
  ASSERT_EQ(entries.size(), 6u);
  for (std::size_t i = 0; i < entries.size(); ++i) EXPECT_EQ(entries[i].number, static_cast<std::int64_t>(i) + 1);
  EXPECT_EQ(entries[0].verb, "create");
  EXPECT_EQ(entries[1].at, "2026-11-22T10:15:00Z");
  EXPECT_EQ(entries[1].actor, "Ivan Petit");
  EXPECT_EQ(entries[1].kind, "setting");
  EXPECT_EQ(entries[1].subject, "name 2");
  EXPECT_EQ(entries[1].after, R"({"value":"value"})");
  EXPECT_EQ(journal_position(*workspace_), (JournalPosition{6, entries[5].digest}));
}

TEST_P(Journal, is_filtered_by_kind_subject_actor_and_place) {
  const auto numbers = [&](const JournalFilter& filter) {
    std::vector<std::int64_t> result;
    for (const auto& entry : journal_entries(*workspace_, filter)) result.push_back(entry.number);
    return result;
  };
  using testing::ElementsAre;
  EXPECT_THAT(numbers({.kind = "workspace"}), ElementsAre(1));
  EXPECT_THAT(numbers({.kind = "setting", .subject = "name 3"}), ElementsAre(3));
  EXPECT_THAT(numbers({.actor = "Ivan Petit"}), ElementsAre(2, 4, 6));
  EXPECT_THAT(numbers({.after = 4}), ElementsAre(5, 6));
  EXPECT_THAT(numbers({.last = 2}), ElementsAre(5, 6));
  EXPECT_THAT(numbers({.actor = "Ivan Petit", .after = 2, .last = 1}), ElementsAre(6));
  EXPECT_THAT(numbers({.kind = "nothing"}), ElementsAre());
}

TEST_P(Journal, names_the_entry_of_which_any_field_was_altered) {
  for (const auto* column : {"at", "actor", "verb", "kind", "subject", "before", "after", "digest"}) {
    const auto sql = std::string{"update journal set "} + column + " = :p1 where number = 3";
    const auto was = workspace_->read(std::string{"select "} + column + " from journal where number = 3")[0][0];
    tamper(sql, {was + " "});
    EXPECT_EQ(first_broken(), 3) << column;
    tamper(sql, {was});
    EXPECT_EQ(first_broken(), 0) << column;
  }
  tamper("update journal set previous = 'x' where number = 5");
  EXPECT_EQ(first_broken(), 5);
}

TEST_P(Journal, names_the_entry_that_was_removed) {
  tamper("delete from journal where number = 4");
  EXPECT_EQ(first_broken(), 4);
}

TEST_P(Journal, names_the_place_where_a_removed_entry_was_closed_up) {
  tamper("delete from journal where number = 4");
  tamper("update journal set number = 4 where number = 5");
  tamper("update journal set number = 5 where number = 6");
  EXPECT_EQ(first_broken(), 4);
}

TEST_P(Journal, names_the_entry_that_was_slipped_in) {
  tamper("update journal set number = 7 where number = 6");
  tamper("update journal set number = 6 where number = 5");
  tamper("insert into journal (number, at, actor, verb, kind, subject, before, after, previous, digest) "
         "select 5, at, actor, verb, kind, subject, before, after, digest, digest from journal where number = 4");
  EXPECT_EQ(first_broken(), 5);
  tamper("insert into journal (number, verb) values (-3, 'x')");
  EXPECT_EQ(first_broken(), -3);
}

TEST_P(Journal, names_the_first_of_two_entries_that_changed_places) {
  tamper("update journal set number = 100 where number = 3");
  tamper("update journal set number = 3 where number = 4");
  tamper("update journal set number = 4 where number = 100");
  EXPECT_EQ(first_broken(), 3);
}

TEST_P(Journal, notices_a_cut_tail) {
  tamper("delete from journal where number >= 5");
  EXPECT_EQ(first_broken(), 5);
  tamper("delete from journal");
  EXPECT_EQ(first_broken(), 1);
}

TEST_P(Journal, notices_entries_beyond_its_end) {
  tamper("update journal_head set number = 5, digest = (select digest from journal where number = 5)");
  EXPECT_EQ(first_broken(), 6);
  tamper("delete from journal_head");
  EXPECT_EQ(first_broken(), 6);
}

TEST_P(Journal, notices_a_cut_tail_by_a_filing_even_when_the_end_was_forged) {
  remember_a_filing(journal_position(*workspace_));
  EXPECT_EQ(first_broken(), 0);
  tamper("delete from journal where number >= 5");
  forge_from(4);
  EXPECT_EQ(first_broken(), 6);
}

TEST_P(Journal, notices_a_wholly_recomputed_chain_by_a_filing) {
  remember_a_filing(journal_position(*workspace_));
  tamper("update journal set actor = 'Nobody' where number = 2");
  forge_from(2);
  EXPECT_EQ(first_broken(), 6);
}

TEST_P(Journal, goes_on_after_a_filing) {
  remember_a_filing(journal_position(*workspace_));
  workspace_->change(acting(), [](Change& change) { set_setting(change, "later", "x"); });
  EXPECT_EQ(first_broken(), 0);
}

TEST_P(Journal, stops_verifying_when_asked) {
  Progress progress;
  progress.cancelled = [] { return true; };
  EXPECT_EQ(problem_of([&] { verify_journal(*workspace_, progress); }).kind(), ProblemKind::cancelled);
  EXPECT_FALSE(verify_journal(*workspace_)); // and leaves no transaction behind
}

} // namespace
