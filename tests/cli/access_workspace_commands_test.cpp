#include "tests/access/hosted_application.hpp"
#include "tests/access/list_server.hpp"
#include "tests/certificates/lookalikes.hpp"
#include "tests/cli/run.hpp"
#include "toolkit/surroundings/surroundings.hpp"

#include <gmock/gmock.h>

#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>

using namespace testing;
using tests::Cards;
using tests::HostedApplication;
using tests::ListServer;
using tests::Product;

namespace {

namespace json = boost::json;
using hdskit::hierarchies;

/// A workspace with a folder of cards and a server of lists.
class AccessWorkspace : public Test {
protected:
  hdskit::ScratchFolder folder_;
  ListServer server_;
  hdskit::Instant now_ = hdskit::real_surroundings().now;

  AccessWorkspace() {
    EXPECT_EQ(run("workspace create " + path("h.hds")).status, 0);
    hdskit::write_file(path("igc.pem"), hierarchies().root.pem() + hierarchies().persons.pem());
    std::filesystem::create_directory(path("cards"));
    card("a.der", 1, std::chrono::days{400});
    card("b.der", 2, std::chrono::days{20});
    put_list({});
  }
  std::string path(const std::string& name) const { return (folder_.path() / name).string(); }
  hdskit::Instant in(std::chrono::seconds time) const { return hdskit::Instant{now_.seconds() + time}; }
  void card(const char* name, std::uint64_t serial, std::chrono::days left) {
    auto person = hdskit::nurse(serial);
    person.not_after = in(left);
    hdskit::write_file(folder_.path() / "cards" / name, hierarchies().persons.issue(person));
  }
  void put_list(const std::vector<hdskit::LookalikeRevocation>& revoked, std::uint64_t number = 1) {
    server_.put("aci.crl", hierarchies().persons.list(revoked, in(std::chrono::hours{-1}), in(std::chrono::days{7}), number));
  }
  tests::Outcome run(const std::string& words) { return tests::run_shell("HOME=" + folder_.path().string() + " $hdskit " + words); }
  tests::Outcome access(const std::string& words) { return run("access " + words + " --workspace " + path("h.hds")); }
  void trust() {
    for (const auto* authority : {&hierarchies().root, &hierarchies().persons})
      EXPECT_EQ(access("anchors import " + path("igc.pem") + " --fingerprint " + hdskit::digest_of(authority->der()).hex()).status, 0);
    EXPECT_EQ(access("list add --name ACI --location " + server_.url("list/aci.crl")).status, 0);
  }
};

TEST_F(AccessWorkspace, shows_what_a_file_of_authorities_offers_and_trusts_none_of_it) {
  const auto shown = access("anchors import " + path("igc.pem"));
  EXPECT_EQ(shown.status, 0) << shown.err;
  EXPECT_THAT(shown.out, HasSubstr(hdskit::digest_of(hierarchies().root.der()).hex()));
  EXPECT_THAT(shown.out, HasSubstr("Nothing was imported"));
  EXPECT_EQ(access("anchors list --json").out, "[]\n");
  EXPECT_EQ(access("anchors import " + path("igc.pem") + " --fingerprint " + std::string(64, 'a')).status, 7);
}

TEST_F(AccessWorkspace, says_loudly_that_a_hierarchy_is_one_of_tests) {
  const auto test = hdskit::LookalikeAuthority::root("TEST AC RACINE IGC-SANTE FORT", 2048, in(std::chrono::days{-10}), in(std::chrono::days{1000}));
  hdskit::write_file(path("test.pem"), test.pem());
  const auto fingerprint = hdskit::digest_of(test.der()).hex();
  EXPECT_THAT(access("anchors import " + path("test.pem")).out, HasSubstr("TEST HIERARCHY"));
  EXPECT_EQ(access("anchors import " + path("test.pem") + " --fingerprint " + fingerprint).status, 7);
  EXPECT_EQ(access("anchors import " + path("test.pem") + " --accept-test --fingerprint " + fingerprint).status, 0);
  EXPECT_THAT(access("anchors list").out, HasSubstr("TEST hierarchy"));
}

TEST_F(AccessWorkspace, checks_certificates_against_lists_that_it_fetched) {
  trust();
  EXPECT_EQ(json::parse(access("certificates " + path("cards") + " --json").out).at("unknown"), 2) << "no list was fetched yet";
  const auto fetched = access("list fetch");
  EXPECT_EQ(fetched.status, 0) << fetched.out << fetched.err;
  const auto good = access("certificates " + path("cards") + " --json");
  EXPECT_EQ(good.status, 0) << good.out << good.err;
  EXPECT_EQ(json::parse(good.out).at("good"), 2);
  EXPECT_EQ(json::parse(good.out).at("check"), "PC2");
  put_list({{1, in(std::chrono::hours{-1}), 1}}, 2);
  EXPECT_EQ(access("list fetch").status, 0);
  EXPECT_EQ(json::parse(access("certificates " + path("cards") + " --json").out).at("revoked"), 1);
  EXPECT_EQ(run("workspace check --workspace " + path("h.hds")).status, 0);
}

TEST_F(AccessWorkspace, tells_a_fetch_that_was_not_taken) {
  trust();
  put_list({}, 9);
  EXPECT_EQ(access("list fetch").status, 0);
  put_list({}, 8);
  const auto back = access("list fetch --json");
  EXPECT_EQ(back.status, 1);
  EXPECT_EQ(json::parse(back.out).at(0).at("outcome"), "failed");
  EXPECT_EQ(json::parse(access("list show ACI --json").out).at("fresh"), true) << "the list before stays in use";
}

TEST_F(AccessWorkspace, lists_the_cards_that_end_soon) {
  trust();
  EXPECT_EQ(access("expiries").status, 3);
  access("certificates " + path("cards"));
  const auto soon = json::parse(access("expiries --within 60 --list --json").out);
  ASSERT_EQ(soon.at("months").as_array().size(), 1u);
  EXPECT_EQ(soon.at("months").at(0).at("list").at(0).at("name"), "ÉPINETTE Zoé");
}

TEST_F(AccessWorkspace, writes_a_calendar_of_cards_without_names_unless_asked) {
  trust();
  access("certificates " + path("cards"));
  EXPECT_EQ(access("expiries --names").status, 2);
  const auto written = access("expiries --within 60 --ics " + path("cards.ics"));
  EXPECT_EQ(written.status, 0) << written.err;
  const auto calendar = hdskit::read_file(path("cards.ics"));
  EXPECT_THAT(calendar, HasSubstr("BEGIN:VEVENT"));
  EXPECT_THAT(calendar, HasSubstr("899700000013"));
  EXPECT_THAT(calendar, Not(HasSubstr("PINETTE")));
  EXPECT_EQ(calendar.find("BEGIN:VEVENT"), calendar.rfind("BEGIN:VEVENT")) << "one card ends within that time";
  EXPECT_EQ(access("expiries --within 60 --names --ics " + path("cards.ics")).status, 0);
  EXPECT_THAT(hdskit::read_file(path("cards.ics")), HasSubstr("PINETTE"));
}

TEST_F(AccessWorkspace, forgets_details_whose_days_have_passed_by_the_daily_check) {
  hdskit::write_file(path("accounts.csv"), "login;nom;etat\naboulon;BOULON Ada;actif\n");
  const auto opened =
      access("campaign open --title 'Revue 2023' --reviewer 'Zoé ÉPINETTE' --date 2023-01-10 --due 2023-02-10 --accounts " + path("accounts.csv"));
  ASSERT_EQ(opened.status, 0) << opened.err;
  EXPECT_THAT(access("campaign lines").out, HasSubstr("aboulon"));
  access("check");
  EXPECT_THAT(access("campaign lines").out, HasSubstr("aboulon")) << "to look changes nothing";
  access("check --due");
  const auto after = access("campaign lines");
  EXPECT_NE(after.status, 0);
  EXPECT_THAT(after.out, Not(HasSubstr("aboulon")));
}

TEST_F(AccessWorkspace, names_an_endpoint_that_cannot_be_checked_once) {
  EXPECT_EQ(access("target add --name PACS-WEB --url https://127.0.0.1:1/ --ownership DSI").status, 0);
  const auto checked = access("check --all");
  const auto at = checked.out.find("PACS-WEB: “");
  ASSERT_NE(at, std::string::npos) << checked.out;
  const auto line = checked.out.substr(at, checked.out.find('\n', at) - at);
  EXPECT_EQ(line.find("PACS-WEB"), line.rfind("PACS-WEB")) << line;
}

TEST_F(AccessWorkspace, gives_a_plugin_its_line_and_status) {
  trust();
  access("list fetch");
  const auto warning = access("certificates " + path("cards") + " --plugin");
  EXPECT_EQ(warning.status, 1);
  EXPECT_THAT(warning.out, StartsWith("HDSKIT WARNING - 2 of 2 certificates good"));
  EXPECT_THAT(warning.out, HasSubstr(" | 'certificates'=2;;;0 'good'=2"));
  const auto unknown = access("certificates " + path("none") + " --plugin");
  EXPECT_EQ(unknown.status, 3);
  EXPECT_THAT(unknown.out, StartsWith("HDSKIT UNKNOWN - "));
  EXPECT_THAT(access("check --plugin").out, StartsWith("HDSKIT WARNING - "));
}

TEST_F(AccessWorkspace, takes_trust_from_one_place) {
  EXPECT_THAT(run("access certificates " + path("cards")).err, HasSubstr("--anchors"));
  EXPECT_THAT(access("certificates " + path("cards") + " --anchors " + path("igc.pem")).err, HasSubstr("its own authorities"));
}

TEST_F(AccessWorkspace, asks_and_records_declared_endpoints_alone) {
  const HostedApplication application{Product::nginx, {}};
  const auto file = [](const char* name) { return Cards::all().file(name).string(); };
  const auto undeclared =
      access("endpoint " + application.url() + " --server-ca " + file("server_ca.pem") + " --valid " + file("valid.pem") + "," + file("valid.key"));
  EXPECT_EQ(undeclared.status, 3);
  EXPECT_THAT(undeclared.err, HasSubstr("not declared"));
  EXPECT_EQ(access("target add --name DPI --url " + application.url() + " --ownership DSI --rate 100 --server-ca " + file("server_ca.pem") + " --valid " +
                   file("valid.pem") + "," + file("valid.key") + " --case revoked=" + file("revoked.pem") + "," + file("revoked.key"))
                .status,
            0);
  EXPECT_EQ(json::parse(access("target list --json").out).at(0).at("standing").at("standing"), "never");
  EXPECT_EQ(access("check").status, 1) << "an endpoint that was never checked is not as it should be";
  const auto asked = access("endpoint --target dpi --json");
  EXPECT_EQ(asked.status, 0) << asked.out << asked.err;
  EXPECT_EQ(json::parse(asked.out).at("check"), "EP1");
  EXPECT_EQ(access("check --due").status, 0);
  EXPECT_EQ(json::parse(access("target show DPI --json").out).at("checks").as_array().size(), 1u) << "nothing was due";
  EXPECT_EQ(access("check --all").status, 0);
  EXPECT_EQ(json::parse(access("target show DPI --json").out).at("checks").as_array().size(), 2u);
  const auto written = access("target report DPI --output " + path("dpi.pdf"));
  EXPECT_EQ(written.status, 0) << written.err;
  EXPECT_THAT(hdskit::read_file(path("dpi.pdf")), StartsWith("%PDF"));
  EXPECT_EQ(access("target report DPI --check EP9 --output " + path("dpi.pdf")).status, 3);
}

TEST_F(AccessWorkspace, keeps_personal_details_as_long_as_the_hospital_says) {
  EXPECT_EQ(json::parse(access("retention --json").out).at("days"), 395);
  EXPECT_EQ(access("retention 100").status, 0);
  EXPECT_EQ(json::parse(access("retention --json").out).at("days"), 100);
  EXPECT_EQ(access("retention 5").status, 2);
}

} // namespace
