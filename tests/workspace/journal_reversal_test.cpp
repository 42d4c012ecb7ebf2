#include "toolkit/workspace/journal_reversal.hpp"

#include "tests/support/workspaces.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/workspace/care.hpp"
#include "toolkit/workspace/dialect.hpp"
#include "toolkit/workspace/document_store.hpp"
#include "toolkit/workspace/journal.hpp"
#include "toolkit/workspace/journal_replay.hpp"
#include "toolkit/workspace/record_store.hpp"
#include "toolkit/workspace/settings.hpp"

#include <gmock/gmock.h>

using namespace hdskit;
using namespace tests;
using testing::AllOf;
using testing::HasSubstr;
using testing::IsEmpty;

namespace {

// Record types of the tests, in tables of the migrations.
struct Room {
  Id<Room> id;
  std::string name, city, power;
  static const RecordType<Room>& type() {
    static const Field<Room> fields[] = {field<&Room::name>("name", "Name", Need::required), field<&Room::city>("city", "City"),
                                         field<&Room::power>("power", "Power")};
    static const RecordType<Room> type{"site", "Room", fields};
    return type;
  }
};

struct Ward {
  Id<Ward> id;
  std::string code, name;
  Id<Room> room;
  static const RecordType<Ward>& type() {
    static const Field<Ward> fields[] = {field<&Ward::code>("code", "Code"), field<&Ward::name>("name", "Name"), field<&Ward::room>("primary_site", "Room")};
    static const RecordType<Ward> type{"service", "Ward", fields};
    return type;
  }
};

struct Paper {
  Id<Paper> id;
  std::string code, title, digest;
  static const RecordType<Paper>& type() {
    static const Field<Paper> fields[] = {field<&Paper::code>("code", "Code"), field<&Paper::title>("title", "Title"),
                                          field<&Paper::digest>("digest", "Digest")};
    static const RecordType<Paper> type{"evidence", "Paper", fields};
    return type;
  }
};

class JournalReversal : public OnEachEngine {
protected:
  void SetUp() override { workspace_.emplace(fresh_workspace()); }

  /// Whatever was done, the workspace must be sound afterwards.
  void TearDown() override {
    EXPECT_THAT(check_workspace(*workspace_), IsEmpty());
    EXPECT_THAT(records_beside_the_journal(*workspace_), IsEmpty());
  }

  JournalSpan change(const std::function<void(Change&)>& work, const std::string& who = "Hélène Rousset") {
    return change_and_note(*workspace_, acting(who), work);
  }
  JournalSpan revert(JournalSpan span) {
    return change([&](Change& change) { revert_changes(change, span); });
  }
  Problem refusal(JournalSpan span) {
    const auto before = journal_position(*workspace_);
    auto problem = problem_of([&] { revert(span); });
    EXPECT_EQ(journal_position(*workspace_), before) << "nothing was changed";
    return problem;
  }

  template <typename Record> Record put(Record record) {
    change([&](Change& change) { record = add_record(change, record); });
    return record;
  }
  template <typename Record> JournalSpan set(const Record& record, const std::string& who = "Ivan Petit") {
    return change([&](Change& change) { update_record(change, record); }, who);
  }
  template <typename Record> JournalSpan drop(const Record& record, const std::string& who = "Ivan Petit") {
    return change([&](Change& change) { remove_record<Record>(change, record.id); }, who);
  }
  template <typename Record> Record found(const Record& record) { return find_record<Record>(*workspace_, record.id); }
  template <typename Record> std::size_t count() { return all_records<Record>(*workspace_).size(); }
  JournalSpan last_entry() const {
    const auto number = journal_position(*workspace_).number;
    return {number, number};
  }

  std::optional<Workspace> workspace_;
};
INSTANTIATE_ON_BOTH_ENGINES(JournalReversal);

TEST_P(JournalReversal, notes_which_entries_a_change_appended) {
  EXPECT_EQ(change([](Change&) {}), JournalSpan{});
  EXPECT_FALSE(JournalSpan{});
  const auto span = change([](Change& change) {
    add_record(change, Room{.name = "Salle A"});
    set_setting(change, "a", "1");
  });
  EXPECT_EQ(span, (JournalSpan{2, 3}));
  EXPECT_EQ(revert({}), JournalSpan{});
}

TEST_P(JournalReversal, takes_back_an_addition_and_does_it_again) {
  const auto room = put(Room{.name = "Salle A", .city = "Rodez"});
  const auto undone = revert(last_entry());
  EXPECT_EQ(undone, (JournalSpan{3, 3}));
  EXPECT_EQ(count<Room>(), 0u);
  EXPECT_EQ(revert(undone), (JournalSpan{4, 4}));
  EXPECT_EQ(found(room).city, "Rodez");
  EXPECT_EQ(put(Room{.name = "Salle B"}).id.number(), 2) << "the old number came back and none is given twice";
}

TEST_P(JournalReversal, takes_back_an_edit_and_does_it_again) {
  auto room = put(Room{.name = "Salle A", .power = "2 voies"});
  room.city = "Albi";
  room.power = "";
  const auto done = set(room);
  const auto undone = revert(done);
  EXPECT_EQ(found(room).city, "");
  EXPECT_EQ(found(room).power, "2 voies");
  const auto entry = journal_entries(*workspace_, {.last = 1}).front();
  EXPECT_EQ(entry.verb, "edit");
  EXPECT_EQ(entry.actor, "Hélène Rousset");
  revert(undone);
  EXPECT_EQ(found(room).city, "Albi");
  EXPECT_EQ(found(room).power, "");
}

TEST_P(JournalReversal, brings_a_removed_record_back_under_its_number) {
  put(Room{.name = "Salle A"});
  const auto room = put(Room{.name = "Salle B", .city = "Rodez"});
  const auto undone = revert(drop(room));
  EXPECT_EQ(found(room).name, "Salle B");
  EXPECT_EQ(found(room).city, "Rodez");
  revert(undone);
  EXPECT_EQ(count<Room>(), 1u);
}

TEST_P(JournalReversal, takes_back_settings) {
  const auto first = change([](Change& change) { set_setting(change, "checklist", "un"); });
  const auto second = change([](Change& change) { set_setting(change, "checklist", "deux"); });
  const auto third = change([](Change& change) { remove_setting(change, "checklist"); });
  revert(third);
  EXPECT_EQ(setting(*workspace_, "checklist"), "deux");
  revert(second);
  EXPECT_EQ(setting(*workspace_, "checklist"), "un");
  const auto undone = revert(first);
  EXPECT_EQ(setting(*workspace_, "checklist"), std::nullopt);
  revert(undone);
  EXPECT_EQ(setting(*workspace_, "checklist"), "un");
  EXPECT_EQ(refusal(third).kind(), ProblemKind::refused) << "it stands there again";
}

TEST_P(JournalReversal, takes_back_several_entries_from_the_last_to_the_first) {
  Room room;
  const auto span = change([&](Change& change) {
    room = add_record(change, Room{.name = "Salle A", .city = "Rodez"});
    add_record(change, Ward{.code = "DPI", .name = "Dossier patient", .room = room.id});
    room.city = "Albi";
    update_record(change, room);
    set_setting(change, "a", "1");
  });
  const auto undone = revert(span);
  EXPECT_EQ(undone.last - undone.first, 3);
  EXPECT_EQ(count<Room>() + count<Ward>(), 0u);
  EXPECT_EQ(setting(*workspace_, "a"), std::nullopt);
  revert(undone);
  EXPECT_EQ(found(room).city, "Albi");
  EXPECT_EQ(all_records<Ward>(*workspace_).at(0).room, room.id);
}

TEST_P(JournalReversal, lets_others_change_other_fields_of_the_same_record) {
  auto room = put(Room{.name = "Salle A", .city = "Rodez"});
  room.city = "Albi";
  const auto mine = set(room);
  room.power = "2 voies";
  set(room, "Ève Petit-Jean");
  revert(mine);
  EXPECT_EQ(found(room).city, "Rodez");
  EXPECT_EQ(found(room).power, "2 voies");
}

TEST_P(JournalReversal, refuses_when_the_field_was_changed_since_and_says_by_whom) {
  auto room = put(Room{.name = "Salle A", .city = "Rodez"});
  room.city = "Albi";
  const auto mine = set(room);
  room.city = "Mende";
  set(room, "Ève Petit-Jean");
  room.power = "2 voies";
  set(room, "Paul Lagarde");
  const auto problem = refusal(mine);
  EXPECT_EQ(problem.kind(), ProblemKind::refused);
  EXPECT_THAT(problem.subject(), HasSubstr("Salle A"));
  EXPECT_THAT(problem.what(), AllOf(HasSubstr("Salle A"), HasSubstr("Ève Petit-Jean"), HasSubstr("city"), HasSubstr("22 November 2026, 10:15 UTC")));
  EXPECT_EQ(found(room).city, "Mende");
}

TEST_P(JournalReversal, refuses_to_take_back_an_addition_that_someone_completed) {
  auto room = put(Room{.name = "Salle A"});
  const auto mine = last_entry();
  room.power = "2 voies";
  set(room, "Ève Petit-Jean");
  EXPECT_THAT(refusal(mine).what(), AllOf(HasSubstr("Ève Petit-Jean"), HasSubstr("power")));
}

TEST_P(JournalReversal, refuses_when_the_record_was_removed_since) {
  auto room = put(Room{.name = "Salle A"});
  const auto added = last_entry();
  room.city = "Albi";
  const auto edited = set(room);
  drop(room, "Ève Petit-Jean");
  EXPECT_THAT(refusal(edited).what(), HasSubstr("Ève Petit-Jean removed it since"));
  EXPECT_THAT(refusal(added).what(), HasSubstr("Ève Petit-Jean removed it since"));
}

TEST_P(JournalReversal, refuses_what_was_put_back_already) {
  auto room = put(Room{.name = "Salle A", .city = "Rodez"});
  room.city = "Albi";
  const auto edited = set(room), removed = drop(room);
  revert(removed);
  EXPECT_THAT(refusal(removed).what(), AllOf(HasSubstr("already"), HasSubstr("Hélène Rousset")));
  revert(edited);
  EXPECT_THAT(refusal(edited).what(), HasSubstr("Hélène Rousset"));
}

TEST_P(JournalReversal, keeps_nothing_when_one_entry_of_several_is_refused) {
  Room first, second;
  const auto span = change([&](Change& change) {
    first = add_record(change, Room{.name = "Salle A"});
    second = add_record(change, Room{.name = "Salle B"});
  });
  first.city = "Albi";
  set(first);
  refusal(span);
  EXPECT_EQ(count<Room>(), 2u);
}

TEST_P(JournalReversal, keeps_a_record_that_others_refer_to) {
  const auto room = put(Room{.name = "Salle A"});
  const auto added = last_entry();
  put(Ward{.code = "DPI", .name = "Dossier patient", .room = room.id});
  const auto problem = refusal(added);
  EXPECT_EQ(problem.kind(), ProblemKind::refused);
  EXPECT_THAT(problem.what(), AllOf(HasSubstr("Salle A"), HasSubstr("Dossier patient")));
}

TEST_P(JournalReversal, does_not_bring_back_what_refers_to_something_that_has_gone) {
  const auto room = put(Room{.name = "Salle A"});
  auto ward = put(Ward{.code = "DPI", .name = "Dossier patient", .room = room.id});
  ward.room = {};
  const auto edited = set(ward), removed = drop(ward);
  drop(room);
  revert(removed); // at its removal it referred to nothing any more
  const auto problem = refusal(edited);
  EXPECT_EQ(problem.kind(), ProblemKind::refused);
  EXPECT_THAT(problem.what(), AllOf(HasSubstr("Dossier patient"), HasSubstr("site 1"), HasSubstr("no longer there")));
}

TEST_P(JournalReversal, brings_back_together_what_went_together) {
  const auto room = put(Room{.name = "Salle A"});
  const auto ward = put(Ward{.code = "DPI", .name = "Dossier patient", .room = room.id});
  const auto span = change([&](Change& change) {
    remove_record<Room>(change, room.id); // in the wrong order: what counts is what stands at the end
    remove_record<Ward>(change, ward.id);
  });
  EXPECT_THAT(refusal({span.last, span.last}).what(), HasSubstr("no longer there"));
  revert(span);
  EXPECT_EQ(found(ward).room, room.id);
}

TEST_P(JournalReversal, refuses_a_name_that_was_taken_meanwhile) {
  Paper paper;
  change([&](Change& change) {
    const auto digest = store_document_bytes(change, "politique").digest.hex();
    paper = add_record(change, Paper{.code = "PSSI", .title = "Politique", .digest = digest});
  });
  const auto removed = drop(paper);
  const auto other = put(Paper{.code = "pssi", .title = "Autre"});
  const auto problem = refusal(removed);
  EXPECT_EQ(problem.kind(), ProblemKind::refused);
  EXPECT_THAT(problem.what(), AllOf(HasSubstr("PSSI"), HasSubstr("Hélène Rousset")));
  drop(other);
  revert(removed);
  EXPECT_EQ(found(paper).title, "Politique");
}

TEST_P(JournalReversal, follows_names_that_change_hands) {
  auto first = put(Paper{.code = "A"}), second = put(Paper{.code = "B"});
  const auto span = change([&](Change& change) {
    for (auto [paper, code] : {std::pair{&first, "C"}, {&second, "A"}, {&first, "B"}}) {
      paper->code = code;
      update_record(change, *paper);
    }
  });
  const auto undone = revert(span);
  EXPECT_EQ(found(first).code + found(second).code, "AB");
  revert(undone);
  EXPECT_EQ(found(first).code + found(second).code, "BA");
}

TEST_P(JournalReversal, leaves_documents_in_the_vault) {
  const auto span = change([](Change& change) { add_record(change, Paper{.code = "PSSI", .digest = store_document_bytes(change, "politique").digest.hex()}); });
  EXPECT_EQ(revert({span.first, span.first}), JournalSpan{}) << "a document alone leaves nothing to do";
  revert(span);
  EXPECT_EQ(count<Paper>(), 0u);
  EXPECT_EQ(document_state(*workspace_, digest_of("politique")), DocumentState::intact);
}

TEST_P(JournalReversal, refuses_filings_and_what_happened_to_the_workspace_itself) {
  EXPECT_EQ(refusal({1, 1}).kind(), ProblemKind::refused) << "its creation";
  const auto filed = change([](Change& change) {
    const auto digest = store_document_bytes(change, "%PDF").digest.hex();
    const auto position = journal_position(change.workspace());
    change.write("insert into filing (id, filed_at, dossier_date, version, pdf_digest, pdf_size, pages, manifest, gaps, journal_number, journal_digest) values "
                 "(:p1, 'x', 'x', '1', :p2, '4', '1', '', '', :p3, :p4)",
                 {std::to_string(change.next_number("filing")), digest, std::to_string(position.number), position.digest});
    change.record("file", "filing", "1", "", R"({"version":"1"})");
  });
  const auto problem = refusal(filed);
  EXPECT_EQ(problem.kind(), ProblemKind::refused);
  EXPECT_THAT(problem.what(), HasSubstr("filing"));
}

TEST_P(JournalReversal, refuses_entries_that_are_not_there) {
  for (const auto span : {JournalSpan{7, 7}, JournalSpan{1, 2}, JournalSpan{-3, 1}, JournalSpan{1, 0}})
    EXPECT_EQ(refusal(span).kind(), ProblemKind::not_found) << span.first;
}

TEST_P(JournalReversal, trusts_no_entry_that_was_altered) {
  auto room = put(Room{.name = "Salle A", .city = "Rodez"});
  room.city = "Albi";
  const auto span = set(room);
  const auto before = journal_entries(*workspace_, {.last = 1}).front().before;
  workspace_->dialect().execute("update journal set before = :p1 where number = 3", {R"({"city":"Ailleurs"})"});
  EXPECT_EQ(refusal(span).kind(), ProblemKind::damaged);
  workspace_->dialect().execute("update journal set before = :p1 where number = 3", {before});
}

TEST_P(JournalReversal, says_when_a_record_was_changed_without_hdskit) {
  auto room = put(Room{.name = "Salle A", .city = "Rodez"});
  room.city = "Albi";
  const auto span = set(room);
  workspace_->dialect().execute("update site set city = 'Ailleurs'");
  EXPECT_THAT(refusal(span).what(), HasSubstr("not by hdskit"));
  workspace_->dialect().execute("update site set city = 'Albi'");
}

} // namespace
