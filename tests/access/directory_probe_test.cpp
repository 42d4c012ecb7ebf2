#include "toolkit/access/directory_answers_file.hpp"

#include "tests/access/list_server.hpp"
#include "tests/access/review_sources.hpp"
#include "toolkit/base/problem.hpp"

#include <gmock/gmock.h>

#include <sys/stat.h>

// The whole way to the interface of the directory, against a server on loopback that plays it.

namespace {

using namespace access_tests;
using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

constexpr const char* key = "sesame-of-the-tests";

std::string id(int rank) { return "8" + rpps(rank); }

/// Doctor 1 exercises here, nurse 2 has left the register, pharmacist 3 is registered without an exercise, nurse 4 ended hers; nobody knows the fifth.
std::string people() {
  return R"({"persons":{")" + id(1) +
         R"(":{"professions":["10","21"],"roles":[{"organization":"site-1"},{"organization":"site-1","active":false},{"organization":"site-2"}],
               "cards":[["3100000001","2025-02-21","2028-02-21"],["3100000002","2025-02-21","2028-02-21"]]},")" +
         id(2) + R"(":{"active":false},")" + id(3) + R"(":{"professions":["21"]},")" + id(4) +
         R"(":{"professions":["60"],"roles":[{"organization":"site-1","end":"2026-11-01"}]}},
    "organizations":{"site-1":{"finess":"990000017","part_of":"entity"},"site-2":{"finess":"990000025"},"entity":{"finess":"990000991","site":false}}})";
}

class DirectoryProbe : public testing::Test {
protected:
  ScratchFolder folder_;
  tests::ListServer server_{"directory_interface.py", folder_.path().string()};
  std::chrono::steady_clock::time_point now_{};
  std::vector<std::chrono::steady_clock::time_point> calls_;
  std::vector<std::chrono::nanoseconds> waits_;
  DirectoryAnswers answers_;

  DirectoryProbe() { server_.put("people.json", people()); }

  DirectoryOrder order(const std::string& mode) {
    DirectoryOrder order{.address = "https://127.0.0.1:" + server_.port() + "/" + mode + "/fhir/v2",
                         .access = {},
                         .day = *Date::parse("2026-11-22"),
                         .clock = {},
                         .progress = {}};
    order.access.key = key;
    order.access.ca_file = (folder_.path() / "ca.pem").string();
    order.clock = {[this] { return now_; },
                   [this](std::chrono::nanoseconds time) {
                     waits_.push_back(time);
                     now_ += time;
                   }};
    return order;
  }
  std::vector<std::string> all() const { return {id(1), id(2), id(3), id(4), id(5)}; }
  void ask(const std::string& mode) { ask_directory(order(mode), all(), answers_); }
  /// What the person reads when it fails; the key is never in it.
  std::string complaint(const std::string& mode, const std::function<void(DirectoryOrder&)>& change = {}) {
    auto asked = order(mode);
    if (change) change(asked);
    try {
      ask_directory(asked, all(), answers_);
    } catch (const Problem& problem) {
      const auto text = problem.subject() + "\n" + problem.what() + "\n" + problem.remedy();
      EXPECT_THAT(text, Not(HasSubstr(key)));
      EXPECT_FALSE(answers_.complete);
      return text;
    }
    return "";
  }
  std::string log() const { return read_file(folder_.path() / "log"); }
  std::size_t questions() const {
    const auto text = log();
    return static_cast<std::size_t>(std::ranges::count(text, '\n'));
  }
};

TEST_F(DirectoryProbe, tells_who_exercises_who_left_and_who_is_unknown) {
  ask("right");
  EXPECT_TRUE(answers_.complete);
  EXPECT_THAT(answers_.asked, SizeIs(5));
  const auto* doctor = answers_.person(id(1));
  ASSERT_TRUE(doctor);
  EXPECT_THAT(doctor->professions, ElementsAre("10", "21"));
  EXPECT_THAT(doctor->exercises, ElementsAre(DirectoryExercise{"", "990000017", "990000991"}, DirectoryExercise{"", "990000025", ""}));
  EXPECT_THAT(doctor->cards, SizeIs(2));
  EXPECT_EQ(doctor->cards.front(), (DirectoryCard{"CPS", "3100000001", Date::parse("2025-02-21"), Date::parse("2028-02-21")}));
  EXPECT_FALSE(answers_.person(id(2))->active);
  EXPECT_TRUE(answers_.person(id(3))->active);
  EXPECT_THAT(answers_.person(id(4))->exercises, IsEmpty()) << "an exercise that ended is none";
  EXPECT_FALSE(answers_.person(id(5)));
  EXPECT_TRUE(answers_.has_asked(id(5)));
  EXPECT_EQ(questions(), 2u) << log();     // all persons in one, their places in another
  EXPECT_THAT(log(), Not(HasSubstr("?"))); // numbers of persons stand in no address
}

TEST_F(DirectoryProbe, follows_the_pages_of_its_own_interface) {
  ask("right");
  const auto whole = answers_;
  answers_ = {};
  ask("pages");
  EXPECT_EQ(answers_.persons, whole.persons);
  EXPECT_GT(questions(), 4u);
}

TEST_F(DirectoryProbe, asks_one_by_one_when_somebody_comes_without_a_number) {
  ask("nameless");
  EXPECT_FALSE(answers_.person(id(2))->active);
  EXPECT_FALSE(answers_.person(id(5)));
  EXPECT_THAT(answers_.asked, SizeIs(5));
}

TEST_F(DirectoryProbe, never_goes_where_the_key_was_not_meant_to_go) {
  EXPECT_THAT(complaint("elsewhere"), HasSubstr("directory.example"));
  EXPECT_THAT(complaint("above"), HasSubstr("not followed"));
  EXPECT_THAT(complaint("moved"), HasSubstr("302"));
  EXPECT_THAT(complaint("circle"), HasSubstr("without an end"));
}

TEST_F(DirectoryProbe, waits_as_long_as_it_is_told_within_a_bound) {
  ask("busy");
  EXPECT_THAT(answers_.asked, SizeIs(5));
  EXPECT_THAT(waits_, testing::Contains(std::chrono::nanoseconds{std::chrono::seconds{7}}));
  answers_ = {};
  EXPECT_THAT(complaint("closed"), AllOf(HasSubstr("503"), HasSubstr("900")));
}

TEST_F(DirectoryProbe, makes_no_more_calls_a_second_than_it_may) {
  auto slow = order("pages");
  slow.rate = 2;
  slow.clock.now = [this] {
    calls_.push_back(now_);
    return now_;
  };
  ask_directory(slow, all(), answers_);
  const auto waited = std::ranges::count_if(waits_, [](auto time) { return time > std::chrono::nanoseconds{std::chrono::milliseconds{500}}; });
  EXPECT_EQ(static_cast<std::size_t>(waited), questions() - 1) << "the first call waits for nobody";
  EXPECT_GT(now_.time_since_epoch(), std::chrono::milliseconds{500} * (questions() - 1));
}

TEST_F(DirectoryProbe, says_that_the_key_is_refused_without_saying_the_key) {
  const auto said = complaint("right", [](DirectoryOrder& one) { one.access.key = "another-key"; });
  EXPECT_THAT(said, AllOf(HasSubstr("refuses the key"), HasSubstr("no such key: …"), Not(HasSubstr("another-key"))));
  EXPECT_THAT(complaint("refusing"), HasSubstr("the question of … is wrong"));
  EXPECT_THAT(complaint("right", [](DirectoryOrder& one) { one.access.key = "two\r\nX-Other: lines"; }), HasSubstr("no key"));
}

TEST_F(DirectoryProbe, believes_no_answer_that_is_none) {
  EXPECT_THAT(complaint("wrong"), AllOf(HasSubstr("entry[0].resource.id"), HasSubstr("entry[0].resource.active")));
  EXPECT_THAT(complaint("page"), HasSubstr("no JSON"));
  EXPECT_THAT(complaint("cut"), HasSubstr("gave no answer"));
  EXPECT_THAT(complaint("slow", [](DirectoryOrder& one) { one.access.patience = std::chrono::milliseconds{400}; }), HasSubstr("gave no answer"));
  EXPECT_THAT(answers_.asked, IsEmpty());
}

TEST_F(DirectoryProbe, trusts_only_the_server_that_the_authority_proves) {
  EXPECT_THAT(complaint("right", [](DirectoryOrder& one) { one.access.ca_file.clear(); }), HasSubstr("gave no answer"));
  EXPECT_THAT(complaint("right", [](DirectoryOrder& one) { one.address = "http://127.0.0.1/fhir/v2"; }), HasSubstr("no address"));
  EXPECT_FALSE(std::filesystem::exists(folder_.path() / "log")) << "nothing was asked";
}

TEST_F(DirectoryProbe, tells_a_proxy_no_key) {
  const tests::ListServer proxy{"tunnel.py"};
  auto through = order("right");
  through.access.proxy = "http://127.0.0.1:" + proxy.port();
  ask_directory(through, all(), answers_);
  EXPECT_THAT(answers_.asked, SizeIs(5));
  EXPECT_THAT(proxy.log(), AllOf(HasSubstr("CONNECT 127.0.0.1:" + server_.port()), Not(HasSubstr(key)), Not(HasSubstr("ESANTE"))));
}

TEST_F(DirectoryProbe, keeps_what_was_answered_and_goes_on_with_the_rest) {
  std::vector<std::string> many;
  for (int rank = 1; rank <= 120; ++rank) many.push_back(id(rank));
  const auto file = folder_.path() / "answers.json";
  const auto failing = order("failing");
  const auto at = *Instant::parse("2026-11-22T08:00:00Z");
  auto first = begin_directory_answers(file, failing.address, at, false);
  EXPECT_THROW(ask_directory_into(file, failing, many, first), Problem); // the third call fails: the first batch and its places stand
  struct stat status {};
  ASSERT_EQ(::stat(file.c_str(), &status), 0);
  EXPECT_EQ(status.st_mode & 0777u, 0600u);
  EXPECT_THAT(read_file(file), Not(HasSubstr(key)));
  auto right = order("right");
  EXPECT_THROW(begin_directory_answers(file, right.address, at, false), Problem) << "answers of another address";
  right.address = failing.address;
  auto again = begin_directory_answers(file, right.address, at, false);
  EXPECT_THAT(again.asked, SizeIs(50));
  EXPECT_FALSE(again.complete);
  EXPECT_THROW(begin_directory_answers(file, right.address, *Instant::parse("2026-12-23T08:00:00Z"), false), Problem) << "they are too old to be kept";
  right = order("right");
  ask_directory_into(file, right, many, again);
  const auto saved = directory_answers_of_json(read_file(file), "answers.json");
  EXPECT_TRUE(saved.complete);
  EXPECT_THAT(saved.asked, SizeIs(120));
  EXPECT_EQ(saved.persons, again.persons);
  const auto counts = count_directory_answers(saved);
  EXPECT_EQ(counts.ended, 1u);
  EXPECT_EQ(counts.without_exercise, 2u);
  EXPECT_EQ(counts.unknown, 116u);
}

TEST_F(DirectoryProbe, leaves_no_file_when_nothing_was_answered) {
  const auto file = folder_.path() / "answers.json";
  auto answers = begin_directory_answers(file, "https://127.0.0.1/", *Instant::parse("2026-11-22T08:00:00Z"), false);
  EXPECT_THROW(ask_directory_into(file, order("page"), all(), answers), Problem);
  EXPECT_FALSE(std::filesystem::exists(file));
}

TEST_F(DirectoryProbe, hears_that_the_person_wants_it_no_more) {
  EXPECT_NE(complaint("right", [](DirectoryOrder& one) { one.progress.cancelled = [] { return true; }; }), "");
}

} // namespace
