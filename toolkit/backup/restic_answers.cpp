#include "toolkit/backup/restic_answers.hpp"

#include "toolkit/backup/iso_instant.hpp"
#include "toolkit/base/problem.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/workspace/json_reading.hpp"

#include <boost/json/object.hpp>

#include <algorithm>

namespace hdskit {
namespace {

constexpr std::size_t longest_answer = 64u << 20, longest_line = 1u << 20, most_texts = 10'000;

[[noreturn]] void refuse_answer() {
  throw Problem{ProblemKind::bad_input, "restic", tr("An answer of restic cannot be understood."),
                tr("Check that the restic that is installed is that of your distribution; the log of the test holds what it said.")};
}

const boost::json::value* member(const boost::json::object& object, std::string_view name) {
  const auto found = object.find(name);
  return found == object.end() ? nullptr : &found->value();
}

std::string text_of(const boost::json::object& object, std::string_view name) {
  const auto* value = member(object, name);
  return value && value->is_string() ? std::string{value->get_string()} : std::string{};
}

std::vector<std::string> texts_of(const boost::json::object& object, std::string_view name) {
  std::vector<std::string> texts;
  if (const auto* value = member(object, name); value && value->is_array())
    for (const auto& text : value->get_array()) {
      if (!text.is_string() || texts.size() == most_texts) refuse_answer();
      texts.emplace_back(text.get_string());
    }
  return texts;
}

std::optional<std::uint64_t> count_of(const boost::json::object& object, std::string_view name) {
  const auto* value = member(object, name);
  if (value && value->is_uint64()) return value->get_uint64();
  if (value && value->is_int64() && value->get_int64() >= 0) return static_cast<std::uint64_t>(value->get_int64());
  return {};
}

const boost::json::object& object_of(const boost::json::value& value) {
  if (!value.is_object()) refuse_answer();
  return value.get_object();
}

bool is_digest(std::string_view text) { return text.size() == 64 && text.find_first_not_of("0123456789abcdef") == std::string_view::npos; }

ResticSnapshot snapshot_of(const boost::json::object& object) {
  const auto time = read_iso_instant(text_of(object, "time"));
  auto id = text_of(object, "id");
  if (!time || !is_digest(id)) refuse_answer();
  ResticSnapshot snapshot{std::move(id), text_of(object, "hostname"), texts_of(object, "paths"), texts_of(object, "tags"), *time, {}, {}};
  if (const auto* value = member(object, "summary"); value && value->is_object()) {
    snapshot.ended = read_iso_instant(text_of(value->get_object(), "backup_end"));
    snapshot.bytes = count_of(value->get_object(), "total_bytes_processed");
  }
  return snapshot;
}

} // namespace

std::vector<ResticSnapshot> read_restic_snapshots(std::string_view json) {
  const auto answer = parse_foreign_json(json, "restic", longest_answer);
  std::vector<ResticSnapshot> snapshots;
  if (answer.is_null()) return snapshots; // how older versions say none
  if (!answer.is_array()) refuse_answer();
  for (const auto& value : answer.get_array()) snapshots.push_back(snapshot_of(object_of(value)));
  return snapshots;
}

ResticSnapshot read_restic_heading(std::string_view line) {
  const auto answer = parse_foreign_json(line, "restic", longest_line);
  return snapshot_of(object_of(answer));
}

ResticLock read_restic_lock(std::string_view json) {
  const auto answer = parse_foreign_json(json, "restic", longest_line);
  const auto& object = object_of(answer);
  const auto* exclusive = member(object, "exclusive");
  return {exclusive && exclusive->is_bool() && exclusive->get_bool(), text_of(object, "hostname"), text_of(object, "username"),
          static_cast<std::int64_t>(count_of(object, "pid").value_or(0)), read_iso_instant(text_of(object, "time"))};
}

std::optional<ResticNode> read_restic_node(std::string_view line) {
  const auto answer = parse_foreign_json(line, "restic", longest_line);
  const auto& object = object_of(answer);
  const auto type = text_of(object, "type");
  auto path = text_of(object, "path");
  if (type.empty()) return {};
  if (!path.starts_with('/') || path.size() < 2) refuse_answer();
  return ResticNode{std::move(path), type == "file", type == "dir", count_of(object, "size").value_or(0)};
}

std::optional<ResticProgress> read_restic_progress(std::string_view line) {
  if (!line.starts_with('{') || line.find("\"status\"") == std::string_view::npos) return {};
  const auto answer = parse_foreign_json(line, "restic", longest_line);
  const auto& object = object_of(answer);
  if (text_of(object, "message_type") != "status") return {};
  return ResticProgress{count_of(object, "bytes_restored").value_or(0), count_of(object, "total_bytes").value_or(0)};
}

} // namespace hdskit
