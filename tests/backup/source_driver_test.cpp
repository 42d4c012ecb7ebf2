#include "toolkit/backup/source_driver.hpp"

#include "tests/backup/restore_setting.hpp"

#include <gmock/gmock.h>

using namespace hdskit;
using namespace std::chrono_literals;
using testing::HasSubstr;
using testing::Not;
using tests::put;
namespace fs = std::filesystem;

namespace {

/// What a driver is given, with a log that can be read.
struct Access {
  ScratchFolder workshop;
  BackupSource source;
  std::optional<std::string> secret = "mot-de-passe";
  ToolShelf tools;
  Progress progress;
  std::string log;
  ChildLimits limits;
  SourceAccess access() {
    return {source, secret, tools, limits, progress, workshop.path(), [this](std::string_view text) { (log += text) += "\n"; }};
  }
  ChildResult shell(const std::string& script) { return access().run({.words = {"sh", "-c", script}}, "dash"); }
  ProblemKind problem_of(const std::string& script) {
    try {
      shell(script);
    } catch (const Problem& problem) { return problem.kind(); }
    ADD_FAILURE() << "no Problem: " << script;
    return ProblemKind::bad_input;
  }
};

ProblemKind kind_of(const std::function<void()>& work) {
  try {
    work();
  } catch (const Problem& problem) { return problem.kind(); }
  ADD_FAILURE() << "no Problem";
  return ProblemKind::cancelled;
}

} // namespace

TEST(SourceDriver, there_is_one_of_every_kind) {
  const auto kinds = choices_of(SourceKind{});
  for (std::size_t i = 0; i < kinds.size(); ++i) {
    const auto& driver = driver_of(static_cast<SourceKind>(i));
    EXPECT_EQ(driver.kind, static_cast<SourceKind>(i)) << kinds[i].word;
    EXPECT_TRUE(driver.inventory && driver.versions && driver.restore) << kinds[i].word;
    EXPECT_TRUE(!can_sample(driver.kind) || driver.list_files) << kinds[i].word;
  }
}

TEST(SourceDriver, names_the_packages_of_programs_that_are_missing) {
  ToolShelf tools;
  tools.path = "/nonexistent";
  try {
    require_tools(driver_of(SourceKind::restic), tools);
    FAIL();
  } catch (const Problem& problem) {
    EXPECT_EQ(problem.kind(), ProblemKind::not_found);
    EXPECT_THAT(problem.remedy(), HasSubstr("apt install restic"));
  }
  EXPECT_NO_THROW(require_tools(driver_of(SourceKind::directory), tools));
}

TEST(SourceAccess, gives_back_every_status_and_logs_it) {
  Access access;
  const auto result = access.shell("echo said >&2; exit 7");
  EXPECT_EQ(result.status, 7);
  EXPECT_THAT(access.log, HasSubstr("status 7"));
  EXPECT_THAT(access.log, HasSubstr("| said"));
}

TEST(SourceAccess, keeps_passwords_out_of_the_log) {
  Access access;
  access.shell("echo mot-de-passe https://user:autre@host/x >&2; exit 1");
  EXPECT_THAT(access.log, Not(HasSubstr("mot-de-passe")));
  EXPECT_THAT(access.log, Not(HasSubstr("autre")));
}

TEST(SourceAccess, turns_what_ends_a_drill_into_problems) {
  Access access;
  EXPECT_EQ(access.problem_of("kill -9 $$"), ProblemKind::unreachable);
  EXPECT_EQ(access.problem_of("echo 'write: No space left on device' >&2; exit 1"), ProblemKind::no_space);
  EXPECT_NO_THROW(access.shell("echo 'No space left on device' >&2")); // a program that got over it
  EXPECT_EQ(kind_of([&] { access.access().run({.words = {"hdskit-no-such-program"}}, "package"); }), ProblemKind::not_found);
  access.limits.objection = [] { return std::string{"enough"}; };
  EXPECT_EQ(access.problem_of("sleep 60"), ProblemKind::no_space);
  EXPECT_EQ(kind_of([&] { access.access().go_on(); }), ProblemKind::no_space);
  access.limits = {.time = 100ms};
  EXPECT_EQ(access.problem_of("sleep 60"), ProblemKind::no_space);
  access.limits = {.cancelled = [] { return true; }};
  EXPECT_EQ(access.problem_of("sleep 60"), ProblemKind::cancelled);
  EXPECT_EQ(kind_of([&] { access.access().go_on(); }), ProblemKind::cancelled);
}

TEST(WithoutPasswords, masks_them_in_locations_and_command_lines) {
  EXPECT_EQ(without_passwords("rest:https://user:secret@host:8000/dpi"), "rest:https://user:***@host:8000/dpi");
  EXPECT_EQ(without_passwords("postgresql://u:p@ss@h/db and http://a:b@c"), "postgresql://u:***@h/db and http://a:***@c");
  EXPECT_EQ(without_passwords("sftp://user@host:22/x"), "sftp://user@host:22/x");
  EXPECT_EQ(without_passwords("/srv/depot@2:x"), "/srv/depot@2:x");
}

TEST(SecretOf, is_the_first_line_of_a_file_or_of_what_a_command_prints) {
  const ScratchFolder place;
  BackupSource source;
  const ToolShelf tools;
  EXPECT_EQ(secret_of(source, tools), std::nullopt);
  source.password_command = "printf 'a b\\nrest\\n'";
  EXPECT_EQ(secret_of(source, tools), "a b");
  source.password_file = (place.path() / "password").string();
  EXPECT_EQ(kind_of([&] { secret_of(source, tools); }), ProblemKind::not_found);
  put(source.password_file, "clé secrète\r\nsecond\n");
  EXPECT_EQ(secret_of(source, tools), "clé secrète");
  put(source.password_file, "\n");
  EXPECT_EQ(kind_of([&] { secret_of(source, tools); }), ProblemKind::refused);
  source.password_file.clear();
  source.password_command = "false";
  EXPECT_EQ(kind_of([&] { secret_of(source, tools); }), ProblemKind::refused);
}

TEST(MustPreserve, is_what_the_source_says_or_all_that_its_kind_can) {
  BackupSource source;
  source.kind = SourceKind::archive;
  source.location = "/srv/DPI.ZIP";
  EXPECT_FALSE(must_preserve(source, true).has(Aspect::owner));
  source.location = "/srv/dpi.tar.gz";
  EXPECT_TRUE(must_preserve(source, true).has(Aspect::owner));
  EXPECT_FALSE(must_preserve(source, false).has(Aspect::owner));
  EXPECT_FALSE(must_preserve(source, true).has(Aspect::sparse)); // room, no data
  source.preserve = {"mode", "sparse"};
  EXPECT_EQ(must_preserve(source, true), (AspectSet{Aspect::content, Aspect::size, Aspect::kind, Aspect::mode, Aspect::sparse}));
  source.preserve = {"colour"};
  EXPECT_EQ(kind_of([&] { must_preserve(source, true); }), ProblemKind::bad_input);
}
