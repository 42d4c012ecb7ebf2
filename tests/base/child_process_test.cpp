#include "toolkit/base/child_process.hpp"

#include "toolkit/base/file.hpp"
#include "toolkit/base/problem.hpp"
#include "toolkit/base/text.hpp"

#include <csignal>
#include <fstream>
#include <functional>
#include <optional>
#include <thread>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace hdskit;
using namespace std::chrono_literals;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

namespace {

ChildCommand shell(const std::string& script) {
  ChildCommand command;
  command.words = {"sh", "-c", script};
  return command;
}

std::optional<ProblemKind> kind_of(const std::function<void()>& work) {
  try {
    work();
    return std::nullopt;
  } catch (const Problem& problem) { return problem.kind(); }
}

/// Neither there nor a zombie that nobody has collected yet.
bool alive(int process) {
  std::ifstream stream{"/proc/" + std::to_string(process) + "/stat"};
  std::string line;
  if (!std::getline(stream, line)) return false;
  const auto state = line.substr(line.rfind(')') + 2, 1);
  return state != "Z" && state != "X";
}

bool comes_true(const std::function<bool()>& condition) {
  for (int turn = 0; turn < 3000; ++turn) {
    if (condition()) return true;
    std::this_thread::sleep_for(10ms);
  }
  return false;
}

int number_in(const std::filesystem::path& file) {
  std::ifstream stream{file};
  int number = 0;
  stream >> number;
  return stream.peek() == '\n' ? number : 0;
}

} // namespace

TEST(ChildProcess, gives_the_exit_status_and_what_was_written) {
  const auto result = run_child(shell("echo out; echo err >&2; exit 3"));
  EXPECT_EQ(result.status, 3);
  EXPECT_EQ(result.signal, 0);
  EXPECT_EQ(result.output, "out\n");
  EXPECT_EQ(result.errors, "err\n");
  EXPECT_FALSE(result.succeeded());
  EXPECT_TRUE(run_child(shell("true")).succeeded());
}

TEST(ChildProcess, that_a_signal_ends_has_no_status) {
  const auto result = run_child(shell("kill -9 $$"));
  EXPECT_EQ(result.status, -1);
  EXPECT_EQ(result.signal, SIGKILL);
  EXPECT_FALSE(result.succeeded());
}

TEST(ChildProcess, gives_words_to_the_program_as_they_are) {
  ChildCommand command;
  command.words = {"printf", "%s|", "a b", "$HOME", "'", "*", ""};
  EXPECT_EQ(run_child(command).output, "a b|$HOME|'|*||");
}

TEST(ChildProcess, is_ended_at_its_limit_with_its_grandchildren) {
  const ScratchFolder folder;
  auto command = shell("sleep 1000 & echo $! > grandchild; echo half; wait");
  command.folder = folder.path();
  ChildLimits limits;
  limits.time = 700ms;
  const auto result = run_child(command, limits);
  EXPECT_TRUE(result.timed_out);
  EXPECT_FALSE(result.succeeded());
  EXPECT_EQ(result.output, "half\n");
  const int grandchild = number_in(folder.path() / "grandchild");
  ASSERT_GT(grandchild, 0);
  EXPECT_TRUE(comes_true([&] { return !alive(grandchild); }));
}

TEST(ChildProcess, that_does_not_want_to_end_is_killed) {
  ChildLimits limits;
  limits.time = 300ms;
  const auto result = run_child(shell("trap '' TERM; while :; do sleep 0.1; done"), limits);
  EXPECT_TRUE(result.timed_out);
  EXPECT_EQ(result.signal, SIGKILL);
}

TEST(ChildProcess, may_clean_up_when_it_is_ended) {
  const ScratchFolder folder;
  auto command = shell("trap 'rm lock; exit 9' TERM; touch lock; while :; do sleep 0.05; done");
  command.folder = folder.path();
  ChildLimits limits;
  limits.cancelled = [&] { return std::filesystem::exists(folder.path() / "lock"); };
  EXPECT_EQ(kind_of([&] { run_child(command, limits); }), ProblemKind::cancelled);
  EXPECT_FALSE(std::filesystem::exists(folder.path() / "lock"));
}

TEST(ChildProcess, leaves_no_grandchild_behind_when_it_ends_by_itself) {
  const auto result = run_child(shell("sleep 1000 & echo $!"));
  EXPECT_TRUE(result.succeeded());
  const int grandchild = std::stoi(result.output);
  EXPECT_TRUE(comes_true([&] { return !alive(grandchild); }));
}

TEST(ChildProcess, is_gone_when_the_cancellation_is_reported) {
  const ScratchFolder folder;
  auto command = shell("echo $$ > child; exec sleep 1000");
  command.folder = folder.path();
  ChildLimits limits;
  limits.cancelled = [&] { return number_in(folder.path() / "child") > 0; };
  EXPECT_EQ(kind_of([&] { run_child(command, limits); }), ProblemKind::cancelled);
  EXPECT_FALSE(alive(number_in(folder.path() / "child")));
}

TEST(ChildProcess, is_ended_for_a_reason_that_is_given_back) {
  ChildLimits limits;
  limits.objection = [] { return std::string{"the scratch space is full"}; };
  const auto result = run_child(shell("exec sleep 1000"), limits);
  EXPECT_EQ(result.objection, "the scratch space is full");
  EXPECT_FALSE(result.succeeded());
}

TEST(ChildProcess, hands_over_every_byte_that_it_writes) {
  std::uint64_t bytes = 0;
  const auto result = run_child(shell("head -c 5000000 /dev/zero"), {}, [&](std::string_view piece) { bytes += piece.size(); });
  EXPECT_TRUE(result.succeeded());
  EXPECT_EQ(bytes, 5'000'000u);
  EXPECT_EQ(result.output, "");
}

TEST(ChildProcess, keeps_only_the_end_of_what_nobody_takes) {
  const auto result = run_child(shell("seq 1 100000; seq 1 100000 >&2"));
  EXPECT_EQ(result.output.size(), 65536u);
  EXPECT_EQ(result.errors.size(), 65536u);
  EXPECT_THAT(result.output, ::testing::EndsWith("99999\n100000\n"));
  EXPECT_THAT(result.errors, ::testing::EndsWith("99999\n100000\n"));
}

TEST(ChildProcess, whose_output_is_refused_is_ended_and_the_refusal_comes_out) {
  const ScratchFolder folder;
  auto command = shell("echo $$ > child; exec yes");
  command.folder = folder.path();
  const auto refuse = [](std::string_view) { throw Problem{ProblemKind::damaged, "", "this is no archive"}; };
  EXPECT_EQ(kind_of([&] { run_child(command, {}, refuse); }), ProblemKind::damaged);
  EXPECT_FALSE(alive(number_in(folder.path() / "child")));
}

TEST(ChildProcess, gets_its_input_whole_or_leaves_it_unread) {
  auto command = shell("wc -c");
  command.input = std::string(3'000'000, 'x');
  EXPECT_EQ(trimmed(run_child(command).output), "3000000");
  command.words = {"true"};
  EXPECT_TRUE(run_child(command).succeeded()) << "a program that reads nothing must not end us with SIGPIPE";
  EXPECT_EQ(run_child(shell("cat")).output, "");
}

TEST(ChildProcess, reads_a_secret_that_nobody_else_sees) {
  auto command = shell("cat /dev/fd/3; printf '|'; tr '\\0' '\\n' < /proc/$$/environ; tr '\\0' '\\n' < /proc/$$/cmdline; cat <&3 >&2");
  command.secret = "horse battery";
  const auto result = run_child(command);
  EXPECT_EQ(result.errors, "horse battery");
  ASSERT_THAT(result.output, ::testing::StartsWith("horse battery|"));
  EXPECT_THAT(result.output.substr(14), Not(HasSubstr("horse")));
  EXPECT_THAT(result.output, HasSubstr("LC_ALL=C.UTF-8"));
}

TEST(ChildProcess, cannot_change_its_secret) {
  auto command = shell("exec 2>/dev/null; echo x >&3 && echo written; echo x > /dev/fd/3; cat /dev/fd/3");
  command.secret = "horse";
  EXPECT_EQ(run_child(command).output, "horse");
}

TEST(ChildProcess, inherits_neither_environment_nor_descriptors) {
  ::setenv("HDSKIT_TEST_SECRET", "horse", 1);
  const int open = ::open("/dev/null", O_RDONLY); // without O_CLOEXEC, on purpose
  ASSERT_GE(open, 0);
  const ScratchFolder folder;
  auto command = shell("env; ls /proc/$$/fd");
  command.folder = folder.path();
  command.environment = {{"BORG_PASSPHRASE_FD", "3"}, {"LC_ALL", "fr_FR.UTF-8"}};
  const auto lines = split(trimmed(run_child(command).output), '\n');
  ::close(open);
  ::unsetenv("HDSKIT_TEST_SECRET");
  std::vector<std::string> names, numbers;
  for (const auto& line : lines) (line.find('=') != std::string::npos ? names : numbers).push_back(line);
  EXPECT_THAT(names, ::testing::UnorderedElementsAre("PATH=/usr/local/bin:/usr/bin:/bin", "HOME=" + folder.path().string(), "BORG_PASSPHRASE_FD=3",
                                                     "LC_ALL=fr_FR.UTF-8", "PWD=" + folder.path().string()));
  for (const auto& number : numbers) EXPECT_TRUE(number == "0" || number == "1" || number == "2" || number == "10") << number; // 10: some shells keep a copy
  EXPECT_GE(numbers.size(), 3u);
}

TEST(ChildProcess, that_is_nowhere_is_not_found) {
  ChildCommand command;
  command.words = {"hdskit-no-such-program"};
  EXPECT_EQ(kind_of([&] { run_child(command); }), ProblemKind::not_found);
  command.words = {"/no/such/program"};
  EXPECT_EQ(kind_of([&] { run_child(command); }), ProblemKind::not_found);
  command.words = {"true"};
  command.path = "/no/such/folder";
  EXPECT_EQ(kind_of([&] { run_child(command); }), ProblemKind::not_found);
  command.words = {};
  EXPECT_EQ(kind_of([&] { run_child(command); }), ProblemKind::bad_input);
}

TEST(ChildProcess, whose_folder_or_interpreter_is_missing_is_not_found) {
  const ScratchFolder folder;
  auto command = shell("true");
  command.folder = folder.path() / "absent";
  EXPECT_EQ(kind_of([&] { run_child(command); }), ProblemKind::not_found);
  const auto script = folder.path() / "script";
  write_file(script, "#!/no/such/interpreter\n");
  std::filesystem::permissions(script, std::filesystem::perms::owner_all);
  command = {};
  command.words = {script.string()};
  EXPECT_EQ(kind_of([&] { run_child(command); }), ProblemKind::not_found);
}

TEST(ChildProcess, refuses_words_that_the_system_would_cut_short) {
  ChildCommand command;
  command.words = {"echo", std::string{"a\0b", 3}};
  EXPECT_EQ(kind_of([&] { run_child(command); }), ProblemKind::bad_input);
}

TEST(ChildProcess, runs_as_another_user_when_we_are_root_and_as_we_are_otherwise) {
  auto command = shell("id -u; id -G; cat /dev/fd/3; echo seen > /dev/stderr");
  command.user = "nobody";
  command.secret = "horse";
  command.folder = "/";
  const auto result = run_child(command);
  const auto lines = lines_of(result.output);
  ASSERT_EQ(lines.size(), 3u) << result.errors;
  if (::geteuid() == 0) {
    EXPECT_NE(lines[0], "0");
    EXPECT_THAT(split(lines[1], ' '), Not(::testing::Contains("0")));
  } else {
    EXPECT_EQ(lines[0], std::to_string(::geteuid()));
  }
  EXPECT_EQ(lines[2], "horse");
  EXPECT_EQ(result.errors, "seen\n");
  command.user = "hdskit-no-such-user";
  const auto expected = ::geteuid() == 0 ? std::optional{ProblemKind::not_found} : std::nullopt;
  EXPECT_EQ(kind_of([&] { run_child(command); }), expected);
}

TEST(ChildProcess, ends_when_we_are_killed) {
  const ScratchFolder folder;
  const auto parent = ::fork();
  ASSERT_GE(parent, 0);
  if (parent == 0) {
    auto command = shell("echo $$ > child; exec sleep 1000");
    command.folder = folder.path();
    run_child(command);
    ::_exit(0);
  }
  const bool started = comes_true([&] { return number_in(folder.path() / "child") > 0; });
  const int child = number_in(folder.path() / "child");
  const bool lived = started && alive(child);
  ::kill(parent, SIGKILL);
  ::waitpid(parent, nullptr, 0);
  EXPECT_TRUE(lived);
  EXPECT_TRUE(comes_true([&] { return !alive(child); }));
}

TEST(ChildProcess, has_errors_that_can_be_shown_whatever_their_bytes) {
  const auto result = run_child(shell("printf 'f\\351vrier \\303\\251\\377' >&2"));
  EXPECT_EQ(result.errors, "f\xEF\xBF\xBDvrier é\xEF\xBF\xBD");
}

TEST(Readable, replaces_only_what_is_no_text) {
  EXPECT_EQ(readable("Été 𝄞\n"), "Été 𝄞\n");
  EXPECT_EQ(readable("a\xC3"), "a\xEF\xBF\xBD");
  EXPECT_EQ(readable("\xF0\x9D\x84"), "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD");
  EXPECT_EQ(readable(""), "");
}

TEST(ChildProcess, is_not_waited_for_by_those_that_hold_its_output_open) {
  const auto result = run_child(shell("setsid sleep 30 & echo $!"));
  EXPECT_TRUE(result.succeeded());
  EXPECT_LT(result.duration, 20s);
  ::kill(std::stoi(result.output), SIGKILL);
}

TEST(ChildServer, runs_beside_us_and_logs_until_it_is_stopped) {
  const ScratchFolder folder;
  auto command = shell("trap 'echo bye; exit 7' INT; echo ready; while :; do sleep 0.05; done");
  ChildServer server{command, folder.path() / "log"};
  EXPECT_TRUE(comes_true([&] { return read_file(folder.path() / "log") == "ready\n"; }));
  EXPECT_TRUE(server.running());
  EXPECT_TRUE(alive(server.process()));
  EXPECT_EQ(server.stop(SIGINT, 20s), 7);
  EXPECT_FALSE(server.running());
  EXPECT_EQ(server.stop(SIGINT, 20s), 7);
  EXPECT_EQ(read_file(folder.path() / "log"), "ready\nbye\n");
  EXPECT_EQ(std::filesystem::status(folder.path() / "log").permissions(), std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
}

TEST(ChildServer, that_does_not_stop_is_killed_and_none_outlives_its_scope) {
  const ScratchFolder folder;
  auto command = shell("trap '' TERM; sleep 1000 & echo $! > grandchild; while :; do sleep 0.1; done");
  command.folder = folder.path();
  int process = 0, grandchild = 0;
  {
    ChildServer server{command, folder.path() / "log"};
    ASSERT_TRUE(comes_true([&] { return number_in(folder.path() / "grandchild") > 0; }));
    process = server.process();
    grandchild = number_in(folder.path() / "grandchild");
    EXPECT_EQ(server.stop(SIGTERM, 200ms), -1);
  }
  EXPECT_FALSE(alive(process));
  EXPECT_TRUE(comes_true([&] { return !alive(grandchild); }));
}

TEST(ChildServer, tells_that_it_has_ended_by_itself) {
  const ScratchFolder folder;
  ChildServer server{shell("exit 4"), folder.path() / "log"};
  EXPECT_TRUE(comes_true([&] { return !server.running(); }));
  EXPECT_EQ(server.stop(SIGTERM, 1s), 4);
}

TEST(FindProgram, looks_only_where_it_is_told) {
  EXPECT_EQ(find_program("sh", "/no/such/folder:/bin"), "/bin/sh");
  EXPECT_EQ(find_program("/bin/sh", ""), "/bin/sh");
  EXPECT_FALSE(find_program("sh", ""));
  EXPECT_FALSE(find_program("sh", "::"));
  EXPECT_FALSE(find_program("", "/bin"));
  EXPECT_FALSE(find_program("/bin", "/"));
  EXPECT_FALSE(find_program("/etc/passwd", "/")) << "no program";
}

TEST(CommandWords, are_read_as_a_person_writes_them) {
  EXPECT_THAT(words_of_command("restic  --repo /srv/b\tsnapshots\n"), ElementsAre("restic", "--repo", "/srv/b", "snapshots"));
  EXPECT_THAT(words_of_command(R"(a 'b "c" \' "d 'e' \" \\" f\ g '' h"i"'j')"), ElementsAre("a", R"(b "c" \)", R"(d 'e' " \)", "f g", "", "hij"));
  EXPECT_THAT(words_of_command("echo $HOME * ~ `ls` ; rm | x"), ElementsAre("echo", "$HOME", "*", "~", "`ls`", ";", "rm", "|", "x"));
  EXPECT_THAT(words_of_command(" \t "), ElementsAre());
}

TEST(CommandWords, are_refused_when_a_quote_does_not_end) {
  for (const auto* text : {"a 'b", "a \"b", "a \"b\\\"", "a\\"}) {
    EXPECT_EQ(kind_of([&] { words_of_command(text); }), ProblemKind::bad_input) << text;
  }
}
