#include "toolkit/backup/source_driver.hpp"
#include "toolkit/backup/trusted_program.hpp"
#include "toolkit/base/problem.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/workspace/json_reading.hpp"

#include <algorithm>

namespace hdskit {
namespace {

// Any other product, through a program of the hospital's: docs/formats/backup-adapter.md.

namespace json = boost::json;

constexpr std::size_t longest_answer = 1u << 20, most_points = 10'000, most_checks = 100, longest_text = 500, longest_sentence = 1000;
constexpr int answered = 0, data_are_bad = 20, cannot_reach = 21, password_refused = 22, is_locked = 23;
constexpr const char* adapter_name = "adapter";

struct Answer {
  int status = 0;
  json::value value; ///< null when nothing was printed
};

[[noreturn]] void fail_on_status(const std::string& program, const ChildResult& result) {
  const auto said = std::string{trimmed(result.errors)};
  const auto last = said.substr(said.rfind('\n') == std::string::npos ? 0 : said.rfind('\n') + 1);
  const auto remedy = last.empty() ? tr("See what the adapter says in the log of the test.") : tr("The adapter says: {1}", {last.substr(0, longest_text)});
  switch (result.status) {
    case cannot_reach: throw Problem{ProblemKind::unreachable, program, tr("The adapter “{1}” cannot reach its backups.", {program}), remedy};
    case password_refused: throw Problem{ProblemKind::refused, program, tr("The adapter “{1}” was refused: the password is wrong.", {program}), remedy};
    case is_locked: throw Problem{ProblemKind::busy, program, tr("The backups of the adapter “{1}” are locked by another program.", {program}), remedy};
    case data_are_bad: throw Problem{ProblemKind::damaged, program, tr("The adapter “{1}” says that the backups are damaged.", {program}), remedy};
    default:
      throw Problem{ProblemKind::unreachable, program, tr("The adapter “{1}” failed with status {2}.", {program, std::to_string(result.status)}), remedy};
  }
}

Answer ask(const SourceAccess& access, const std::vector<std::string>& question) {
  ChildCommand command;
  command.words = words_of_command(access.source.location);
  if (command.words.empty())
    throw Problem{ProblemKind::bad_input, "location", tr("No adapter is named."), tr("Give the program and its arguments as the location.")};
  const auto named = command.words.front();
  command.words.front() = trusted_program(named).string();
  command.words.insert(command.words.end(), question.begin(), question.end());
  command.secret = access.secret;
  command.folder = access.workshop;
  std::string output;
  const auto result = access.run(command, adapter_name, [&](std::string_view piece) {
    if (output.size() + piece.size() > longest_answer)
      throw Problem{ProblemKind::bad_input, named, tr("The adapter “{1}” printed more than {2}.", {named, french_bytes(longest_answer)}),
                    tr("See the documentation of adapters.")};
    output += piece;
  });
  if (result.status != answered && result.status != data_are_bad) fail_on_status(named, result);
  if (result.status == data_are_bad && question.front() != "restore") fail_on_status(named, result);
  if (result.status == data_are_bad && trimmed(output).empty()) return {result.status, {}};
  return {result.status, parse_foreign_json(output, named, longest_answer)};
}

std::optional<Instant> moment(const JsonObject& object, std::string_view name, JsonDefects& defects) {
  const auto text = object.text(name, longest_text);
  if (text.empty()) return {};
  const auto instant = Instant::parse(text);
  if (!instant) defects.report(object.place_of(name), tr("A moment such as 2026-11-22T10:15:00Z is expected here."));
  return instant;
}

std::optional<std::uint64_t> count(const JsonObject& object, std::string_view name, JsonDefects& defects) {
  const auto* value = object.find(name);
  if (!value || value->is_null()) return {};
  if (value->is_int64() && value->get_int64() >= 0) return static_cast<std::uint64_t>(value->get_int64());
  defects.report(object.place_of(name), tr("A whole number is expected here."));
  return {};
}

bool flag(const JsonObject& object, std::string_view name, bool otherwise, JsonDefects& defects) {
  const auto* value = object.find(name);
  if (!value) return otherwise;
  if (!value->is_bool()) defects.report(object.place_of(name), tr("true or false is expected here."));
  return value->is_bool() && value->get_bool();
}

std::string remedy_of_adapters() { return tr("Have the adapter print what the documentation of adapters says."); }

BackupPoint point_of(const json::value& value, const std::string& place, JsonDefects& defects) {
  const JsonObject object{value, place, defects, {"id", "begun", "ended", "bytes", "label"}};
  BackupPoint point;
  point.id = object.needed_text("id", longest_text);
  if (point.id.starts_with('-')) defects.report(object.place_of("id"), tr("It must not begin with a hyphen."));
  point.begun = moment(object, "begun", defects);
  point.ended = moment(object, "ended", defects);
  point.bytes = count(object, "bytes", defects);
  point.label = object.text("label", longest_text);
  return point;
}

std::vector<BackupPoint> inventory(const SourceAccess& access) {
  const auto answer = ask(access, {"inventory"});
  JsonDefects defects;
  const JsonObject object{answer.value, "", defects, {"points", "name", "version"}};
  if (!object.find("points")) defects.report("points", tr("It is missing."));
  std::vector<BackupPoint> points;
  for (const auto& part : object.array("points", 0, most_points)) points.push_back(point_of(part, "points[" + std::to_string(points.size()) + "]", defects));
  defects.refuse(adapter_name, remedy_of_adapters());
  std::ranges::stable_sort(points, std::ranges::greater{}, &BackupPoint::begun);
  return points;
}

std::vector<ToolVersion> versions(const SourceAccess& access) {
  const auto answer = ask(access, {"inventory"});
  JsonDefects defects;
  const JsonObject object{answer.value, "", defects, {"points", "name", "version"}};
  auto name = object.text("name", longest_text), version = object.text("version", longest_text);
  defects.refuse(adapter_name, remedy_of_adapters());
  if (name.empty()) return {};
  return {{std::move(name), std::move(version)}};
}

NativeCheck check_of(const json::value& value, const std::string& place, JsonDefects& defects) {
  const JsonObject object{value, place, defects, {"name", "passed", "sentence", "grave"}};
  if (!object.find("passed")) defects.report(object.place_of("passed"), tr("It is missing."));
  return {object.needed_text("name", longest_text), flag(object, "passed", false, defects), 0, object.text("sentence", longest_sentence),
          flag(object, "grave", true, defects)};
}

void read_restored(const json::value& value, RestoredState& state) {
  JsonDefects defects;
  const JsonObject object{value, "", defects, {"checks", "newest_datum", "files", "bytes", "tree"}};
  for (const auto& part : object.array("checks", 0, most_checks))
    state.checks.push_back(check_of(part, "checks[" + std::to_string(state.checks.size()) + "]", defects));
  state.newest_datum = moment(object, "newest_datum", defects);
  state.files = count(object, "files", defects).value_or(0);
  state.bytes = count(object, "bytes", defects).value_or(0);
  if (!flag(object, "tree", true, defects)) state.tree.clear();
  defects.refuse(adapter_name, remedy_of_adapters());
}

RestoredState restore(const SourceAccess& access, const BackupPoint& point, const RestoreOrder& order) {
  const auto answer = ask(access, {"restore", "--point", point.id, "--into", order.into.string()});
  RestoredState state;
  state.tree = order.into;
  if (!answer.value.is_null()) read_restored(answer.value, state);
  const auto failed = std::ranges::any_of(state.checks, [](const NativeCheck& check) { return check.grave && !check.passed; });
  if (answer.status == data_are_bad && !failed)
    state.checks.push_back({adapter_name, false, answer.status, tr("The adapter says that the backup is damaged."), true});
  return state;
}

} // namespace

extern const SourceDriver command_driver;
const SourceDriver command_driver{SourceKind::command, {}, inventory, versions, nullptr, restore, nullptr};

} // namespace hdskit
