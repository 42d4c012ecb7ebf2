#include "tests/access/soft_card.hpp"
#include "tests/cli/run.hpp"
#include "toolkit/access/access_store.hpp"
#include "toolkit/dossier/filing.hpp"
#include "toolkit/workspace/document_store.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace hdskit {
namespace {

using testing::HasSubstr;
using testing::Not;
using tests::run_shell;

/// One card for all tests: SoftHSM keeps what it read when it was loaded.
const SoftCard& card() {
  static const SoftCard soft;
  return soft;
}

class CampaignCommands : public testing::Test {
protected:
  CampaignCommands() {
    write_file(path("comptes.csv"), "application;login;nom;matricule;role;etat;moyen\n"
                                    "DPI;aboulon;BOULON Ada;M2;secretariat;actif;mot de passe\n"
                                    "DPI;=cclou;CLOU Carl;M3;secretariat;actif;OTP\n");
    Workspace::create(path("w.hds"), acting_);
    write_file(path("ca.pem"), hierarchies().root.pem() + hierarchies().persons.pem());
    write_file(path("personnes.crl"), hierarchies().persons.list({}, instant("2026-11-22T07:00:00Z"), instant("2036-11-29T07:00:00Z"), 12));
  }
  std::string path(const std::string& name) const { return (folder_.path() / name).string(); }
  tests::Outcome run(const std::string& words, const std::string& after = {}) const {
    return run_shell("cd " + folder_.path().string() + "; export HOME=$PWD HDSKIT_WORKSPACE=w.hds; $hdskit " + words + " " + after);
  }
  void open() const {
    const auto outcome = run("access campaign open --title 'Revue 2026' --reviewer 'Zoé ÉPINETTE' --accounts comptes.csv");
    ASSERT_EQ(outcome.status, 0) << outcome.err;
    EXPECT_THAT(outcome.out, HasSubstr("RH1: 2 accounts"));
  }
  void decide_all() const {
    ASSERT_EQ(run("access campaign decide --line 1 --decision withdraw --reason départ --reviewer 'Zoé ÉPINETTE'").status, 0);
    const auto last = run("access campaign decide --login '=cclou' --decision keep --reason vue --reviewer 'Zoé ÉPINETTE'");
    ASSERT_EQ(last.status, 0) << last.err;
    EXPECT_THAT(last.out, HasSubstr("2 of 2"));
  }
  /// The authorities of the card, as if a person had compared their fingerprints.
  void trust_the_card() const {
    auto workspace = Workspace::open(path("w.hds"));
    for (const auto& offered : offered_anchors(workspace, read_file(path("ca.pem")), "ca.pem"))
      workspace.change(acting_, [&](Change& change) { import_anchor(change, offered, offered.fingerprint, "", "ca.pem"); });
  }
  static std::string signing(const std::string& more = {}) { return std::string{"--module "} + module_file + " --pin-fd 3 " + more; }
  static bool openssl_verifies(const std::string& content, const std::string& signature, const std::string& authorities) {
    return run_shell("openssl cms -verify -binary -inform DER -content " + content + " -in " + signature + " -CAfile " + authorities + " -out /dev/null")
               .status == 0;
  }
  ScratchFolder folder_;
  Acting acting_{"testeuse", instant("2026-11-22T12:00:00Z")};
};

TEST_F(CampaignCommands, lead_a_campaign_from_its_opening_to_its_end) {
  open();
  EXPECT_EQ(run("access campaign sign --without-card --by 'Zoé ÉPINETTE'").status, 3); // nothing is decided
  EXPECT_THAT(run("access campaign decide --line 1 --decision keep --reason x --reviewer 'BOULON Ada'").err, HasSubstr("their own access"));
  decide_all();
  const auto signed_off = run("access campaign sign --without-card --by 'Zoé ÉPINETTE'");
  ASSERT_EQ(signed_off.status, 0) << signed_off.err;
  EXPECT_THAT(signed_off.out, HasSubstr("without a card"));
  EXPECT_THAT(run("evidence list").out, HasSubstr("RH1"));
  EXPECT_EQ(run("access campaign close").status, 3); // the withdrawal is open
  EXPECT_THAT(run("access campaign withdrawals").out, HasSubstr("RT1"));
  EXPECT_EQ(run("access campaign withdrawals --done RT1 --by 'Luc PÔLE'").status, 3); // nothing shows it
  EXPECT_EQ(run("access campaign withdrawals --done RT1 --by 'Luc PÔLE' --note 'compte fermé'").status, 0);
  EXPECT_EQ(run("access campaign close").status, 0);
  EXPECT_THAT(run("access campaign show --json").out, HasSubstr("\"state\":\"closed\""));
  EXPECT_THAT(run("access campaign list").out, HasSubstr("RH1"));
  EXPECT_EQ(run("access campaign compare").status, 0);
  EXPECT_THAT(run("access campaign forget --json").out, HasSubstr("\"forgotten\":[]"));
}

TEST_F(CampaignCommands, take_decisions_from_the_table_that_they_wrote) {
  open();
  ASSERT_EQ(run("access campaign export --output revue.csv").status, 0);
  auto table = read_file(path("revue.csv"));
  EXPECT_THAT(table, HasSubstr("'=cclou")); // no formula
  const auto fill = [&](const std::string& name, const std::string& decision) {
    const auto line = table.find(name), end = table.find("\r\n", line);
    auto cells = table.substr(line, end - line);
    std::size_t at = 0; // the decision stands eleven cells after the login
    for (int i = 0; i < 11; ++i) at = cells.find(';', at) + 1;
    table.insert(line + at, decision);
    table.replace(table.find(";;", line + at), 2, ";vu au service;");
  };
  fill("aboulon", "brûler");
  write_file(path("rempli.csv"), table);
  const auto refused = run("access campaign import rempli.csv --reviewer 'Zoé ÉPINETTE'");
  EXPECT_EQ(refused.status, 1);
  EXPECT_THAT(refused.out, HasSubstr("is no decision"));
  table.replace(table.find("brûler"), std::string_view{"brûler"}.size(), "retirer");
  write_file(path("rempli.csv"), table);
  EXPECT_THAT(run("access campaign import rempli.csv --reviewer 'Zoé ÉPINETTE' --preview").out, HasSubstr("1 decisions taken"));
  EXPECT_THAT(run("access campaign lines --undecided").out, HasSubstr("aboulon")); // the preview took nothing
  const auto taken = run("access campaign import rempli.csv --reviewer 'Zoé ÉPINETTE'");
  EXPECT_EQ(taken.status, 0) << taken.out << taken.err;
  EXPECT_THAT(run("access campaign lines --undecided").out, Not(HasSubstr("aboulon")));
}

TEST_F(CampaignCommands, write_workbook_annex_and_summary) {
  open();
  decide_all();
  const auto outcome = run("access campaign export --output revue.xlsx --summary synthese.pdf");
  ASSERT_EQ(outcome.status, 0) << outcome.err;
  ASSERT_EQ(run("access campaign export --output annexe.pdf").status, 0);
  EXPECT_EQ(run_shell("unzip -tq " + path("revue.xlsx")).status, 0);
  EXPECT_THAT(run_shell("pdftotext -layout " + path("annexe.pdf") + " -").out, HasSubstr("BOULON"));
  const auto summary = run_shell("pdftotext -layout " + path("synthese.pdf") + " -").out;
  EXPECT_THAT(summary, HasSubstr("Revue des habilitations"));
  EXPECT_THAT(summary, Not(HasSubstr("BOULON")));
  EXPECT_THAT(summary, Not(HasSubstr("aboulon")));
}

TEST_F(CampaignCommands, sign_with_a_card_what_openssl_verifies) {
  card();
  trust_the_card();
  open();
  decide_all();
  const auto outcome = run("access campaign sign " + signing("--crl personnes.crl"), "3<<<1234");
  ASSERT_EQ(outcome.status, 0) << outcome.err;
  EXPECT_THAT(outcome.out, HasSubstr("Signed by Zoé ÉPINETTE (899700000013)"));
  EXPECT_THAT(outcome.out, HasSubstr("The certificate was good."));
  ASSERT_EQ(run("access campaign export --signed-text RH1.txt --signature RH1.p7s").status, 0);
  EXPECT_TRUE(openssl_verifies(path("RH1.txt"), path("RH1.p7s"), path("ca.pem")));
  write_file(path("RH1.txt"), read_file(path("RH1.txt")) + " ");
  EXPECT_FALSE(openssl_verifies(path("RH1.txt"), path("RH1.p7s"), path("ca.pem")));
}

TEST_F(CampaignCommands, sign_with_a_card_of_nobody_else) {
  card();
  ASSERT_EQ(run("access campaign open --title Revue --reviewer 'Ugo TIERS' --accounts comptes.csv").status, 0);
  decide_all();
  const auto outcome = run("access campaign sign " + signing(), "3<<<9999"); // the PIN is wrong, and is not even tried
  EXPECT_EQ(outcome.status, 3);
  EXPECT_THAT(outcome.err, HasSubstr("Ugo TIERS"));
  EXPECT_THAT(run_shell(std::string{"$hdskit access card --json --module "} + module_file).out, HasSubstr("\"pin\":\"fine\""));
}

TEST_F(CampaignCommands, refuse_a_card_that_was_revoked) {
  card();
  trust_the_card();
  write_file(path("personnes.crl"),
             hierarchies().persons.list({{78, instant("2026-11-01T00:00:00Z"), 1}}, instant("2026-11-22T07:00:00Z"), instant("2036-11-29T07:00:00Z"), 13));
  open();
  decide_all();
  const auto outcome = run("access campaign sign " + signing("--crl personnes.crl"), "3<<<1234");
  EXPECT_EQ(outcome.status, 3);
  EXPECT_THAT(outcome.err, HasSubstr("revoked"));
}

TEST_F(CampaignCommands, sign_a_filing_and_verify_it) {
  card();
  trust_the_card();
  write_file(path("depot.pdf"), "%PDF-1.7 a frozen dossier");
  {
    auto workspace = Workspace::open(path("w.hds"));
    workspace.change(acting_, [&](Change& change) {
      const auto stored = store_document(change, path("depot.pdf"));
      add_filing(change, {.filed_at = acting_.at.iso(),
                          .dossier_date = *Date::parse("2026-11-22"),
                          .version = "1",
                          .reason = {},
                          .pdf = stored.digest,
                          .size = stored.size,
                          .pages = 1,
                          .manifest = {},
                          .gaps = {},
                          .journal = {}});
    });
  }
  const auto outcome = run("dossier sign 1 " + signing("--crl personnes.crl --output depot.pdf.p7s"), "3<<<1234");
  ASSERT_EQ(outcome.status, 0) << outcome.err;
  EXPECT_TRUE(openssl_verifies(path("depot.pdf"), path("depot.pdf.p7s"), path("ca.pem")));
  EXPECT_THAT(run("dossier list").out, HasSubstr("Zoé ÉPINETTE"));
  const auto verified = run("dossier verify depot.pdf --signatures .");
  EXPECT_EQ(verified.status, 0) << verified.err;
  EXPECT_THAT(verified.out, HasSubstr("Signed by Zoé ÉPINETTE"));
  EXPECT_EQ(read_file(path("SG1.p7s")), read_file(path("depot.pdf.p7s")));
  EXPECT_EQ(run("dossier sign 2 " + signing(), "3<<<1234").status, 3);
}

} // namespace
} // namespace hdskit
