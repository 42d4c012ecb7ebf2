#include "gui/presenter/evidence_edit.hpp"
#include "tests/support/workspaces.hpp"
#include "toolkit/evidence/evidence_store.hpp"

#include <gmock/gmock.h>

using namespace hdskit;
using namespace hdskit::gui;
using testing::HasSubstr;
using Outcome = RecordEdit::Outcome;

namespace {

class Description : public testing::Test {
protected:
  Description() {
    session.change("", [](Change& change) {
      Evidence evidence;
      evidence.code = "PSSI";
      evidence.title = "Politique";
      add_evidence_bytes(change, evidence, "octets");
    });
    edit.show(stored());
  }
  Evidence stored() { return find_evidence(session.workspace(), "PSSI"); }
  std::size_t field(std::string_view name) {
    const auto& fields = edit.form().fields();
    return static_cast<std::size_t>(std::ranges::find(fields, name, &FormField::name) - fields.begin());
  }
  void somebody_writes(const std::function<void(Evidence&)>& write) {
    auto other = Workspace::open(session.location());
    other.change(tests::acting("Autre personne"), [&](Change& change) {
      auto evidence = find_evidence(other, "PSSI");
      write(evidence);
      edit_evidence(change, evidence);
    });
  }
  void somebody_removes() {
    auto other = Workspace::open(session.location());
    other.change(tests::acting("Autre personne"), [&](Change& change) { remove_evidence(change, find_evidence(other, "PSSI").id); });
  }
  RecordEdit::Questions no_questions() {
    return {.conflicts =
                [](const Merge&, const std::string&) {
                  ADD_FAILURE() << "nothing was to be asked";
                  return std::nullopt;
                },
            .removed =
                [](const std::string&) {
                  ADD_FAILURE() << "nothing was to be asked";
                  return RemovedAnswer::keep_typing;
                }};
  }

  ScratchFolder folder;
  std::string location = [this] {
    const auto file = (folder.path() / "v.hds").string();
    Workspace::create(file, tests::acting());
    return file;
  }();
  Session session{location, {"Hélène Rousset", [] { return *Instant::parse("2026-11-22T10:15:00Z"); }}};
  EvidenceEdit edit;
};

TEST_F(Description, is_saved_and_can_be_undone) {
  edit.form().type(field("version"), "2");
  edit.form().type(field("requirements"), "A-1 ; A-2");
  EXPECT_EQ(edit.save(session, no_questions()).outcome, Outcome::saved);
  EXPECT_EQ(stored().version, "2");
  EXPECT_EQ(stored().requirements, (std::vector<std::string>{"A-1", "A-2"}));
  EXPECT_FALSE(edit.form().changed());
  session.undo();
  EXPECT_EQ(stored().version, "");
}

TEST_F(Description, does_not_let_people_write_what_the_bytes_tell) {
  for (const auto* name : {"file_name", "media_type", "digest", "size"}) EXPECT_TRUE(edit.form().fields()[field(name)].read_only) << name;
}

TEST_F(Description, names_the_field_at_fault) {
  edit.form().type(field("code"), "été 2026");
  const auto saving = edit.save(session, no_questions());
  EXPECT_EQ(saving.outcome, Outcome::not_yet);
  EXPECT_EQ(saving.fault, field("code"));
  edit.discard();
  edit.form().type(field("valid_until"), "demain");
  EXPECT_EQ(edit.save(session, no_questions()).fault, field("valid_until"));
  EXPECT_EQ(stored().valid_until, std::nullopt);
}

TEST_F(Description, takes_over_what_somebody_else_wrote_in_other_fields) {
  edit.form().type(field("version"), "2");
  somebody_writes([](Evidence& evidence) { evidence.author = "Léa"; });
  const auto saving = edit.save(session, no_questions());
  EXPECT_EQ(saving.outcome, Outcome::saved);
  EXPECT_THAT(saving.sentence, HasSubstr("Autre personne"));
  EXPECT_EQ(stored().author, "Léa");
  EXPECT_EQ(stored().version, "2");
}

TEST_F(Description, asks_when_two_wrote_different_things) {
  edit.form().type(field("title"), "Ma politique");
  somebody_writes([](Evidence& evidence) { evidence.title = "Leur politique"; });
  auto questions = no_questions();
  questions.conflicts = [](const Merge&, const std::string&) { return std::nullopt; };
  EXPECT_EQ(edit.save(session, questions).outcome, Outcome::not_yet);
  EXPECT_EQ(stored().title, "Leur politique");
  EXPECT_EQ(edit.form().shown(field("title")), "Ma politique") << "nothing typed is lost";
  questions.conflicts = [](const Merge& merge, const std::string& who) {
    EXPECT_THAT(who, HasSubstr("Autre personne"));
    EXPECT_EQ(merge.conflicts.size(), 1u);
    return std::optional{merge.values};
  };
  EXPECT_EQ(edit.save(session, questions).outcome, Outcome::saved);
  EXPECT_EQ(stored().title, "Ma politique");
}

TEST_F(Description, follows_a_file_that_was_replaced_while_it_is_typed) {
  edit.form().type(field("version"), "2");
  write_file(folder.path() / "n.txt", "autres octets");
  auto other = Workspace::open(location);
  other.change(tests::acting("Autre personne"), [&](Change& change) { replace_evidence_file(change, find_evidence(other, "PSSI"), folder.path() / "n.txt"); });
  const auto following = edit.follow(session.workspace());
  EXPECT_FALSE(following.removed);
  EXPECT_THAT(following.sentence, HasSubstr("Autre personne"));
  EXPECT_EQ(edit.evidence().digest, stored().digest) << "the preview shows the new file";
  EXPECT_EQ(edit.save(session, no_questions()).outcome, Outcome::saved);
  EXPECT_EQ(stored().file_name, "n.txt");
}

TEST_F(Description, of_a_removed_document_may_be_recorded_again_with_its_bytes) {
  edit.form().type(field("version"), "2");
  somebody_removes();
  EXPECT_TRUE(edit.follow(session.workspace()).removed);
  auto questions = no_questions();
  questions.removed = [](const std::string& who) {
    EXPECT_THAT(who, HasSubstr("Autre personne"));
    return RemovedAnswer::record_again;
  };
  EXPECT_EQ(edit.save(session, questions).outcome, Outcome::saved);
  EXPECT_EQ(stored().version, "2");
  EXPECT_EQ(document_state(session.workspace(), *Digest::parse(stored().digest)), DocumentState::intact);
  EXPECT_TRUE(edit.has(stored().id));
}

TEST_F(Description, of_a_removed_document_is_kept_as_long_as_the_person_likes) {
  edit.form().type(field("version"), "2");
  somebody_removes();
  auto questions = no_questions();
  questions.removed = [](const std::string&) { return RemovedAnswer::keep_typing; };
  EXPECT_EQ(edit.save(session, questions).outcome, Outcome::not_yet);
  EXPECT_EQ(edit.form().shown(field("version")), "2");
}

TEST_F(Description, keeps_what_is_typed_when_the_obligations_become_known) {
  edit.form().type(field("title"), "Politique générale");
  edit.offer({{"continuity", "Continuité"}});
  EXPECT_EQ(edit.form().shown(field("title")), "Politique générale");
  EXPECT_TRUE(edit.form().changed());
  EXPECT_EQ(edit.form().fields()[field("obligation")].choices.size(), 2u);
}

TEST_F(Description, of_what_somebody_changed_is_not_removed_unseen) {
  const auto seen = stored();
  somebody_writes([](Evidence& evidence) { evidence.title = "Nouvelle politique"; });
  EXPECT_EQ(tests::problem_of([&] { remove_document(session, seen); }).kind(), ProblemKind::refused);
  EXPECT_THAT(remove_document(session, stored()), HasSubstr("PSSI"));
  EXPECT_TRUE(all_evidence(session.workspace()).empty());
  session.undo();
  EXPECT_EQ(stored().title, "Nouvelle politique");
}

} // namespace
