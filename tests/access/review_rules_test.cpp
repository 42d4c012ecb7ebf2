#include "tests/access/review_sources.hpp"

#include <gmock/gmock.h>

#include <map>

// Each rule with three cases: the fault is planted, all is as it should be, and an input or a column is missing.

namespace {

using namespace access_tests;

struct RuleCases {
  Sources fires, passes, lacks;
};

std::string lines(std::initializer_list<std::string> texts) {
  std::string result;
  for (const auto& text : texts) result += text + "\n";
  return result;
}

const std::string nurse = rpps(1), doctor = rpps(2), leaver = rpps(3);

Sources accounts(const std::string& heading, std::initializer_list<std::string> rows) { return {.accounts = heading + "\n" + lines(rows)}; }

Sources with(Sources sources, std::string Sources::*place, std::string text) {
  sources.*place = std::move(text);
  return sources;
}

const std::string card_heading = "Identifiant PP|Numéro carte|Code type de carte|Date début validité|Date fin validité|Date opposition|\n";
const std::string directory_heading =
    "Type d'identifiant PP|Identifiant PP|Identification nationale PP|Code profession|Numéro FINESS site|Numéro FINESS établissement juridique|\n";
const std::string log_heading = "horodatage;utilisateur;patient;poste;mode;motif\n";
const std::string decision_heading = "application;login;decision;relecteur;date;preuve;execute\n";

std::string exercise(const std::string& number, const std::string& profession, const std::string& site) {
  return "8|" + number + "|8" + number + "|" + profession + "|" + site + "|" + site + "|\n";
}

RuleCases strong_means() {
  return {accounts("login;moyen", {"a;mot de passe"}), accounts("login;moyen", {"a;carte CPS", "b;mdp + OTP"}), accounts("login", {"a"})};
}
RuleCases card_ended() {
  const auto account = accounts("login;rpps;moyen", {"a;" + nurse + ";CPS"});
  return {with(account, &Sources::cards, card_heading + nurse + "|1|CPS|01/01/2023|01/01/2026||\n"),
          with(account, &Sources::cards, card_heading + nurse + "|1|CPS|01/01/2023|01/01/2026||\n" + nurse + "|2|CPS|01/12/2025|01/12/2028||\n"), account};
}
RuleCases departed() {
  const auto account = accounts("login;rpps;etat", {"a;" + leaver + ";actif"});
  return {with(account, &Sources::people, "matricule;rpps;date départ\n1;" + leaver + ";01/09/2026\n"),
          with(account, &Sources::people, "matricule;rpps;date départ\n1;" + leaver + ";\n"),
          with(account, &Sources::people, "matricule;rpps\n1;" + leaver + "\n")};
}
RuleCases not_in_directory() {
  const auto account = accounts("login;rpps", {"a;" + doctor});
  return {with(account, &Sources::directory, directory_heading + exercise(nurse, "60", "1")),
          with(account, &Sources::directory, directory_heading + exercise(doctor, "10", "1")), account};
}
RuleCases outside_establishment() {
  const auto ours = with(accounts("login;rpps", {"a;" + doctor}), &Sources::policy, R"({"expected_finess":["990000017"]})");
  const auto elsewhere = with(ours, &Sources::directory, directory_heading + exercise(doctor, "10", "990000999"));
  return {elsewhere, with(ours, &Sources::directory, directory_heading + exercise(doctor, "10", "990000017")), with(elsewhere, &Sources::policy, "")};
}
RuleCases role_mismatch() {
  const auto prescriber = accounts("login;rpps;role", {"a;" + nurse + ";Prescripteur"});
  return {with(prescriber, &Sources::directory, directory_heading + exercise(nurse, "60", "1")),
          with(accounts("login;rpps;role", {"a;" + doctor + ";Prescripteur"}), &Sources::directory, directory_heading + exercise(doctor, "10", "1")),
          with(accounts("login;rpps", {"a;" + nurse}), &Sources::directory, directory_heading + exercise(nurse, "60", "1"))};
}
RuleCases shared_account() {
  const auto account = accounts("login;rpps", {"dupont;" + doctor});
  const auto alone = log_heading + "2026-11-20T10:00:00;dupont;1;P1;normal;\n2026-11-20T10:30:00;dupont;1;P2;normal;\n";
  auto to_and_fro = log_heading;
  for (const auto* minute : {"00", "01", "02", "03", "04", "05", "06"})
    to_and_fro += std::string{"2026-11-20T10:"} + minute + ":00;dupont;1;P" + (minute[1] % 2 ? "1" : "2") + ";normal;\n";
  return {with(account, &Sources::logs, to_and_fro), with(account, &Sources::logs, alone), account};
}
RuleCases several_accounts() {
  return {accounts("application;login;rpps", {"DPI;a;" + doctor, "DPI;b;8" + doctor}),
          accounts("application;login;rpps", {"DPI;a;" + doctor, "PACS;a;" + doctor}), accounts("application;login", {"DPI;a"})};
}
RuleCases dormant() {
  return {accounts("login;dernière connexion", {"a;2026-01-02 10:00"}), accounts("login;dernière connexion", {"a;20/11/2026"}), accounts("login", {"a"})};
}
RuleCases without_owner() {
  return {accounts("login;privilégié;responsable", {"root;oui;"}), accounts("login;privilégié;responsable", {"root;oui;Zoé Exemple", "a;non;"}),
          accounts("login;responsable", {"a;"})};
}
RuleCases outside_care_team() {
  Sources base{.accounts = "login;matricule\na;17\n",
               .people = "matricule;uf\n17;Cardiologie\n",
               .stays = "patient;uf;entrée;sortie\n1001;CARDIOLOGIE;2026-11-01;2026-11-30\n"};
  const auto at_home =
      with(base, &Sources::logs, log_heading + "2026-11-20T10:00:00;a;1001;P1;normal;\n2026-11-20T10:01:00;a;1002;P1;bris de glace;patient aux urgences\n");
  return {with(base, &Sources::logs, log_heading + "2026-11-20T10:00:00;a;1002;P1;normal;\n"), at_home, with(at_home, &Sources::stays, "")};
}
RuleCases curious_access() {
  Sources base{.accounts = "login;matricule;nom\na;17;Épinette\n",
               .people = "matricule;ipp\n17;7777\n",
               .stays = "patient;uf;entrée;nom\n1;x;2026-11-01;Sapin\n",
               .watched = "patient\n"};
  return {with(base, &Sources::logs, log_heading + "2026-11-20T10:00:00;a;7777;P1;normal;\n"),
          with(base, &Sources::logs, log_heading + "2026-11-20T10:00:00;a;1;P1;normal;\n"),
          with(base, &Sources::logs, "horodatage;utilisateur\n2026-11-20T10:00:00;a\n")};
}
RuleCases e_cps_alone() {
  const auto refused = R"({"e_cps_alone":"refused"})";
  return {with(accounts("login;moyen", {"a;e-CPS"}), &Sources::policy, refused), with(accounts("login;moyen", {"a;CPS"}), &Sources::policy, refused),
          accounts("login;moyen", {"a;e-CPS"})};
}
RuleCases log_completeness() {
  Sources base{.accounts = "login\na\n"};
  const auto sound = with(base, &Sources::logs, log_heading + "2026-11-20T10:00:00;a;1;P1;normal;\n2026-11-20T11:00:00;a;1;P1;normal;\n");
  return {with(base, &Sources::logs, log_heading + "2026-11-18T10:00:00;a;1;P1;normal;\n2026-11-20T11:00:00;;1;P1;normal;\n"), sound,
          with(sound, &Sources::accounts, "")};
}
RuleCases annual_review() {
  Sources base{.accounts = "application;login\nDPI;a\n"};
  return {with(base, &Sources::decisions, decision_heading + "DPI;a;maintenir;a;2026-03-01;liste signée;\n"),
          with(base, &Sources::decisions, decision_heading + "DPI;a;maintenir;zoe.exemple;2026-03-01;liste signée;\n"), base};
}

const std::map<std::string_view, RuleCases>& cases() {
  static const std::map<std::string_view, RuleCases> all = {{"strong-means", strong_means()},
                                                            {"card-ended", card_ended()},
                                                            {"departed", departed()},
                                                            {"not-in-directory", not_in_directory()},
                                                            {"outside-establishment", outside_establishment()},
                                                            {"role-mismatch", role_mismatch()},
                                                            {"shared-account", shared_account()},
                                                            {"several-accounts", several_accounts()},
                                                            {"dormant", dormant()},
                                                            {"without-owner", without_owner()},
                                                            {"outside-care-team", outside_care_team()},
                                                            {"curious-access", curious_access()},
                                                            {"e-cps-alone", e_cps_alone()},
                                                            {"log-completeness", log_completeness()},
                                                            {"annual-review", annual_review()}};
  return all;
}

TEST(ReviewRules, are_fifteen_and_none_lacks_its_three_cases) {
  EXPECT_EQ(review_rules().size(), 15u);
  for (const auto& rule : review_rules()) EXPECT_TRUE(cases().contains(rule.id)) << rule.id;
  EXPECT_EQ(cases().size(), review_rules().size());
}

TEST(ReviewRules, each_fires_on_its_planted_case) {
  for (const auto& [rule, set] : cases()) {
    const auto outcome = judged(rule, set.fires);
    EXPECT_EQ(outcome.state(), ReviewState::finding) << rule << ": " << outcome.reason();
    for (const auto& finding : outcome.findings()) EXPECT_FALSE(finding.subject.empty() || finding.sentence.empty()) << rule;
  }
}

TEST(ReviewRules, each_passes_on_a_clean_case) {
  for (const auto& [rule, set] : cases()) {
    const auto outcome = judged(rule, set.passes);
    EXPECT_EQ(outcome.state(), ReviewState::passed) << rule << ": " << outcome.reason()
                                                    << (outcome.findings().empty() ? "" : outcome.findings().front().sentence);
    EXPECT_EQ(outcome.reason(), "") << rule;
  }
}

TEST(ReviewRules, each_is_not_evaluable_without_its_key_and_names_it) {
  for (const auto& [rule, set] : cases()) {
    const auto outcome = judged(rule, set.lacks);
    EXPECT_EQ(outcome.state(), ReviewState::not_evaluable) << rule;
    EXPECT_NE(outcome.reason(), "") << rule;
  }
}

TEST(ReviewRules, none_passes_a_review_that_has_no_input_at_all) {
  for (const auto& outcome : judge_review(AccessReview{*Date::parse("2026-11-22")}))
    EXPECT_EQ(outcome.state(), ReviewState::not_evaluable) << outcome.rule().id;
}

TEST(CardRule, takes_two_valid_cards_of_one_person_for_lawful) {
  auto sources = accounts("login;rpps;moyen", {"a;" + nurse + ";CPS"});
  sources.cards = card_heading + nurse + "|1|CPS|01/01/2025|01/01/2028||\n" + nurse + "|2|CPF|01/01/2025|01/01/2028||\n";
  EXPECT_EQ(judged("card-ended", sources).state(), ReviewState::passed);
}

TEST(CardRule, judges_the_card_that_the_account_names_by_itself) {
  auto sources = accounts("login;rpps;moyen;numéro carte", {"a;" + nurse + ";CPS;1"});
  sources.cards = card_heading + nurse + "|1|CPS|01/01/2025|01/01/2028|01/10/2026|\n" + nurse + "|2|CPS|01/01/2025|01/01/2028||\n";
  EXPECT_EQ(judged("card-ended", sources).state(), ReviewState::finding);
}

TEST(CardRule, says_that_the_account_was_used_after_the_card_ended) {
  auto sources = accounts("login;rpps;moyen;dernière connexion", {"a;" + nurse + ";CPS;2026-11-20"});
  sources.cards = card_heading + nurse + "|1|CPS|01/01/2023|01/01/2026||\n";
  const auto outcome = judged("card-ended", sources);
  ASSERT_EQ(outcome.findings().size(), 2u); // active, and used
  EXPECT_THAT(outcome.findings()[1].sentence, testing::HasSubstr("was used on"));
}

TEST(CardRule, finds_the_use_after_the_end_in_the_logs) {
  auto sources = accounts("login;rpps;moyen;etat", {"a;" + nurse + ";CPS;fermé"});
  sources.cards = card_heading + nurse + "|1|CPS|01/01/2023|01/01/2026||\n";
  EXPECT_TRUE(judged("card-ended", sources).findings().empty());
  sources.logs = log_heading + "2025-12-31 10:00:00;a;1;P;;\n";
  EXPECT_TRUE(judged("card-ended", sources).findings().empty()); // before the end
  sources.logs += "2026-01-02 10:00:00;a;1;P;;\n";
  EXPECT_EQ(judged("card-ended", sources).findings().size(), 1u);
}

TEST(CardRule, does_not_pass_when_a_card_is_not_in_the_file) {
  auto sources = accounts("login;rpps;moyen", {"a;" + nurse + ";CPS"});
  sources.cards = card_heading + doctor + "|1|CPS|01/01/2025|01/01/2028||\n";
  const auto outcome = judged("card-ended", sources);
  EXPECT_EQ(outcome.state(), ReviewState::not_evaluable);
  EXPECT_EQ(outcome.unjudged(), 1u);
}

TEST(DirectoryRule, says_of_an_absence_that_it_proves_nothing) {
  const auto outcome = judged("not-in-directory", cases().at("not-in-directory").fires);
  ASSERT_EQ(outcome.findings().size(), 1u);
  EXPECT_EQ(outcome.findings()[0].severity, ReviewSeverity::to_confirm);
  EXPECT_THAT(outcome.findings()[0].sentence, testing::HasSubstr("proves nothing"));
}

TEST(DirectoryRule, cannot_judge_a_number_with_a_wrong_key) {
  auto wrong = doctor;
  wrong.back() = wrong.back() == '9' ? '0' : static_cast<char>(wrong.back() + 1);
  auto sources = accounts("login;rpps", {"a;" + wrong});
  sources.directory = directory_heading + exercise(nurse, "60", "1");
  EXPECT_EQ(judged("not-in-directory", sources).state(), ReviewState::not_evaluable);
}

TEST(DepartureRule, leaves_days_of_grace_and_finds_use_after_them) {
  auto sources = accounts("login;rpps;etat;dernière connexion", {"a;" + leaver + ";fermé;2026-11-10"});
  sources.people = "matricule;rpps;date départ\n1;" + leaver + ";2026-11-05\n";
  EXPECT_EQ(judged("departed", sources).state(), ReviewState::finding);
  sources = accounts("login;rpps;etat", {"a;" + leaver + ";actif"});
  sources.people = "matricule;rpps;date départ\n1;" + leaver + ";2026-11-20\n";
  EXPECT_EQ(judged("departed", sources).state(), ReviewState::passed);
}

TEST(DepartureRule, takes_a_second_contract_for_presence) {
  auto sources = accounts("login;matricule", {"a;17"});
  sources.people = "matricule;date départ\n17;2025-01-01\n17;\n";
  EXPECT_EQ(judged("departed", sources).state(), ReviewState::passed);
}

TEST(DepartureRule, finds_a_person_by_a_name_that_only_one_has) {
  auto sources = accounts("login;nom", {"a;Émile Exemple"});
  sources.people = "matricule;nom;prénom;départ\n17;EXEMPLE;Emile;2026-01-01\n";
  EXPECT_EQ(judged("departed", sources).state(), ReviewState::finding);
  sources.people += "18;Exemple;Émile;\n";
  EXPECT_EQ(judged("departed", sources).state(), ReviewState::not_evaluable);
}

TEST(SharedRule, knows_logins_of_functions_and_cards_of_service) {
  auto sources = accounts("login;idnat", {"interne2;", "svc-labo;", "dupont;3760021832/000000018"});
  sources.logs = log_heading;
  EXPECT_EQ(judged("shared-account", sources).findings().size(), 2u);
}

TEST(LogRule, finds_break_glass_without_a_reason) {
  Sources sources{.logs = log_heading + "2026-11-20T10:00:00;a;1;P1;Bris de glace;\n"};
  const auto outcome = judged("outside-care-team", sources);
  ASSERT_EQ(outcome.findings().size(), 1u);
  EXPECT_EQ(outcome.findings()[0].subject, "a");
}

TEST(LogRule, finds_bursts) {
  auto logs = log_heading;
  for (int patient = 0; patient < 81; ++patient) logs += "2026-11-20T10:00:00;a;" + std::to_string(patient) + ";P1;normal;\n";
  EXPECT_EQ(judged("curious-access", {.logs = logs}).state(), ReviewState::finding);
}

} // namespace
