#include "tests/support/golden.hpp"
#include "tests/support/tar_members.hpp"
#include "toolkit/base/file.hpp"

#include <gmock/gmock.h>
#include <sys/wait.h>

using testing::HasSubstr;
using tests::TarText;

namespace {

/// The program as it is installed, on a folder of its own.
class Program : public testing::Test {
protected:
  int run(const std::string& arguments) {
    const auto command = "cd '" + folder() + "'; " BINARY_DIR "/bin/hdskit-unpack " + arguments + " > out 2> errors";
    const int status = std::system(command.c_str());
    output_ = tests::read_bytes(folder() + "/out");
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  }
  std::string folder() const { return scratch_.path().string(); }
  void write(const std::string& name, const std::string& bytes) const { hdskit::write_file(scratch_.path() / name, bytes); }
  std::string output_;

private:
  hdskit::ScratchFolder scratch_;
};

TEST_F(Program, lists_members_and_writes_nothing) {
  write("a.tar", TarText{}.folder("d").file("d/caf\xE9", "12").twin("d/twin", "d/caf\xE9").whole());
  EXPECT_EQ(run("--archive a.tar"), 0);
  EXPECT_THAT(output_, HasSubstr("{\"path\":\"d/caf%E9\",\"kind\":\"file\",\"size\":2,\"target\":\"\"}\n"));
  EXPECT_THAT(output_, HasSubstr("{\"path\":\"d/twin\",\"kind\":\"hard_link\",\"size\":0,\"target\":\"d/caf%E9\"}\n"));
  EXPECT_FALSE(std::filesystem::exists(folder() + "/d"));
  EXPECT_EQ(run("< a.tar"), 0);
}

TEST_F(Program, answers_with_its_status) {
  write("whole.tar", TarText{}.file("a", "1").whole());
  write("cut.tar", TarText{}.file("a", "1").cut());
  write("hostile.tar", TarText{}.file("../a", "1").whole());
  write("foreign.rar", "Rar!\x1A\x07");
  std::filesystem::create_directory(folder() + "/into");
  EXPECT_EQ(run("--archive whole.tar --into into"), 0);
  EXPECT_EQ(run("--archive cut.tar --into into"), 1);
  EXPECT_EQ(run("--archive hostile.tar --into into"), 1);
  EXPECT_THAT(output_, HasSubstr("\"first_refused\":[{\"path\":\"../a\",\"why\":\"climbing\"}]"));
  EXPECT_EQ(run("--archive foreign.rar"), 3);
  EXPECT_EQ(run("--archive nowhere.tar"), 3);
  EXPECT_EQ(run("--archive whole.tar --into nowhere"), 3);
  EXPECT_EQ(run("--archive whole.tar --most-bytes 0"), 64);
  EXPECT_EQ(run("--archive"), 64);
  EXPECT_EQ(run("--version"), 0);
}

TEST_F(Program, takes_the_password_from_its_descriptor) {
  tests::in_shell("cd '" + folder() + "'; printf inside > file; zip -q -P secret1 a.zip file; rm file; mkdir into");
  EXPECT_EQ(run("--archive a.zip --into into"), 3);
  EXPECT_THAT(output_, HasSubstr("password_needed"));
  write("password", "secret1\n");
  EXPECT_EQ(run("--archive a.zip --into into --secret 3< password"), 0);
  EXPECT_EQ(tests::read_bytes(folder() + "/into/file"), "inside");
}

TEST_F(Program, writes_names_that_need_another_character_set_while_shut_in) {
  tests::in_shell("cd '" + folder() + "'; mkdir into; printf 1 > 'été œuvre.txt'; 7z a -bd a.7z 'été œuvre.txt' > log; rm 'été œuvre.txt'");
  EXPECT_EQ(run("--archive a.7z --into into"), 0);
  EXPECT_EQ(tests::read_bytes(folder() + "/into/été œuvre.txt"), "1");
}

} // namespace
