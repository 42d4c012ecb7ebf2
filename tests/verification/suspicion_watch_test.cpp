#include "toolkit/verification/content_look.hpp"

#include <algorithm>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace hdskit;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

namespace {

constexpr std::int64_t now = 1'800'000'000'000'000'000, hour = 3'600'000'000'000;
constexpr auto ordinary = ContentLook::ordinary, known = ContentLook::known, scrambled = ContentLook::scrambled, zeros = ContentLook::zeros,
               unseen = ContentLook::unseen;

void find_files(SuspicionWatch& watch, unsigned count, ContentLook look = ordinary, std::uint64_t size = 1000) {
  for (unsigned i = 0; i < count; ++i) {
    TreeEntry entry;
    entry.path = "f" + std::to_string(i);
    entry.size = size;
    entry.modified = now - hour;
    entry.look = look;
    watch.see_found(entry);
  }
}

void change(SuspicionWatch& watch, unsigned count, ContentLook before, ContentLook after) {
  for (unsigned i = 0; i < count; ++i) watch.see_change("a.doc", false, false, true, before, after);
}

void rename_files(SuspicionWatch& watch, unsigned count, const std::string& from, const std::string& to, ContentLook after) {
  for (unsigned i = 0; i < count; ++i) {
    watch.see_change("dossiers/f" + std::to_string(i) + from, false, true, false, ordinary, unseen);
    watch.see_change("dossiers/f" + std::to_string(i) + to, true, false, false, unseen, after);
  }
}

std::vector<SuspicionKind> kinds(const std::vector<Suspicion>& suspicions) {
  std::vector<SuspicionKind> all;
  for (const auto& suspicion : suspicions) all.push_back(suspicion.kind);
  return all;
}

using Previous = SuspicionWatch::Previous;
const std::optional<Previous> before_this{Previous{100, 100'000, "one", 0}};

std::vector<SuspicionKind> told(const SuspicionWatch& watch, const std::optional<Previous>& previous = before_this) {
  return kinds(watch.suspicions(previous, "two"));
}

} // namespace

TEST(SuspicionWatch, is_silent_on_a_day_like_others) {
  SuspicionWatch watch{now};
  find_files(watch, 90, ordinary, 1100);
  find_files(watch, 15, scrambled);
  change(watch, 30, ordinary, ordinary);
  change(watch, 10, known, known);
  change(watch, 9, ordinary, scrambled);
  change(watch, 2, ordinary, zeros);
  rename_files(watch, 9, ".log", ".log_1", ordinary);
  EXPECT_THAT(told(watch), IsEmpty());
}

TEST(SuspicionWatch, tells_files_that_were_encrypted_in_place) {
  SuspicionWatch watch{now};
  find_files(watch, 80);
  find_files(watch, 20, scrambled);
  change(watch, 20, known, scrambled);
  change(watch, 30, ordinary, ordinary);
  const auto suspicions = watch.suspicions(before_this, "two");
  ASSERT_THAT(kinds(suspicions), ElementsAre(SuspicionKind::scrambled_files));
  EXPECT_TRUE(suspicions[0].grave);
  EXPECT_THAT(suspicions[0].sentence, HasSubstr("20 of the 50"));
}

TEST(SuspicionWatch, tells_files_that_a_program_encrypted_and_renamed) {
  SuspicionWatch watch{now};
  find_files(watch, 60);
  find_files(watch, 40, scrambled);
  rename_files(watch, 40, ".docx", ".docx.LOCKED", scrambled);
  const auto suspicions = watch.suspicions(before_this, "two");
  ASSERT_THAT(kinds(suspicions), ElementsAre(SuspicionKind::scrambled_files, SuspicionKind::renamed_by_the_mass));
  EXPECT_TRUE(suspicions[1].grave);
  EXPECT_THAT(suspicions[1].sentence, HasSubstr("“.locked”"));
  EXPECT_THAT(suspicions[1].sentence, HasSubstr("40"));
  EXPECT_THAT(suspicions[1].sentence, ::testing::Not(HasSubstr("dossiers")));
}

TEST(SuspicionWatch, tells_a_mass_renaming_whatever_the_old_extensions_and_the_content) {
  SuspicionWatch watch{now};
  find_files(watch, 100, known);
  rename_files(watch, 8, ".pdf", ".crypt", known);
  rename_files(watch, 8, ".xlsx", ".crypt", known);
  EXPECT_THAT(told(watch), ElementsAre(SuspicionKind::renamed_by_the_mass));
}

TEST(SuspicionWatch, takes_no_moving_of_files_for_a_renaming) {
  SuspicionWatch moved{now};
  find_files(moved, 100);
  rename_files(moved, 50, ".pdf", "-2026.pdf", ordinary);
  EXPECT_THAT(told(moved), IsEmpty());
  SuspicionWatch came{now};
  find_files(came, 120);
  for (int i = 0; i < 20; ++i) came.see_change("n" + std::to_string(i) + ".pdf", true, false, false, unseen, ordinary);
  EXPECT_THAT(told(came), IsEmpty());
  SuspicionWatch mail{now};
  find_files(mail, 100);
  rename_files(mail, 50, ".host", ".host:2,S", ordinary);
  EXPECT_THAT(told(mail), IsEmpty());
  SuspicionWatch few_of_many{now};
  find_files(few_of_many, 1000);
  rename_files(few_of_many, 50, ".doc", ".docx", known);
  EXPECT_THAT(told(few_of_many), IsEmpty());
}

TEST(SuspicionWatch, lets_a_store_of_encrypted_files_grow) {
  SuspicionWatch watch{now};
  find_files(watch, 500, scrambled);
  for (int i = 0; i < 40; ++i) watch.see_change("data/" + std::to_string(i), true, false, false, unseen, scrambled);
  EXPECT_THAT(told(watch), IsEmpty());
  change(watch, 40, ordinary, scrambled);
  EXPECT_THAT(told(watch), ElementsAre(SuspicionKind::scrambled_files)) << "what was plain and no longer is, is told there too";
}

TEST(SuspicionWatch, wonders_at_random_files_when_there_is_nothing_to_compare_with) {
  SuspicionWatch watch{now};
  find_files(watch, 60, scrambled);
  find_files(watch, 40);
  const auto suspicions = watch.suspicions(std::nullopt, "one");
  ASSERT_THAT(kinds(suspicions), ElementsAre(SuspicionKind::scrambled_files));
  EXPECT_FALSE(suspicions[0].grave);
  EXPECT_THAT(told(watch), IsEmpty());
}

TEST(SuspicionWatch, tells_an_empty_restore) {
  SuspicionWatch nothing{now};
  const auto suspicions = nothing.suspicions(std::nullopt, "one");
  ASSERT_THAT(kinds(suspicions), ElementsAre(SuspicionKind::emptied));
  EXPECT_TRUE(suspicions[0].grave);
  SuspicionWatch hollow{now};
  find_files(hollow, 100, unseen, 0);
  EXPECT_THAT(told(hollow), ElementsAre(SuspicionKind::emptied, SuspicionKind::shrunk));
}

TEST(SuspicionWatch, counts_no_folder_for_a_restored_file) {
  SuspicionWatch watch{now};
  TreeEntry folder;
  folder.kind = EntryKind::folder;
  watch.see_found(folder);
  EXPECT_THAT(told(watch, std::nullopt), ElementsAre(SuspicionKind::emptied));
}

TEST(SuspicionWatch, tells_files_that_turned_to_zeros) {
  SuspicionWatch watch{now};
  find_files(watch, 100);
  change(watch, 3, ordinary, zeros);
  change(watch, 10, ordinary, ordinary);
  const auto suspicions = watch.suspicions(before_this, "two");
  ASSERT_THAT(kinds(suspicions), ElementsAre(SuspicionKind::zero_filled));
  EXPECT_TRUE(suspicions[0].grave);
  SuspicionWatch databases{now};
  find_files(databases, 100);
  change(databases, 10, zeros, zeros);
  change(databases, 10, unseen, zeros);
  EXPECT_THAT(told(databases), IsEmpty());
}

TEST(SuspicionWatch, tells_a_backup_that_lost_files_or_bytes) {
  const auto lost = [](unsigned files, std::uint64_t size) {
    SuspicionWatch watch{now};
    find_files(watch, files, ordinary, size);
    return told(watch);
  };
  EXPECT_THAT(lost(96, 1000), IsEmpty());
  EXPECT_THAT(lost(95, 1100), ElementsAre(SuspicionKind::shrunk));
  EXPECT_THAT(lost(100, 801), IsEmpty());
  EXPECT_THAT(lost(100, 800), ElementsAre(SuspicionKind::shrunk));
}

TEST(SuspicionWatch, tells_a_backup_that_stands_still) {
  SuspicionWatch watch{now};
  find_files(watch, 100);
  EXPECT_EQ(watch.tests_without_growth(std::nullopt, "one"), 0u);
  auto previous = *before_this;
  EXPECT_EQ(watch.tests_without_growth(previous, "two"), 1u) << "another backup, as many files and bytes";
  EXPECT_THAT(told(watch, previous), IsEmpty());
  previous.tests_without_growth = 1;
  EXPECT_THAT(told(watch, previous), ElementsAre(SuspicionKind::not_growing));
  find_files(watch, 1);
  EXPECT_THAT(told(watch, previous), IsEmpty());
  EXPECT_EQ(watch.tests_without_growth(previous, "two"), 0u);
  EXPECT_THAT(kinds(watch.suspicions(previous, "one")), ElementsAre(SuspicionKind::not_growing)) << "the same backup again";
}

TEST(SuspicionWatch, tells_dates_in_the_future_but_for_a_day_of_clocks) {
  SuspicionWatch watch{now};
  find_files(watch, 100, ordinary, 1001);
  TreeEntry entry;
  entry.path = "tomorrow";
  entry.size = 1;
  entry.modified = now + 23 * hour;
  watch.see_found(entry);
  EXPECT_THAT(told(watch), IsEmpty());
  entry.modified = now + 25 * hour;
  watch.see_found(entry);
  const auto suspicions = watch.suspicions(before_this, "two");
  ASSERT_THAT(kinds(suspicions), ElementsAre(SuspicionKind::dated_in_the_future));
  EXPECT_FALSE(suspicions[0].grave);
}

TEST(SuspicionWatch, keeps_its_size_whatever_the_number_of_extensions) {
  SuspicionWatch watch{now};
  find_files(watch, 100);
  for (int i = 0; i < 100'000; ++i) watch.see_change("a.x" + std::to_string(i), true, false, false, unseen, ordinary);
  EXPECT_THAT(told(watch), IsEmpty());
}

TEST(SuspicionKind, has_a_word_of_its_own) {
  std::vector<std::string_view> words;
  for (auto kind = SuspicionKind::scrambled_files; kind <= SuspicionKind::dated_in_the_future; kind = static_cast<SuspicionKind>(static_cast<int>(kind) + 1)) {
    words.push_back(word_of(kind));
  }
  EXPECT_EQ(words.front(), "scrambled_files");
  EXPECT_EQ(words.back(), "dated_in_the_future");
  std::sort(words.begin(), words.end());
  EXPECT_EQ(std::adjacent_find(words.begin(), words.end()), words.end());
}
