#include "tests/cli/run.hpp"

#include <gmock/gmock.h>

#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>

#include <map>

using namespace testing;

namespace {

namespace json = boost::json;

/// Three accounts, an extract that knows the first holder, and an interface that says of the second that he left and nothing of the third; then what the lines
/// do. `ask`: the command with all but its key and its path.
tests::Outcome with_interface(const std::string& lines) {
  return tests::run_shell(R"(cd $(mktemp -d)
printf 'application;login;rpps;état\nDPI;ada;99700000013;actif\nDPI;zoe;99700000021;actif\nDPI;max;99700000039;actif\n' > a.csv
printf "Type d'identifiant PP|Identifiant PP|Identification nationale PP|Code profession|\n8|99700000013|899700000013|10|\n" > r.txt
printf '{"persons":{"899700000021":{"active":false}},"organizations":{}}' > people.json
printf 'sesame-of-the-tests\n' > key
mkdir out
python3 ')" TESTS_DIR R"(/access/directory_interface.py' $PWD/out > port &
server=$!; trap 'kill $server; rm -rf $PWD' EXIT
for turn in $(seq 200); do [ -s port ] && break; sleep 0.05; done
ask() { mode=$1; shift; $hdskit access directory ask --accounts a.csv --directory r.txt --output answers.json --url https://127.0.0.1:$(cat port)/$mode/fhir/v2 --ca out/ca.pem "$@"; }
)" + lines);
}

json::object parsed(const std::string& text) { return json::parse(text).as_object(); }

} // namespace

TEST(AccessDirectory, asks_about_whom_the_extract_lacks_and_the_review_judges_by_it) {
  const auto outcome = with_interface(R"(ask right --key-file key --json > asked || exit 9
$hdskit access review --accounts a.csv --directory r.txt --directory-answers answers.json --json > review
cat asked; echo '@'; cat review; echo '@'; stat -c %a answers.json; cat out/log answers.json)");
  const auto first = outcome.out.find('@'), second = outcome.out.find('@', first + 1);
  ASSERT_NE(second, std::string::npos) << outcome.out << outcome.err;
  const auto asked = parsed(outcome.out.substr(0, first)), review = parsed(outcome.out.substr(first + 1, second - first - 1));
  EXPECT_EQ(asked.at("to_ask"), 2);
  EXPECT_EQ(asked.at("ended"), 1);
  EXPECT_EQ(asked.at("unknown"), 1);
  EXPECT_EQ(asked.at("complete"), true);
  std::map<std::string, std::string> severities;
  for (const auto& finding : review.at("findings").as_array())
    if (finding.at("rule").as_string() == "not-in-directory")
      severities[finding.at("subject").as_string().c_str()] = finding.at("severity").as_string().c_str();
  EXPECT_THAT(severities, ElementsAre(Pair("DPI/max", "medium"), Pair("DPI/zoe", "high")));
  EXPECT_EQ(review.at("inputs").as_array().back().at("source"), "directory_answers");
  EXPECT_LE(review.at("directory_answers").at("age_days").as_int64(), 1) << "the day in Paris may be the next one";
  const auto rest = outcome.out.substr(second);
  EXPECT_THAT(rest, AllOf(HasSubstr("600"), HasSubstr("899700000021"), Not(HasSubstr("899700000013,"))));
  EXPECT_THAT(outcome.out + outcome.err, Not(HasSubstr("sesame")));
}

TEST(AccessDirectory, asks_nobody_when_it_only_counts) {
  const auto outcome = with_interface("ask right --dry-run --json; ls; ls out");
  EXPECT_THAT(outcome.out, AllOf(HasSubstr("\"to_ask\":2"), HasSubstr("\"calls_at_least\":1"), Not(HasSubstr("answers.json\nkey")), Not(HasSubstr("log"))))
      << outcome.err;
}

TEST(AccessDirectory, takes_the_key_in_one_way_and_never_shows_it) {
  EXPECT_THAT(with_interface("ask right --key-fd 3 3< key && ask right --anew --key-command 'cat key'").out, HasSubstr("Delete the file within 30 days"));
  const auto none = with_interface("ask right");
  EXPECT_EQ(none.status, 64);
  EXPECT_THAT(none.err, HasSubstr("--key-file"));
  EXPECT_THAT(with_interface("ask right --key-file key --key-fd 3 3< key").err, HasSubstr("twice"));
  const auto refused = with_interface("echo another-key > key; ask right --key-file key; s=$?; [ -e answers.json ] && echo kept; exit $s");
  EXPECT_EQ(refused.status, 3);
  EXPECT_THAT(refused.err, AllOf(HasSubstr("refuses the key"), Not(HasSubstr("another-key"))));
  EXPECT_EQ(refused.out, "");
}

TEST(AccessDirectory, keeps_what_was_answered_and_goes_on) {
  // seventy accounts more: two batches; the interface fails from its second call on, then is mended
  const auto outcome = with_interface(R"(python3 - >> a.csv <<'END'
for rank in range(100, 170):
    digits = "99700" + str(rank).zfill(5)
    total = sum(sum(divmod(int(d) * (2 - i % 2), 10)) for i, d in enumerate(reversed(digits)))
    print(f"DPI;u{rank};{digits}{(10 - total % 10) % 10};actif")
END
ask failing-soon --key-file key > first; echo status $?
grep -c '"complete": false' answers.json
touch mended
ask failing-soon --key-file key --json)");
  const auto json_at = outcome.out.find('{');
  ASSERT_NE(json_at, std::string::npos) << outcome.out << outcome.err;
  EXPECT_EQ(outcome.out.substr(0, json_at), "status 1\n1\n") << outcome.err;
  EXPECT_THAT(outcome.err, AllOf(HasSubstr("an accident"), Not(HasSubstr("sesame"))));
  const auto second = parsed(outcome.out.substr(json_at));
  EXPECT_EQ(second.at("answered_before"), 50);
  EXPECT_EQ(second.at("to_ask"), 22);
  EXPECT_EQ(second.at("asked"), 72);
  EXPECT_EQ(second.at("complete"), true);
}

TEST(AccessDirectory, refuses_an_address_that_would_show_the_key) {
  const auto outcome = with_interface("$hdskit access directory ask --accounts a.csv --output answers.json --key-file key --url http://127.0.0.1/fhir/v2");
  EXPECT_EQ(outcome.status, 64);
  EXPECT_THAT(outcome.err, HasSubstr("no address"));
}
