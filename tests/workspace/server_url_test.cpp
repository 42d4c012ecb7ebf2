#include "tests/support/workspaces.hpp"
#include "toolkit/workspace/postgresql_dialect.hpp"

#include <gmock/gmock.h>

using namespace hdskit;
using namespace tests;
using testing::HasSubstr;
using testing::Not;

namespace {

TEST(ServerUrl, asks_a_remote_server_to_prove_its_name) {
  for (const auto* url :
       {"postgresql://anne@db.example.org/hds", "postgresql://db.example.org", "postgres://10.1.2.3:5433/hds?application_name=x",
        "postgresql://localhost,db.example.org/hds", "postgresql:///hds?host=db.example.org", "postgresql://localhost/hds?hostaddr=10.1.2.3",
        "postgresql://127.evil.example/hds", "postgresql:///hds", "postgresql://localhost/hds?service=other", "postgresql://[2001:db8::1]:5432/hds"})
    EXPECT_THAT(safe_server_url(url), HasSubstr("sslmode=verify-full")) << url;
  EXPECT_EQ(safe_server_url("postgresql://h/d"), "postgresql://h/d?sslmode=verify-full&connect_timeout=10");
  EXPECT_EQ(safe_server_url("postgresql://h/d?sslmode=verify-full&connect_timeout=3"), "postgresql://h/d?sslmode=verify-full&connect_timeout=3");
}

TEST(ServerUrl, asks_nothing_of_a_server_on_this_machine) {
  for (const auto* url : {"postgresql://localhost/hds", "postgresql://127.0.0.1:5432/hds", "postgresql://[::1]/hds", "postgresql://%2Frun%2Fpostgresql/hds",
                          "postgresql:///hds?host=/run/postgresql"})
    EXPECT_THAT(safe_server_url(url), Not(HasSubstr("sslmode"))) << url;
}

TEST(ServerUrl, refuses_bytes_that_hide_what_follows_them) {
  for (const auto& url : {std::string{"postgresql://db.example.org/hds\0", 32}, std::string{"postgresql://db.example.org/hds\n"},
                          std::string{"postgresql://db.example.org/h%00ds?x=%0a"}, std::string{"postgresql://db.example.org/hds?sslmode=%FF"}})
    EXPECT_EQ(problem_of([&] { safe_server_url(url); }).kind(), ProblemKind::bad_input) << url;
}

TEST(ServerUrl, refuses_an_at_sign_that_libpq_would_read_otherwise) {
  for (const auto* url : {"postgresql://anne:12?34=5@db.example.org/hds", "postgresql://localhost?@db.example.org/hds",
                          "postgresql://localhost/hds?user=anne@example", "postgresql://anne@db.example.org@localhost/hds"})
    EXPECT_EQ(problem_of([&] { safe_server_url(url); }).kind(), ProblemKind::bad_input) << url;
  EXPECT_THAT(safe_server_url("postgresql://localhost/hds?user=anne%40example"), HasSubstr("user=anne%40example"));
}

TEST(ServerUrl, refuses_less_than_a_proof_from_a_remote_server) {
  for (const auto* mode : {"disable", "allow", "prefer", "require", "verify-ca"}) {
    const auto problem = problem_of([&] { safe_server_url(std::string{"postgresql://db.example.org/hds?sslmode="} + mode); });
    EXPECT_EQ(problem.kind(), ProblemKind::bad_input);
    EXPECT_THAT(problem.what(), HasSubstr(mode));
  }
  EXPECT_THAT(safe_server_url("postgresql://localhost/hds?sslmode=disable"), HasSubstr("sslmode=disable"));
}

TEST(ServerUrl, refuses_a_password_without_repeating_it) {
  for (const auto* url :
       {"postgresql://anne:s3cret@db.example.org/hds", "postgresql://anne@localhost/hds?password=s3cret", "postgresql://localhost/hds?pass%77ord=s3cret",
        "postgresql://localhost/hds?sslpassword=s3cret", "postgresql://anne:s3cret/rest@db.example.org/hds", "postgresql://anne:s3cret/hds",
        "postgresql://anne:s3cret", "postgresql://localhost/hds?s3cret", "postgresql://%zz:s3cret@x", "postgresql://[s3cret/hds",
        "PostgreSQL://anne:s3cret@db.example.org/hds", "mysql://anne:s3cret@db.example.org/hds"}) {
    const auto problem = problem_of([&] { Workspace::open(url); });
    EXPECT_EQ(problem.kind(), ProblemKind::bad_input) << url;
    for (const auto& text : {problem.subject(), std::string{problem.what()}, problem.remedy()}) EXPECT_THAT(text, Not(HasSubstr("s3cret")));
  }
}

TEST(ServerUrl, says_that_nobody_answers) {
  const ScratchFolder folder;
  const auto problem = problem_of([&] { Workspace::open("postgresql:///hds?host=" + folder.path().string()); });
  EXPECT_EQ(problem.kind(), ProblemKind::unreachable);
}

TEST(ServerUrl, tells_a_database_that_is_not_there_from_one_without_a_workspace) {
  const auto url = fresh_postgresql_database();
  EXPECT_EQ(problem_of([&] { Workspace::open(url); }).kind(), ProblemKind::bad_input);
  EXPECT_EQ(problem_of([&] { Workspace::open(url + "9999"); }).kind(), ProblemKind::unreachable);
}

} // namespace
