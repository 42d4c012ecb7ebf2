#include "tests/backup/restore_setting.hpp"
#include "toolkit/backup/trusted_program.hpp"

#include <gmock/gmock.h>

using namespace hdskit;
using namespace std::chrono_literals;
using testing::HasSubstr;
using tests::put;
namespace fs = std::filesystem;

namespace {

fs::path script(const fs::path& file, const std::string& lines) {
  put(file, "#!/bin/sh\n" + lines + "\n");
  fs::permissions(file, fs::perms::owner_all);
  return file;
}

struct ApplicationCheck : tests::RestoreSetting {
  ApplicationCheck() {
    fill_source();
    back_up();
    order.reference_tree = source;
  }
  RestoreReport checked_by(const std::string& lines) {
    order.source.check_command = script(place.path() / "check", lines).string() + " 'first argument'";
    return report();
  }
};

ProblemKind refusal_of(const fs::path& program) {
  try {
    trusted_program(program.string());
  } catch (const Problem& problem) { return problem.kind(); }
  ADD_FAILURE() << "accepted: " << program;
  return ProblemKind::cancelled;
}

} // namespace

TEST_F(ApplicationCheck, that_passes_is_the_highest_proof) {
  const auto found = checked_by("test \"$1\" = 'first argument' && grep -q 'Compte rendu 7' \"$HDSKIT_RESTORED/service-3/compte-rendu-7.txt\"");
  expect(found, RunVerdict::proven, "proven");
  EXPECT_EQ(found.level, ProofLevel::accepted);
}

TEST_F(ApplicationCheck, that_fails_is_a_difference) {
  const auto found = checked_by("exit 7");
  expect(found, RunVerdict::difference, "check_failed");
  EXPECT_THAT(found.sentences.front(), HasSubstr("7"));
}

TEST_F(ApplicationCheck, gets_nothing_of_our_environment) {
  ::setenv("HDSKIT_TEST_SECRET", "s", 1);
  const auto found = checked_by("test -z \"$HDSKIT_TEST_SECRET\"");
  ::unsetenv("HDSKIT_TEST_SECRET");
  expect(found, RunVerdict::proven, "proven");
}

TEST_F(ApplicationCheck, that_gives_no_answer_is_stopped_and_inconclusive) {
  order.source.time_limit = Minutes{1};
  auto real = world.elapsed;
  world.elapsed = [real] { return real() * 40; }; // a minute passes in a second and a half
  const auto found = checked_by("sleep 600");
  expect(found, RunVerdict::inconclusive, "drill_broken");
}

TEST_F(ApplicationCheck, that_others_may_write_is_never_run) {
  const auto mark = place.path() / "ran";
  order.source.check_command = script(place.path() / "check", "touch '" + mark.string() + "'").string();
  fs::permissions(place.path() / "check", fs::perms::all);
  expect(report(), RunVerdict::inconclusive, "drill_broken");
  EXPECT_FALSE(fs::exists(mark));
}

TEST_F(ApplicationCheck, that_is_not_there_is_inconclusive) {
  order.source.check_command = (place.path() / "nowhere").string();
  expect(report(), RunVerdict::inconclusive, "drill_broken");
  order.source.check_command = "true"; // no absolute path: PATH decides what it is
  expect(report(), RunVerdict::inconclusive, "drill_broken");
  order.source.check_command = "'/bin/true";
  expect(report(), RunVerdict::inconclusive, "drill_broken");
}

TEST(TrustedProgram, is_one_that_only_root_or_we_can_change) {
  const ScratchFolder place;
  const auto good = script(place.path() / "good", "true");
  EXPECT_EQ(trusted_program(good.string()), fs::canonical(good));
  EXPECT_EQ(refusal_of("good"), ProblemKind::bad_input);
  EXPECT_EQ(refusal_of(place.path() / "nowhere"), ProblemKind::not_found);
  EXPECT_EQ(refusal_of(place.path()), ProblemKind::refused);
  fs::permissions(good, fs::perms::owner_all | fs::perms::group_write);
  EXPECT_EQ(refusal_of(good), ProblemKind::refused);
  fs::permissions(good, fs::perms::owner_read);
  if (::geteuid() != 0) { EXPECT_EQ(refusal_of(good), ProblemKind::refused); }
}

TEST(TrustedProgram, is_looked_at_where_its_link_leads) {
  const ScratchFolder place;
  const auto good = script(place.path() / "good", "true");
  fs::create_symlink(good, place.path() / "link");
  EXPECT_NO_THROW(trusted_program((place.path() / "link").string()));
  fs::permissions(good, fs::perms::all);
  EXPECT_EQ(refusal_of(place.path() / "link"), ProblemKind::refused);
}

TEST(TrustedProgram, does_not_lie_where_others_may_put_another) {
  const ScratchFolder place;
  const auto folder = place.path() / "open";
  fs::create_directory(folder);
  const auto program = script(folder / "check", "true");
  EXPECT_NO_THROW(trusted_program(program.string()));
  fs::permissions(folder, fs::perms::all);
  EXPECT_EQ(refusal_of(program), ProblemKind::refused);
}

TEST(TrustedProgram, of_a_stranger_is_refused) {
  if (::geteuid() != 0) return; // only root gives files away
  const ScratchFolder place;
  const auto program = script(place.path() / "check", "true");
  ASSERT_EQ(::chown(program.c_str(), 1234, 1234), 0);
  EXPECT_EQ(refusal_of(program), ProblemKind::refused);
}
