#include "gui/presenter/dashboard.hpp"

#include "tests/support/workspaces.hpp"
#include "toolkit/backup/backup_store.hpp"
#include "toolkit/evidence/evidence_store.hpp"
#include "toolkit/organisation/organisation_store.hpp"
#include "toolkit/requirements/answer_store.hpp"
#include "toolkit/requirements/checklist_reader.hpp"

#include <gmock/gmock.h>

using namespace hdskit;
using namespace hdskit::gui;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::StartsWith;

namespace {

class DashboardPage : public testing::Test {
protected:
  DashboardPage() : workspace{Workspace::create((folder.path() / "w.hds").string(), tests::acting("Ivan Petit", "2026-11-19T08:00:00Z"))} {
    const std::string id = shipped_checklist_ids().front();
    xml = shipped_checklist(id);
    checklist = checklist_of(xml, id);
    workspace.change(tests::acting("Ivan Petit", "2026-11-19T08:00:00Z"), [&](Change& change) { adopt_checklist(change, xml); });
  }
  void change(const std::function<void(Change&)>& work, const std::string& who = "Hélène Rousset") { workspace.change(tests::acting(who), work); }
  template <typename Record> Record add(Record record) {
    change([&](Change& change) { record = add_record(change, record); });
    return record;
  }
  void describe_hospital() {
    LegalEntity host;
    host.name = "CH de Valmont";
    host.representative = "Claude Modèle";
    add(host);
    Site site;
    site.name = "Salle Brenne";
    add(site);
    HostedService service;
    service.name = "Dossier patient";
    service.code = "DPI";
    add(service);
  }
  void answer(std::size_t count) {
    change([&](Change& change) {
      for (std::size_t i = 0; i < count; ++i) {
        Answer answer;
        answer.item = checklist.items[i].id;
        answer.statement = "Fait.";
        answer.state = DemonstrationState::written;
        give_answer(change, checklist, answer);
      }
    });
  }
  Dashboard board() const { return dashboard_of(*read_standing(workspace, today)); }
  static std::vector<std::string> column(const ListRows& rows, std::size_t index) {
    std::vector<std::string> texts;
    for (std::size_t row = 0; row < rows.count; ++row) texts.push_back(rows.cells(row).at(index).text);
    return texts;
  }

  ScratchFolder folder;
  Workspace workspace;
  std::string xml;
  Checklist checklist;
  Date today = *Date::of(2026, 11, 22);
};

} // namespace

TEST_F(DashboardPage, tells_a_new_hospital_what_to_do_first_and_where) {
  const auto steps = board().first_steps;
  ASSERT_EQ(steps.size(), 6u);
  for (const auto& step : steps) EXPECT_FALSE(step.done) << step.title;
  EXPECT_EQ(steps[0].destination, (Destination{"organisation", "entity"}));
  EXPECT_EQ(steps[5].destination.page, "requirements");
  EXPECT_TRUE(checklist.find_item(steps[5].destination.subject));
  EXPECT_EQ(board().hospital, "Your hospital");
}

TEST_F(DashboardPage, stops_telling_first_steps_once_they_are_done) {
  describe_hospital();
  EXPECT_TRUE(board().first_steps[0].done);
  EXPECT_TRUE(board().first_steps[2].done);
  answer(2);
  EXPECT_FALSE(board().first_steps.empty());
  answer(3);
  EXPECT_TRUE(board().first_steps.empty());
}

TEST_F(DashboardPage, says_how_far_the_file_has_come_in_words_and_numbers) {
  answer(4);
  const auto shown = board();
  const auto items = static_cast<int>(checklist.items.size());
  EXPECT_EQ(shown.answered.done, 4);
  EXPECT_EQ(shown.answered.all, items);
  EXPECT_THAT(shown.answered.words, HasSubstr("4 of " + std::to_string(items)));
  EXPECT_THAT(shown.verdict, StartsWith("⚠"));
  EXPECT_EQ(shown.shares.count, checklist.obligations.size() + checklist.forms.size());
  EXPECT_EQ(destination_of(shown.shares.key(0)), (Destination{"requirements", checklist.obligations[0].id}));
  EXPECT_EQ(destination_of(shown.shares.key(checklist.obligations.size())), (Destination{"dossier", checklist.forms[0].id}));
  EXPECT_EQ(shown.findings.count, findings_shown);
  EXPECT_EQ(destination_of(shown.findings.key(0)), (Destination{"organisation", "entity"})) << "the most important first";
}

TEST_F(DashboardPage, marks_deadlines_with_a_symbol_and_leads_to_what_is_due) {
  describe_hospital();
  change([&](Change& change) {
    for (const auto& [code, day] :
         {std::pair{"LATE", "2026-11-01"}, std::pair{"SOON", "2026-12-01"}, std::pair{"LATER", "2027-02-10"}, std::pair{"FAR", "2028-01-01"}}) {
      Evidence evidence;
      evidence.code = code;
      evidence.title = code;
      evidence.valid_until = Date::parse(day);
      add_evidence_bytes(change, evidence, code);
    }
  });
  Person person;
  person.name = "Paul Exemple";
  Mandate mandate;
  mandate.role = MandateRole::dpo;
  mandate.person = add(person).id;
  mandate.ends_on = Date::of(2026, 12, 31);
  mandate = add(mandate);
  const auto due = board().due;
  EXPECT_THAT(column(due, 0), ElementsAre("✖ overdue", "⚠ in 9 days", "in 39 days", "in 80 days"));
  EXPECT_EQ(destination_of(due.key(0)), (Destination{"evidence", "LATE"}));
  EXPECT_EQ(destination_of(due.key(2)), (Destination{"organisation", "mandate:" + mandate.id.text()}));
}

TEST_F(DashboardPage, groups_what_changed_since_yesterday_by_record) {
  describe_hospital();
  answer(1);
  change(
      [&](Change& change) {
        auto answer = all_answers(change.workspace()).front();
        answer.owner = "Ivan Petit";
        give_answer(change, checklist, answer);
      },
      "Ivan Petit");
  change([&](Change& change) { remove_record<Site>(change, SiteId{1}); });
  const auto rows = changes_since_yesterday(workspace, today);
  ASSERT_EQ(rows.count, 4u) << "nothing of last week";
  EXPECT_THAT(column(rows, 2),
              ElementsAre(HasSubstr("Salle Brenne"), HasSubstr(checklist.items[0].id), HasSubstr("Dossier patient"), HasSubstr("CH de Valmont")));
  EXPECT_EQ(rows.cells(0).at(0).text, "today, 11:15");
  EXPECT_EQ(rows.cells(1).at(1).text, "Ivan Petit, Hélène Rousset");
  EXPECT_EQ(rows.cells(1).at(2).text, "answer “" + checklist.items[0].id + "”: changed, added (2)");
  EXPECT_EQ(destination_of(rows.key(0)), (Destination{"journal", "site:1"})) << "what is gone is still in the journal";
  EXPECT_EQ(destination_of(rows.key(1)), (Destination{"requirements", checklist.items[0].id}));
  EXPECT_EQ(destination_of(rows.key(2)), (Destination{"organisation", "service:1"}));
}

TEST_F(DashboardPage, says_so_when_there_is_nothing_to_tell) {
  EXPECT_THAT(column(changes_since_yesterday(workspace, *Date::of(2026, 12, 24)), 2), ElementsAre("Nothing changed since yesterday."));
  EXPECT_THAT(column(board().due, 2), ElementsAre(HasSubstr("Nothing is due")));
}

TEST_F(DashboardPage, leads_from_a_source_that_was_never_proven_to_its_page) {
  change([](Change& change) {
    add_record(change, HostedService{.name = "Imagerie", .code = "PACS", .criticality = Criticality::vital});
    backup_kind("backup_source").add(change, {{"reference", "DPI"}, {"kind", "directory"}, {"location", "/srv/sauvegardes"}});
  });
  const auto standing = read_standing(workspace, today);
  std::vector<Destination> led;
  for (const auto& gap : standing->gaps)
    if (auto destination = destination_of(gap, standing->input); destination.page == "backups") led.push_back(std::move(destination));
  EXPECT_THAT(led, testing::UnorderedElementsAre(Destination{"backups", "backup_source:DPI"}, Destination{"backups", "backup_source"}));
}

TEST_F(DashboardPage, leads_from_a_gap_to_the_record_that_has_it) {
  describe_hospital();
  Subcontractor provider;
  provider.name = "Orme Logiciels";
  provider.certificate_expires_on = Date::of(2025, 1, 1);
  const auto number = add(provider).id.text();
  Client client;
  client.name = "EHPAD Les Tilleuls";
  const auto client_number = add(client).id.text();
  const auto standing = read_standing(workspace, today);
  std::vector<std::string> led;
  for (const auto& gap : standing->gaps)
    if (const auto destination = destination_of(gap, standing->input); destination.page == "organisation") led.push_back(destination.subject);
  EXPECT_THAT(led, Contains("subcontractor:" + number));
  EXPECT_THAT(led, Contains("client:" + client_number));
  EXPECT_THAT(led, Contains("mandate"));
}
