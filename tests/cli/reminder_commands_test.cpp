#include "tests/cli/run.hpp"
#include "tests/notify/radicale.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>

#include <gmock/gmock.h>

namespace tests {
namespace {

using testing::HasSubstr;
using testing::Not;

/// The demonstration hospital, in November 2026, with a copy of its own for each test.
class ReminderCommands : public testing::Test {
protected:
  static void SetUpTestSuite() {
    made_ = std::make_unique<hdskit::ScratchFolder>();
    ASSERT_EQ(run_shell("$hdskit demo create '" + (made_->path() / "W").string() + "' --without-backups").status, 0);
  }
  static void TearDownTestSuite() { made_.reset(); }
  void SetUp() override { std::filesystem::copy_file(made_->path() / "W", folder_.path() / "W"); }

  Outcome run(const std::string& line) { return run_shell("cd " + folder_.path().string() + "\nexport HDSKIT_WORKSPACE=W\n" + line); }
  std::string path(const char* name) const { return (folder_.path() / name).string(); }
  Outcome remind(const MailServer& server, const std::string& more = "") {
    return run("$hdskit deadline remind --date 2026-11-22 --without-tls --server smtp://localhost:" + server.access().url.substr(17) +
               " --from hds@hopital.example --default-to rssi@hopital.example " + more);
  }

private:
  static inline std::unique_ptr<hdskit::ScratchFolder> made_;
  hdskit::ScratchFolder folder_;
};

TEST_F(ReminderCommands, export_a_calendar_that_stays_the_same_until_a_deadline_changes) {
  ASSERT_EQ(run("$hdskit deadline export --date 2026-11-22 a.ics").status, 0);
  const auto lines = read_with_python(read_bytes(path("a.ics")));
  EXPECT_EQ(static_cast<std::int64_t>(lines.size()),
            boost::json::parse(run("$hdskit deadline export --json --date 2026-11-22 b.ics").out).at("events").as_int64());
  EXPECT_EQ(read_bytes(path("a.ics")), read_bytes(path("b.ics")));
  ASSERT_EQ(run("$hdskit --lang fr deadline export --date 2026-11-22 c.ics").status, 0);
  EXPECT_EQ(read_bytes(path("a.ics")), read_bytes(path("c.ics"))) << "the calendar is French whoever writes it";
  ASSERT_EQ(run("$hdskit evidence edit SAUVEGARDE --valid-until 2027-05-04 && $hdskit deadline export --date 2026-11-22 d.ics").status, 0);
  EXPECT_THAT(read_bytes(path("d.ics")), HasSubstr("SEQUENCE:1"));
  EXPECT_EQ(run("$hdskit journal verify && $hdskit workspace check").status, 0);
}

TEST_F(ReminderCommands, push_to_a_real_calendar_server) {
  Radicale radicale;
  hdskit::write_file(path("password"), std::string{Radicale::password} + "\n");
  const auto push = [&](const std::string& how) {
    return run("$hdskit deadline push --date 2026-11-22 --json --user hds --url " + radicale.access().url + " " + how);
  };
  const auto counts = [](const Outcome& outcome) { return boost::json::parse(outcome.out).at("counts"); };
  const auto first = push("--password-file password");
  ASSERT_EQ(first.status, 0) << first.err << first.out;
  const auto created = counts(first).at("created").as_int64();
  EXPECT_GT(created, 20);
  EXPECT_EQ(counts(push("--password-descriptor 3 3< password")).at("unchanged"), created);
  ASSERT_EQ(run("$hdskit evidence edit SAUVEGARDE --valid-until 2027-05-04").status, 0);
  EXPECT_EQ(counts(push("--password-command 'cat password'")).at("updated"), 1);
  EXPECT_EQ(counts(push("--open --password-file password")).at("failed"), 0);

  EXPECT_EQ(push("--password-command 'echo wrong'").status, 7);
  EXPECT_EQ(push("--password-command false").status, 2);
  EXPECT_EQ(push("").status, 2);
  EXPECT_EQ(push("--password-file password --password-command 'cat password'").status, 2);
  radicale.stop();
  EXPECT_EQ(push("--password-file password").status, 9);
  EXPECT_EQ(run("$hdskit journal list --json | grep -c '" + std::string{Radicale::password} + "'").out, "0\n");
  EXPECT_EQ(run("$hdskit journal verify && $hdskit workspace check").status, 0);
}

TEST_F(ReminderCommands, remind_each_person_once) {
  const MailServer server;
  const auto planned = run("$hdskit deadline remind --dry-run --json --date 2026-11-22 --default-to rssi@hopital.example");
  ASSERT_EQ(planned.status, 0) << planned.err;
  const auto mails = boost::json::parse(planned.out).at("mails").as_array().size();
  EXPECT_GT(mails, 3u);
  EXPECT_EQ(server.count(), 0u);

  const auto before = run("$hdskit journal list --json --last 1").out;
  const auto sent = remind(server, "--json --remember");
  ASSERT_EQ(sent.status, 0) << sent.err << sent.out;
  EXPECT_EQ(server.count(), mails);
  const auto number = [](const std::string& list) { return boost::json::parse(list).as_array().front().at("number").as_int64(); };
  EXPECT_EQ(number(run("$hdskit journal list --json --last 1").out), number(before) + 2) << "what was remembered of the server, and the run";

  const auto again = run("$hdskit deadline remind --date 2026-11-22 --without-tls");
  EXPECT_EQ(again.status, 0) << again.err;
  EXPECT_THAT(again.out, HasSubstr("nothing to tell"));
  EXPECT_EQ(server.count(), mails);
  EXPECT_EQ(run("$hdskit journal verify && $hdskit workspace check").status, 0);
}

TEST_F(ReminderCommands, remind_over_tls_with_a_password) {
  const MailServer server{{"tls=" + Certificates::once().pair(), "login=hds:secret"}};
  hdskit::write_file(path("password"), "secret\n");
  const auto line = "$hdskit deadline remind --date 2026-11-22 --server " + server.access().url +
                    " --from hds@hopital.example --default-to rssi@hopital.example --user hds --ca-file " + Certificates::once().authority;
  EXPECT_EQ(run(line + " --password-command 'echo wrong'").status, 7);
  EXPECT_EQ(server.count(), 0u);
  const auto sent = run(line + " --password-file password");
  EXPECT_EQ(sent.status, 0) << sent.err;
  EXPECT_THAT(server.message(1), HasSubstr("X-TLS: True"));
}

TEST_F(ReminderCommands, remind_again_of_what_did_not_go) {
  MailServer greylisting{{"later=bastien.corvaisier@chi-val-de-brenne.example"}};
  const auto first = remind(greylisting);
  EXPECT_EQ(first.status, 1);
  EXPECT_THAT(first.err, HasSubstr("greylisted"));
  greylisting.stop();
  EXPECT_EQ(remind(greylisting).status, 9);
  const MailServer willing;
  EXPECT_EQ(remind(willing).status, 0);
  EXPECT_EQ(willing.count(), 1u);
  EXPECT_THAT(willing.message(1), HasSubstr("X-To: bastien.corvaisier@"));
}

TEST_F(ReminderCommands, remind_says_what_is_missing) {
  EXPECT_THAT(run("$hdskit deadline remind").err, HasSubstr("--server"));
  EXPECT_EQ(run("$hdskit deadline remind --server smtp://localhost --from 'a b@c'").status, 2);
  EXPECT_EQ(run("$hdskit deadline remind --server smtp://mail.example --from a@b --without-tls").status, 2);
  EXPECT_EQ(run("$hdskit deadline remind --before 99999").status, 2);
  EXPECT_EQ(run("$hdskit deadline remind --server smtp://localhost --from a@b --timeout 0").status, 2);
}

TEST_F(ReminderCommands, answer_a_monitoring_system) {
  const auto critical = run("$hdskit deadline remind --plugin --date 2026-11-22");
  EXPECT_EQ(critical.status, 2);
  EXPECT_THAT(critical.out, testing::MatchesRegex("HDSKIT CRITICAL - [^|]+\\| late=[0-9]+;;0;0 critical=[0-9]+;;0;0 warning=[0-9]+;0;;0 open=[0-9]+;;;0\n"));
  const auto unknown = run("$hdskit deadline remind --plugin --workspace nothing.hds");
  EXPECT_EQ(unknown.status, 3);
  EXPECT_THAT(unknown.out, testing::StartsWith("HDSKIT UNKNOWN - "));
  ASSERT_EQ(run("$hdskit workspace create E.hds").status, 0);
  EXPECT_EQ(run("$hdskit deadline remind --plugin --workspace E.hds").status, 0);
  ASSERT_EQ(run("$hdskit organisation add subcontractor --workspace E.hds --set name=Tiers --set certificate_expires_on=2026-11-25").status, 0);
  EXPECT_EQ(run("$hdskit deadline remind --plugin --workspace E.hds --date 2026-11-22").status, 1);
  EXPECT_EQ(run("$hdskit deadline remind --plugin --workspace E.hds --date 2026-11-22 --warning 2").status, 0);
  EXPECT_EQ(run("$hdskit deadline remind --plugin --workspace E.hds --date 2026-11-22 --critical 3").status, 2);
}

TEST(NotifyLibraries, stay_out_of_the_command_that_starts_at_once) {
  const auto libraries = run_shell("ldd $hdskit");
  EXPECT_THAT(libraries.out, HasSubstr("libc.so"));
  EXPECT_THAT(libraries.out, Not(HasSubstr("libcurl")));
  EXPECT_THAT(libraries.out, Not(HasSubstr("libical")));
  EXPECT_THAT(run_shell("ldd $hdskit-press").out, HasSubstr("libcurl"));
}

TEST(SystemdUnits, are_found_lawful_by_systemd) {
  for (const std::string unit : {"hdskit-remind", "hdskit-restore-test", "hdskit-proof-due"}) {
    const hdskit::ScratchFolder folder;
    const auto verified = run_shell("cd " + folder.path().string() + "\nunit=" + unit +
                                    "\nsed \"s|^ExecStart=[^ ]*|ExecStart=$hdskit|\" '" BINARY_DIR "/packaging/'$unit@.service > $unit@chu.service"
                                    "\ncp '" SOURCE_DIR "/packaging/systemd/'$unit@.timer $unit@chu.timer"
                                    "\nsystemd-analyze verify --man=no ./$unit@chu.service ./$unit@chu.timer");
    EXPECT_EQ(verified.status, 0) << unit;
    EXPECT_EQ(verified.err, "") << unit;
  }
}

} // namespace
} // namespace tests
