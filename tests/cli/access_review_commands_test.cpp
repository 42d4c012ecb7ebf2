#include "tests/cli/run.hpp"

#include <gmock/gmock.h>

#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>

using namespace testing;

namespace {

namespace json = boost::json;

/// A nurse who left with an account that prescribes, a doctor with an ended card, and their sources; then what the lines do.
tests::Outcome with_sources(const std::string& lines) {
  return tests::run_shell(R"(cd $(mktemp -d); trap 'rm -rf $PWD' EXIT
printf 'application;login;nom;rpps;rôle;état;dernière connexion;moyen\nDPI;ada;EXEMPLE Ada;99700000013;Médecin;actif;2026-11-20;CPS\nDPI;zoe;ESSAI Zoé;99700000021;Prescripteur;actif;2026-11-20;CPS\n' > a.csv
printf 'matricule;nom;rpps;départ\n17;EXEMPLE Ada;99700000013;\n18;ESSAI Zoé;99700000021;2026-10-01\n' > p.csv
printf 'Identifiant PP|Numéro carte|Date fin validité|Date opposition|\n99700000013|1|01/01/2026||\n99700000021|2|01/01/2028||\n' > c.txt
printf "Type d'identifiant PP|Identifiant PP|Identification nationale PP|Code profession|\n8|99700000013|899700000013|10|\n8|99700000021|899700000021|60|\n" > r.txt
printf 'ts;user;patient;poste;mode;motif\n2026-11-20T10:00:00;ada;1;P1;normal;\n2026-11-20T10:01:00;ada;1;P1;bris de glace;\n' > l.csv
)" + lines);
}

json::object parsed(const std::string& text) { return json::parse(text).as_object(); }

std::string state_of(const json::object& review, std::string_view rule) {
  for (const auto& entry : review.at("rules").as_array())
    if (entry.at("rule").as_string() == rule) return std::string{entry.at("state").as_string()};
  return "";
}

} // namespace

TEST(AccessReview, sets_the_four_sources_beside_each_other) {
  const auto outcome = with_sources("$hdskit access review --accounts a.csv --cards c.txt --people p.csv --directory r.txt --at 2026-11-22 --json");
  EXPECT_EQ(outcome.status, 1) << outcome.err;
  const auto review = parsed(outcome.out);
  EXPECT_EQ(review.at("rules").as_array().size(), 15u);
  EXPECT_EQ(review.at("inputs").as_array().size(), 4u);
  EXPECT_EQ(review.at("population").at("accounts_in_directory"), 2);
  for (const auto* rule : {"card-ended", "departed", "role-mismatch"}) EXPECT_EQ(state_of(review, rule), "finding") << rule;
  for (const auto* rule : {"strong-means", "not-in-directory", "several-accounts", "dormant"}) EXPECT_EQ(state_of(review, rule), "passed") << rule;
  for (const auto* rule : {"outside-establishment", "log-completeness", "annual-review", "e-cps-alone"})
    EXPECT_EQ(state_of(review, rule), "not_evaluable") << rule;
  EXPECT_EQ(review.at("findings").as_array().size(), 5u); // the nurse left, used it since, and prescribes; the doctor’s card ended, and was used since
}

TEST(AccessReview, ends_well_without_findings_and_tells_people_what_was_not_judged) {
  const auto outcome = with_sources("$hdskit access review --accounts a.csv --directory r.txt --at 2026-11-22 --policy <(echo '{\"roles\":[]}'); echo $?");
  EXPECT_THAT(outcome.out, AllOf(HasSubstr("not evaluable"), HasSubstr("The input is missing"), EndsWith("0\n"))) << outcome.err;
}

TEST(AccessReview, takes_the_house_policy) {
  const auto outcome =
      with_sources("echo '{\"expected_finess\":[\"990000017\"],\"unknown\":1}' > policy.json; $hdskit access review --accounts a.csv --policy policy.json");
  EXPECT_EQ(outcome.status, 3);
  EXPECT_THAT(outcome.err, HasSubstr("unknown"));
}

TEST(AccessReview, could_not_run_without_a_file_or_its_columns) {
  EXPECT_EQ(with_sources("$hdskit access review --accounts nothing.csv").status, 3);
  const auto outcome = with_sources("$hdskit access review --accounts p.csv");
  EXPECT_EQ(outcome.status, 3);
  EXPECT_THAT(outcome.err, HasSubstr("login"));
  EXPECT_EQ(with_sources("$hdskit access review").status, 64);
}

TEST(AccessLogs, finds_a_break_glass_access_without_a_reason) {
  const auto outcome = with_sources("$hdskit access logs l.csv --at 2026-11-22 --json --list");
  EXPECT_EQ(outcome.status, 1) << outcome.err;
  const auto review = parsed(outcome.out);
  EXPECT_EQ(review.at("logs").at("lines"), 2);
  EXPECT_EQ(state_of(review, "outside-care-team"), "finding");
  EXPECT_EQ(review.at("logins").at(0).at("break_glass_without_reason"), 1);
}

TEST(AccessLogs, names_what_it_could_not_judge) {
  const auto outcome = with_sources("sed -i '$d' l.csv; $hdskit access logs l.csv --at 2026-11-22");
  EXPECT_EQ(outcome.status, 0) << outcome.err;
  EXPECT_THAT(outcome.out, AllOf(HasSubstr("not evaluable"), HasSubstr("accounts")));
}

/// A doctor's accesses to two patients under reinforced protection, as audit messages; what is kept and told of it.
TEST(AccessReview, names_no_patient_under_reinforced_protection_wherever_it_tells_of_them) {
  const auto outcome = with_sources(R"(
printf 'IPP;nom;libelle\n73119001;AUBEPINE;chanteuse\n73119002;;\n' > w.csv
for patient in 73119001 73119002; do
  printf '<85>1 2026-11-20T10:00:00Z h dpi - - - <AuditMessage><EventIdentification EventActionCode="R" EventDateTime="2026-11-20T10:00:00Z"/>'
  printf '<ActiveParticipant UserID="ada" UserIsRequestor="true"/><ParticipantObjectIdentification ParticipantObjectID="%s^^^HOP" ' $patient
  printf 'ParticipantObjectTypeCode="1" ParticipantObjectTypeCodeRole="1"/></AuditMessage>\n'
done > audit.log
$hdskit access review --accounts a.csv --people p.csv --watched w.csv --logs audit.log --at 2026-11-22
$hdskit access review --accounts a.csv --people p.csv --watched w.csv --logs audit.log --at 2026-11-22 --json
$hdskit access logs audit.log --watched w.csv --list --json
export HDSKIT_WORKSPACE=w.hds
$hdskit workspace create w.hds
$hdskit access campaign open --title R --reviewer Z --accounts a.csv --people p.csv --watched w.csv --logs audit.log --date 2026-11-22 2>&1
$hdskit access campaign export --output r.json && cat r.json
grep -lE '73119001|73119002|AUBEPINE|chanteuse' -r . | sort)");
  EXPECT_THAT(outcome.out, HasSubstr("Accesses to patients under reinforced protection, perhaps in the care of the person: 2."));
  EXPECT_THAT(outcome.out, HasSubstr("\"watched_patients\":2"));
  EXPECT_THAT(outcome.out, HasSubstr("RH1"));
  for (const auto* secret : {"73119001", "73119002", "AUBEPINE", "chanteuse"}) EXPECT_THAT(outcome.out, Not(HasSubstr(secret)));
  EXPECT_THAT(outcome.out, EndsWith("./audit.log\n./w.csv\n")) << "the inputs alone name them: " << outcome.err;
}
