#include "tests/notify/radicale.hpp"
#include "tests/support/workspaces.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/notify/calendar_store.hpp"

#include <gmock/gmock.h>

namespace tests {
namespace {

using namespace hdskit;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

const char* const password = Radicale::password;

/// A workspace in the memory of the test: what is remembered between two pushes.
struct Pusher {
  CalendarLook look{.domain = "0123.hdskit", .today = day("2026-11-22")};
  PushedEvents pushed = {};

  PushReport push(const std::vector<Deadline>& deadlines, const ServerAccess& access, bool overwrite = false) {
    look.versions = revised_versions(deadlines, look, instant("2026-11-22T10:15:00Z"));
    auto report = push_calendar({deadlines, look, pushed, overwrite}, access);
    pushed = report.pushed;
    return report;
  }
};

std::vector<std::string> fates(const PushReport& report) {
  std::vector<std::string> all;
  constexpr const char* words[] = {"unchanged", "created", "updated", "removed", "failed"};
  for (const auto& outcome : report.outcomes) all.push_back(outcome.uid + " " + words[static_cast<int>(outcome.fate)]);
  return all;
}

TEST(PushCalendar, fills_a_calendar_that_gives_back_what_it_received) {
  const Radicale radicale;
  Pusher pusher;
  const auto deadlines = sample_deadlines();
  const auto report = pusher.push(deadlines, radicale.access());
  ASSERT_FALSE(report.failure) << report.failure->what();
  EXPECT_THAT(fates(report), ElementsAre("procedure-3-cnil created", "evidence-PSSI-validity created", "answer-R7 created", "mandate-2-end created"));
  for (const auto& one : deadlines) EXPECT_EQ(read_with_python(radicale.served(one.uid)), read_with_python(event_text(one, pusher.look))) << one.uid;
}

TEST(PushCalendar, updates_what_changed_and_removes_what_is_gone_without_duplicates) {
  const Radicale radicale;
  Pusher pusher;
  auto deadlines = sample_deadlines();
  pusher.push(deadlines, radicale.access());
  EXPECT_THAT(fates(pusher.push(deadlines, radicale.access())),
              ElementsAre("procedure-3-cnil unchanged", "evidence-PSSI-validity unchanged", "answer-R7 unchanged", "mandate-2-end unchanged"));
  deadlines[3].day = day("2027-02-28");
  deadlines.erase(deadlines.begin());
  EXPECT_THAT(fates(pusher.push(deadlines, radicale.access())),
              ElementsAre("evidence-PSSI-validity unchanged", "answer-R7 unchanged", "mandate-2-end updated", "procedure-3-cnil removed"));
  EXPECT_THAT(radicale.names(), ElementsAre("answer-R7.ics", "evidence-PSSI-validity.ics", "mandate-2-end.ics"));
  EXPECT_THAT(radicale.served("mandate-2-end"), HasSubstr("DTSTART;VALUE=DATE:20270228"));
  EXPECT_THAT(radicale.served("mandate-2-end"), HasSubstr("SEQUENCE:1"));
}

TEST(PushCalendar, writes_over_nobody_unless_told_to) {
  const Radicale radicale;
  Pusher mine, other;
  auto deadlines = sample_deadlines();
  mine.push(deadlines, radicale.access());
  deadlines[3].title = "Changé ailleurs";
  EXPECT_THAT(fates(other.push(deadlines, radicale.access())), Contains("mandate-2-end failed")) << "it does not know these events";
  other.push(deadlines, radicale.access(), true);
  EXPECT_THAT(radicale.served("mandate-2-end"), HasSubstr("Changé ailleurs"));

  deadlines[3].title = "Encore changé";
  const auto refused = mine.push(deadlines, radicale.access());
  ASSERT_THAT(fates(refused), Contains("mandate-2-end failed"));
  EXPECT_THAT(refused.outcomes[3].reason, HasSubstr("--overwrite"));
  EXPECT_THAT(radicale.served("mandate-2-end"), Not(HasSubstr("Encore")));
  EXPECT_THAT(fates(mine.push(deadlines, radicale.access(), true)), Contains("mandate-2-end updated"));
  EXPECT_THAT(radicale.served("mandate-2-end"), HasSubstr("Encore"));
}

TEST(PushCalendar, writes_again_what_somebody_removed_on_the_server) {
  const Radicale radicale;
  Pusher pusher;
  auto deadlines = sample_deadlines();
  pusher.push(deadlines, radicale.access());
  std::filesystem::remove(radicale.calendar() / "mandate-2-end.ics");
  std::filesystem::remove(radicale.calendar() / "answer-R7.ics");
  deadlines[3].title = "Changé";
  deadlines.erase(deadlines.begin() + 2);
  const auto report = pusher.push(deadlines, radicale.access());
  EXPECT_THAT(fates(report), ElementsAre("procedure-3-cnil unchanged", "evidence-PSSI-validity unchanged", "mandate-2-end created", "answer-R7 removed"));
}

TEST(PushCalendar, lets_no_name_leave_the_calendar) {
  const Radicale radicale;
  Pusher pusher;
  const std::vector deadlines{deadline("../answer-A/B?é#", "2027-01-01", "A")};
  EXPECT_THAT(fates(pusher.push(deadlines, radicale.access())), ElementsAre("../answer-A/B?é# created"));
  EXPECT_THAT(radicale.names(), ElementsAre("=2E.=2Fanswer-A=2FB=3F=C3=A9=23.ics"));
  EXPECT_THAT(fates(pusher.push({}, radicale.access())), ElementsAre("../answer-A/B?é# removed"));
  EXPECT_THAT(radicale.names(), IsEmpty());
}

TEST(PushCalendar, verifies_the_certificate_of_the_server) {
  const Radicale radicale{true};
  Pusher pusher;
  auto access = radicale.access();
  EXPECT_EQ(problem_of([&] { pusher.push(sample_deadlines(), access); }).kind(), ProblemKind::refused);
  access.ca_file = Certificates::once().authority;
  EXPECT_THAT(fates(pusher.push(sample_deadlines(), access)), Contains("answer-R7 created"));
  auto elsewhere = access;
  elsewhere.url = replaced(access.url, "localhost", "127.0.0.1"); // not the name in the certificate
  EXPECT_EQ(problem_of([&] { pusher.push(sample_deadlines(), elsewhere); }).kind(), ProblemKind::refused);
  elsewhere.ca_file = "/nowhere/ca.pem";
  EXPECT_EQ(problem_of([&] { pusher.push(sample_deadlines(), elsewhere); }).kind(), ProblemKind::not_found);
}

TEST(PushCalendar, says_what_is_wrong_before_it_writes) {
  Radicale radicale;
  Pusher pusher;
  auto access = radicale.access();
  access.password = "wrong";
  const auto refused = problem_of([&] { pusher.push(sample_deadlines(), access); });
  EXPECT_EQ(refused.kind(), ProblemKind::refused);
  EXPECT_THAT(refused.what(), Not(HasSubstr("wrong")));
  access = radicale.access();
  access.url += "nothing-here/";
  EXPECT_EQ(problem_of([&] { pusher.push(sample_deadlines(), access); }).kind(), ProblemKind::not_found);
  access = radicale.access();
  radicale.stop();
  EXPECT_EQ(problem_of([&] { pusher.push(sample_deadlines(), access); }).kind(), ProblemKind::unreachable);
  EXPECT_THAT(radicale.names(), IsEmpty());
  for (const char* url :
       {"ftp://server/cal/", "http://calendar.hopital.example/cal/", "https://hds:secret@server/cal/", "https://server/cal?x=1", "server/cal"}) {
    access.url = url;
    EXPECT_EQ(problem_of([&] { pusher.push(sample_deadlines(), access); }).kind(), ProblemKind::bad_input) << url;
  }
}

class Odd {
public:
  explicit Odd(std::vector<std::string> words) : server_{command(std::move(words))} {}
  ServerAccess access() const {
    return {.url = "http://127.0.0.1:" + server_.port() + "/cal/", .user = "hds", .password = password, .timeout = std::chrono::milliseconds{1500}};
  }
  std::string requests() const { return std::filesystem::exists(notes()) ? read_bytes(notes().string()) : std::string{}; }
  const std::string& port() const { return server_.port(); }

private:
  std::filesystem::path notes() const { return folder_.path() / "requests"; }
  std::vector<std::string> command(std::vector<std::string> words) const {
    words.insert(words.begin(), {"/usr/bin/python3", TESTS_DIR "/notify/odd_server.py", folder_.path().string()});
    return words;
  }
  ScratchFolder folder_;
  Server server_;
};

ProblemKind ending_at(const Odd& odd) {
  Pusher pusher;
  return problem_of([&] { pusher.push(sample_deadlines(), odd.access()); }).kind();
}

TEST(PushCalendar, is_sent_to_no_other_server) {
  const Odd other{{"207"}};
  const Odd elsewhere{{"301", "Location: http://127.0.0.1:" + other.port() + "/cal/"}}, by_name{{"307", "Location: http://localhost:{port}/cal/"}};
  EXPECT_EQ(ending_at(elsewhere), ProblemKind::refused);
  EXPECT_EQ(other.requests(), "");
  EXPECT_EQ(ending_at(by_name), ProblemKind::refused);
  EXPECT_EQ(by_name.requests(), "PROPFIND /cal/ True\n");
  const Odd circle{{"308", "Location: /round/"}};
  EXPECT_EQ(ending_at(circle), ProblemKind::refused);
  EXPECT_THAT(circle.requests(), HasSubstr("PROPFIND /round/ True\n"));
  EXPECT_EQ(ending_at(Odd{{"302", "Location: file:///etc/passwd"}}), ProblemKind::bad_input);
}

TEST(PushCalendar, survives_servers_that_make_no_sense) {
  EXPECT_EQ(ending_at(Odd{{"0"}}), ProblemKind::unreachable) << "it never answers";
  EXPECT_EQ(ending_at(Odd{{"1"}}), ProblemKind::unreachable) << "it answers without end";
  EXPECT_EQ(ending_at(Odd{{"200"}}), ProblemKind::unreachable) << "it is no calendar server";
  EXPECT_EQ(ending_at(Odd{{"403"}}), ProblemKind::refused);
  EXPECT_EQ(ending_at(Odd{{"500"}}), ProblemKind::unreachable);
  Pusher pusher; // says yes to all, with an ETag that would break a header
  const auto report = pusher.push({deadline("a", "2027-01-01", "A")}, Odd{{"207", "ETag: " + std::string(3000, 'x')}}.access());
  EXPECT_EQ(report.pushed.at("a").etag, "");
}

class PushedStore : public OnEachEngine {};
INSTANTIATE_ON_BOTH_ENGINES(PushedStore);

TEST_P(PushedStore, remembers_each_calendar_apart) {
  auto workspace = fresh_workspace();
  const PushedEvents pushed{{"a", {"\"tag\"", "d1"}}, {"b", {"", "d2"}}};
  remember_pushed(workspace, acting(), "https://one.example/cal/", pushed);
  EXPECT_EQ(pushed_events(workspace, "https://one.example/cal"), pushed);
  EXPECT_TRUE(pushed_events(workspace, "https://other.example/cal/").empty());
}

} // namespace
} // namespace tests
