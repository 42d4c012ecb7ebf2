#include "toolkit/backup/report_members.hpp"
#include "toolkit/backup/restore_report_json.hpp"
#include "toolkit/base/problem.hpp"

#include <algorithm>

namespace hdskit {
namespace {

namespace json = boost::json;
namespace limits = report_limits;
using report_limits::longest_seconds;
using Members = ReportMembers;

template <typename Read> void each(const Members& members, std::string_view name, Read read) {
  std::size_t index = 0;
  for (const auto& part : members.array(name)) read(part, members.place_of(name) + "[" + std::to_string(index++) + "]");
}

std::vector<std::string> texts(const Members& members, std::string_view name, std::size_t most) {
  std::vector<std::string> result;
  each(members, name, [&](const json::value& part, const std::string& place) {
    if (const auto* text = part.if_string(); text && text->size() <= most) result.emplace_back(text->c_str(), text->size());
    else members.defects().report(place, tr("A text is expected here."));
  });
  return result;
}

std::optional<BackupPoint> point_of(const Members& parent, std::string_view name) {
  const auto* value = parent.given(name);
  if (!value) return {};
  const Members members{*value, parent.place_of(name), parent.defects(), {"id", "begun", "ended", "bytes", "label", "dated_by_file"}};
  BackupPoint point;
  point.id = members.text("id", limits::line);
  point.begun = members.parsed<Instant>("begun");
  point.ended = members.parsed<Instant>("ended");
  if (members.given("bytes")) point.bytes = members.count("bytes");
  point.label = members.text("label", limits::line);
  point.dated_by_file = members.flag("dated_by_file");
  return point;
}

Inventory inventory_of(const json::value& value, const std::string& place, JsonDefects& defects) {
  const Members members{value, place, defects, {"points", "oldest", "newest", "worst_gap_seconds", "worst_gap_begins", "gaps", "in_future"}};
  Inventory inventory;
  inventory.points = members.count("points");
  inventory.oldest = point_of(members, "oldest");
  inventory.newest = point_of(members, "newest");
  inventory.worst_gap = members.length<std::chrono::seconds>("worst_gap_seconds", 1);
  inventory.worst_gap_begins = members.parsed<Instant>("worst_gap_begins");
  inventory.gaps = members.count("gaps");
  inventory.in_future = members.count("in_future");
  return inventory;
}

RecoveryObjectives objectives_of(const json::value& value, const std::string& place, JsonDefects& defects) {
  const Members members{value, place, defects, {"rto_minutes", "rpo_minutes", "rto_origin", "rpo_origin"}};
  return {members.minutes("rto_minutes"), members.minutes("rpo_minutes"), members.text("rto_origin", limits::line), members.text("rpo_origin", limits::line)};
}

RunPhase phase_of(const json::value& value, const std::string& place, JsonDefects& defects) {
  const Members members{value, place, defects, {"name", "milliseconds", "counts"}};
  const auto name = members.text("name", limits::word);
  if (std::ranges::find(restore_phases(), name, &Choice::word) == restore_phases().end())
    members.refuse("name", tr("“{1}” is not among the words of the format.", {name}));
  return {name, std::chrono::milliseconds{members.whole("milliseconds", 0, longest_seconds * 1000)}, members.flag("counts")};
}

NativeCheck check_of(const json::value& value, const std::string& place, JsonDefects& defects) {
  const Members members{value, place, defects, {"name", "passed", "status", "sentence", "grave"}};
  return {members.text("name", limits::word), members.flag("passed"), static_cast<int>(members.whole("status", -1'000'000, 1'000'000)),
          members.text("sentence", limits::sentence), members.flag("grave")};
}

void read_aspects(const Members& parent, std::string_view name, std::array<std::uint64_t, aspect_count>& counts) {
  const auto* value = parent.given(name);
  if (!value) return;
  const Members members{*value,
                        parent.place_of(name),
                        parent.defects(),
                        {"content", "size", "kind", "mode", "owner", "time", "target", "twin", "attributes", "acl", "sparse", "device"}};
  for (std::size_t i = 0; i < aspect_count; ++i) counts[i] = members.count(word_of(static_cast<Aspect>(i)));
}

std::optional<ComparisonTotals> comparison_of(const Members& parent) {
  const auto* value = parent.given("comparison");
  if (!value) return {};
  const Members members{*value,
                        "comparison",
                        parent.defects(),
                        {"expected", "found", "same", "changed", "missing", "extra", "unreadable", "truncated", "explained", "noted", "contents_compared",
                         "contents_differ", "expected_files", "found_files", "expected_bytes", "found_bytes", "by_aspect", "noted_by_aspect"}};
  ComparisonTotals totals;
  totals.expected = members.count("expected");
  totals.found = members.count("found");
  totals.same = members.count("same");
  totals.changed = members.count("changed");
  totals.missing = members.count("missing");
  totals.extra = members.count("extra");
  totals.unreadable = members.count("unreadable");
  totals.truncated = members.count("truncated");
  totals.explained = members.count("explained");
  totals.noted = members.count("noted");
  totals.contents_compared = members.count("contents_compared");
  totals.contents_differ = members.count("contents_differ");
  totals.expected_files = members.count("expected_files");
  totals.found_files = members.count("found_files");
  totals.expected_bytes = members.count("expected_bytes");
  totals.found_bytes = members.count("found_bytes");
  read_aspects(members, "by_aspect", totals.by_aspect);
  read_aspects(members, "noted_by_aspect", totals.noted_by_aspect);
  return totals;
}

std::optional<SamplePlan> sample_of(const Members& parent) {
  const auto* value = parent.given("sample");
  if (!value) return {};
  const Members members{*value, "sample", parent.defects(), {"cycle_seed", "run_seed", "turns", "turn", "random_share"}};
  const auto cycle = members.parsed<Digest>("cycle_seed"), run = members.parsed<Digest>("run_seed");
  const auto turns = members.whole("turns", 1, 1'000'000), turn = members.whole("turn", 0, 999'999);
  const auto share = members.rounded("random_share", 1, 1e6);
  if (turn >= turns) members.refuse("turn", tr("It cannot be read."));
  if (!cycle || !run) {
    members.refuse(cycle ? "run_seed" : "cycle_seed", tr("It is missing."));
    return {};
  }
  return SamplePlan{*cycle, *run, static_cast<std::uint32_t>(turns), static_cast<std::uint32_t>(turn), share};
}

Suspicion suspicion_of(const json::value& value, const std::string& place, JsonDefects& defects) {
  const Members members{value, place, defects, {"kind", "sentence", "grave"}};
  Suspicion suspicion;
  const auto word = members.text("kind", limits::word);
  bool known = false;
  for (auto kind = SuspicionKind::scrambled_files; kind <= SuspicionKind::dated_in_the_future; kind = static_cast<SuspicionKind>(static_cast<int>(kind) + 1))
    if (word_of(kind) == word) {
      suspicion.kind = kind;
      known = true;
    }
  if (!known) members.refuse("kind", tr("“{1}” is not among the words of the format.", {word}));
  suspicion.sentence = members.text("sentence", limits::sentence);
  suspicion.grave = members.flag("grave");
  return suspicion;
}

void read_identity(const Members& members, RestoreReport& report) {
  report.run_id = members.text("run_id", limits::word);
  const bool hexadecimal = report.run_id.size() == 32 && report.run_id.find_first_not_of("0123456789abcdef") == std::string::npos;
  if (!hexadecimal) members.refuse("run_id", tr("32 hexadecimal digits are expected here."));
  report.source = members.text("source", limits::line);
  report.kind = members.text("kind", limits::word);
  report.location = members.text("location", limits::line);
  report.copy = members.text("copy", limits::word);
  report.service = members.text("service", limits::line);
  report.arrangement = members.text("arrangement", limits::line);
  report.host = members.text("host", limits::line);
  report.operator_name = members.text("operator", limits::line);
  report.referent = members.text("referent", limits::line);
  report.hdskit_version = members.text("hdskit_version", limits::word);
  report.trigger = members.choice<RunTrigger>("trigger");
  report.started = members.parsed<Instant>("started");
  report.ended = members.parsed<Instant>("ended");
  each(members, "tools", [&](const json::value& part, const std::string& place) {
    const Members tool{part, place, members.defects(), {"name", "version"}};
    report.tools.push_back({tool.text("name", limits::word), tool.text("version", limits::word)});
  });
}

void read_measures(const Members& members, RestoreReport& report) {
  if (const auto* value = members.given("inventory")) report.inventory = inventory_of(*value, "inventory", members.defects());
  report.point = point_of(members, "point");
  report.artefact = members.parsed<Digest>("artefact");
  if (const auto* value = members.given("objectives")) report.objectives = objectives_of(*value, "objectives", members.defects());
  each(members, "phases", [&](const json::value& part, const std::string& place) { report.phases.push_back(phase_of(part, place, members.defects())); });
  report.restore_time = members.length<std::chrono::milliseconds>("restore_milliseconds", 1000);
  report.rpo_point = members.length<std::chrono::seconds>("rpo_point_seconds", 1);
  report.rpo_file = members.length<std::chrono::seconds>("rpo_file_seconds", 1);
  report.rpo_datum = members.length<std::chrono::seconds>("rpo_datum_seconds", 1);
  report.restored_files = members.count("restored_files");
  report.restored_bytes = members.count("restored_bytes");
  report.bytes_per_second = members.rounded("bytes_per_second", 1e12, 1e3);
  report.files_per_second = members.rounded("files_per_second", 1e12, 1e3);
}

void read_integrity(const Members& members, RestoreReport& report) {
  report.reference = members.choice<ReferenceKind>("reference");
  report.reference_note = members.text("reference_note", limits::line);
  report.comparison = comparison_of(members);
  report.must_preserve = texts(members, "must_preserve", limits::word);
  report.not_comparable = texts(members, "not_comparable", limits::word);
  report.complete = members.flag("complete");
  report.sample = sample_of(members);
  report.sampled_files = members.count("sampled_files");
  report.population = members.count("population");
  report.bad_share_at_most = members.rounded("bad_share_at_most", 1, 1e6);
  each(members, "checks", [&](const json::value& part, const std::string& place) { report.checks.push_back(check_of(part, place, members.defects())); });
  each(members, "suspicions",
       [&](const json::value& part, const std::string& place) { report.suspicions.push_back(suspicion_of(part, place, members.defects())); });
}

void read_conclusion(const Members& members, RestoreReport& report) {
  report.verdict = members.choice<RunVerdict>("verdict");
  report.level = members.choice<ProofLevel>("level");
  report.reason = members.text("reason", limits::word);
  report.sentences = texts(members, "sentences", limits::sentence);
  report.manifest = members.parsed<Digest>("manifest");
  report.differences = members.parsed<Digest>("differences");
  report.log = members.parsed<Digest>("log");
  report.scratch_removed = members.text("scratch_removed", limits::line);
  report.source_untouched = members.flag("source_untouched");
}

/// Whose format it is comes before anything else: a newer one may have other members.
void require_format(const json::value& value, const std::string& name) {
  const auto* object = value.if_object();
  const auto* format = object ? object->if_contains("format") : nullptr;
  const auto* version = object ? object->if_contains("version") : nullptr;
  if (!format || !format->is_string() || format->get_string() != "hdskit-restore-report" || !version || !version->is_int64() || version->get_int64() < 1)
    throw Problem{ProblemKind::bad_input, name, tr("“{1}” is no report of a restore test.", {name}), tr("Give a report that hdskit wrote.")};
  if (version->get_int64() > limits::version)
    throw Problem{ProblemKind::newer_format, name,
                  tr("“{1}” is in version {2} of its format; this hdskit reads up to version {3}.",
                     {name, std::to_string(version->get_int64()), std::to_string(limits::version)}),
                  tr("Use a newer hdskit.")};
}

} // namespace

RestoreReport parse_report(std::string_view text, const std::string& name) {
  const auto value = parse_foreign_json(text, name, limits::report_bytes);
  require_format(value, name);
  JsonDefects defects;
  const Members members{value,
                        "",
                        defects,
                        {"format",
                         "version",
                         "run_id",
                         "source",
                         "kind",
                         "location",
                         "copy",
                         "service",
                         "arrangement",
                         "host",
                         "operator",
                         "referent",
                         "hdskit_version",
                         "trigger",
                         "started",
                         "ended",
                         "tools",
                         "inventory",
                         "point",
                         "artefact",
                         "objectives",
                         "phases",
                         "restore_milliseconds",
                         "rpo_point_seconds",
                         "rpo_file_seconds",
                         "rpo_datum_seconds",
                         "restored_files",
                         "restored_bytes",
                         "bytes_per_second",
                         "files_per_second",
                         "reference",
                         "reference_note",
                         "comparison",
                         "must_preserve",
                         "not_comparable",
                         "complete",
                         "sample",
                         "sampled_files",
                         "population",
                         "bad_share_at_most",
                         "checks",
                         "suspicions",
                         "verdict",
                         "level",
                         "reason",
                         "sentences",
                         "manifest",
                         "differences",
                         "log",
                         "scratch_removed",
                         "source_untouched"}};
  RestoreReport report;
  read_identity(members, report);
  read_measures(members, report);
  read_integrity(members, report);
  read_conclusion(members, report);
  defects.refuse(name, tr("Give the report as hdskit wrote it."));
  return report;
}

} // namespace hdskit
