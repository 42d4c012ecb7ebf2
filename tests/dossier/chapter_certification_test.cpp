#include "tests/dossier/sample_input.hpp"
#include "toolkit/base/file.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/dossier/chapter.hpp"
#include "toolkit/dossier/deadlines.hpp"
#include "toolkit/dossier/information_notice.hpp"
#include "toolkit/dossier/template_filler.hpp"

#include <gmock/gmock.h>

#include <algorithm>

using namespace hdskit;
using testing::AllOf;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

namespace {

class ChaptersOfRegimes : public testing::Test {
protected:
  ChaptersOfRegimes() {
    facts.certification.audits = {{.reference = "AUD1", .framework = "hds-v2", .stage = AuditStage::stage_2, .held_on = Date::parse("2026-09-24")},
                                  {.reference = "AUD2", .framework = "hds-v2", .stage = AuditStage::surveillance, .planned_on = Date::parse("2027-09-23")}};
    facts.certification.nonconformities = {{.reference = "NC1",
                                            .audit = "AUD1",
                                            .item = "EXI-16",
                                            .finding = "Traces non auditées.",
                                            .found_on = Date::parse("2026-09-24"),
                                            .owner = "Aubane Issambre"}};
    facts.certification.actors = {{.reference = "AH1", .name = "CHI d’essai", .role = "Hébergeur", .activities = {"1", "6"}, .hds_certified = YesNo::yes}};
    AccessProject project;
    project.reference = "PRJ1";
    project.title = "Parcours";
    project.purpose = "Décrire.";
    facts.habilitation.projects = {project};
    AuthorisedPerson person;
    person.reference = "HAB1";
    person.project = "prj1";
    person.name = "Ulysse Xaintrie";
    person.starts_on = person.undertaking_on = Date::parse("2026-09-01");
    person.ends_on = Date::parse("2026-10-31");
    facts.habilitation.people = {person};
  }
  static std::string shipped(std::string_view id) { return read_file(SOURCE_DIR "/templates/" + std::string{id} + ".md"); }
  const Chapter& chapter(std::string_view id) const { return **std::ranges::find(all_chapters(), id, &Chapter::id); }
  ChapterInput input() const { return {.facts = facts, .annexes = annexes, .gaps = gaps, .day = *Date::parse("2026-12-01"), .version = "1"}; }
  std::string printed(std::string_view id) const {
    const LanguageScope french{Language::french};
    return replaced(fill_template(id, shipped, chapter(id).gather(input())), "\\", "");
  }

  DossierInput facts = tests::complete_input();
  std::vector<PlannedAnnex> annexes = plan_annexes(facts);
  std::vector<Gap> gaps;
};

} // namespace

TEST_F(ChaptersOfRegimes, are_there_once_something_is_recorded) {
  EXPECT_TRUE(chapter("certification").present(input()));
  EXPECT_TRUE(chapter("habilitations").present(input()));
  EXPECT_FALSE(chapter("applicabilite").present(input()));
  facts.certification = {};
  facts.habilitation = {};
  EXPECT_FALSE(chapter("certification").present(input()));
  EXPECT_FALSE(chapter("habilitations").present(input()));
}

TEST_F(ChaptersOfRegimes, tells_non_conformities_with_their_three_months) {
  EXPECT_THAT(printed("certification"), AllOf(HasSubstr("| **NC1** | EXI-16 |"), HasSubstr("| 24/12/2026 |"), HasSubstr("levées : **1**"),
                                              HasSubstr("prévu le 23/09/2027"), HasSubstr("| **CHI d’essai** | Hébergeur | 1, 6 |")));
  EXPECT_THAT(printed("certification"), HasSubstr("Ce qui manque encore pour publier"));
  facts.certification.nonconformities[0].due = Date::parse("2026-11-30");
  EXPECT_THAT(printed("certification"), HasSubstr("| 30/11/2026 ▲ |"));
}

TEST_F(ChaptersOfRegimes, tells_who_is_authorised_and_what_does_not_hold) {
  EXPECT_THAT(printed("habilitations"), AllOf(HasSubstr("PRJ1 – Parcours"), HasSubstr("| **HAB1** | Ulysse Xaintrie |"), HasSubstr("| 31/10/2026 |"),
                                              HasSubstr("## Ce qui ne tient pas")));
}

TEST_F(ChaptersOfRegimes, tells_each_control_whether_it_applies) {
  Checklist statement;
  statement.id = "soa";
  statement.title = {"Déclaration d’essai", "Trial statement"};
  for (const auto* id : {"SOA-1", "SOA-2", "SOA-3"}) {
    Item item;
    item.id = item.number = id;
    item.title = {std::string{"Mesure "} + id, "x"};
    item.choosable = true;
    statement.items.push_back(item);
  }
  facts.applicability = statement;
  Answer excluded;
  excluded.item = "SOA-1";
  excluded.applicability = Applicability::excluded;
  excluded.statement = "Aucun développement interne.";
  Answer applied;
  applied.item = "soa-2";
  applied.state = DemonstrationState::written;
  facts.answers.push_back(excluded);
  facts.answers.push_back(applied);
  EXPECT_THAT(printed("applicabilite"),
              AllOf(HasSubstr("| SOA-1 | Mesure SOA-1 | non | – | Aucun développement interne. |"), HasSubstr("| SOA-2 | Mesure SOA-2 | oui | écrit |"),
                    HasSubstr("| SOA-3 | Mesure SOA-3 | à décider |"), HasSubstr("dont 1 exclues"), HasSubstr("reste à décider de 1")));
}

TEST_F(ChaptersOfRegimes, corrections_audits_and_authorisations_are_deadlines) {
  const auto deadlines = deadlines_of(facts, *Date::parse("2026-11-22"));
  EXPECT_EQ(find_deadline(deadlines, "nonconformity-NC1").day, *Date::parse("2026-12-24"));
  EXPECT_EQ(find_deadline(deadlines, "nonconformity-NC1").owner, "Aubane Issambre");
  EXPECT_EQ(find_deadline(deadlines, "audit-AUD2").subject, "certification_audit:AUD2");
  EXPECT_EQ(find_deadline(deadlines, "authorisation-HAB1-end").day, *Date::parse("2026-10-31"));
  EXPECT_EQ(find_deadline(deadlines, "authorisation-HAB1-review").day, *Date::parse("2027-09-01"));
}

TEST_F(ChaptersOfRegimes, the_notice_says_what_lacks_and_prints_it_as_lacking) {
  auto project = facts.habilitation.projects[0];
  EXPECT_THAT(notice_defects(project), SizeIs(7));
  project.controller = project.data_sets = project.recipients = project.legal_basis = project.retention = project.rights_contact = "dit";
  project.fields = {"âge"};
  EXPECT_THAT(notice_defects(project), IsEmpty());
  project.frame = AccessFrame::mr_006;
  EXPECT_THAT(notice_defects(project), SizeIs(1));
  const auto document = compose_information_notice(project, "CHI d’essai", *Date::parse("2026-11-22"), shipped);
  EXPECT_THAT(document.metadata.title, HasSubstr("Parcours"));
  EXPECT_THAT(document.blocks, Not(IsEmpty()));
}
