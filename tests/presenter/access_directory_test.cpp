#include "gui/presenter/access_directory.hpp"

#include "tests/access/list_server.hpp"
#include "toolkit/base/problem.hpp"

#include <gmock/gmock.h>

using namespace hdskit;
using namespace hdskit::gui;
using testing::HasSubstr;
using testing::Not;

namespace {

class AskingTheDirectory : public testing::Test {
protected:
  ScratchFolder folder_;
  tests::ListServer server_{"directory_interface.py", folder_.path().string()};

  AskingTheDirectory() {
    server_.put("people.json", R"({"persons":{"899700000021":{"active":false}},"organizations":{}})");
    write_file(folder_.path() / "accounts.csv", "login;rpps\nada;99700000013\nzoe;99700000021\n");
    write_file(folder_.path() / "key", "sesame-of-the-tests\n");
  }
  std::string path(const char* name) const { return (folder_.path() / name).string(); }
  DirectoryWish wish() const {
    DirectoryWish wish;
    wish.accounts = path("accounts.csv");
    wish.address = "https://127.0.0.1:" + server_.port() + "/right/fhir/v2";
    wish.key_file = path("key");
    wish.ca_file = path("ca.pem");
    wish.answers = path("answers.json");
    return wish;
  }
};

TEST_F(AskingTheDirectory, needs_accounts_a_key_and_a_place_for_the_answers) {
  EXPECT_EQ(wish_fault(wish()), "");
  for (auto DirectoryWish::*part : {&DirectoryWish::accounts, &DirectoryWish::key_file, &DirectoryWish::answers, &DirectoryWish::address}) {
    auto one = wish();
    (one.*part).clear();
    EXPECT_NE(wish_fault(one), "");
  }
  auto open = wish();
  open.address = "http://127.0.0.1/";
  EXPECT_THAT(wish_fault(open), HasSubstr("no address"));
  open = wish();
  open.ca_file = path("nothing.pem");
  EXPECT_THAT(wish_fault(open), HasSubstr("nothing.pem"));
  open = wish();
  open.proxy = "proxy";
  EXPECT_NE(wish_fault(open), "");
  EXPECT_EQ(proposed_answers_file(""), "");
  EXPECT_EQ(std::filesystem::path{proposed_answers_file(path("accounts.csv"))}.parent_path(), folder_.path());
}

TEST_F(AskingTheDirectory, keeps_the_answers_and_tells_how_they_fall_out) {
  const auto asked = ask_wished_directory(wish(), *Instant::parse("2026-11-22T08:00:00Z"), {});
  EXPECT_EQ(asked.asked_now, 2u);
  EXPECT_EQ(asked.counts.ended, 1u);
  EXPECT_EQ(asked.counts.unknown, 1u);
  EXPECT_EQ(told_of(asked).tone, Tone::warning);
  EXPECT_THAT(read_file(path("answers.json")), Not(HasSubstr("sesame")));
  EXPECT_EQ(ask_wished_directory(wish(), *Instant::parse("2026-11-22T09:00:00Z"), {}).asked_now, 0u) << "nobody is asked about twice";
}

TEST_F(AskingTheDirectory, says_which_file_holds_no_key) {
  write_file(folder_.path() / "key", "\n");
  try {
    ask_wished_directory(wish(), *Instant::parse("2026-11-22T08:00:00Z"), {});
    FAIL();
  } catch (const Problem& problem) { EXPECT_EQ(problem.subject(), path("key")); }
}

} // namespace
