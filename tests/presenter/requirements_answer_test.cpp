#include "gui/presenter/requirements_answer.hpp"
#include "gui/presenter/requirements_documents.hpp"
#include "tests/support/workspaces.hpp"
#include "toolkit/evidence/evidence_store.hpp"
#include "toolkit/requirements/checklist_reader.hpp"
#include "toolkit/workspace/document_store.hpp"

using namespace hdskit;
using namespace hdskit::gui;
using Outcome = AnswerForm::Outcome;
using Values = std::vector<std::string>;

namespace {

const std::string item = "R1111-9-1", other_item = "R1111-9-2", label = "R. 1111-9 1°";

/// A session on a workspace with a checklist, somebody else at the same workspace, and a folder for drafts.
class Answering : public testing::Test {
protected:
  Answering() {
    auto workspace = Workspace::create(location_, tests::acting());
    workspace.change(tests::acting(), [&](Change& change) { adopt_checklist(change, std::string{shipped_checklist("agrement-2006")}); });
    session_.emplace(location_, Seat{"Hélène Rousset", [this] { return now_; }});
    checklist_ = workspace_checklist(session_->workspace());
  }

  AnswerForm shown(const std::string& which = item) {
    AnswerForm answer{*session_, drafts_};
    const auto now = answer_to(session_->workspace(), which);
    answer.show(which, label, now ? &*now : nullptr);
    return answer;
  }
  void others_answer(const Values& values) {
    auto workspace = Workspace::open(location_);
    workspace.change(tests::acting("Paul Vasseur"), [&](Change& change) { give_answer(change, checklist_, answer_of_values(item, values)); });
  }
  Values stored() const {
    const auto now = answer_to(session_->workspace(), item);
    return values_of_answer(now ? &*now : nullptr);
  }
  Outcome save(AnswerForm& answer) {
    return answer.save(checklist_, [](const std::string&, const Merge&) -> std::optional<Values> {
      ADD_FAILURE() << "nobody should be asked";
      return std::nullopt;
    });
  }
  std::size_t drafts() const {
    return std::filesystem::exists(drafts_) ? static_cast<std::size_t>(std::distance(std::filesystem::directory_iterator{drafts_}, {})) : 0;
  }

  ScratchFolder folder_;
  std::string location_ = (folder_.path() / "w.hds").string();
  std::filesystem::path drafts_ = folder_.path() / "drafts";
  Instant now_ = *Instant::parse("2026-11-22T10:15:00Z");
  std::optional<Session> session_;
  Checklist checklist_;
};

TEST_F(Answering, saves_what_was_typed_as_one_step_that_undo_takes_back) {
  auto answer = shown();
  EXPECT_FALSE(answer.changed());
  EXPECT_EQ(save(answer), Outcome::nothing);
  answer.form().type(AnswerForm::statement, "La politique est écrite.");
  answer.form().type(AnswerForm::state, "written");
  answer.form().type(AnswerForm::due, "15/01/2027");
  EXPECT_TRUE(answer.changed());
  EXPECT_EQ(save(answer), Outcome::saved);
  EXPECT_FALSE(answer.changed());
  EXPECT_EQ(stored(), (Values{"written", "La politique est écrite.", "", "2027-01-15", "applicable"}));
  EXPECT_EQ(session_->undo_title(), "Answer to R. 1111-9 1°");
  session_->undo();
  EXPECT_EQ(stored(), values_of_answer(nullptr));
}

TEST_F(Answering, refuses_a_due_date_that_is_none_and_keeps_it) {
  auto answer = shown();
  answer.form().type(AnswerForm::due, "31/02/2027");
  const auto problem = tests::problem_of([&] { save(answer); });
  EXPECT_EQ(problem.kind(), ProblemKind::bad_input);
  EXPECT_EQ(answer.form().shown(AnswerForm::due), "31/02/2027");
  EXPECT_NE(answer.form().told_fault(AnswerForm::due), "");
  EXPECT_EQ(stored(), values_of_answer(nullptr));
}

TEST_F(Answering, brings_together_what_others_wrote_in_other_fields) {
  auto answer = shown();
  answer.form().type(AnswerForm::statement, "Le mien.");
  others_answer({"absent", "", "Paul Vasseur", ""});
  EXPECT_EQ(save(answer), Outcome::saved_with_theirs);
  EXPECT_EQ(stored(), (Values{"absent", "Le mien.", "Paul Vasseur", "", "applicable"}));
  EXPECT_EQ(answer.form().shown(AnswerForm::owner), "Paul Vasseur");
}

TEST_F(Answering, asks_about_a_field_that_both_wrote) {
  auto answer = shown();
  answer.form().type(AnswerForm::statement, "Le mien.");
  others_answer({"defined", "Le sien.", "", ""});
  std::string who;
  const auto outcome = answer.save(checklist_, [&](const std::string& told, const Merge& merge) -> std::optional<Values> {
    who = told;
    EXPECT_EQ(merge.conflicts, (std::vector<FieldConflict>{{AnswerForm::statement, "", "Le mien.", "Le sien."}}));
    auto values = merge.values;
    values[AnswerForm::statement] = "Le sien. Le mien.";
    return values;
  });
  EXPECT_EQ(outcome, Outcome::saved_with_theirs);
  EXPECT_NE(who.find("Paul Vasseur"), std::string::npos);
  EXPECT_EQ(stored(), (Values{"defined", "Le sien. Le mien.", "", "", "applicable"}));
}

TEST_F(Answering, asks_again_when_they_wrote_on_while_one_decided) {
  auto answer = shown();
  answer.form().type(AnswerForm::statement, "Le mien.");
  others_answer({"absent", "Le sien.", "", ""});
  int asked = 0;
  answer.save(checklist_, [&](const std::string&, const Merge& merge) -> std::optional<Values> {
    if (++asked == 1) others_answer({"absent", "Le sien, plus long.", "", ""});
    return merge.values;
  });
  EXPECT_EQ(asked, 2);
  EXPECT_EQ(stored()[AnswerForm::statement], "Le mien.");
}

TEST_F(Answering, changes_nothing_when_the_person_goes_on_typing) {
  auto answer = shown();
  answer.form().type(AnswerForm::statement, "Le mien.");
  answer.keep_draft();
  others_answer({"absent", "Le sien.", "", ""});
  EXPECT_EQ(answer.save(checklist_, [](const std::string&, const Merge&) { return std::nullopt; }), Outcome::given_up);
  EXPECT_TRUE(answer.changed());
  EXPECT_EQ(answer.form().shown(AnswerForm::statement), "Le mien.");
  EXPECT_EQ(stored()[AnswerForm::statement], "Le sien.");
  EXPECT_EQ(drafts(), 1u);
}

TEST_F(Answering, follows_others_where_nothing_was_typed_and_tells_it_elsewhere) {
  auto answer = shown();
  answer.form().type(AnswerForm::statement, "Le mien.");
  Answer theirs = answer_of_values(item, {"written", "", "Paul Vasseur", ""});
  answer.follow(&theirs);
  EXPECT_EQ(answer.form().shown(AnswerForm::owner), "Paul Vasseur");
  EXPECT_FALSE(answer.changed_elsewhere());
  theirs.statement = "Le sien.";
  answer.follow(&theirs);
  EXPECT_EQ(answer.form().shown(AnswerForm::statement), "Le mien.");
  EXPECT_TRUE(answer.changed_elsewhere());
}

TEST_F(Answering, keeps_text_and_draft_when_the_workspace_is_gone) {
  auto answer = shown();
  answer.form().type(AnswerForm::statement, "Le mien.");
  answer.keep_draft();
  std::filesystem::remove(location_);
  EXPECT_EQ(tests::problem_of([&] { save(answer); }).kind(), ProblemKind::not_found);
  EXPECT_EQ(answer.form().shown(AnswerForm::statement), "Le mien.");
  EXPECT_EQ(drafts(), 1u);
}

TEST_F(Answering, keeps_a_draft_while_something_is_unsaved_only) {
  auto answer = shown();
  answer.form().type(AnswerForm::statement, "Un début");
  answer.keep_draft();
  EXPECT_EQ(drafts(), 1u);
  answer.form().type(AnswerForm::statement, "");
  answer.keep_draft();
  EXPECT_EQ(drafts(), 0u) << "typed and taken back";
  answer.form().type(AnswerForm::statement, "Un début");
  answer.keep_draft();
  save(answer);
  EXPECT_EQ(drafts(), 0u) << "saved";
}

TEST_F(Answering, offers_the_draft_of_a_program_that_ended_before_saving) {
  {
    auto answer = shown();
    answer.form().type(AnswerForm::statement, "Un début");
    answer.form().type(AnswerForm::due, "31/02/2027");
    answer.keep_draft();
  }
  now_ = *Instant::parse("2026-11-22T10:20:00Z");
  EXPECT_EQ(shown(other_item).offered_draft(), "");
  auto again = shown();
  EXPECT_EQ(again.offered_draft(), "5 minutes ago");
  EXPECT_FALSE(again.changed()) << "nothing is taken up unasked";
  again.take_up_draft();
  EXPECT_EQ(again.offered_draft(), "");
  EXPECT_EQ(again.form().shown(AnswerForm::statement), "Un début");
  EXPECT_EQ(again.form().shown(AnswerForm::due), "31/02/2027");
  EXPECT_EQ(drafts(), 1u) << "until it is saved";
  again.form().type(AnswerForm::due, "");
  EXPECT_EQ(save(again), Outcome::saved);
  EXPECT_EQ(stored()[AnswerForm::statement], "Un début");
  EXPECT_EQ(drafts(), 0u);
}

TEST_F(Answering, lets_a_draft_go) {
  {
    auto answer = shown();
    answer.form().type(AnswerForm::statement, "Un début");
    answer.keep_draft();
  }
  auto again = shown();
  again.let_go_draft();
  EXPECT_EQ(again.offered_draft(), "");
  EXPECT_EQ(drafts(), 0u);
}

TEST_F(Answering, does_not_write_over_a_draft_that_is_offered) {
  {
    auto answer = shown();
    answer.form().type(AnswerForm::statement, "Le premier");
    answer.keep_draft();
  }
  {
    auto second = shown();
    second.form().type(AnswerForm::statement, "Le second");
    second.keep_draft();
    EXPECT_EQ(drafts(), 2u);
    second.take_up_draft();
    EXPECT_EQ(second.form().shown(AnswerForm::statement), "Le premier");
    EXPECT_EQ(second.offered_draft(), "a moment ago") << "what was typed since is offered in turn";
    EXPECT_EQ(save(second), Outcome::saved);
    EXPECT_EQ(drafts(), 1u);
  }
  auto third = shown();
  third.take_up_draft();
  EXPECT_EQ(third.form().shown(AnswerForm::statement), "Le second");
}

TEST_F(Answering, finds_the_conflict_of_a_draft_with_what_was_written_since) {
  {
    auto answer = shown();
    answer.form().type(AnswerForm::statement, "Le mien.");
    answer.keep_draft();
  }
  others_answer({"absent", "Le sien.", "Paul Vasseur", ""});
  auto again = shown();
  again.take_up_draft();
  EXPECT_EQ(again.form().shown(AnswerForm::owner), "Paul Vasseur");
  EXPECT_TRUE(again.changed_elsewhere());
  bool asked = false;
  again.save(checklist_, [&](const std::string&, const Merge&) -> std::optional<Values> {
    asked = true;
    return std::nullopt;
  });
  EXPECT_TRUE(asked);
}

TEST_F(Answering, forgets_a_draft_that_says_what_was_saved_since) {
  {
    auto answer = shown();
    answer.form().type(AnswerForm::statement, "Le même.");
    answer.keep_draft();
  }
  others_answer({"absent", "Le même.", "", ""});
  EXPECT_EQ(shown().offered_draft(), "");
  EXPECT_EQ(drafts(), 0u);
}

TEST_F(Answering, leaves_a_text_behind_as_a_draft) {
  auto answer = shown();
  answer.form().type(AnswerForm::statement, "Le mien.");
  answer.keep_draft();
  answer.leave_as_draft();
  EXPECT_FALSE(answer.changed());
  EXPECT_EQ(shown().offered_draft(), "a moment ago");
}

TEST_F(Answering, links_documents_and_takes_links_back) {
  const auto file = folder_.path() / "pssi.txt";
  write_file(file, "politique");
  auto elsewhere = Workspace::open(location_);
  const auto span = add_documents(elsewhere, session_->acting(), {{file, " Politique ", "PSSI", EvidenceKind::policy}}, item, "organisation", {});
  session_->remember("Add", span);
  auto document = find_evidence(session_->workspace(), "PSSI");
  EXPECT_EQ(document.title, "Politique");
  EXPECT_EQ(document.requirements, Values{item});
  EXPECT_EQ(document.obligation, "organisation");
  attach_document(*session_, "PSSI", other_item, "R. 1111-9 2°");
  EXPECT_EQ(find_evidence(session_->workspace(), "PSSI").requirements, (Values{item, other_item}));
  detach_document(*session_, "pssi", item, label);
  EXPECT_EQ(find_evidence(session_->workspace(), "PSSI").requirements, Values{other_item});
  EXPECT_EQ(session_->undo_title(), "Detach [pssi] from R. 1111-9 1°");
  session_->undo();
  EXPECT_EQ(find_evidence(session_->workspace(), "PSSI").requirements, (Values{item, other_item}));
}

TEST_F(Answering, adds_all_files_or_none) {
  const auto file = folder_.path() / "pssi.txt", empty = folder_.path() / "vide.txt";
  write_file(file, "politique");
  write_file(empty, "");
  auto elsewhere = Workspace::open(location_);
  tests::problem_of([&] { add_documents(elsewhere, session_->acting(), {{file, "Politique", "", {}}, {empty, "Vide", "", {}}}, item, "", {}); });
  EXPECT_TRUE(all_evidence(session_->workspace()).empty());
}

TEST(NewDocuments, are_proposed_from_the_name_of_the_file) {
  const auto proposed = proposed_document("/tmp/rapport_d-audit_2026.pdf");
  EXPECT_EQ(proposed.title, "Rapport d-audit 2026");
  EXPECT_EQ(proposed.kind, EvidenceKind::report);
  EXPECT_EQ(proposed_document("plan-de-continuite.pdf").title, "Plan de continuite");
  EXPECT_EQ(proposed_document("plan-de-continuite.pdf").kind, EvidenceKind::plan);
  EXPECT_EQ(proposed_document("Planning.xlsx").kind, EvidenceKind::other);
  EXPECT_EQ(proposed_document("Procédure de sauvegarde.odt").kind, EvidenceKind::procedure);
  EXPECT_EQ(proposed_document("\xff\xfe.pdf").title, "");
}

TEST(NewDocuments, say_why_they_cannot_be_recorded) {
  Evidence known;
  known.code = "PSSI";
  known.title = "Politique";
  EXPECT_EQ(fault_of({"a.pdf", "Titre", "", {}}, {known}), "");
  EXPECT_EQ(fault_of({"a.pdf", "Titre", "E2", {}}, {known}), "");
  EXPECT_NE(fault_of({"a.pdf", " ", "E2", {}}, {known}), "");
  EXPECT_NE(fault_of({"a.pdf", "Titre", "é", {}}, {known}), "");
  EXPECT_NE(fault_of({"a.pdf", "Titre", std::string(41, 'A'), {}}, {known}), "");
  EXPECT_EQ(fault_of({"a.pdf", "Titre", "pssi", {}}, {known}), "The code “pssi” is already that of “Politique”.");
}

TEST(Citations, are_set_apart_from_words) {
  EXPECT_EQ(citation_text("", "PSSI", ""), "[PSSI]");
  EXPECT_EQ(citation_text("voir", "PSSI", ""), " [PSSI]");
  EXPECT_EQ(citation_text("voir ", "PSSI", "et"), "[PSSI] ");
  EXPECT_EQ(citation_text("(", "PSSI", ")"), "[PSSI]");
  EXPECT_EQ(citation_text("voir\n", "PSSI", "."), "[PSSI]");
}

} // namespace
