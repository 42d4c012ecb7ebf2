#include "tests/backup/postgresql_drill.hpp"
#include "tests/support/child.hpp"

#include <csignal>
#include <thread>

namespace {

using namespace drill;

/// Large enough for a restore to be caught in the middle.
struct PostgresqlBrokenDrill : testing::Test {
  ScratchFolder folder;
  std::string url = hospital_database(200'000);
  fs::path file = folder.path() / "dpi.dump";

  void SetUp() override { run_program("pg_dump", {"-Fc", "-Z0", "-f", file.string(), "-d", url}); }

  static bool restoring(const Drill& drill) { // the database of its own is there
    std::error_code none;
    for (const auto& entry : fs::directory_iterator{drill.data() / "base", none})
      if (entry.path().filename().string().size() > 4) return true;
    return false;
  }
  static int server_of(const Drill& drill) {
    std::ifstream in{drill.data() / "postmaster.pid"};
    int process = 0;
    in >> process;
    return process;
  }
};

TEST_F(PostgresqlBrokenDrill, a_server_killed_midway_says_nothing_of_the_backup) {
  Drill drill{postgresql_dump_driver, file};
  std::jthread killer{[&](const std::stop_token& stop) {
    while (!stop.stop_requested() && !restoring(drill)) std::this_thread::sleep_for(std::chrono::milliseconds{2});
    if (const int server = server_of(drill); server > 1) ::kill(server, SIGKILL);
  }};
  EXPECT_EQ(drill.broken().kind(), ProblemKind::unreachable);
  EXPECT_FALSE(process_with(drill.data().string()));
}

TEST_F(PostgresqlBrokenDrill, a_limit_that_is_reached_breaks_the_drill_and_ends_the_server) {
  Drill drill{postgresql_dump_driver, file};
  drill.limits.objection = [&] { return std::string{restoring(drill) ? "the scratch space is full" : ""}; };
  EXPECT_EQ(drill.broken().kind(), ProblemKind::no_space);
  EXPECT_FALSE(process_with(drill.data().string()));
}

TEST_F(PostgresqlBrokenDrill, a_disk_that_is_full_breaks_the_drill) {
  // Anyone else has a disk of their own as the root of a namespace only, and PostgreSQL does not run as root.
  if (::geteuid() != 0) GTEST_SKIP() << "only root can give a server a disk of its own";
  const auto disk = folder.path() / "disk";
  fs::create_directory(disk);
  constexpr int kilobytes = 110'000; // a new server and the half of the tables
  fs::permissions(folder.path(), fs::perms::owner_all | fs::perms::others_exec);
  const auto told = tests::on_own_disk(disk.string(), kilobytes, [&](const auto&) -> std::string {
    fs::permissions(disk, fs::perms::owner_all | fs::perms::others_exec);
    Drill drill{postgresql_dump_driver, file, disk};
    try {
      return "restored:\n" + drill.run().told();
    } catch (const Problem& problem) { return problem.kind() == ProblemKind::no_space ? "no space" : std::string{problem.what()}; }
  });
  EXPECT_EQ(told, "no space");
}

TEST_F(PostgresqlBrokenDrill, cancelling_leaves_no_server_and_no_folder) {
  fs::path scratch;
  {
    Drill drill{postgresql_dump_driver, file};
    scratch = drill.into().parent_path();
    drill.limits.cancelled = [&] { return restoring(drill); };
    EXPECT_EQ(drill.broken().kind(), ProblemKind::cancelled);
    EXPECT_FALSE(process_with(scratch.string()));
  }
  EXPECT_FALSE(fs::exists(scratch));
}

TEST_F(PostgresqlBrokenDrill, a_test_that_is_killed_takes_its_server_with_it) {
  const auto scratch = folder.path() / "scratch";
  fs::create_directory(scratch);
  fs::permissions(folder.path(), fs::perms::owner_all | fs::perms::others_exec);
  tests::Child child{[&](const tests::Child::Line& line) {
    Drill drill{postgresql_dump_driver, file, scratch};
    const auto result = drill.run();
    line.say(result.sound() ? 's' : 'f');
    line.wait();
  }};
  ASSERT_EQ(child.hear(), 's');
  ASSERT_TRUE(process_with(scratch.string()));
  child.kill();
  for (int tries = 0; process_with(scratch.string()) && tries < 1000; ++tries) std::this_thread::sleep_for(std::chrono::milliseconds{30});
  EXPECT_FALSE(process_with(scratch.string()));
}

TEST_F(PostgresqlBrokenDrill, a_scratch_space_that_the_servers_user_cannot_reach_gets_a_place_beside_that_goes_too) {
  std::string host;
  {
    Drill drill{postgresql_dump_driver, file, folder.path()}; // a private folder of ours
    const auto result = drill.run();
    EXPECT_TRUE(result.sound()) << result.told() << drill.log;
    host = result.state.check_environment.at(0).second;
    EXPECT_EQ(host.starts_with("/var/tmp/hdskit-restore-server-"), ::geteuid() == 0) << host;
    EXPECT_TRUE(fs::exists(host));
  }
  EXPECT_FALSE(fs::exists(fs::path{host}.parent_path()));
}

TEST_F(PostgresqlBrokenDrill, a_scratch_space_too_deep_for_a_socket_gets_a_short_place_that_goes_too) {
  const auto deep = folder.path() / std::string(90, 'd');
  fs::create_directory(deep);
  fs::permissions(folder.path(), fs::perms::owner_all | fs::perms::others_exec);
  std::string host;
  {
    Drill drill{postgresql_dump_driver, file, deep};
    if (::geteuid() == 0) fs::permissions(deep, fs::perms::owner_all | fs::perms::others_exec);
    const auto result = drill.run();
    EXPECT_TRUE(result.sound()) << result.told() << drill.log;
    host = result.state.check_environment.at(0).second;
    EXPECT_EQ(restored_value(result, "SELECT count(*) FROM patient"), "200000");
    EXPECT_TRUE(fs::exists(host));
  }
  EXPECT_FALSE(fs::exists(fs::path{host}.parent_path()));
}

} // namespace
