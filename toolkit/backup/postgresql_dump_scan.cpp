#include "toolkit/backup/postgresql_dump_scan.hpp"

#include "toolkit/base/file.hpp"
#include "toolkit/base/translate.hpp"

#include <boost/json.hpp>

#include <algorithm>

namespace hdskit {
namespace {

namespace json = boost::json;

std::filesystem::path place_of_scan(const SourceAccess& access) { return access.workshop / "dump-scan.json"; }

json::array array_of(const std::set<std::string>& texts) { return json::array(texts.begin(), texts.end()); }

std::set<std::string> set_of(const json::value& value) {
  std::set<std::string> texts;
  for (const auto& text : value.as_array()) texts.emplace(text.as_string());
  return texts;
}

} // namespace

DumpScan scan_dump(const SourceAccess& access, const PostgresqlHome& home, const DumpFile& dump) {
  DumpScan scan;
  DumpOutlineReader reader;
  Sha256 digest;
  const bool in_one_reading = dump.format == DumpFormat::plain && dump.packing == DumpPacking::none;
  const auto take = [&](std::string_view piece) {
    access.progress.stop_if_cancelled();
    if (in_one_reading) digest.update(piece);
    reader.take(piece);
  };
  ChildResult result;
  if (is_archive(dump.format))
    result = access.run({.words = {home.program("pg_restore"), "--file=-", dump.path.string()}, .folder = "/", .user = server_user(access.tools)},
                        home.package(), take);
  else result = unpack_dump(access, dump, take);
  scan.outline = reader.finish();
  scan.readable = result.succeeded();
  scan.status = result.status;
  scan.took = result.duration;
  if (in_one_reading) scan.artefact = digest.finish();
  else if (dump.format != DumpFormat::directory) scan.artefact = digest_of_file(dump.path);
  return scan;
}

std::vector<NativeCheck> checks_of(const DumpScan& scan, DumpFormat format) {
  std::vector<NativeCheck> checks;
  const auto& outline = scan.outline;
  checks.push_back(
      {.name = "dump_words",
       .passed = outline.refused.empty(),
       .sentence = outline.refused.empty()
                       ? tr("The dump holds nothing but what pg_dump writes.")
                       : tr("The dump holds words that pg_dump never writes and that could run a program: “{1}”. It was not restored.", {outline.refused})});
  if (is_archive(format))
    checks.push_back({.name = "dump_read",
                      .passed = scan.readable,
                      .status = scan.status,
                      .sentence = scan.readable ? tr("pg_restore reads the dump from end to end.")
                                                : tr("pg_restore cannot read the dump to its end (status {1}).", {std::to_string(scan.status)})});
  else
    checks.push_back({.name = "dump_end",
                      .passed = scan.readable && outline.complete,
                      .status = scan.status,
                      .sentence = !scan.readable     ? tr("The dump cannot be unpacked to its end.")
                                  : outline.complete ? tr("The dump ends with the line that pg_dump writes when it is complete.")
                                                     : tr("The dump does not end with the line that pg_dump writes when it is complete: it is cut short.")});
  return checks;
}

bool readable_by_server(const SourceAccess& access, const DumpFile& dump) {
  if (!access.tools.as_root) return true;
  // of a directory, its files are asked for too: find gives those that cannot be read
  const auto result = run_child(
      {.words = {"find", dump.path.string(), "!", "-readable"}, .path = access.tools.path, .folder = "/", .user = access.tools.database_user}, access.limits);
  return result.succeeded() && result.output.empty();
}

void keep_scan(const SourceAccess& access, const std::string& point, const DumpScan& scan) {
  const auto& o = scan.outline;
  json::object kept{{"point", point},
                    {"server", o.server_major},
                    {"dumper", o.dumper_major},
                    {"encoding", o.encoding},
                    {"complete", o.complete},
                    {"cluster", o.whole_cluster},
                    {"roles", array_of(o.roles)},
                    {"tablespaces", array_of(o.tablespaces)},
                    {"rows", o.rows},
                    {"databases", array_of(o.databases)},
                    {"refused", o.refused},
                    {"readable", scan.readable},
                    {"status", scan.status},
                    {"artefact", scan.artefact ? scan.artefact->hex() : ""}};
  write_file(place_of_scan(access), json::serialize(kept));
}

std::optional<DumpScan> kept_scan(const SourceAccess& access, const std::string& point) {
  if (!std::filesystem::exists(place_of_scan(access))) return std::nullopt;
  const auto kept = json::parse(read_file(place_of_scan(access))).as_object();
  if (kept.at("point").as_string() != point) return std::nullopt;
  DumpScan scan{
      .readable = kept.at("readable").as_bool(), .status = kept.at("status").to_number<int>(), .artefact = Digest::parse(kept.at("artefact").as_string())};
  auto& o = scan.outline;
  o.server_major = kept.at("server").to_number<int>();
  o.dumper_major = kept.at("dumper").to_number<int>();
  o.encoding = kept.at("encoding").as_string();
  o.complete = kept.at("complete").as_bool();
  o.whole_cluster = kept.at("cluster").as_bool();
  o.roles = set_of(kept.at("roles"));
  o.tablespaces = set_of(kept.at("tablespaces"));
  o.databases = set_of(kept.at("databases"));
  o.rows = kept.at("rows").to_number<std::uint64_t>();
  o.refused = kept.at("refused").as_string();
  return scan;
}

} // namespace hdskit
