#include "gui/presenter/deadlines.hpp"

#include "tests/support/workspaces.hpp"
#include "toolkit/dossier/deadlines.hpp"
#include "toolkit/procedure/procedure_store.hpp"
#include "toolkit/procedure/regime_reader.hpp"

#include <gmock/gmock.h>

using namespace hdskit;
using namespace hdskit::gui;
using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::StartsWith;

namespace {

Date on(const char* iso) { return *Date::parse(iso); }

class DeadlineList : public testing::Test {
protected:
  static std::vector<Deadline> sample() {
    Deadline late{.uid = "mandate-4", .kind = DeadlineKind::mandate, .day = on("2026-11-01"), .title = "Mandat du DPO", .owner = "Zoé Ferrand"};
    Deadline soon{.uid = "evidence-PSSI-validity", .kind = DeadlineKind::evidence, .day = on("2026-12-01"), .title = "PSSI", .subject = "PSSI"};
    Deadline assumed{.uid = "procedure-3-committee",
                     .kind = DeadlineKind::stage,
                     .day = on("2027-02-10"),
                     .title = "Avis du comité",
                     .owner = "Hélène Rousset",
                     .hypothetical = true,
                     .worst = on("2027-05-10"),
                     .subject = "procedure:3"};
    Deadline settled{.uid = "procedure-3-cnil",
                     .kind = DeadlineKind::stage,
                     .day = on("2026-11-20"),
                     .title = "Avis de la CNIL",
                     .done = on("2026-11-10"),
                     .subject = "procedure:3"};
    return {late, settled, soon, assumed};
  }
  std::vector<std::string> uids(DeadlineFilter filter) const {
    const auto rows = deadline_rows(sample(), filter, today);
    std::vector<std::string> keys;
    for (std::size_t row = 0; row < rows.count; ++row) keys.push_back(rows.key(row));
    return keys;
  }
  Date today = on("2026-11-22");
};

} // namespace

TEST_F(DeadlineList, says_with_a_sign_and_a_word_how_far_each_day_is) {
  EXPECT_EQ(distance_cell(sample()[0], today), (Cell{"✖ late", Tone::bad}));
  EXPECT_EQ(distance_cell(sample()[1], today), (Cell{"✔ settled on 2026-11-10", Tone::good}));
  EXPECT_EQ(distance_cell(sample()[2], today), (Cell{"⚠ in 9 days", Tone::warning}));
  EXPECT_EQ(distance_cell(sample()[3], today), Cell{"in 80 days"});
  EXPECT_EQ(distance_cell({.uid = "u", .day = today, .title = ""}, today).text, "⚠ today");
  EXPECT_EQ(distance_cell({.uid = "u", .day = today.plus_days(30), .title = ""}, today).text, "⚠ in 30 days");
  EXPECT_EQ(distance_cell({.uid = "u", .day = today.plus_days(31), .title = ""}, today).text, "in 31 days");
}

TEST_F(DeadlineList, filters_by_distance_procedure_and_person) {
  EXPECT_THAT(uids({}), ElementsAre("mandate-4", "evidence-PSSI-validity", "procedure-3-committee"));
  EXPECT_THAT(uids({.scope = DeadlineScope::late}), ElementsAre("mandate-4"));
  EXPECT_THAT(uids({.scope = DeadlineScope::month}), ElementsAre("mandate-4", "evidence-PSSI-validity"));
  EXPECT_THAT(uids({.scope = DeadlineScope::quarter}), ElementsAre("mandate-4", "evidence-PSSI-validity", "procedure-3-committee"));
  EXPECT_THAT(uids({.scope = DeadlineScope::procedures}), ElementsAre("procedure-3-committee"));
  EXPECT_THAT(uids({.scope = DeadlineScope::mine, .words = {}, .person = "helene rousset"}), ElementsAre("procedure-3-committee"));
  EXPECT_THAT(uids({.scope = DeadlineScope::settled}), ElementsAre("procedure-3-cnil"));
  EXPECT_EQ(deadline_scopes().size(), static_cast<std::size_t>(DeadlineScope::settled) + 1);
}

TEST_F(DeadlineList, finds_words_in_any_column_accents_aside) {
  EXPECT_THAT(uids({.scope = DeadlineScope::open, .words = "ferrand zoe", .person = {}}), ElementsAre("mandate-4"));
  EXPECT_THAT(uids({.scope = DeadlineScope::open, .words = "hypothetical", .person = {}}), ElementsAre("procedure-3-committee"));
  EXPECT_THAT(uids({.scope = DeadlineScope::late, .words = "comité", .person = {}}), IsEmpty());
}

TEST_F(DeadlineList, marks_an_assumption_by_its_word) {
  const auto rows = deadline_rows(sample(), {}, today);
  EXPECT_EQ(rows.cells(2).front().text, "in 80 days, hypothetical");
  EXPECT_EQ(rows.cells(0).front().text, "✖ late");
}

TEST_F(DeadlineList, leads_to_what_a_deadline_is_about) {
  EXPECT_EQ(destination_of(sample()[0]), (Destination{"organisation", "mandate:4"}));
  EXPECT_EQ(destination_of(sample()[2]), (Destination{"evidence", "PSSI"}));
  EXPECT_EQ(destination_of(sample()[3]), (Destination{"deadlines", "procedure:3"}));
  EXPECT_EQ(destination_of({.uid = "subcontractor-7-certificate", .kind = DeadlineKind::certificate, .day = today, .title = ""}),
            (Destination{"organisation", "subcontractor:7"}));
  EXPECT_EQ(destination_of({.uid = "measure-M4", .kind = DeadlineKind::measure, .day = today, .title = "", .subject = "measure:M4"}),
            (Destination{"risks", "measure:M4"}));
  EXPECT_EQ(destination_of({.uid = "exercise-EX5", .kind = DeadlineKind::continuity, .day = today, .title = "", .subject = "exercise:EX5"}),
            (Destination{"continuity", "exercise:EX5"}));
  EXPECT_EQ(destination_of({.uid = "backup-SV2-test", .kind = DeadlineKind::continuity, .day = today, .title = "", .subject = "backup_arrangement:SV2"}),
            (Destination{"continuity", "backup_arrangement:SV2"}));
  EXPECT_EQ(destination_of({.uid = "source-DPI-test", .kind = DeadlineKind::continuity, .day = today, .title = "", .subject = "backup_source:DPI"}),
            (Destination{"backups", "backup_source:DPI"}));
  EXPECT_EQ(destination_of({.uid = "answer-A1-1", .kind = DeadlineKind::answer, .day = today, .title = "", .subject = "A1-1"}),
            (Destination{"requirements", "A1-1"}));
}

TEST_F(DeadlineList, explains_a_stage_step_by_step_with_its_article) {
  const ScratchFolder folder;
  auto workspace = Workspace::create((folder.path() / "w.hds").string(), tests::acting());
  workspace.change(tests::acting(), [&](Change& change) {
    const auto started = start_procedure(change, {.title = "Agrément", .regime = "agrement-2006", .regime_xml = std::string{shipped_regime("agrement-2006")}});
    record_event(change, {.procedure = started.id, .kind = EventKind::filed, .date = on("2026-10-05")}, today);
  });
  const auto deadline = find_deadline(all_deadlines(workspace, today), "procedure-1-cnil");
  const auto shown = explained(workspace, deadline, today);
  EXPECT_THAT(shown.text, AllOf(StartsWith("1. "), HasSubstr("\n\n2. "), HasSubstr("R. 1111-10"), HasSubstr("2026")));
  EXPECT_THAT(shown.heading, AllOf(HasSubstr("5 December 2026"), HasSubstr("hypothetical, at worst 2027-02-05")));
  EXPECT_EQ(shown.destination, (Destination{"deadlines", "procedure:1"}));
  EXPECT_EQ(shown.leads_to, "Show the procedure");
}

TEST_F(DeadlineList, says_the_sentence_of_what_no_procedure_sets) {
  const ScratchFolder folder;
  const auto workspace = Workspace::create((folder.path() / "w.hds").string(), tests::acting());
  auto deadline = sample()[0];
  deadline.detail = "Le mandat a pris fin.";
  const auto shown = explained(workspace, deadline, today);
  EXPECT_EQ(shown.text, "Le mandat a pris fin.");
  EXPECT_THAT(shown.heading, HasSubstr("Zoé Ferrand"));
  EXPECT_EQ(shown.leads_to, "Show it in the organisation");
}

TEST_F(DeadlineList, says_what_to_do_first_when_nothing_is_due) {
  EXPECT_THAT(no_deadline(false).text, HasSubstr("Start a procedure"));
  EXPECT_THAT(no_deadline(true).text, HasSubstr("another filter"));
  EXPECT_EQ(no_deadline(false).leads_to, "");
}
