#include "gui/presenter/new_workspace.hpp"

#include "tests/support/workspaces.hpp"
#include "toolkit/organisation/organisation_store.hpp"
#include "toolkit/requirements/answer_store.hpp"
#include "toolkit/workspace/journal.hpp"

#include <gmock/gmock.h>

using namespace hdskit;
using namespace hdskit::gui;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

namespace {

class NewWorkspaceTest : public testing::Test {
protected:
  NewWorkspaceTest() {
    draft = NewWorkspace::blank(folder.path(), "Hélène Rousset", *Date::of(2026, 11, 22));
    draft.name = "Centre hospitalier de Valmont";
    draft.sites[0] = {SiteKind::primary_room, "Salle Brenne", "Valmont"};
  }
  std::vector<std::string> fields(AssistantStep step) const {
    std::vector<std::string> names;
    for (const auto& fault : faults_of(draft, step)) names.push_back(fault.field);
    return names;
  }
  ScratchFolder folder;
  NewWorkspace draft;
};

} // namespace

TEST_F(NewWorkspaceTest, proposes_a_name_that_is_free) {
  write_file(draft.location, "taken");
  const auto other = NewWorkspace::blank(folder.path(), "", *Date::of(2026, 11, 22));
  EXPECT_NE(other.location, draft.location);
  EXPECT_FALSE(std::filesystem::exists(other.location));
}

TEST_F(NewWorkspaceTest, refuses_a_file_that_stands_already_and_leaves_it_alone) {
  write_file(draft.location, "mine");
  EXPECT_THAT(fields(AssistantStep::place), ElementsAre("location"));
  EXPECT_THROW(create_workspace(draft, tests::acting()), Problem);
  EXPECT_EQ(read_file(draft.location), "mine");
}

TEST_F(NewWorkspaceTest, names_each_faulty_field_of_the_place) {
  draft.author = "  ";
  for (const auto* location : {"", "postgresql://server/base", "relative.hds", "/no-such-folder/x.hds"}) {
    draft.location = location;
    EXPECT_THAT(fields(AssistantStep::place), ElementsAre("location", "author")) << location;
  }
}

TEST_F(NewWorkspaceTest, adds_the_ending_of_workspaces) {
  draft.location = (folder.path() / "ch.valmont").string();
  EXPECT_EQ(completed_location(draft).filename(), "ch.valmont.hds");
}

TEST_F(NewWorkspaceTest, checks_the_keys_of_finess_and_siren) {
  draft.siren = "732 829 320";
  EXPECT_THAT(fields(AssistantStep::hospital), IsEmpty());
  draft.siren = "732 829 321";
  draft.finess = "abc";
  EXPECT_THAT(fields(AssistantStep::hospital), ElementsAre("finess", "siren"));
  draft.name = "";
  EXPECT_THAT(fields(AssistantStep::hospital), ElementsAre("name", "finess", "siren"));
}

TEST_F(NewWorkspaceTest, asks_for_the_name_of_an_address_and_for_a_day_that_exists) {
  draft.people[1].email = "rssi@valmont";
  draft.people[2].name = "Paul Exemple";
  draft.people[2].since = "31/02/2026";
  EXPECT_THAT(fields(AssistantStep::people), ElementsAre("people.1.name", "people.1.email", "people.2.since"));
}

TEST_F(NewWorkspaceTest, wants_a_site_and_codes_that_differ) {
  draft.sites[0].name = "";
  draft.services = {{"Dossier patient", "DPI"}, {}, {"Autre", "dpi"}, {"", "X"}};
  EXPECT_THAT(fields(AssistantStep::services), ElementsAre("sites.0.name", "services.2.code", "services.3.name"));
}

TEST_F(NewWorkspaceTest, proposes_codes_from_the_words) {
  EXPECT_EQ(proposed_code("Dossier patient informatisé", {}), "DPI");
  EXPECT_EQ(proposed_code("Système d’archivage des images", {"sai"}), "SAI2");
  EXPECT_EQ(proposed_code("Laboratoire", {}), "LABORATO");
  EXPECT_EQ(proposed_code("  ", {}), "");
}

TEST_F(NewWorkspaceTest, offers_the_checklists_that_come_with_the_program) {
  const auto offered = offered_checklists();
  ASSERT_FALSE(offered.empty());
  EXPECT_EQ(offered.front().id, draft.checklist);
  EXPECT_FALSE(offered.front().title.empty());
  draft.checklist = "unknown";
  EXPECT_THAT(fields(AssistantStep::regime), ElementsAre("checklist"));
}

TEST_F(NewWorkspaceTest, creates_everything_in_one_change) {
  draft.siren = "732829320";
  draft.representative = "Claude Modèle";
  draft.people[0].name = "Claude Modèle";
  draft.people[1] = {MandateRole::ciso, "Hélène Rousset", "h@valmont.fr", "01/09/2026"};
  draft.people[4] = {MandateRole::quality_manager, "hélène rousset", "", "2026-11-22"};
  draft.services[1] = {"Dossier patient", "DPI", Criticality::vital};
  const auto location = create_workspace(draft, tests::acting("Hélène Rousset"));

  const auto workspace = Workspace::open(location);
  const auto organisation = read_organisation(workspace);
  ASSERT_EQ(organisation.entities.size(), 1u);
  EXPECT_EQ(organisation.entities[0].siren->text(), "732829320");
  EXPECT_EQ(organisation.entities[0].role, EntityRole::host);
  ASSERT_EQ(organisation.sites.size(), 1u);
  ASSERT_EQ(organisation.services.size(), 1u);
  EXPECT_EQ(organisation.services[0].primary_site, organisation.sites[0].id);
  EXPECT_EQ(organisation.services[0].criticality, Criticality::vital);
  ASSERT_EQ(organisation.people.size(), 2u) << "who holds two functions is one person";
  ASSERT_EQ(organisation.mandates.size(), 3u);
  EXPECT_EQ(organisation.mandates[2].person, organisation.mandates[1].person);
  EXPECT_EQ(organisation.mandates[1].starts_on, Date::of(2026, 9, 1));
  EXPECT_EQ(workspace_checklist(workspace).id, draft.checklist);
  EXPECT_FALSE(verify_journal(workspace));
  for (const auto& entry : journal_entries(workspace)) EXPECT_EQ(entry.actor, "Hélène Rousset");
}

TEST_F(NewWorkspaceTest, leaves_nothing_behind_when_a_field_is_wrong) {
  draft.services[0] = {"Dossier patient", ""};
  const auto problem = tests::problem_of([&] { create_workspace(draft, tests::acting()); });
  EXPECT_EQ(problem.subject(), "services.0.code");
  EXPECT_THAT(problem.remedy(), HasSubstr("Sites and services"));
  EXPECT_TRUE(std::filesystem::is_empty(folder.path()));
}

TEST_F(NewWorkspaceTest, sums_up_what_will_be_made_and_what_stays_open) {
  draft.people[0].name = "Claude Modèle";
  const auto lines = summary_of(draft);
  EXPECT_THAT(lines, testing::Contains(HasSubstr("Centre hospitalier de Valmont")));
  EXPECT_THAT(lines, testing::Contains("4 functions are still vacant."));
  EXPECT_THAT(lines, testing::Contains(HasSubstr("legal representative")));
}
