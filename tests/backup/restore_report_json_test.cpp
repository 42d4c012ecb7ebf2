#include "toolkit/backup/restore_report_json.hpp"

#include "toolkit/base/problem.hpp"
#include "toolkit/base/text.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace hdskit;
using namespace std::chrono_literals;
using testing::HasSubstr;
using testing::StartsWith;

namespace {

Instant at(const char* text) { return *Instant::parse(text); }

void fill_identity(RestoreReport& report) {
  report.run_id = "00112233445566778899aabbccddeeff";
  report.source = "DPI";
  report.kind = "restic";
  report.location = "sftp:sauvegarde@hôte:/dépôt “1”";
  report.copy = "offline";
  report.service = "SV1";
  report.arrangement = "SA1";
  report.host = "srv";
  report.operator_name = "root";
  report.referent = "Dr Élan";
  report.hdskit_version = "0.7";
  report.trigger = RunTrigger::timer;
  report.started = at("2026-11-22T10:00:00Z");
  report.ended = at("2026-11-22T10:10:00Z");
  report.tools = {{"restic", "0.14.0"}, {"psql", "15"}};
}

void fill_measures(RestoreReport& report) {
  const BackupPoint point{"a1b2", at("2026-11-22T02:00:00Z"), at("2026-11-22T02:10:00Z"), 18'446'744'073'709'551'615u, "hôte /srv", true};
  report.inventory = {12, point, point, 86400s, at("2026-11-20T02:00:00Z"), 2, 1};
  report.point = point;
  report.artefact = digest_of("a");
  report.objectives = {Minutes{240}, Minutes{1440}, "source DPI", "hosted service DPI"};
  report.phases = {{"inventory", 12ms, false}, {"restore", 2345ms, true}};
  report.restore_time = 2345ms;
  report.rpo_point = 28800s;
  report.rpo_file = 30000s;
  report.rpo_datum = -5s;
  report.restored_files = 2100;
  report.restored_bytes = 123456789;
  report.bytes_per_second = 52646817.057;
  report.files_per_second = 895.522;
}

void fill_integrity(RestoreReport& report) {
  report.reference = ReferenceKind::previous_test;
  report.reference_note = "note";
  ComparisonTotals totals;
  totals.expected = 1;
  totals.found = 2;
  totals.same = 3;
  totals.changed = 4;
  totals.missing = 5;
  totals.extra = 6;
  totals.unreadable = 7;
  totals.truncated = 8;
  totals.explained = 9;
  totals.noted = 10;
  totals.contents_compared = 11;
  totals.contents_differ = 12;
  totals.expected_files = 13;
  totals.found_files = 14;
  totals.expected_bytes = 15;
  totals.found_bytes = 16;
  for (std::size_t i = 0; i < aspect_count; ++i) {
    totals.by_aspect[i] = 100 + i;
    totals.noted_by_aspect[i] = 200 + i;
  }
  report.comparison = totals;
  report.must_preserve = {"content", "mode"};
  report.not_comparable = {"sparse"};
  report.complete = false;
  report.sample = SamplePlan{digest_of("c"), digest_of("r"), 100, 42, 0.001};
  report.sampled_files = 298;
  report.population = 200000;
  report.bad_share_at_most = 0.009987;
  report.checks = {{"check_query", false, -1, "Aucune ligne\n\"x\"", true}, {"restic", true, 0, "", false}};
  report.suspicions = {{SuspicionKind::not_growing, "…", false}, {SuspicionKind::scrambled_files, "!", true}};
}

RestoreReport full_report() {
  RestoreReport report;
  fill_identity(report);
  fill_measures(report);
  fill_integrity(report);
  report.verdict = RunVerdict::difference;
  report.level = ProofLevel::opened;
  report.reason = "check_failed";
  report.sentences = {"Une phrase.", "Une autre."};
  report.manifest = digest_of("m");
  report.differences = digest_of("d");
  report.log = digest_of("l");
  report.scratch_removed = "yes";
  report.source_untouched = false;
  return report;
}

ProblemKind kind_of(const std::string& text) {
  try {
    parse_report(text, "r.json");
  } catch (const Problem& problem) { return problem.kind(); }
  ADD_FAILURE() << "accepted: " << text.substr(0, 200);
  return ProblemKind::cancelled;
}

} // namespace

TEST(RestoreReportJson, gives_back_what_was_written) {
  const auto report = full_report();
  const auto text = report_text(report);
  const auto back = parse_report(text, "r.json");
  EXPECT_EQ(report_text(back), text);
  EXPECT_EQ(back.point, report.point);
  EXPECT_EQ(back.comparison, report.comparison);
  EXPECT_EQ(back.bad_share_at_most, report.bad_share_at_most);
  EXPECT_EQ(back.bytes_per_second, report.bytes_per_second);
  EXPECT_EQ(back.rpo_datum, report.rpo_datum);
  EXPECT_EQ(back.sample->turn, 42u);
  EXPECT_EQ(back.sample->random_share, 0.001);
  EXPECT_EQ(back.checks.front().sentence, report.checks.front().sentence);
  EXPECT_EQ(back.suspicions.front().kind, SuspicionKind::not_growing);
  EXPECT_EQ(back.verdict, RunVerdict::difference);
  EXPECT_EQ(back.operator_name, "root");
}

TEST(RestoreReportJson, every_field_of_a_report_leaves_its_trace) {
  const auto empty = report_text(RestoreReport{});
  const auto full = full_report();
  const auto changes = [&](auto change) {
    RestoreReport report;
    change(report);
    return report_text(report) != empty;
  };
  EXPECT_TRUE(changes([&](auto& r) { r.inventory.in_future = 1; }));
  EXPECT_TRUE(changes([&](auto& r) { r.inventory.gaps = 1; }));
  EXPECT_TRUE(changes([&](auto& r) { r.point = full.point; }));
  EXPECT_TRUE(changes([&](auto& r) { r.artefact = full.artefact; }));
  EXPECT_TRUE(changes([&](auto& r) { r.objectives.rpo_origin = "x"; }));
  EXPECT_TRUE(changes([&](auto& r) { r.source_untouched = false; }));
  EXPECT_TRUE(changes([&](auto& r) { r.log = full.log; }));
  EXPECT_TRUE(changes([&](auto& r) { r.scratch_removed = "yes"; }));
}

TEST(RestoreReportJson, has_one_form_without_blanks) {
  const auto text = report_text(full_report());
  EXPECT_THAT(text, StartsWith(R"({"format":"hdskit-restore-report","version":1,"run_id":"00112233445566778899aabbccddeeff","source":"DPI")"));
  EXPECT_THAT(text, HasSubstr(R"("bytes_per_second":52646817.057,"files_per_second":895.522)"));
  EXPECT_THAT(text, HasSubstr(R"("bytes":18446744073709551615)"));
  EXPECT_EQ(text.find('\n'), std::string::npos);
}

TEST(RestoreReportJson, of_an_empty_report_can_be_written_and_is_refused_without_its_number) {
  EXPECT_EQ(kind_of(report_text(RestoreReport{})), ProblemKind::bad_input);
  RestoreReport report;
  report.run_id = std::string(32, '0');
  EXPECT_EQ(report_text(parse_report(report_text(report), "r")), report_text(report));
}

TEST(RestoreReportJson, stays_within_its_bounds_whatever_it_is_told) {
  auto report = full_report();
  report.sentences.assign(5000, std::string(5000, '\x01'));
  report.checks.assign(5000, {std::string(300, 'n'), false, 1, std::string(5000, '"'), true});
  report.suspicions.assign(5000, {SuspicionKind::emptied, std::string(5000, '"'), true});
  report.location = "\xFF\xFE" + std::string(2000, 'y');
  report.source = std::string(499, 'a') + "é"; // the cut falls into a letter
  const auto text = report_text(report);
  EXPECT_LE(text.size(), 1u << 20);
  EXPECT_TRUE(is_utf8(text));
  const auto back = parse_report(text, "r.json");
  EXPECT_EQ(back.sentences.size(), 100u);
  EXPECT_EQ(back.source, std::string(499, 'a'));
  EXPECT_EQ(report_text(back), text);
}

TEST(RestoreReportJson, refuses_what_is_no_report) {
  const auto good = report_text(full_report());
  EXPECT_EQ(kind_of(""), ProblemKind::bad_input);
  EXPECT_EQ(kind_of("{}"), ProblemKind::bad_input);
  EXPECT_EQ(kind_of("[1]"), ProblemKind::bad_input);
  EXPECT_EQ(kind_of(std::string((1u << 20) + 1, ' ')), ProblemKind::bad_input);
  EXPECT_EQ(kind_of(good.substr(0, good.size() / 2)), ProblemKind::bad_input);
  EXPECT_EQ(kind_of(replaced(good, R"("version":1)", R"("version":2)")), ProblemKind::newer_format);
}

TEST(RestoreReportJson, refuses_members_that_are_missing_unknown_or_wrong) {
  const auto good = report_text(full_report());
  const auto with = [&](const char* from, const char* to) {
    const auto text = replaced(good, from, to);
    EXPECT_NE(text, good) << from;
    return kind_of(text);
  };
  EXPECT_EQ(with(R"("level":"opened",)", ""), ProblemKind::bad_input);
  EXPECT_EQ(with(R"("level":"opened")", R"("level":"perfect")"), ProblemKind::bad_input);
  EXPECT_EQ(with(R"("reason":)", R"("paths":["DUPONT.pdf"],"reason":)"), ProblemKind::bad_input);
  EXPECT_EQ(with(R"("restored_files":2100)", R"("restored_files":-1)"), ProblemKind::bad_input);
  EXPECT_EQ(with(R"("restored_files":2100)", R"("restored_files":"2100")"), ProblemKind::bad_input);
  EXPECT_EQ(with(R"("turns":100)", R"("turns":0)"), ProblemKind::bad_input);
  EXPECT_EQ(with(R"("turn":42)", R"("turn":100)"), ProblemKind::bad_input);
  EXPECT_EQ(with(R"("started":"2026-11-22T10:00:00Z")", R"("started":"2026-13-22T10:00:00Z")"), ProblemKind::bad_input);
  EXPECT_EQ(with("00112233445566778899aabbccddeeff", "../../etc/passwd"), ProblemKind::bad_input);
  EXPECT_EQ(with(R"("name":"restore","milliseconds")", R"("name":"rest","milliseconds")"), ProblemKind::bad_input);
  EXPECT_EQ(with(R"("complete":false)", R"("complete":0)"), ProblemKind::bad_input);
  EXPECT_EQ(with(R"("kind":"not_growing")", R"("kind":"growing")"), ProblemKind::bad_input);
  EXPECT_EQ(with(R"("rpo_point_seconds":28800)", R"("rpo_point_seconds":9223372036854775807)"), ProblemKind::bad_input);
}
