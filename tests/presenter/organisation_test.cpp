#include "gui/presenter/organisation_records.hpp"
#include "gui/presenter/record_edit.hpp"

#include "tests/support/workspaces.hpp"
#include "toolkit/organisation/organisation_store.hpp"

#include <gmock/gmock.h>

using namespace hdskit;
using namespace hdskit::gui;
using namespace tests;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

namespace {

using Outcome = RecordEdit::Outcome;
using Values = std::vector<std::string>;

const RecordEdit::Questions no_questions{[](const Merge&, const std::string&) -> std::optional<Values> {
                                           ADD_FAILURE() << "there is no conflict";
                                           return std::nullopt;
                                         },
                                         [](const std::string&) {
                                           ADD_FAILURE() << "nothing was removed";
                                           return RemovedAnswer::keep_typing;
                                         }};

/// A hospital with a legal entity and a site, open in a window; `others` write to it from elsewhere.
class OrganisationPage : public testing::Test {
protected:
  OrganisationPage() {
    Workspace::create(location(), acting());
    others.emplace(Workspace::open(location()));
    session.emplace(location(), Seat{"A. Martin", [] { return *Instant::parse("2026-11-22T10:15:00Z"); }});
    others->change(acting(), [](Change& change) {
      LegalEntity entity;
      entity.name = "CHI du Val-de-Brenne";
      Site site;
      site.name = "Salle Brenne";
      site.city = "Montlouis";
      site.entity = add_record(change, entity).id;
      site.surface_m2 = 120;
      add_record(change, site);
    });
  }

  std::string location() const { return (folder_.path() / "hospital.hds").string(); }
  const Workspace& workspace() const { return session->workspace(); }
  RecordEdit edit_site() const { return {workspace(), sites, 1, organisation_ways()}; }
  void elsewhere(const std::string& field, const std::string& value) {
    others->change(acting("Karim"), [&](Change& change) { sites.edit(change, 1, {{field, value}}); });
  }
  std::string stored(std::string_view field) const { return sites.find(workspace(), 1).values[sites.index_of(field)]; }
  std::size_t at(std::string_view field) const { return sites.index_of(field); }

  const RecordKind& sites = record_kind("site");
  const RecordKind& entities = record_kind("entity");
  std::optional<Workspace> others;
  std::optional<Session> session;

private:
  ScratchFolder folder_;
};

Values texts(const ListRows& rows, std::size_t row) {
  Values values;
  for (const auto& cell : rows.cells(row)) values.push_back(cell.text);
  return values;
}

} // namespace

TEST_F(OrganisationPage, lists_the_kinds_in_the_order_of_the_dossier_with_their_counts) {
  const auto rows = kind_rows(workspace());
  ASSERT_EQ(rows.count, record_kinds().size());
  EXPECT_EQ(rows.key(0), "entity");
  EXPECT_THAT(texts(rows, 1), ElementsAre("Sites", "1"));
  EXPECT_THAT(texts(rows, 2), ElementsAre("Hosted services", "0"));
  EXPECT_EQ(rows.cells(2)[1].tone, Tone::faint);
}

TEST_F(OrganisationPage, has_words_for_every_kind) {
  for (const auto& kind : record_kinds()) {
    EXPECT_THAT(plural_of(kind), Not(IsEmpty()));
    EXPECT_THAT(purpose_of(kind), testing::EndsWith("."));
  }
}

TEST_F(OrganisationPage, shows_records_as_people_read_them) {
  const auto rows = record_rows_of(workspace(), sites);
  ASSERT_EQ(rows.count, 1u);
  EXPECT_EQ(rows.key(0), "1");
  EXPECT_THAT(texts(rows, 0), ElementsAre("Salle Brenne", "primary machine room", "CHI du Val-de-Brenne", "Montlouis"));
}

TEST_F(OrganisationPage, searches_all_fields_as_people_read_them) {
  EXPECT_EQ(record_rows_of(workspace(), sites, "brenne PRIMARY").count, 1u);
  EXPECT_EQ(record_rows_of(workspace(), sites, "120").count, 1u); // a field that no column shows
  EXPECT_EQ(record_rows_of(workspace(), sites, "loire").count, 0u);
}

TEST_F(OrganisationPage, understands_what_other_pages_point_at) {
  EXPECT_EQ(record_meant("site:3")->kind, &sites);
  EXPECT_EQ(record_meant("site:3")->id, 3);
  EXPECT_EQ(record_meant("entity")->kind, &entities);
  EXPECT_FALSE(record_meant("entity")->id);
  EXPECT_FALSE(record_meant("site:x")->id);
  EXPECT_FALSE(record_meant("evidence:3"));
}

TEST_F(OrganisationPage, records_a_new_one_only_when_it_is_complete) {
  RecordEdit edit{workspace(), sites, organisation_ways()};
  EXPECT_EQ(edit.title(), "New: site");
  const auto refused = edit.save(*session, no_questions);
  EXPECT_EQ(refused.outcome, Outcome::not_yet);
  EXPECT_EQ(refused.fault, at("name"));
  EXPECT_THAT(refused.sentence, HasSubstr("must be filled in"));
  edit.form().type(at("name"), "Salle Loire");
  edit.form().type(at("entity"), "1");
  const auto saving = edit.save(*session, no_questions);
  EXPECT_EQ(saving.outcome, Outcome::saved);
  EXPECT_EQ(saving.sentence, "Recorded: site “Salle Loire”.");
  EXPECT_EQ(edit.id(), 2);
  EXPECT_EQ(edit.title(), "Salle Loire");
  EXPECT_FALSE(edit.form().changed());
  EXPECT_EQ(session->undo_title(), "addition of site “Salle Loire”");
  session->undo();
  EXPECT_EQ(record_rows_of(workspace(), sites).count, 1u);
}

TEST_F(OrganisationPage, saves_an_edit_as_one_step_that_can_be_undone) {
  auto edit = edit_site();
  edit.form().type(at("city"), "Saint-Aubin");
  edit.form().type(at("surface_m2"), "1 300");
  EXPECT_EQ(edit.save(*session, no_questions).sentence, "Saved: site “Salle Brenne”.");
  EXPECT_EQ(stored("city"), "Saint-Aubin");
  EXPECT_EQ(stored("surface_m2"), "1300");
  EXPECT_THAT(edit.last_change(workspace()), HasSubstr("A. Martin"));
  session->undo();
  EXPECT_EQ(stored("city"), "Montlouis");
  EXPECT_EQ(session->undo_title(), "");
}

TEST_F(OrganisationPage, saves_nothing_when_nothing_was_typed) {
  auto edit = edit_site();
  session->look();
  EXPECT_EQ(edit.save(*session, no_questions).outcome, Outcome::nothing);
  EXPECT_EQ(session->undo_title(), "");
  EXPECT_FALSE(session->look());
}

TEST_F(OrganisationPage, does_not_save_a_fault) {
  auto edit = edit_site();
  edit.form().type(at("siret"), "123");
  const auto saving = edit.save(*session, no_questions);
  EXPECT_EQ(saving.outcome, Outcome::not_yet);
  EXPECT_EQ(saving.fault, at("siret"));
  EXPECT_EQ(saving.sentence, "SIRET: 14 characters are expected; there are 3.");
  EXPECT_EQ(edit.form().shown(at("siret")), "123");
}

TEST_F(OrganisationPage, merges_other_fields_silently_with_a_word) {
  auto edit = edit_site();
  edit.form().type(at("city"), "Saint-Aubin");
  elsewhere("power", "Deux arrivées");
  const auto saving = edit.save(*session, no_questions);
  EXPECT_THAT(saving.sentence, HasSubstr("Karim"));
  EXPECT_EQ(stored("city"), "Saint-Aubin");
  EXPECT_EQ(stored("power"), "Deux arrivées");
  EXPECT_EQ(edit.form().shown(at("power")), "Deux arrivées");
}

TEST_F(OrganisationPage, asks_when_two_people_wrote_the_same_field) {
  auto edit = edit_site();
  edit.form().type(at("city"), "mine");
  elsewhere("city", "theirs");
  int asked = 0;
  const RecordEdit::Questions take_theirs{[&](const Merge& merge, const std::string& who) -> std::optional<Values> {
                                            ++asked;
                                            EXPECT_THAT(merge.conflicts, ElementsAre(FieldConflict{at("city"), "Montlouis", "mine", "theirs"}));
                                            EXPECT_THAT(who, HasSubstr("Karim"));
                                            Resolution resolution{edit.form().fields(), merge};
                                            resolution.take(0, Resolution::Side::theirs);
                                            return resolution.values();
                                          },
                                          {}};
  EXPECT_EQ(edit.save(*session, take_theirs).outcome, Outcome::saved);
  EXPECT_EQ(asked, 1);
  EXPECT_EQ(stored("city"), "theirs");
}

TEST_F(OrganisationPage, leaves_all_as_typed_when_the_question_is_not_answered) {
  auto edit = edit_site();
  edit.form().type(at("city"), "mine");
  elsewhere("city", "theirs");
  const RecordEdit::Questions cancelled{[](const Merge&, const std::string&) { return std::optional<Values>{}; }, {}};
  EXPECT_EQ(edit.save(*session, cancelled).outcome, Outcome::not_yet);
  EXPECT_EQ(edit.form().shown(at("city")), "mine");
  EXPECT_TRUE(edit.form().changed());
  EXPECT_EQ(stored("city"), "theirs");
}

TEST_F(OrganisationPage, asks_again_when_others_write_while_the_question_stands) {
  auto edit = edit_site();
  edit.form().type(at("city"), "mine");
  elsewhere("city", "theirs");
  Values asked;
  const RecordEdit::Questions keep_mine{[&](const Merge& merge, const std::string&) -> std::optional<Values> {
                                          asked.push_back(merge.conflicts.front().theirs);
                                          if (asked.size() == 1) {
                                            elsewhere("city", "theirs again");
                                            elsewhere("power", "Deux arrivées");
                                          }
                                          return merge.values;
                                        },
                                        {}};
  EXPECT_EQ(edit.save(*session, keep_mine).outcome, Outcome::saved);
  EXPECT_THAT(asked, ElementsAre("theirs", "theirs again"));
  EXPECT_EQ(stored("city"), "mine");
  EXPECT_EQ(stored("power"), "Deux arrivées");
}

TEST_F(OrganisationPage, records_again_what_was_removed_meanwhile) {
  auto edit = edit_site();
  edit.form().type(at("city"), "mine");
  others->change(acting("Karim"), [&](Change& change) { sites.remove(change, 1); });
  EXPECT_THAT(edit.follow(workspace()).sentence, HasSubstr("was removed: Karim"));
  EXPECT_TRUE(edit.follow(workspace()).removed);
  auto answer = RemovedAnswer::keep_typing;
  const RecordEdit::Questions questions{{}, [&](const std::string& who) {
                                          EXPECT_THAT(who, HasSubstr("Karim"));
                                          return answer;
                                        }};
  EXPECT_EQ(edit.save(*session, questions).outcome, Outcome::not_yet);
  EXPECT_TRUE(edit.form().changed());
  answer = RemovedAnswer::record_again;
  EXPECT_EQ(edit.save(*session, questions).outcome, Outcome::saved);
  EXPECT_EQ(edit.id(), 2);
  EXPECT_THAT(texts(record_rows_of(workspace(), sites), 0), ElementsAre("Salle Brenne", "primary machine room", "CHI du Val-de-Brenne", "mine"));
}

TEST_F(OrganisationPage, lets_go_what_was_removed_meanwhile) {
  auto edit = edit_site();
  edit.form().type(at("city"), "mine");
  others->change(acting("Karim"), [&](Change& change) { sites.remove(change, 1); });
  const RecordEdit::Questions let_go{{}, [](const std::string&) { return RemovedAnswer::let_go; }};
  EXPECT_EQ(edit.save(*session, let_go).outcome, Outcome::let_go);
  EXPECT_EQ(record_rows_of(workspace(), sites).count, 0u);
}

TEST_F(OrganisationPage, follows_others_without_losing_what_is_typed) {
  auto edit = edit_site();
  elsewhere("power", "first");
  EXPECT_EQ(edit.follow(workspace()).sentence, ""); // nothing was being typed
  EXPECT_EQ(edit.form().shown(at("power")), "first");
  edit.form().type(at("city"), "mine");
  elsewhere("power", "second");
  EXPECT_THAT(edit.follow(workspace()).sentence, HasSubstr("Karim"));
  EXPECT_EQ(edit.form().shown(at("power")), "second");
  EXPECT_EQ(edit.form().shown(at("city")), "mine");
}

TEST_F(OrganisationPage, warns_while_typing_that_others_wrote_the_same_field) {
  auto edit = edit_site();
  edit.form().type(at("city"), "mine");
  elsewhere("city", "theirs");
  const auto following = edit.follow(workspace());
  EXPECT_THAT(following.sentence, HasSubstr("Karim"));
  EXPECT_THAT(following.warning, HasSubstr("City"));
  EXPECT_EQ(edit.follow(workspace()).sentence, ""); // said once
  EXPECT_EQ(edit.form().shown(at("city")), "mine");
}

TEST_F(OrganisationPage, refuses_a_reference_to_what_was_removed_meanwhile) {
  RecordEdit edit{workspace(), record_kind("person"), organisation_ways()};
  edit.form().type(record_kind("person").index_of("name"), "Antoine Delcasse");
  edit.form().type(record_kind("person").index_of("entity"), "7");
  const auto problem = problem_of([&] { edit.save(*session, no_questions); });
  EXPECT_EQ(problem.kind(), ProblemKind::refused);
  EXPECT_THAT(problem.what(), HasSubstr("“Legal entity”"));
  EXPECT_EQ(record_rows_of(workspace(), record_kind("person")).count, 0u);
  EXPECT_EQ(edit.id(), std::nullopt);
}

TEST_F(OrganisationPage, refuses_to_remove_what_is_referred_to_and_names_by_whom) {
  const auto problem = problem_of([&] { remove_record_of(*session, entities, 1, entities.find(workspace(), 1).values, organisation_ways()); });
  EXPECT_EQ(problem.kind(), ProblemKind::refused);
  EXPECT_THAT(problem.what(), HasSubstr("site “Salle Brenne”"));
  EXPECT_EQ(record_rows_of(workspace(), entities).count, 1u);
}

TEST_F(OrganisationPage, names_a_few_when_many_refer_to_a_record) {
  others->change(acting(), [](Change& change) {
    for (int i = 1; i <= 20; ++i) {
      Person person;
      person.name = "P" + std::to_string(i);
      person.entity = EntityId{1};
      add_record(change, person);
    }
  });
  const std::string sentence = problem_of([&] { remove_record_of(*session, entities, 1, entities.find(workspace(), 1).values, organisation_ways()); }).what();
  EXPECT_THAT(sentence, HasSubstr("person “P5” and 15 others"));
  EXPECT_THAT(sentence, Not(HasSubstr("P6")));
}

TEST_F(OrganisationPage, refuses_to_remove_what_was_changed_meanwhile) {
  const auto seen = sites.find(workspace(), 1).values;
  elsewhere("city", "theirs");
  EXPECT_THAT(problem_of([&] { remove_record_of(*session, sites, 1, seen, organisation_ways()); }).what(), HasSubstr("Karim"));
  EXPECT_EQ(remove_record_of(*session, sites, 1, sites.find(workspace(), 1).values, organisation_ways()),
            "Removed: site “Salle Brenne”. Edit > Undo brings it back.");
  EXPECT_EQ(record_rows_of(workspace(), sites).count, 0u);
  session->undo();
  EXPECT_EQ(stored("city"), "theirs");
}
