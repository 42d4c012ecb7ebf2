#include "tests/cli/run.hpp"

#include <gmock/gmock.h>

#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>

using namespace testing;

namespace {

namespace json = boost::json;

/// A folder with some files and its manifest, then what the lines do.
tests::Outcome with_tree(const std::string& lines) {
  return tests::run_shell("set -e; cd $(mktemp -d); trap 'rm -rf $PWD' EXIT; mkdir -p t/sub; echo one > t/one; echo two > t/sub/two; ln -s one t/link\n"
                          "$hdskit backup manifest t --output m > /dev/null; set +e\n" +
                          lines);
}

json::object parsed(const std::string& text) { return json::parse(text).as_object(); }

} // namespace

TEST(BackupManifest, makes_what_verify_accepts) {
  const auto outcome = with_tree("$hdskit backup verify t --manifest m --json");
  EXPECT_EQ(outcome.status, 0) << outcome.err;
  EXPECT_EQ(outcome.out, "{\"same\":4,\"changed\":[],\"missing\":[],\"extra\":[],\"unreadable\":[],\"aspects\":{}}\n");
  EXPECT_THAT(with_tree("$hdskit backup verify t --manifest m").out, HasSubstr("Equal: 4 entries"));
}

TEST(BackupManifest, is_for_its_owner_only_and_tells_its_digest) {
  EXPECT_EQ(with_tree("stat -c %a m").out, "600\n");
  const auto outcome = with_tree("$hdskit backup manifest t --output n --json; sha256sum n");
  const auto object = parsed(outcome.out.substr(0, outcome.out.find('\n')));
  EXPECT_EQ(object.at("entries"), 4);
  EXPECT_EQ(object.at("files"), 2);
  EXPECT_EQ(object.at("bytes"), 8);
  EXPECT_THAT(outcome.out, HasSubstr(std::string{object.at("sha256").as_string()} + "  n"));
}

TEST(BackupManifest, writes_digests_that_sha256sum_checks) {
  EXPECT_EQ(with_tree("$hdskit backup manifest t --output n --sums s > /dev/null && cd t && sha256sum --strict -c ../s").out, "one: OK\nsub/two: OK\n");
}

TEST(BackupManifest, refuses_a_place_within_the_tree_and_leaves_nothing_there) {
  const auto outcome = with_tree("$hdskit backup manifest t --output t/m; echo $?; ls -A t");
  EXPECT_EQ(outcome.out, "2\nlink\none\nsub\n");
  EXPECT_THAT(outcome.err, HasSubstr("would stand in the folder that it describes"));
}

TEST(BackupManifest, of_no_folder_is_a_mistake) {
  EXPECT_EQ(with_tree("$hdskit backup manifest absent --output n").status, 3);
  EXPECT_EQ(with_tree("$hdskit backup manifest t/one --output n").status, 2);
  EXPECT_EQ(with_tree("$hdskit backup manifest t").status, 2);
}

TEST(BackupManifest, stops_at_ctrl_c_without_half_a_manifest) {
  const auto outcome = with_tree("truncate -s 20G t/huge; $hdskit backup manifest t --output n & sleep 0.5; kill -INT $!; wait $!; echo $?; ls -A");
  EXPECT_EQ(outcome.out, "130\nm\nt\n");
}

TEST(BackupManifest, shows_how_fast_it_reads) {
  const auto outcome = with_tree("truncate -s 3G t/huge; timeout -s INT 3 $hdskit backup manifest t --output n");
  EXPECT_THAT(outcome.err, AnyOf(HasSubstr("MB/s"), IsEmpty())); // empty on a machine that reads 3 GB within two seconds
}

TEST(BackupVerify, tells_every_kind_of_difference) {
  const auto outcome = with_tree("echo uno > t/one; rm t/link; touch t/sub/new; : > t/sub/two; $hdskit backup verify t --manifest m --json --ignore time");
  EXPECT_EQ(outcome.status, 1);
  EXPECT_EQ(outcome.out, "{\"same\":1,\"changed\":[\"one\",\"sub/two\"],\"missing\":[\"link\"],\"extra\":[\"sub/new\"],\"unreadable\":[],"
                         "\"aspects\":{\"one\":[\"content\"],\"sub/two\":[\"content\",\"size\"]}}\n");
}

TEST(BackupVerify, tells_it_to_people_too) {
  const auto outcome = with_tree("chmod 600 t/one; : > t/sub/two; $hdskit backup verify t --manifest m --ignore time");
  EXPECT_EQ(outcome.status, 1);
  EXPECT_EQ(outcome.out,
            "changed  one  (permissions)\ntruncated  sub/two  (content, size)\n2 the same, 1 changed, 1 truncated, 0 missing, 0 extra, 0 unreadable.\n");
}

TEST(BackupVerify, ignores_what_it_is_told_to) {
  EXPECT_EQ(with_tree("chmod 600 t/one; touch t/sub; $hdskit backup verify t --manifest m --ignore mode --ignore time").status, 0);
  EXPECT_EQ(with_tree("touch -d 2001-01-01 t/one; $hdskit backup verify t --manifest m --ignore mode").status, 1);
  EXPECT_EQ(with_tree("echo uno > t/one; $hdskit backup verify t --manifest m --ignore content --ignore time").status, 0);
  EXPECT_EQ(with_tree("$hdskit backup verify t --manifest m --ignore colour").status, 2);
}

TEST(BackupVerify, escapes_names_of_any_bytes) {
  const auto outcome = with_tree("touch t/$'caf\\xe9\\n'; $hdskit backup verify t --manifest m --json --ignore time");
  EXPECT_EQ(parsed(outcome.out).at("extra"), json::value({"caf\\xe9\\x0a"}));
}

TEST(BackupVerify, refuses_a_manifest_that_was_cut_altered_or_is_none) {
  EXPECT_EQ(with_tree("head -n -1 m > n; $hdskit backup verify t --manifest n").status, 6);
  EXPECT_EQ(with_tree("sed 's/one$/uno/' m > n; $hdskit backup verify t --manifest n").status, 6);
  EXPECT_EQ(with_tree("$hdskit backup verify t --manifest t/one").status, 2);
  EXPECT_EQ(with_tree("$hdskit backup verify t --manifest absent").status, 3);
}

TEST(BackupVerify, of_an_empty_restore_misses_everything) {
  const auto outcome = with_tree("mkdir e; $hdskit backup verify e --manifest m --json");
  EXPECT_EQ(outcome.status, 1);
  EXPECT_EQ(parsed(outcome.out).at("missing").as_array().size(), 4u);
}
