#include "tests/access/review_sources.hpp"

#include "toolkit/access/login_watch.hpp"
#include "toolkit/base/digest.hpp"
#include "toolkit/base/problem.hpp"

#include <gmock/gmock.h>

namespace {

using namespace access_tests;

TEST(NationalId, is_made_of_RPPS_and_ADELI_and_refuses_wrong_keys) {
  const auto number = rpps(42);
  EXPECT_EQ(national_id_of(number), "8" + number);
  EXPECT_EQ(national_id_of("8" + number), "8" + number);
  EXPECT_EQ(national_id_of(number.substr(0, 3) + " " + number.substr(3)), "8" + number);
  auto wrong = number;
  wrong.back() = wrong.back() == '0' ? '1' : '0';
  EXPECT_EQ(national_id_of(wrong), "");
  EXPECT_EQ(national_id_of("3760021832/000000018"), "3760021832/000000018");
  EXPECT_EQ(national_id_of(""), "");
  EXPECT_EQ(national_id_of("dupont"), "");
}

TEST(NameKey, folds_accents_order_and_decomposed_marks) {
  EXPECT_EQ(person_name_key("ZOLA Emile"), person_name_key("Émile Zola"));
  EXPECT_EQ(person_name_key("E\xCC\x81mile Zola"), person_name_key("Émile Zola"));
  EXPECT_EQ(person_name_key("Le Goff-Exemple"), person_name_key("EXEMPLE le goff"));
  EXPECT_EQ(person_name_key("Ada Exemple Ada"), person_name_key("Exemple Ada"));
}

TEST(Means, are_told_from_words) {
  EXPECT_TRUE(means_of("Carte CPS").card);
  EXPECT_FALSE(means_of("e-CPS").card);
  EXPECT_TRUE(means_of("e-CPS").e_cps);
  EXPECT_TRUE(means_of("Mot de passe + OTP").strong());
  EXPECT_FALSE(means_of("mdp").strong());
  EXPECT_FALSE(means_of("").told());
}

TEST(DelimitedReader, finds_columns_whatever_their_order_case_and_accents) {
  const auto review =
      read_sources({.accounts = "\xEF\xBB\xBFÉtat,RPPS,\"Identifiant de connexion\",Login\r\ninactif," + rpps(1) + ",x,\"dup\"\"ont\"\r\n\r\n"});
  ASSERT_EQ(review.accounts.accounts.size(), 1u);
  const auto& account = review.accounts.accounts[0];
  EXPECT_EQ(account.login, "dup\"ont");
  EXPECT_EQ(account.state, AccountState::closed);
  EXPECT_EQ(account.person.national_id, "8" + rpps(1));
  EXPECT_EQ(account.line, 2u);
}

TEST(DelimitedReader, reads_cells_of_several_lines) {
  const auto review = read_sources({.accounts = "login;role\na;\"deux\nlignes\"\nb;c\n"});
  ASSERT_EQ(review.accounts.accounts.size(), 2u);
  EXPECT_EQ(review.accounts.accounts[0].role, "deux\nlignes");
}

TEST(DelimitedReader, reads_ISO_8859_1_by_its_bytes) {
  const auto review = read_sources({.accounts = "login;pr\xE9nom;nom\na;Ana\xEFs;Exemple\n"});
  EXPECT_EQ(review.accounts.accounts.at(0).name, "Exemple Anaïs");
}

TEST(DelimitedReader, refuses_what_is_no_table) {
  for (const auto& text : {std::string{"\xFF\xFEl\0o\0", 6}, std::string{"PK\x03\x04zip"}, std::string{"a\0b", 3}, std::string{"nom;prenom\nA;B\n"},
                           std::string{"login\n\"never closed\n"}, std::string{"login\n"} + std::string(longest_record + 1, 'x') + "\n"})
    EXPECT_THROW(read_sources({.accounts = text}), Problem) << text.substr(0, 20);
}

TEST(DelimitedReader, tells_digest_lines_and_date_of_the_file) {
  const ScratchFolder folder;
  const auto file = folder.path() / "PS_LibreAcces_Personne_activite_202611010730.txt";
  const std::string text = "Identification nationale PP|Code profession|\n8" + rpps(1) + "|60|\n";
  write_file(file, text);
  AccessReview review{*Date::parse("2026-11-22")};
  read_directory(file, review, {});
  ASSERT_EQ(review.inputs.size(), 1u);
  EXPECT_EQ(review.inputs[0].trace.sha256, digest_of(text).hex());
  EXPECT_EQ(review.inputs[0].trace.lines, 1u);
  EXPECT_EQ(review.inputs[0].trace.dated, Date::parse("2026-11-01"));
}

TEST(Directory, keeps_only_persons_that_accounts_name) {
  const auto review =
      read_sources({.accounts = "login;rpps\na;" + rpps(1) + "\n",
                    .directory = "Type d'identifiant PP|Identifiant PP|Code profession|\n8|" + rpps(1) + "|60|\n8|" + rpps(2) + "|10|\n8|" + rpps(1) + "|10"});
  EXPECT_EQ(review.directory.exercises, 3u);
  ASSERT_EQ(review.directory.entries.size(), 2u);
  EXPECT_EQ(review.directory.entries[1].profession, "10");
}

TEST(Directory, is_the_same_whatever_the_pieces_it_is_read_in) {
  std::string text = "Identification nationale PP|Code profession|Raison sociale site|\n";
  for (int i = 0; i < 40000; ++i) text += "8" + rpps(i % 100) + "|60|" + std::string(static_cast<std::size_t>(i % 90), 'x') + "|\r\n"; // over 2 MiB
  const auto review = read_sources({.accounts = "login;rpps\na;" + rpps(7) + "\n", .directory = text});
  EXPECT_EQ(review.directory.exercises, 40000u);
  EXPECT_EQ(review.directory.entries.size(), 400u);
}

TEST(Moment, reads_what_logs_write_and_nothing_else) {
  EXPECT_EQ(moment_in("1970-01-02T00:00:01Z"), 86401);
  EXPECT_EQ(moment_in("02/01/1970 00:00:01"), 86401);
  EXPECT_EQ(moment_in("1970-01-02 01:00:01.250+01:00"), 86401);
  EXPECT_EQ(moment_in("1970-01-01T23:00:01-0100"), 86401);
  for (const auto* text : {"", "1970-01-02", "1970-02-30T00:00:00", "1970-01-02T24:00:00", "1970-01-02T00;00:00", "1970x01-02T00:00:00",
                           "1970-01-02T00:00:0012", "1970-01-02T00:00:00+", "1970-01-02T00:00:00 rubbish"})
    EXPECT_FALSE(moment_in(text)) << text;
}

TEST(Logs, count_what_cannot_be_attributed_or_dated) {
  const auto review =
      read_sources({.logs = "ts;user\n2026-11-20T10:00:00;a\nyesterday;a\n2026-11-20T10:01:00;\n2026-11-20T09:00:00;A\n2027-01-01T00:00:00;b\n"});
  const auto& logs = review.logs;
  EXPECT_EQ(logs.lines, 5u);
  EXPECT_EQ(logs.undated, 1u);
  EXPECT_EQ(logs.unattributed, 1u);
  EXPECT_EQ(logs.backward, 1u);
  EXPECT_EQ(logs.future, 1u);
  EXPECT_EQ(logs.logins.size(), 2u); // “a” and “A” are one
  ASSERT_NE(logs.of("A"), nullptr);
  EXPECT_EQ(logs.of("A")->events, 2u);
}

TEST(Policy, is_shipped_whole_and_tells_the_defects_of_another) {
  const auto policy = shipped_review_policy();
  EXPECT_GT(policy.dormancy_days, 0);
  EXPECT_FALSE(policy.roles.empty());
  EXPECT_EQ(parse_review_policy(R"({"dormancy_days":30})", "p").dormancy_days, 30);
  EXPECT_EQ(parse_review_policy(R"({"dormancy_days":30})", "p").roles.size(), policy.roles.size());
  EXPECT_THROW(parse_review_policy(R"({"dormancy_days":-1})", "p"), Problem);
  EXPECT_THROW(parse_review_policy(R"({"unknown":1})", "p"), Problem);
  EXPECT_THROW(parse_review_policy(R"({"e_cps_alone":"perhaps"})", "p"), Problem);
}

TEST(Population, is_reconciled_between_its_sources) {
  const auto review =
      read_sources({.accounts = "login;rpps;etat\na;" + rpps(1) + ";actif\nb;" + rpps(2) + ";actif\nc;;actif\n",
                    .people = "matricule;rpps;depart\n1;" + rpps(1) + ";\n2;" + rpps(9) + ";\n",
                    .cards = "Identifiant PP;Numéro carte;Date fin validité;Date opposition\n" + rpps(1) + ";1;2028-01-01;\n" + rpps(5) + ";2;2028-01-01;\n"});
  std::map<std::string_view, std::uint64_t> counts;
  for (const auto& count : review_population(review)) counts[count.name] = count.number;
  EXPECT_EQ(counts["accounts"], 3u);
  EXPECT_EQ(counts["accounts_with_national_id"], 2u);
  EXPECT_EQ(counts["accounts_of_staff"], 1u);
  EXPECT_EQ(counts["active_accounts_of_nobody"], 2u);
  EXPECT_EQ(counts["staff_present_without_account"], 1u);
  EXPECT_EQ(counts["accounts_with_valid_card"], 1u);
  EXPECT_EQ(counts["cards"], 2u);
  EXPECT_EQ(counts["cards_of_known_persons"], 1u);
}

} // namespace
