#include "toolkit/workspace/record_window.hpp"

#include "tests/support/workspaces.hpp"
#include "toolkit/workspace/journal.hpp"
#include "toolkit/workspace/settings.hpp"

#include <gmock/gmock.h>

#include <numeric>

using namespace hdskit;
using namespace tests;
using testing::ElementsAre;
using testing::IsEmpty;

namespace {

using Ids = std::vector<std::int64_t>;

/// A record type of the tests, in a table of the migrations.
struct Ward {
  Id<Ward> id;
  std::string code, name;
  std::optional<std::int64_t> volume;
  static const RecordType<Ward>& type() {
    static const Field<Ward> fields[] = {field<&Ward::code>("code", "Code"), field<&Ward::name>("name", "Name"), field<&Ward::volume>("volume_gb", "Volume")};
    static const RecordType<Ward> type{"service", "Ward", fields};
    return type;
  }
};

class RecordWindow : public OnEachEngine {
protected:
  void SetUp() override {
    workspace_.emplace(fresh_workspace());
    workspace_->change(acting(), [](Change& change) {
      add_record(change, Ward{.code = "DPI", .name = "Évaluation", .volume = 900});
      add_record(change, Ward{.code = "PACS", .name = "imagerie médicale", .volume = 12000});
      add_record(change, Ward{.code = "LAB", .name = "Zéphyr", .volume = 1000});
      add_record(change, Ward{.code = "URG", .name = "Imagerie des urgences", .volume = {}});
      add_record(change, Ward{.code = "DPI", .name = "Bloc", .volume = 900});
    });
  }
  Ids ordered(std::string_view field, bool descending = false) const { return record_ids<Ward>(*workspace_, {field, descending}); }
  Ids holding(std::string_view words, const RecordOrder& order = {}) const { return record_ids_holding<Ward>(*workspace_, {"code", "name"}, words, order); }

  std::optional<Workspace> workspace_;
};
INSTANTIATE_ON_BOTH_ENGINES(RecordWindow);

TEST_P(RecordWindow, numbers_records_as_they_were_recorded) {
  EXPECT_THAT(ordered(""), ElementsAre(1, 2, 3, 4, 5));
  EXPECT_THAT(ordered("", true), ElementsAre(5, 4, 3, 2, 1));
}

TEST_P(RecordWindow, orders_texts_by_their_bytes_on_every_engine) {
  EXPECT_THAT(ordered("name"), ElementsAre(5, 4, 3, 2, 1)); // Bloc, Imagerie, Zéphyr, imagerie, Évaluation
  EXPECT_THAT(ordered("name", true), ElementsAre(1, 2, 3, 4, 5));
}

TEST_P(RecordWindow, keeps_equals_as_they_were_recorded) {
  EXPECT_THAT(ordered("code"), ElementsAre(1, 5, 3, 2, 4));
  EXPECT_THAT(ordered("code", true), ElementsAre(4, 2, 3, 1, 5));
}

TEST_P(RecordWindow, orders_numbers_as_numbers) { EXPECT_THAT(ordered("volume_gb"), ElementsAre(4, 1, 5, 3, 2)); }

TEST_P(RecordWindow, finds_every_word_in_one_field_or_another) {
  EXPECT_THAT(holding("IMAGERIE"), ElementsAre(2, 4));
  EXPECT_THAT(holding("imagerie urg"), ElementsAre(4));
  EXPECT_THAT(holding("medicale pacs"), ElementsAre(2));
  EXPECT_THAT(holding("evaluation"), ElementsAre(1));
  EXPECT_THAT(holding("imagerie absente"), IsEmpty());
  EXPECT_THAT(holding("imagerie", {"name"}), ElementsAre(4, 2));
  EXPECT_THAT(holding(" \t"), ElementsAre(1, 2, 3, 4, 5)) << "nothing is sought";
  EXPECT_THAT(holding("12000"), IsEmpty()) << "a field that is not searched";
  EXPECT_THAT(holding("' or 1=1 --"), IsEmpty());
}

TEST_P(RecordWindow, does_not_find_a_word_across_two_fields) { EXPECT_THAT(holding("dpieva"), IsEmpty()); }

TEST_P(RecordWindow, gives_the_records_of_the_numbers_in_their_order) {
  workspace_->change(acting(), [](Change& change) { remove_record<Ward>(change, Id<Ward>{3}); });
  std::vector<std::string> names;
  for (const auto& ward : records_numbered<Ward>(*workspace_, Ids{4, 3, 1, 99, 2})) names.push_back(ward.id.text() + ward.code);
  EXPECT_THAT(names, ElementsAre("4URG", "1DPI", "2PACS"));
  EXPECT_TRUE(records_numbered<Ward>(*workspace_, Ids{}).empty());
}

TEST_P(RecordWindow, refuses_fields_that_are_not_there_and_windows_without_end) {
  EXPECT_THROW(ordered("volume"), std::logic_error);
  EXPECT_THROW(record_ids_holding<Ward>(*workspace_, {"name\""}, "x"), std::logic_error);
  Ids many(record_window_limit + 1);
  std::iota(many.begin(), many.end(), 1);
  EXPECT_THROW(records_numbered<Ward>(*workspace_, many), std::logic_error);
  many.pop_back();
  EXPECT_EQ(records_numbered<Ward>(*workspace_, many).size(), 5u);
}

class JournalWindow : public OnEachEngine {
protected:
  void SetUp() override {
    workspace_.emplace(fresh_workspace()); // entry 1, by Hélène Rousset
    add("Ève Petit-Jean", "2026-11-23T08:00:00Z", "Salle d’été");
    add("Ivan Petit", "2026-11-23T09:30:00Z", "Salle B");
    add("Ève Petit-Jean", "2026-11-24T08:00:00Z", "Coffre");
  }
  void add(const std::string& who, const char* at, const std::string& value) {
    workspace_->change(acting(who, at), [&](Change& change) { set_setting(change, "room", value); });
  }
  Ids numbers(const JournalFilter& filter) const {
    const auto found = journal_numbers(*workspace_, filter);
    Ids oldest_first;
    for (const auto& entry : journal_entries(*workspace_, filter)) oldest_first.push_back(entry.number);
    EXPECT_EQ(Ids(found.rbegin(), found.rend()), oldest_first) << "both ways of reading take the same entries";
    return found;
  }

  std::optional<Workspace> workspace_;
};
INSTANTIATE_ON_BOTH_ENGINES(JournalWindow);

TEST_P(JournalWindow, numbers_the_newest_entry_first) {
  EXPECT_THAT(numbers({}), ElementsAre(4, 3, 2, 1));
  EXPECT_THAT(numbers({.last = 2}), ElementsAre(4, 3));
  EXPECT_THAT(numbers({.after = 1, .until = 3}), ElementsAre(3, 2));
  EXPECT_THAT(numbers({.kind = "workspace"}), ElementsAre(1));
}

TEST_P(JournalWindow, begins_at_an_instant) {
  EXPECT_THAT(numbers({.since = "2026-11-23T09:30:00Z"}), ElementsAre(4, 3));
  EXPECT_THAT(numbers({.since = "2026-11-25T00:00:00Z"}), IsEmpty());
  EXPECT_THAT(numbers({.actor = "Ève Petit-Jean", .since = "2026-11-23T09:30:00Z"}), ElementsAre(4));
}

TEST_P(JournalWindow, finds_words_in_what_was_done_by_whom) {
  EXPECT_THAT(numbers({.words = "eve petit"}), ElementsAre(4, 2));
  EXPECT_THAT(numbers({.words = "PETIT salle"}), ElementsAre(3, 2));
  EXPECT_THAT(numbers({.words = "été"}), ElementsAre(2)) << "what stands there since, not what stood there before";
  EXPECT_THAT(numbers({.words = "edit room"}), ElementsAre(4, 3));
  EXPECT_THAT(numbers({.last = 1, .words = "salle"}), ElementsAre(3));
  EXPECT_THAT(numbers({.since = "2026-11-23T09:00:00Z", .words = "petit"}), ElementsAre(4, 3));
  EXPECT_THAT(numbers({.words = "rien de tel"}), IsEmpty());
}

TEST_P(JournalWindow, gives_the_entries_of_the_numbers_in_their_order) {
  const auto entries = journal_entries_numbered(*workspace_, Ids{3, 9, 1});
  ASSERT_EQ(entries.size(), 2u);
  EXPECT_EQ(entries[0].actor, "Ivan Petit");
  EXPECT_EQ(entries[1].verb, "create");
  EXPECT_EQ(journal_digest(entries[0]), entries[0].digest) << "an entry is given in full";
}

} // namespace
