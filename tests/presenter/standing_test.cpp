#include "gui/presenter/deadlines.hpp"
#include "gui/presenter/dossier_plan.hpp"
#include "gui/presenter/evidence.hpp"
#include "gui/presenter/requirements_answer.hpp"
#include "gui/presenter/requirements_sheet.hpp"

#include "tests/support/workspaces.hpp"
#include "toolkit/base/problem.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/dossier/deadlines.hpp"
#include "toolkit/dossier/template_store.hpp"
#include "toolkit/evidence/evidence_store.hpp"
#include "toolkit/requirements/checklist_reader.hpp"
#include "toolkit/requirements/framework_store.hpp"

#include <gmock/gmock.h>

#include <algorithm>

using namespace hdskit;
using namespace hdskit::gui;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Pointee;

namespace {

const Date today = *Date::of(2026, 11, 22);

/// A hospital of the agrément; frameworks are followed beside it as the test needs them.
class Frameworks : public testing::Test {
protected:
  void adopt() {
    workspace_.change(tests::acting(), [](Change& change) { adopt_checklist(change, std::string{shipped_checklist("agrement-2006")}); });
  }
  void follow(const std::string& id) {
    workspace_.change(tests::acting(), [&](Change& change) {
      put_framework(change, {.xml = std::string{shipped_checklist(id)}, .use = FrameworkUse::followed, .applied_on = today});
    });
  }
  void document(const std::string& code, const std::string& item, std::optional<Date> until = {}) {
    const auto file = folder_.path() / (code + ".txt");
    write_file(file, "Le contenu de " + code);
    workspace_.change(tests::acting(), [&](Change& change) {
      Evidence evidence;
      evidence.code = code;
      evidence.title = "Document " + code;
      evidence.requirements = {item};
      evidence.valid_until = until;
      hdskit::add_evidence(change, evidence, file);
    });
  }
  std::shared_ptr<const Standing> standing(const std::string& framework = {}) { return read_standing(workspace_, today, framework); }

  ScratchFolder folder_;
  const std::string location_ = (folder_.path() / "w.hds").string();
  Workspace workspace_ = Workspace::create(location_, tests::acting());
};

std::vector<std::string> ids_of(const AnsweredFrameworks& frameworks) {
  std::vector<std::string> ids;
  for (const auto& framework : frameworks.all) ids.push_back(framework.id);
  return ids;
}

std::vector<std::string> items_shown(const Requirements& requirements, const RequirementQuery& query) {
  std::vector<std::string> found;
  for (const auto& node : requirements.rows(query).nodes)
    if (is_item_key(node.key)) found.push_back(node.key);
  return found;
}

} // namespace

TEST_F(Frameworks, are_told_with_the_main_checklist_first) {
  adopt();
  follow("hds-v2");
  follow("snds-2024");
  const auto main = standing();
  EXPECT_THAT(ids_of(main->frameworks), ElementsAre("agrement-2006", "hds-v2", "snds-2024"));
  EXPECT_EQ(main->frameworks.asked(), "");
  EXPECT_EQ(main->frameworks.ordered(), "");
  EXPECT_THAT(label_of(main->frameworks.all[0]), HasSubstr("(main checklist)"));
  EXPECT_THAT(label_of(main->frameworks.all[1]), HasSubstr("hds-v2 – "));
}

TEST_F(Frameworks, give_the_items_and_gaps_of_the_chosen_one) {
  adopt();
  follow("hds-v2");
  const auto chosen = standing("HDS-V2");
  EXPECT_EQ(chosen->input.checklist.id, "hds-v2");
  EXPECT_EQ(chosen->frameworks.asked(), "hds-v2");
  EXPECT_EQ(chosen->frameworks.ordered(), "hds-v2");
  EXPECT_EQ(static_cast<std::size_t>(chosen->summary.items), chosen->input.checklist.items.size());
  EXPECT_TRUE(std::ranges::any_of(chosen->gaps, [](const Gap& gap) { return gap.item == "EXI-01"; }));
  EXPECT_FALSE(std::ranges::any_of(standing()->gaps, [](const Gap& gap) { return gap.item == "EXI-01"; }));
}

TEST_F(Frameworks, lead_from_an_item_to_the_framework_that_holds_it) {
  adopt();
  follow("hds-v2");
  const auto main = standing();
  const auto& frameworks = main->frameworks;
  EXPECT_EQ(frameworks.asked_for("R1111-9-1"), "");
  EXPECT_EQ(frameworks.asked_for("exi-05"), "hds-v2");
  EXPECT_EQ(frameworks.asked_for("framework:HDS-v2"), "hds-v2");
  EXPECT_EQ(frameworks.asked_for("framework:agrement-2006"), "");
  EXPECT_EQ(frameworks.asked_for("form:P1"), "") << "forms are named by pages that show the main checklist";
  EXPECT_EQ(frameworks.asked_for("obligation:access"), "");
  EXPECT_EQ(frameworks.asked_for("SNDS24-1"), std::nullopt);
  EXPECT_EQ(frameworks.asked_for("framework:snds-2024"), std::nullopt);
  EXPECT_THAT(frameworks.item("EXI-05")->label, HasSubstr("EXI\u00A005"));
}

TEST_F(Frameworks, fall_back_to_the_main_checklist_once_one_is_let_go) {
  adopt();
  follow("hds-v2");
  workspace_.change(tests::acting(), [](Change& change) { use_framework(change, "hds-v2", FrameworkUse::reference, std::nullopt); });
  const auto left = standing("hds-v2");
  EXPECT_EQ(left->input.checklist.id, "agrement-2006");
  EXPECT_EQ(left->frameworks.asked(), "");
  EXPECT_EQ(left->frameworks.item("EXI-05"), nullptr);
}

TEST_F(Frameworks, stand_for_the_checklist_where_there_is_none) {
  EXPECT_FALSE(answers_frameworks(workspace_));
  EXPECT_EQ(tests::problem_of([&] { standing(); }).kind(), ProblemKind::not_found);
  follow("hds-v2");
  EXPECT_TRUE(answers_frameworks(workspace_));
  const auto first = standing();
  EXPECT_EQ(first->input.checklist.id, "hds-v2");
  EXPECT_EQ(first->frameworks.asked(), "");
  EXPECT_EQ(first->frameworks.ordered(), "hds-v2") << "a dossier without name would be that of a checklist that is not there";
  EXPECT_FALSE(first->frameworks.all[0].main);
}

TEST_F(Frameworks, answer_an_item_as_one_of_the_main_checklist) {
  adopt();
  follow("hds-v2");
  Session session{location_, Seat{"Hélène Rousset", [] { return *Instant::parse("2026-11-22T10:15:00Z"); }}};
  const Requirements before{standing("hds-v2")};
  const auto* requirement = before.find("EXI-05");
  AnswerForm form{session, folder_.path() / "drafts"};
  form.show("EXI-05", before.name_of(*requirement), requirement->answer);
  form.form().type(AnswerForm::statement, "Les risques sont appréciés chaque année.");
  form.form().type(AnswerForm::state, "written");
  form.form().type(AnswerForm::owner, "RSSI");
  EXPECT_EQ(form.save(before.standing().input.checklist, {}), AnswerForm::Outcome::saved);
  EXPECT_THAT(session.undo_title(), HasSubstr("EXI\u00A005 (hds-v2)"));
  const Requirements main{standing()};
  EXPECT_EQ(main.name_of(*main.find("R1111-9-1")), main.find("R1111-9-1")->label());
  const Requirements after{standing("hds-v2")};
  EXPECT_TRUE(after.find("EXI-05")->answered());
  EXPECT_THAT(items_shown(after, {.filter = RequirementFilter::mine, .person = "rssi"}), ElementsAre("EXI-05"));
  EXPECT_THAT(items_shown(after, {.words = "appréciés"}), ElementsAre("EXI-05"));
  EXPECT_TRUE(items_shown(Requirements{standing()}, {.words = "appréciés"}).empty());
}

TEST_F(Frameworks, exclude_an_item_only_with_its_justification) {
  adopt();
  follow("soa-27001-2022");
  Session session{location_, Seat{"Hélène Rousset", [] { return *Instant::parse("2026-11-22T10:15:00Z"); }}};
  const Requirements before{standing("soa-27001-2022")};
  const auto& item = before.standing().input.checklist.items.front();
  EXPECT_TRUE(sheet_of(before, *before.find(item.id)).choosable);
  AnswerForm form{session, folder_.path() / "drafts"};
  form.show(item.id, "SOA", nullptr);
  form.form().type(AnswerForm::applicability, "excluded");
  EXPECT_TRUE(form.excludes());
  EXPECT_EQ(tests::problem_of([&] { form.save(before.standing().input.checklist, {}); }).kind(), ProblemKind::bad_input);
  form.form().type(AnswerForm::statement, "L’hôpital ne développe aucun logiciel.");
  EXPECT_EQ(form.save(before.standing().input.checklist, {}), AnswerForm::Outcome::saved);
  const Requirements after{standing("soa-27001-2022")};
  EXPECT_EQ(state_cell(*after.find(item.id)).text, "✔ excluded");
  const auto left = items_shown(after, {.filter = RequirementFilter::not_demonstrated});
  EXPECT_EQ(left.size(), after.standing().input.checklist.items.size() - 1);
}

TEST_F(Frameworks, share_the_documents_of_the_vault) {
  adopt();
  follow("hds-v2");
  document("PSSI", "R1111-9-1");
  document("SMSI", "EXI-01");
  const auto main = standing(), chosen = standing("hds-v2");
  ASSERT_EQ(main->others.size(), 1u);
  EXPECT_EQ(main->others[0].code, "SMSI") << "it proves nothing of the main checklist";
  ASSERT_EQ(chosen->others.size(), 1u);
  EXPECT_EQ(chosen->others[0].code, "PSSI");
  const auto offered = documents_to_choose(Requirements{chosen}, "", "EXI-01");
  ASSERT_EQ(offered.count, 1u) << "what proves an item of one may prove one of another";
  EXPECT_EQ(offered.key(0), "PSSI");
}

TEST_F(Frameworks, have_their_documents_and_answers_among_the_deadlines) {
  adopt();
  follow("hds-v2");
  document("SMSI", "EXI-01", Date::of(2027, 3, 31));
  workspace_.change(tests::acting(), [](Change& change) {
    Answer answer;
    answer.item = "EXI-05";
    answer.due = Date::of(2027, 1, 15);
    give_answer(change, all_checklists(change.workspace()), answer);
  });
  const auto deadlines = all_deadlines(workspace_, today);
  const auto led_to = [&](const Date& day) {
    const auto found = std::ranges::find(deadlines, day, &Deadline::day);
    return found == deadlines.end() ? Destination{} : destination_of(*found);
  };
  EXPECT_EQ(led_to(*Date::of(2027, 3, 31)), (Destination{"evidence", "SMSI"})) << "though it is no part of the main dossier";
  EXPECT_EQ(led_to(*Date::of(2027, 1, 15)), (Destination{"requirements", "EXI-05"}));
}

TEST_F(Frameworks, name_the_items_that_a_document_serves) {
  adopt();
  follow("hds-v2");
  const auto main = standing();
  Evidence evidence;
  evidence.requirements = {"R1111-9-1", "exi-01", "GONE-1"};
  const auto rows = served_item_rows(evidence, main->frameworks);
  ASSERT_EQ(rows.count, 3u);
  EXPECT_EQ(rows.cells(0)[2].text, "agrement-2006");
  EXPECT_EQ(rows.key(1), "EXI-01");
  EXPECT_THAT(rows.cells(1)[0].text, HasSubstr("EXI\u00A001"));
  EXPECT_EQ(rows.cells(1)[2].text, "hds-v2");
  EXPECT_THAT(rows.cells(2)[1].text, HasSubstr("no framework"));
}

TEST_F(Frameworks, have_a_plan_of_their_own_with_every_gap_at_one_line) {
  adopt();
  follow("hds-v2");
  const auto chosen = standing("hds-v2");
  const auto plan = plan_dossier(*chosen, [&](std::string_view id) { return find_template(workspace_, id).text; });
  EXPECT_EQ(plan.gaps, static_cast<int>(chosen->gaps.size()));
  EXPECT_EQ(plan.find("chapter:"), nullptr) << "every item stands in the chapter of the forms";
  const auto* item = plan.find("item:EXI-05");
  ASSERT_NE(item, nullptr);
  EXPECT_EQ(item->goal, (PlanGoal{"requirements", "EXI-05"}));
  const auto& section = plan.nodes[item->parent];
  EXPECT_TRUE(plan.nodes[section.parent].key.starts_with("form:")) << plan.nodes[section.parent].key;
  EXPECT_TRUE(std::ranges::any_of(chosen->gaps, [](const Gap& gap) { return gap.kind == GapKind::mandate_vacant || gap.kind == GapKind::identity_missing; }));
}

TEST_F(Frameworks, open_the_item_that_was_open_last_or_the_first_that_is_shown) {
  adopt();
  follow("hds-v2");
  const Requirements requirements{standing("hds-v2")};
  const auto all = requirements.rows({});
  EXPECT_EQ(item_to_open(requirements, all, "EXI-07"), "EXI-07");
  EXPECT_EQ(item_to_open(requirements, all, "R1111-9-1"), neighbour_of(all, "", 1)) << "of another framework";
  EXPECT_EQ(item_to_open(requirements, requirements.rows({.words = "nothing holds this"}), ""), requirements.standing().input.checklist.items.front().id);
}

TEST_F(Frameworks, give_the_titles_of_the_obligations_of_all_of_them) {
  adopt();
  EXPECT_FALSE(obligation_titles(workspace_).contains("sovereignty"));
  follow("hds-v2");
  EXPECT_TRUE(obligation_titles(workspace_).contains("sovereignty"));
  EXPECT_TRUE(obligation_titles(workspace_).contains("organisation"));
}
