#include "gui/presenter/journal.hpp"

#include "tests/support/workspaces.hpp"
#include "toolkit/evidence/evidence_store.hpp"
#include "toolkit/organisation/organisation_store.hpp"
#include "toolkit/requirements/answer_store.hpp"
#include "toolkit/requirements/checklist_reader.hpp"
#include "toolkit/workspace/dialect.hpp"
#include "toolkit/workspace/settings.hpp"

#include <gmock/gmock.h>

using namespace hdskit;
using namespace hdskit::gui;
using testing::ElementsAre;
using testing::HasSubstr;

namespace {

class JournalPage : public testing::Test {
protected:
  JournalPage() : session{make(), {"Hélène Rousset", [] { return *Instant::parse("2026-11-22T10:15:00Z"); }}} {}

  std::string make() {
    const auto location = (folder.path() / "w.hds").string();
    Workspace::create(location, tests::acting());
    return location;
  }
  SiteId add_site(const std::string& name) {
    SiteId id;
    session.change("site", [&](Change& change) {
      Site site;
      site.name = name;
      site.city = "Valmont";
      id = add_record(change, site).id;
    });
    return id;
  }
  std::vector<std::string> column(const ListRows& rows, std::size_t index) {
    std::vector<std::string> texts;
    for (std::size_t row = 0; row < rows.count; ++row) texts.push_back(rows.cells(row).at(index).text);
    return texts;
  }
  ScratchFolder folder;
  Session session;
};

} // namespace

TEST_F(JournalPage, tells_entries_in_words_newest_first) {
  const auto id = add_site("Salle Brenne");
  session.change("site", [&](Change& change) {
    auto site = find_record<Site>(change.workspace(), id);
    site.city = "Issoudun";
    site.kind = SiteKind::backup_vault;
    update_record(change, site);
  });
  session.change("site", [&](Change& change) { remove_record<Site>(change, id); });
  const auto rows = journal_rows(session.workspace(), {});
  EXPECT_THAT(column(rows, 0), ElementsAre("4", "3", "2", "1"));
  EXPECT_THAT(column(rows, 3), ElementsAre("removed", "changed", "added", "created"));
  EXPECT_THAT(column(rows, 5), ElementsAre("Salle Brenne", "Salle Brenne", "Salle Brenne", "")) << "also where the entry does not say the name";
  EXPECT_EQ(rows.cells(1).at(6).text, "Kind: primary machine room → vault for backups · City: Valmont → Issoudun");
  EXPECT_EQ(rows.cells(1).at(4).text, "site");
  EXPECT_THAT(column(journal_rows(session.workspace(), {}, true), 0), ElementsAre("1", "2", "3", "4"));
}

TEST_F(JournalPage, shows_a_change_field_by_field) {
  const auto id = add_site("Salle Brenne");
  session.change("site", [&](Change& change) {
    auto site = find_record<Site>(change.workspace(), id);
    site.city = "";
    site.power = "deux arrivées";
    update_record(change, site);
  });
  const auto detail = journal_detail(session.workspace(), 3);
  ASSERT_TRUE(detail);
  EXPECT_THAT(detail->changes, ElementsAre(FieldChange{"City", "Valmont", ""}, FieldChange{"Electric power", "", "deux arrivées"}));
  EXPECT_THAT(detail->sentence, HasSubstr("Salle Brenne"));
  EXPECT_EQ(detail->kept, "");
  EXPECT_FALSE(journal_detail(session.workspace(), 99));
}

TEST_F(JournalPage, names_what_a_reference_leads_to) {
  session.change("person", [&](Change& change) {
    Person person;
    person.name = "Paul Exemple";
    Mandate mandate;
    mandate.role = MandateRole::dpo;
    mandate.person = add_record(change, person).id;
    mandate.starts_on = Date::of(2026, 1, 2);
    add_record(change, mandate);
  });
  const auto detail = journal_detail(session.workspace(), 3);
  ASSERT_TRUE(detail);
  EXPECT_THAT(detail->changes, ElementsAre(FieldChange{"Role", "", "data protection officer"}, FieldChange{"Person", "", "Paul Exemple"},
                                           FieldChange{"Starts on", "", "2 January 2026"}));
  EXPECT_EQ(journal_rows(session.workspace(), {}).cells(0).at(5).text, "data protection officer");
}

TEST_F(JournalPage, has_labels_for_every_kind_whose_fields_it_tells) {
  for (const auto& kind : journal_kinds()) {
    EXPECT_NE(kind_in_words(kind), "") << kind;
    const bool has_no_table = kind == "setting" || kind == "filing" || kind == "document" || kind == "workspace" || kind == "personal_file";
    EXPECT_EQ(fields_of_kind(kind).empty(), has_no_table) << kind;
  }
}

TEST_F(JournalPage, takes_an_entry_back_as_a_step_that_can_be_undone) {
  const auto id = add_site("Salle Brenne");
  take_back(session, 2);
  EXPECT_TRUE(all_records<Site>(session.workspace()).empty());
  EXPECT_THAT(session.undo_title(), HasSubstr("2"));
  session.undo();
  EXPECT_EQ(find_record<Site>(session.workspace(), id).name, "Salle Brenne");
  EXPECT_EQ(journal_detail(session.workspace(), 1)->kept, "This entry concerns the workspace as a whole: it cannot be taken back.");
}

TEST_F(JournalPage, gives_the_hour_of_paris_also_on_the_days_that_change_it) {
  EXPECT_EQ(paris_time("2026-11-22T10:15:00Z"), "2026-11-22 11:15");
  EXPECT_EQ(paris_time("2026-07-01T22:30:00Z"), "2026-07-02 00:30");
  EXPECT_EQ(paris_time("2026-03-29T00:59:00Z"), "2026-03-29 01:59");
  EXPECT_EQ(paris_time("2026-03-29T01:00:00Z"), "2026-03-29 03:00");
  EXPECT_EQ(paris_time("2026-10-25T00:59:00Z"), "2026-10-25 02:59");
  EXPECT_EQ(paris_time("2026-10-25T01:00:00Z"), "2026-10-25 02:00");
  EXPECT_EQ(paris_time("yesterday"), "yesterday");
}

TEST_F(JournalPage, begins_periods_at_midnight_in_paris) {
  const auto today = *Date::of(2026, 11, 22);
  EXPECT_EQ(since_instant(JournalSince::beginning, today), "");
  EXPECT_EQ(since_instant(JournalSince::yesterday, today), "2026-11-20T23:00:00Z");
  EXPECT_EQ(since_instant(JournalSince::year, today), "2025-11-21T23:00:00Z");
  EXPECT_EQ(journal_periods().size(), static_cast<std::size_t>(JournalSince::year) + 1);
}

TEST_F(JournalPage, finds_the_entries_of_what_another_page_shows) {
  const auto site = add_site("Salle Brenne");
  session.change("answer", [&](Change& change) {
    const std::string id = shipped_checklist_ids().front(), xml{shipped_checklist(id)};
    adopt_checklist(change, xml);
    const auto checklist = checklist_of(xml, id);
    Answer answer;
    answer.item = checklist.items.front().id;
    give_answer(change, checklist, answer);
  });
  session.change("evidence", [&](Change& change) {
    Evidence evidence;
    evidence.code = "PSSI";
    evidence.title = "Politique";
    add_evidence_bytes(change, evidence, "text");
  });
  const auto target = [&](const std::string& subject) { return journal_target(session.workspace(), subject); };
  EXPECT_EQ(target("site:" + site.text()).kind, "site");
  EXPECT_THAT(target("site:" + site.text()).sentence, HasSubstr("Salle Brenne"));
  EXPECT_EQ(target("entry:2").entry, 2);
  EXPECT_EQ(target("PSSI").kind, "evidence");
  EXPECT_EQ(target("something else").words, "something else");
  const auto item = all_answers(session.workspace()).front().item;
  EXPECT_EQ(target(item).kind, "answer");
  const auto rows = journal_rows(session.workspace(), {.kind = "setting"});
  ASSERT_EQ(rows.count, 1u);
  EXPECT_EQ(rows.cells(0).at(5).text, "the checklist");
}

TEST_F(JournalPage, lists_those_who_wrote) { EXPECT_THAT(journal_authors(session.workspace()), ElementsAre("Hélène Rousset")); }

TEST_F(JournalPage, reads_only_the_window_that_is_seen) {
  session.change("settings", [&](Change& change) {
    for (int i = 0; i < 450; ++i) set_setting(change, "template:" + std::to_string(i), "x");
  });
  const auto rows = journal_rows(session.workspace(), {});
  ASSERT_EQ(rows.count, 451u);
  EXPECT_EQ(rows.cells(449).at(0).text, "2");
  EXPECT_EQ(rows.cells(0).at(0).text, "451");
  EXPECT_EQ(rows.key(450), "1");
}

TEST_F(JournalPage, verifies_the_chain_and_says_what_to_do_at_a_broken_link) {
  add_site("Salle Brenne");
  EXPECT_THAT(verified_journal(session.location(), {}), HasSubstr("intact: 2 entries"));
  session.workspace().dialect().execute("update journal set actor = 'Somebody else' where number = 2");
  const auto problem = tests::problem_of([&] { verified_journal(session.location(), {}); });
  EXPECT_EQ(problem.kind(), ProblemKind::damaged);
  EXPECT_EQ(problem.subject(), "2");
  EXPECT_THAT(problem.what(), HasSubstr("broken at entry 2"));
  EXPECT_THAT(problem.remedy(), HasSubstr("backup"));
}
