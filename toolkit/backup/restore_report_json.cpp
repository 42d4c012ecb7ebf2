#include "toolkit/backup/restore_report_json.hpp"

#include "toolkit/backup/restore_report_limits.hpp"
#include "toolkit/base/text.hpp"

#include <boost/json/serialize.hpp>

#include <algorithm>
#include <charconv>
#include <cmath>

namespace hdskit {
namespace {

namespace json = boost::json;
namespace limits = report_limits;

/// At most `most` bytes of UTF-8: a cut falls between two letters; bytes that are no UTF-8, and control characters, become U+FFFD.
std::string kept(std::string_view text, std::size_t most) {
  std::string result;
  while (!text.empty() && result.size() < most) {
    std::size_t length = 1;
    while (length < text.size() && length < 4 && (static_cast<unsigned char>(text[length]) & 0xC0) == 0x80) ++length;
    const auto letter = text.substr(0, length);
    const bool control = static_cast<unsigned char>(letter.front()) < 0x20 && letter != "\n" && letter != "\t"; // six bytes in JSON: they could pass the bound
    const std::string_view good = is_utf8(letter) && !control ? letter : "\xEF\xBF\xBD";
    if (result.size() + good.size() > most) break;
    result += good;
    text.remove_prefix(length);
  }
  return result;
}

json::value text(std::string_view value, std::size_t most) { return json::value(json::string(kept(value, most))); }

/// A share or a rate, to `decimals` places: its shortest form then is the same wherever it was read and written.
json::value rounded(double value, double scale) { return std::isfinite(value) && value > 0 ? std::round(value * scale) / scale : 0.0; }

json::value moment(const std::optional<Instant>& value) { return value ? text(value->iso(), limits::word) : json::value{}; }
json::value digest(const std::optional<Digest>& value) { return value ? text(value->hex(), limits::word) : json::value{}; }
template <typename Duration> json::value length(const std::optional<Duration>& value) {
  return value ? json::value(std::int64_t{value->count()}) : json::value{};
}
json::value minutes(const std::optional<Minutes>& value) { return value ? json::value(value->count) : json::value{}; }

template <typename List, typename Write> json::array list(const List& parts, Write write) {
  json::array result;
  for (const auto& part : parts) {
    if (result.size() == limits::entries) break;
    result.push_back(write(part));
  }
  return result;
}
json::array texts(const std::vector<std::string>& parts, std::size_t most) {
  return list(parts, [&](const std::string& part) { return text(part, most); });
}

json::value of_point(const std::optional<BackupPoint>& point) {
  if (!point) return {};
  json::object result{{"id", text(point->id, limits::line)}, {"begun", moment(point->begun)}, {"ended", moment(point->ended)}};
  result["bytes"] = point->bytes ? json::value(*point->bytes) : json::value{};
  result["label"] = text(point->label, limits::line);
  result["dated_by_file"] = point->dated_by_file;
  return result;
}

json::object of_inventory(const Inventory& inventory) {
  return {{"points", inventory.points},
          {"oldest", of_point(inventory.oldest)},
          {"newest", of_point(inventory.newest)},
          {"worst_gap_seconds", length(inventory.worst_gap)},
          {"worst_gap_begins", moment(inventory.worst_gap_begins)},
          {"gaps", inventory.gaps},
          {"in_future", inventory.in_future}};
}

json::object of_objectives(const RecoveryObjectives& objectives) {
  return {{"rto_minutes", minutes(objectives.rto)},
          {"rpo_minutes", minutes(objectives.rpo)},
          {"rto_origin", text(objectives.rto_origin, limits::line)},
          {"rpo_origin", text(objectives.rpo_origin, limits::line)}};
}

json::object of_phase(const RunPhase& phase) {
  return {{"name", text(phase.name, limits::word)}, {"milliseconds", std::int64_t{phase.duration.count()}}, {"counts", phase.counts}};
}

json::object of_check(const NativeCheck& check) {
  return {{"name", text(check.name, limits::word)},
          {"passed", check.passed},
          {"status", check.status},
          {"sentence", text(check.sentence, limits::sentence)},
          {"grave", check.grave}};
}

json::object by_aspect(const std::array<std::uint64_t, aspect_count>& counts) {
  json::object result;
  for (std::size_t i = 0; i < aspect_count; ++i) result[word_of(static_cast<Aspect>(i))] = counts[i];
  return result;
}

json::value of_comparison(const std::optional<ComparisonTotals>& totals) {
  if (!totals) return {};
  return json::object{{"expected", totals->expected},
                      {"found", totals->found},
                      {"same", totals->same},
                      {"changed", totals->changed},
                      {"missing", totals->missing},
                      {"extra", totals->extra},
                      {"unreadable", totals->unreadable},
                      {"truncated", totals->truncated},
                      {"explained", totals->explained},
                      {"noted", totals->noted},
                      {"contents_compared", totals->contents_compared},
                      {"contents_differ", totals->contents_differ},
                      {"expected_files", totals->expected_files},
                      {"found_files", totals->found_files},
                      {"expected_bytes", totals->expected_bytes},
                      {"found_bytes", totals->found_bytes},
                      {"by_aspect", by_aspect(totals->by_aspect)},
                      {"noted_by_aspect", by_aspect(totals->noted_by_aspect)}};
}

json::value of_sample(const std::optional<SamplePlan>& plan) {
  if (!plan) return {};
  return json::object{{"cycle_seed", text(plan->cycle_seed.hex(), limits::word)},
                      {"run_seed", text(plan->run_seed.hex(), limits::word)},
                      {"turns", plan->turns},
                      {"turn", plan->turn},
                      {"random_share", rounded(plan->random_share, 1e6)}};
}

json::object of_suspicion(const Suspicion& suspicion) {
  return {{"kind", text(word_of(suspicion.kind), limits::word)}, {"sentence", text(suspicion.sentence, limits::sentence)}, {"grave", suspicion.grave}};
}

void add_identity(json::object& out, const RestoreReport& report) {
  out["format"] = "hdskit-restore-report";
  out["version"] = limits::version;
  out["run_id"] = text(report.run_id, limits::word);
  out["source"] = text(report.source, limits::line);
  out["kind"] = text(report.kind, limits::word);
  out["location"] = text(report.location, limits::line);
  out["copy"] = text(report.copy, limits::word);
  out["service"] = text(report.service, limits::line);
  out["arrangement"] = text(report.arrangement, limits::line);
  out["host"] = text(report.host, limits::line);
  out["operator"] = text(report.operator_name, limits::line);
  out["referent"] = text(report.referent, limits::line);
  out["hdskit_version"] = text(report.hdskit_version, limits::word);
  out["trigger"] = text(to_field_text(report.trigger), limits::word);
  out["started"] = moment(report.started);
  out["ended"] = moment(report.ended);
  out["tools"] = list(report.tools, [](const ToolVersion& tool) {
    return json::object{{"name", text(tool.name, limits::word)}, {"version", text(tool.version, limits::word)}};
  });
}

void add_measures(json::object& out, const RestoreReport& report) {
  out["inventory"] = of_inventory(report.inventory);
  out["point"] = of_point(report.point);
  out["artefact"] = digest(report.artefact);
  out["objectives"] = of_objectives(report.objectives);
  out["phases"] = list(report.phases, of_phase);
  out["restore_milliseconds"] = length(report.restore_time);
  out["rpo_point_seconds"] = length(report.rpo_point);
  out["rpo_file_seconds"] = length(report.rpo_file);
  out["rpo_datum_seconds"] = length(report.rpo_datum);
  out["restored_files"] = report.restored_files;
  out["restored_bytes"] = report.restored_bytes;
  out["bytes_per_second"] = rounded(report.bytes_per_second, 1e3);
  out["files_per_second"] = rounded(report.files_per_second, 1e3);
}

void add_integrity(json::object& out, const RestoreReport& report) {
  out["reference"] = text(to_field_text(report.reference), limits::word);
  out["reference_note"] = text(report.reference_note, limits::line);
  out["comparison"] = of_comparison(report.comparison);
  out["must_preserve"] = texts(report.must_preserve, limits::word);
  out["not_comparable"] = texts(report.not_comparable, limits::word);
  out["complete"] = report.complete;
  out["sample"] = of_sample(report.sample);
  out["sampled_files"] = report.sampled_files;
  out["population"] = report.population;
  out["bad_share_at_most"] = rounded(report.bad_share_at_most, 1e6);
  out["checks"] = list(report.checks, of_check);
  out["suspicions"] = list(report.suspicions, of_suspicion);
}

void add_conclusion(json::object& out, const RestoreReport& report) {
  out["verdict"] = text(to_field_text(report.verdict), limits::word);
  out["level"] = text(to_field_text(report.level), limits::word);
  out["reason"] = text(report.reason, limits::word);
  out["sentences"] = texts(report.sentences, limits::sentence);
  out["manifest"] = digest(report.manifest);
  out["differences"] = digest(report.differences);
  out["log"] = digest(report.log);
  out["scratch_removed"] = text(report.scratch_removed, limits::line);
  out["source_untouched"] = report.source_untouched;
}

void write(std::string& out, const json::value& value);

template <typename Parts, typename One> void write_parts(std::string& out, const Parts& parts, char open, char close, One one) {
  out += open;
  bool first = true;
  for (const auto& part : parts) {
    if (!first) out += ',';
    first = false;
    one(part);
  }
  out += close;
}

/// Boost writes numbers as 1.5E0; people and other tools are better served by their shortest form.
void write(std::string& out, const json::value& value) {
  if (const auto* object = value.if_object()) {
    write_parts(out, *object, '{', '}', [&](const json::key_value_pair& member) {
      out += json::serialize(json::string_view{member.key()}) + ':';
      write(out, member.value());
    });
  } else if (const auto* array = value.if_array()) {
    write_parts(out, *array, '[', ']', [&](const json::value& part) { write(out, part); });
  } else if (const auto* number = value.if_double()) {
    char digits[400];
    out.append(digits, std::to_chars(std::begin(digits), std::end(digits), *number, std::chars_format::fixed).ptr);
  } else {
    out += json::serialize(value);
  }
}

} // namespace

std::string report_text(const RestoreReport& report) {
  json::object object;
  add_identity(object, report);
  add_measures(object, report);
  add_integrity(object, report);
  add_conclusion(object, report);
  std::string out;
  write(out, object);
  return out;
}

} // namespace hdskit
