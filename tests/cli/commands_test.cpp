#include "tests/cli/run.hpp"
#include "tests/support/golden.hpp"
#include "tests/support/postgresql.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>

#include <gmock/gmock.h>

namespace tests {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

/// A fresh workspace W in a folder of its own, where each line of bash is run with the real program.
class Commands : public testing::Test {
protected:
  void SetUp() override { ASSERT_EQ(bare("$hdskit workspace create W.hds").status, 0); }

  Outcome bare(const std::string& line) const { return run_shell("cd " + folder_.path().string() + "\n" + line); }
  Outcome in_workspace(const std::string& line) const { return bare("export HDSKIT_WORKSPACE=W.hds\n" + line); }
  boost::json::value json_of(const std::string& line) const { return boost::json::parse(in_workspace(line).out); }
  std::string bytes_of(const std::string& name) const { return read_bytes((folder_.path() / name).string()); }
  void put(const std::string& name, const std::string& bytes) const { hdskit::write_file(folder_.path() / name, bytes); }

private:
  hdskit::ScratchFolder folder_;
};

TEST_F(Commands, create_a_workspace_only_where_nothing_stands) {
  put("taken.txt", "a letter");
  const auto outcome = bare("$hdskit workspace create taken.txt");
  EXPECT_NE(outcome.status, 0);
  EXPECT_EQ(bytes_of("taken.txt"), "a letter");
  EXPECT_EQ(in_workspace("$hdskit workspace check").status, 0);
}

TEST_F(Commands, leave_no_workspace_behind_a_faulty_checklist) {
  put("broken.xml", "<checklist>");
  EXPECT_EQ(bare("$hdskit workspace create N.hds --checklist broken.xml").status, 2);
  EXPECT_EQ(bare("test -e N.hds").status, 1);
}

TEST_F(Commands, never_create_a_mistyped_workspace) {
  const auto outcome = bare("$hdskit journal list --workspace typo.hds");
  EXPECT_EQ(outcome.status, 3);
  EXPECT_EQ(bare("test -e typo.hds").status, 1);
}

TEST_F(Commands, speak_french_unless_told_otherwise) {
  EXPECT_THAT(bare("LANG= $hdskit help journal verify").out, HasSubstr("Codes de sortie"));
  EXPECT_THAT(bare("$hdskit help journal verify").out, HasSubstr("Exit status"));
}

TEST_F(Commands, record_list_and_remove_the_organisation) {
  EXPECT_EQ(in_workspace("$hdskit organisation add person --set name='Zoé Ferrand' --set position=RSSI").status, 0);
  EXPECT_EQ(in_workspace("$hdskit organisation add mandate --set role=ciso --set person='zoe ferrand' --set starts_on=2026-01-01").status, 0);
  EXPECT_THAT(in_workspace("$hdskit organisation list mandate").out, HasSubstr("Zoé Ferrand"));
  const auto mandate = json_of("$hdskit organisation show mandate 1 --json");
  EXPECT_EQ(mandate.at("person"), 1);
  EXPECT_EQ(mandate.at("starts_on"), "2026-01-01");
  EXPECT_TRUE(mandate.at("ends_on").is_null());
  EXPECT_EQ(in_workspace("$hdskit organisation remove person 1").status, 7) << "the mandate refers to that person";
  EXPECT_EQ(in_workspace("$hdskit organisation edit mandate 1 --set ends_on=31/12/2026").status, 0);
  EXPECT_EQ(json_of("$hdskit organisation show mandate 1 --json").at("ends_on"), "2026-12-31");
  EXPECT_EQ(in_workspace("$hdskit organisation remove mandate 1 && $hdskit organisation remove person 1").status, 0);
  EXPECT_EQ(in_workspace("$hdskit organisation list person --json").out, "[]\n");
}

TEST_F(Commands, name_the_field_that_cannot_be_read_and_change_nothing) {
  const auto outcome = in_workspace("$hdskit organisation add client --set name=CH --set siret=12345678901234");
  EXPECT_EQ(outcome.status, 2);
  EXPECT_THAT(outcome.err, HasSubstr("siret"));
  EXPECT_THAT(in_workspace("$hdskit organisation add client --set nmae=CH").err, HasSubstr("“name”"));
  EXPECT_EQ(in_workspace("$hdskit organisation list client --json").out, "[]\n");
}

TEST_F(Commands, list_the_fields_of_every_kind) {
  for (const char* kind : {"entity", "site", "service", "client", "contract", "person", "mandate", "subcontractor"})
    EXPECT_EQ(bare(std::string{"$hdskit organisation fields "} + kind).status, 0) << kind;
}

TEST_F(Commands, export_the_organisation_for_a_spreadsheet) {
  ASSERT_EQ(in_workspace("$hdskit organisation add site --set name='Salle n° 1; nord' && $hdskit organisation export site --output sites.csv").status, 0);
  EXPECT_THAT(bytes_of("sites.csv"), testing::StartsWith("\xEF\xBB\xBFid;name;"));
  EXPECT_THAT(bytes_of("sites.csv"), HasSubstr("1;\"Salle n° 1; nord\";"));
}

TEST_F(Commands, write_every_list_as_a_workbook_when_the_name_says_so) {
  put("a.pdf", "%PDF-1.4 x");
  ASSERT_EQ(in_workspace("$hdskit organisation add site --set name='Salle été' && $hdskit evidence add a.pdf --title Essai --valid-until 2027-06-30").status,
            0);
  for (const char* line :
       {"organisation export site --output t.xlsx", "requirement export --output t.xlsx", "evidence list --csv t.XLSX", "journal list --output t.xlsx"}) {
    const auto outcome = in_workspace("rm -f t.*\n$hdskit " + std::string{line} + " && cat t.*");
    EXPECT_EQ(outcome.status, 0) << line << outcome.err;
    EXPECT_THAT(outcome.out, HasSubstr("PK\x03\x04")) << line;
  }
  put("parts.py", "import sys, xml.dom.minidom, zipfile\nfile = zipfile.ZipFile(sys.argv[1])\nfor part in file.namelist(): "
                  "print(xml.dom.minidom.parseString(file.read(part)).toxml())\n");
  const auto sheet = in_workspace("$hdskit evidence list --csv e.xlsx && PYTHONIOENCODING=utf-8 python3 parts.py e.xlsx").out;
  EXPECT_THAT(sheet, testing::AllOf(HasSubstr("<t>Essai</t>"), HasSubstr("<v>46568</v>"))) << "30 June 2027";
  EXPECT_EQ(in_workspace("$hdskit evidence list --csv absent/t.xlsx").status, 3);
}

TEST_F(Commands, write_the_journal_as_a_table) {
  EXPECT_EQ(in_workspace("$hdskit journal list --output j.csv").out, "Written: j.csv\n");
  EXPECT_THAT(bytes_of("j.csv"), testing::StartsWith("\xEF\xBB\xBFNo.;When (UTC);Who;What;Kind;Subject;Before;After\r\n1;"));
}

TEST_F(Commands, file_and_give_back_a_document_byte_for_byte) {
  const std::string bytes = "%PDF-1.4\n\x01\x02\xff\n%%EOF\n";
  put("essai de reprise.pdf", bytes);
  const auto added = json_of("$hdskit evidence add 'essai de reprise.pdf' --title Essai --requirement r1111-14-4-d --valid-until 2027-06-30 --json");
  EXPECT_EQ(added.at("code"), "E001");
  EXPECT_EQ(added.at("requirements").at(0), "R1111-14-4-d");
  EXPECT_EQ(added.at("media_type"), "application/pdf");
  ASSERT_EQ(in_workspace("mkdir out && $hdskit evidence export e001 --output out").status, 0);
  EXPECT_EQ(bytes_of("out/essai de reprise.pdf"), bytes);
  EXPECT_EQ(in_workspace("$hdskit evidence export E001 --output out").status, 7) << "something stands there now";
}

TEST_F(Commands, refuse_a_document_for_an_item_that_is_not_in_the_checklist) {
  put("a.pdf", "%PDF-1.4 x");
  const auto outcome = in_workspace("$hdskit evidence add a.pdf --title A --requirement R1111-14-4-z");
  EXPECT_EQ(outcome.status, 2);
  EXPECT_THAT(outcome.err, HasSubstr("R1111-14-4-"));
  EXPECT_EQ(in_workspace("$hdskit evidence list --json").out, "[]\n");
}

TEST_F(Commands, edit_replace_and_remove_a_document) {
  put("a.pdf", "%PDF-1.4 first");
  put("b.pdf", "%PDF-1.4 second");
  ASSERT_EQ(in_workspace("$hdskit evidence add a.pdf --title A --code PSSI --version 1").status, 0);
  const auto edited = json_of("$hdskit evidence edit pssi b.pdf --version 2 --json");
  EXPECT_EQ(edited.at("version"), "2");
  EXPECT_EQ(edited.at("title"), "A");
  EXPECT_EQ(edited.at("file_name"), "b.pdf");
  ASSERT_EQ(in_workspace("$hdskit evidence list --csv all.csv").status, 0);
  EXPECT_THAT(bytes_of("all.csv"), HasSubstr("PSSI"));
  EXPECT_EQ(in_workspace("$hdskit evidence remove PSSI").status, 0);
  EXPECT_EQ(in_workspace("$hdskit evidence show PSSI").status, 3);
}

TEST_F(Commands, warn_at_once_of_a_document_that_cannot_become_an_annex) {
  for (const char* name : {"truncated.pdf", "needs_password.pdf"}) {
    put(name, tests::read_bytes(std::string{TESTS_DIR} + "/fixtures/annexes/" + name));
    const auto outcome = in_workspace(std::string{"$hdskit evidence add "} + name + " --title Rapport");
    EXPECT_EQ(outcome.status, 0);
    EXPECT_THAT(outcome.err, HasSubstr("Rapport")) << name;
  }
  put("landscape.pdf", tests::read_bytes(std::string{TESTS_DIR} + "/fixtures/annexes/landscape.pdf"));
  EXPECT_EQ(in_workspace("$hdskit evidence add landscape.pdf --title Plan").err, "");
}

TEST_F(Commands, notice_one_changed_byte_of_one_document) {
  put("a.txt", "the words that were filed");
  ASSERT_EQ(in_workspace("$hdskit evidence add a.txt --title A").status, 0);
  EXPECT_EQ(json_of("$hdskit evidence verify --json").at("intact"), true);
  auto stored = bytes_of("W.hds");
  const auto at = stored.find("the words that were filed");
  ASSERT_NE(at, std::string::npos);
  stored[at] = 'T';
  put("W.hds", stored);
  const auto outcome = in_workspace("$hdskit evidence verify --json");
  EXPECT_EQ(outcome.status, 1);
  const auto verdict = boost::json::parse(outcome.out);
  EXPECT_EQ(verdict.at("intact"), false);
  EXPECT_EQ(verdict.at("findings").at(0).at("item"), "E001");
  EXPECT_EQ(verdict.at("findings").at(0).at("kind"), "evidence-altered");
}

TEST_F(Commands, name_an_expired_document_without_failing) {
  put("a.txt", "a certificate");
  ASSERT_EQ(in_workspace("$hdskit evidence add a.txt --title A --valid-until 2026-01-31").status, 0);
  const auto outcome = in_workspace("$hdskit evidence verify --date 2026-02-01");
  EXPECT_EQ(outcome.status, 0);
  EXPECT_THAT(outcome.out, HasSubstr("E001"));
}

TEST_F(Commands, answer_a_requirement_piece_by_piece) {
  EXPECT_EQ(in_workspace("$hdskit requirement answer R1111-14-2-a --state written --statement 'Chaque accès passe par la CPS.'").status, 0);
  EXPECT_EQ(in_workspace("$hdskit requirement answer r1111-14-2-a --owner 'Zoé Ferrand' --due 2026-12-31").status, 0);
  const auto shown = json_of("$hdskit requirement show R1111-14-2-a --json");
  EXPECT_EQ(shown.at("statement"), "Chaque accès passe par la CPS.");
  EXPECT_EQ(shown.at("state"), "written");
  EXPECT_EQ(shown.at("owner"), "Zoé Ferrand");
  EXPECT_THAT(in_workspace("$hdskit requirement list --unanswered").out, Not(HasSubstr("R1111-14-2-a")));
}

TEST_F(Commands, refuse_an_answer_to_an_unknown_item) {
  const auto outcome = in_workspace("$hdskit requirement answer R9999-1 --state written");
  EXPECT_EQ(outcome.status, 3);
  EXPECT_THAT(outcome.err, HasSubstr("R9999-1"));
  EXPECT_EQ(in_workspace("$hdskit requirement answer R1111-14-2-a").status, 2) << "nothing was said";
}

TEST_F(Commands, give_back_the_requirements_that_went_out) {
  ASSERT_EQ(in_workspace("$hdskit requirement answer R1111-14-2-a --state written --statement $'Une ligne ; « deux »\\n\\n- trois' --owner '=1+1'").status, 0);
  ASSERT_EQ(in_workspace("$hdskit requirement export --output R.csv").status, 0);
  const auto before = in_workspace("$hdskit journal verify").out;
  EXPECT_EQ(in_workspace("$hdskit requirement import R.csv").status, 0);
  EXPECT_EQ(in_workspace("$hdskit journal verify").out, before) << "nothing new, so nothing was recorded";
  ASSERT_EQ(
      bare(
          "$hdskit workspace create X.hds && $hdskit requirement import --workspace X.hds R.csv && $hdskit requirement export --workspace X.hds --output X.csv")
          .status,
      0);
  EXPECT_EQ(bytes_of("X.csv"), bytes_of("R.csv"));
}

TEST_F(Commands, take_requirements_back_from_a_workbook) {
  ASSERT_EQ(
      in_workspace("$hdskit requirement answer R1111-14-2-a --state written --statement $'- un\\n- deux' && $hdskit requirement export --output R.xlsx").status,
      0);
  EXPECT_THAT(in_workspace("$hdskit requirement import --preview R.xlsx").out, HasSubstr("0 answers added, 0 changed"));
  EXPECT_THAT(bare("$hdskit workspace create X.hds && $hdskit requirement import --workspace X.hds R.xlsx").out, HasSubstr("1 answers added"));
  put("letter.pdf", "%PDF-1.7\n");
  const auto refused = in_workspace("$hdskit requirement import letter.pdf");
  EXPECT_EQ(refused.status, 2);
  EXPECT_THAT(refused.err, HasSubstr("a PDF document"));
}

TEST_F(Commands, say_at_which_entry_the_journal_is_broken) {
  ASSERT_EQ(in_workspace("$hdskit organisation add site --set name='Salle vigie'").status, 0);
  EXPECT_EQ(in_workspace("$hdskit journal verify").status, 0);
  auto stored = bytes_of("W.hds");
  const auto journal = stored.find("{\"name\":\"Salle vigie\"");
  ASSERT_NE(journal, std::string::npos);
  stored.replace(stored.find("vigie", journal), 5, "VIGIE");
  put("W.hds", stored);
  const auto outcome = in_workspace("$hdskit journal verify");
  EXPECT_EQ(outcome.status, 1);
  EXPECT_THAT(outcome.out, HasSubstr("entry 3"));
  EXPECT_EQ(json_of("$hdskit journal verify --json").at("broken").at("number"), 3);
}

TEST_F(Commands, record_who_acted) {
  ASSERT_EQ(in_workspace("HDSKIT_ACTOR='Zoé Ferrand' $hdskit organisation add site --set name=Nord").status, 0);
  ASSERT_EQ(in_workspace("HDSKIT_ACTOR=x $hdskit organisation add site --set name=Sud --actor 'Paul Lagarde'").status, 0);
  EXPECT_EQ(json_of("$hdskit journal list --json --by 'Zoé Ferrand'").as_array().size(), 1u);
  EXPECT_EQ(json_of("$hdskit journal list --json --by 'Paul Lagarde'").as_array().size(), 1u);
}

TEST_F(Commands, take_entries_of_the_journal_back_and_do_them_again) {
  ASSERT_EQ(in_workspace("$hdskit organisation add site --set name=Nord && $hdskit organisation edit site Nord --set city=Rodez").status, 0);
  const auto undone = in_workspace("$hdskit journal revert 3 4");
  EXPECT_EQ(undone.status, 0);
  EXPECT_THAT(undone.out, AllOf(HasSubstr("entries 3 to 4"), HasSubstr("remove"), HasSubstr("hdskit journal revert 5 6")));
  EXPECT_THAT(in_workspace("$hdskit organisation list site").out, Not(HasSubstr("Nord")));
  const auto redone = json_of("$hdskit journal revert 5 6 --json --actor 'Paul Lagarde'");
  EXPECT_EQ(redone.at("first"), 7);
  EXPECT_EQ(redone.at("last"), 8);
  EXPECT_EQ(redone.at("entries").at(1).at("actor"), "Paul Lagarde");
  EXPECT_THAT(in_workspace("$hdskit organisation show site Nord").out, HasSubstr("Rodez"));
  EXPECT_EQ(in_workspace("$hdskit journal revert 8").status, 0) << "a single entry";
  EXPECT_THAT(in_workspace("$hdskit organisation show site Nord").out, Not(HasSubstr("Rodez")));
  EXPECT_EQ(in_workspace("$hdskit workspace check").status, 0);
}

TEST_F(Commands, refuse_to_take_back_what_was_changed_since_and_what_cannot_be) {
  ASSERT_EQ(in_workspace("$hdskit organisation add site --set name=Nord && $hdskit organisation edit site Nord --set city=Rodez").status, 0);
  ASSERT_EQ(in_workspace("$hdskit organisation edit site Nord --set city=Albi --actor 'Paul Lagarde'").status, 0);
  const auto outcome = in_workspace("$hdskit journal revert 4");
  EXPECT_EQ(outcome.status, 7);
  EXPECT_THAT(outcome.err, HasSubstr("Paul Lagarde"));
  EXPECT_EQ(in_workspace("$hdskit journal revert 1").status, 7) << "the creation of the workspace";
  EXPECT_EQ(in_workspace("$hdskit journal revert 99").status, 3);
  EXPECT_EQ(in_workspace("$hdskit journal revert 0").status, 3);
  EXPECT_EQ(in_workspace("$hdskit journal revert two").status, 2);
  EXPECT_THAT(in_workspace("$hdskit organisation show site Nord").out, HasSubstr("Albi"));
}

TEST_F(Commands, leave_documents_in_the_vault_when_entries_are_taken_back) {
  put("a.txt", "a certificate");
  ASSERT_EQ(in_workspace("$hdskit evidence add a.txt --title A").status, 0);
  EXPECT_THAT(in_workspace("$hdskit journal revert 3").out, HasSubstr("nothing"));
  EXPECT_EQ(in_workspace("$hdskit journal revert 4").status, 0);
  EXPECT_THAT(in_workspace("$hdskit evidence list").out, Not(HasSubstr("E001")));
  EXPECT_EQ(in_workspace("$hdskit workspace check").status, 0);
}

TEST_F(Commands, say_what_the_dossier_lacks) {
  const auto outcome = in_workspace("$hdskit dossier check --date 2026-11-22 --json");
  EXPECT_EQ(outcome.status, 1);
  const auto verdict = boost::json::parse(outcome.out);
  EXPECT_EQ(verdict.at("complete"), false);
  const auto& gap = verdict.at("gaps").at(0);
  for (const char* member : {"item", "kind", "sentence"}) EXPECT_FALSE(gap.at(member).as_string().empty()) << member;
  EXPECT_EQ(in_workspace("$hdskit dossier check").status, 1);
}

TEST_F(Commands, show_where_the_dossier_stands) {
  put("a.pdf", "%PDF-1.4 x");
  ASSERT_EQ(in_workspace("$hdskit evidence add a.pdf --title Essai --requirement R1111-14-2-a --valid-until 2026-11-20").status, 0);
  ASSERT_EQ(in_workspace("$hdskit requirement answer R1111-9-1 --state written --due 2026-12-31").status, 0);
  const auto status = json_of("$hdskit dossier status --date 2026-11-22 --days 39 --json");
  EXPECT_EQ(status.at("expired"), 1);
  EXPECT_EQ(status.at("items").to_number<int>(), 42);
  ASSERT_EQ(status.at("due").as_array().size(), 2u);
  EXPECT_EQ(status.at("due").at(0).at("subject"), "E001");
  EXPECT_EQ(status.at("due").at(0).at("overdue"), true);
  EXPECT_EQ(status.at("due").at(1).at("day"), "2026-12-31");
  EXPECT_EQ(json_of("$hdskit dossier status --date 2026-11-22 --days 38 --json").at("due").as_array().size(), 1u);
  EXPECT_EQ(status.at("gaps").at(0).at("kind"), "identity-missing") << "what matters most comes first";
  EXPECT_EQ(json_of("$hdskit dossier status --json").at("changes_since_yesterday").to_number<std::size_t>(),
            json_of("$hdskit journal list --json").as_array().size());
  EXPECT_EQ(json_of("$hdskit dossier status --date 2126-11-22 --json").at("changes_since_yesterday"), 0);
  const auto shown = in_workspace("$hdskit dossier status --date 2026-11-22");
  EXPECT_EQ(shown.status, 0) << "it shows, it does not judge";
  EXPECT_THAT(shown.out, testing::AllOf(HasSubstr("overdue"), HasSubstr("in 39 days"), HasSubstr("more gaps")));
}

TEST_F(Commands, take_nothing_for_a_filing_that_is_none) {
  put("letter.pdf", "no PDF at all");
  for (const char* file : {"letter.pdf", "absent.pdf", "."}) {
    EXPECT_EQ(in_workspace(std::string{"$hdskit dossier verify "} + file).status, 1) << file;
    EXPECT_TRUE(json_of(std::string{"$hdskit dossier verify --json "} + file).at("filing").is_null()) << file;
  }
  EXPECT_EQ(bare("$hdskit dossier verify --workspace absent.hds letter.pdf").status, 3);
}

TEST_F(Commands, back_up_and_restore) {
  ASSERT_EQ(in_workspace("$hdskit organisation add site --set name=Nord && $hdskit workspace backup B.hds && $hdskit workspace restore B.hds R.hds").status, 0);
  EXPECT_THAT(bare("$hdskit organisation list site --workspace R.hds").out, HasSubstr("Nord"));
  EXPECT_NE(in_workspace("$hdskit workspace backup B.hds").status, 0) << "something stands there";
}

TEST_F(Commands, export_check_and_adopt_a_checklist) {
  ASSERT_EQ(
      in_workspace("$hdskit checklist export agrement-2006 --output list.xml && $hdskit checklist check list.xml && $hdskit checklist adopt list.xml").status,
      0);
  put("broken.xml", "<?xml version='1.0'?>\n<checklist id='x'>\n<item/>\n</checklist>\n");
  const auto outcome = bare("$hdskit checklist check broken.xml --json");
  EXPECT_EQ(outcome.status, 1);
  EXPECT_FALSE(boost::json::parse(outcome.out).at("defects").as_array().empty());
}

TEST_F(Commands, end_quietly_when_the_reader_goes_away) {
  const auto outcome = in_workspace("$hdskit requirement export | head -c 1 > /dev/null");
  EXPECT_EQ(outcome.err, "");
}

TEST_F(Commands, fail_when_the_output_cannot_be_written) {
  const auto outcome = in_workspace("$hdskit requirement list > /dev/full");
  EXPECT_EQ(outcome.status, 8);
  EXPECT_THAT(outcome.err, HasSubstr("output"));
}

TEST_F(Commands, hand_typesetting_over_to_the_other_program) {
  const auto alone = bare("cp $hdskit . && ./hdskit demo create demo.hds");
  EXPECT_EQ(alone.status, 3);
  EXPECT_THAT(alone.err, HasSubstr("hdskit-press"));
  put("hdskit-press", "#!/bin/sh\nprintf '%s|' \"$@\"\nexit 5\n");
  const auto together = bare("chmod +x hdskit-press && ./hdskit demo create 'de mo.hds' --quiet");
  EXPECT_EQ(together.status, 5);
  EXPECT_EQ(together.out, "demo|create|de mo.hds|--quiet|");
  ASSERT_EQ(bare("./hdskit requirement export --workspace W.hds --output r.csv").status, 0) << "only a workbook needs the other program";
  EXPECT_EQ(bare("./hdskit requirement export --workspace W.hds --output r.xlsx").out, "requirement|export|--workspace|W.hds|--output|r.xlsx|");
}

TEST_F(Commands, work_on_a_server_as_on_a_file) {
  const auto url = fresh_postgresql_database();
  put("a.txt", "a report");
  const auto outcome = bare(
      "export HDSKIT_WORKSPACE='" + url +
      "'\n$hdskit workspace create \"$HDSKIT_WORKSPACE\" && $hdskit evidence add a.txt --title Rapport && $hdskit evidence verify && $hdskit journal verify");
  EXPECT_EQ(outcome.status, 0) << outcome.err;
  EXPECT_THAT(outcome.out, HasSubstr("1 document is intact"));
}

/// A document that arrives piece by piece, so that the signals come surely in the midst of the work.
constexpr const char* slow_document = "export HDSKIT_WORKSPACE=W.hds\nmkfifo slow\n$hdskit evidence add slow --title Lent & work=$!\nexec 3> slow\n";

TEST_F(Commands, stop_where_nothing_is_half_done) {
  for (const char* signal : {"INT", "TERM"}) {
    const auto outcome = bare("rm -f slow\n" + std::string{slow_document} + "kill -" + signal + " $work\nhead -c 3000000 /dev/zero >&3\nexec 3>&-\nwait $work");
    EXPECT_EQ(outcome.status, 130) << signal;
    EXPECT_THAT(outcome.err, HasSubstr("nothing was left half done"));
  }
  EXPECT_EQ(in_workspace("$hdskit evidence list --json").out, "[]\n");
  EXPECT_EQ(in_workspace("$hdskit workspace check").status, 0);
}

TEST_F(Commands, end_at_once_when_stopped_twice) {
  const auto outcome = bare(std::string{slow_document} + "kill -INT $work\nsleep 0.2\nkill -INT $work\nwait $work");
  EXPECT_EQ(outcome.status, 130);
  EXPECT_EQ(in_workspace("$hdskit workspace check").status, 0);
}

} // namespace
} // namespace tests
