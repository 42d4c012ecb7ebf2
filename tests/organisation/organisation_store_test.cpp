#include "tests/support/workspaces.hpp"
#include "toolkit/organisation/organisation_store.hpp"
#include "toolkit/workspace/journal.hpp"

#include <gmock/gmock.h>

using namespace hdskit;
using namespace tests;

class OrganisationStore : public OnEachEngine {};
INSTANTIATE_ON_BOTH_ENGINES(OrganisationStore);

namespace {

HostedService patient_record() {
  HostedService service;
  service.code = "DPI";
  service.name = "Dossier patient informatisé";
  service.activities = {"consultation", "hospitalisation"};
  service.criticality = Criticality::vital;
  service.rto = Minutes{240};
  service.rpo = Minutes{60};
  service.volume_gb = 4200;
  service.description = "Deux lignes,\nl’une après l’autre ; et des « guillemets ».";
  service.in_service_since = Date::of(2019, 3, 1);
  return service;
}

} // namespace

TEST_P(OrganisationStore, gives_back_every_field_of_every_kind) {
  auto workspace = fresh_workspace();
  workspace.change(acting(), [](Change& change) {
    LegalEntity entity;
    entity.name = "CHI du Val-de-Brenne";
    entity.siren = Siren::parse("732829320");
    const auto host = add_record(change, entity);
    Site site;
    site.name = "Salle Brenne";
    site.entity = host.id;
    site.surface_m2 = 120;
    const auto room = add_record(change, site);
    auto service = patient_record();
    service.primary_site = room.id;
    add_record(change, service);
    Person person;
    person.name = "Antoine Delcasse";
    person.rpps = Rpps::parse("10002813839");
    const auto doctor = add_record(change, person);
    Mandate mandate;
    mandate.role = MandateRole::host_doctor;
    mandate.person = doctor.id;
    mandate.ends_on = Date::of(2028, 12, 31);
    add_record(change, mandate);
  });
  const auto read = read_organisation(workspace);
  ASSERT_EQ(read.services.size(), 1u);
  const auto& service = read.services.front();
  EXPECT_EQ(service.description, patient_record().description);
  EXPECT_EQ(service.activities, patient_record().activities);
  EXPECT_EQ(service.rto, Minutes{240});
  EXPECT_EQ(service.volume_gb, 4200);
  EXPECT_EQ(service.criticality, Criticality::vital);
  EXPECT_EQ(service.primary_site, read.sites.front().id);
  EXPECT_EQ(service.in_service_since->iso(), "2019-03-01");
  EXPECT_EQ(read.people.front().rpps->text(), "10002813839");
  EXPECT_EQ(read.mandates.front().role, MandateRole::host_doctor);
  EXPECT_EQ(read.entities.front().siren->text(), "732829320");
}

TEST_P(OrganisationStore, journals_an_edit_with_what_was_before_and_after) {
  auto workspace = fresh_workspace();
  workspace.change(acting(), [](Change& change) { add_record(change, patient_record()); });
  auto service = all_records<HostedService>(workspace).front();
  service.rto = Minutes{120};
  workspace.change(acting("Karim"), [&](Change& change) { update_record(change, service); });
  const auto entry = journal_entries(workspace).back();
  EXPECT_EQ(entry.actor, "Karim");
  EXPECT_EQ(entry.kind, "service");
  EXPECT_THAT(entry.before, testing::HasSubstr("4 h"));
  EXPECT_THAT(entry.after, testing::HasSubstr("2 h"));
}

TEST_P(OrganisationStore, refuses_a_record_without_its_required_field_and_keeps_nothing) {
  auto workspace = fresh_workspace();
  const auto before = journal_position(workspace);
  EXPECT_EQ(problem_of([&] { workspace.change(acting(), [](Change& change) { add_record(change, Person{}); }); }).kind(), ProblemKind::bad_input);
  EXPECT_TRUE(all_records<Person>(workspace).empty());
  EXPECT_EQ(journal_position(workspace), before);
}

TEST_P(OrganisationStore, never_gives_a_number_twice) {
  auto workspace = fresh_workspace();
  Person person;
  person.name = "Mireille Fontanel";
  PersonId first;
  workspace.change(acting(), [&](Change& change) { first = add_record(change, person).id; });
  workspace.change(acting(), [&](Change& change) { remove_record<Person>(change, first); });
  workspace.change(acting(), [&](Change& change) { EXPECT_NE(add_record(change, person).id, first); });
  EXPECT_EQ(problem_of([&] { find_record<Person>(workspace, first); }).kind(), ProblemKind::not_found);
}

TEST(Mandate, is_in_force_on_both_of_its_end_days) {
  Mandate mandate;
  mandate.starts_on = Date::of(2026, 1, 1);
  mandate.ends_on = Date::of(2026, 12, 31);
  EXPECT_TRUE(in_force(mandate, *Date::of(2026, 1, 1)));
  EXPECT_TRUE(in_force(mandate, *Date::of(2026, 12, 31)));
  EXPECT_FALSE(in_force(mandate, *Date::of(2025, 12, 31)));
  EXPECT_FALSE(in_force(mandate, *Date::of(2027, 1, 1)));
}
