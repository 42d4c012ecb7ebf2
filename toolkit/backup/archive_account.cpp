#include "toolkit/backup/archive_account.hpp"

#include "toolkit/base/problem.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/workspace/json_reading.hpp"

namespace hdskit {
namespace {

constexpr std::size_t longest_line = 1u << 20, longest_text = 64'000, most_listed = 1'000;
constexpr const char* program = "hdskit-unpack";

std::uint64_t count_of(const JsonObject& object, std::string_view name, JsonDefects& defects) {
  const auto* value = object.find(name);
  if (value != nullptr && value->is_uint64()) return value->as_uint64();
  if (value != nullptr && value->is_int64() && value->as_int64() >= 0) return static_cast<std::uint64_t>(value->as_int64());
  defects.report(object.place_of(name), tr("A whole number is expected here."));
  return 0;
}

bool flag_of(const JsonObject& object, std::string_view name, JsonDefects& defects) {
  const auto* value = object.find(name);
  if (value != nullptr && value->is_bool()) return value->as_bool();
  defects.report(object.place_of(name), tr("true or false is expected here."));
  return false;
}

unsigned digit_of(char c) { return c >= '0' && c <= '9' ? static_cast<unsigned>(c - '0') : c >= 'A' && c <= 'F' ? static_cast<unsigned>(c - 'A' + 10) : 16u; }

/// Bytes behind %XX.
std::string unescaped(std::string_view text) {
  std::string bytes;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool code = text[i] == '%' && i + 2 < text.size() && digit_of(text[i + 1]) < 16 && digit_of(text[i + 2]) < 16;
    bytes += code ? static_cast<char>(digit_of(text[i + 1]) << 4 | digit_of(text[i + 2])) : text[i];
    if (code) i += 2;
  }
  return bytes;
}

std::uint64_t sum_of_losses(const JsonObject& object, JsonDefects& defects) {
  const auto* value = object.find("lost");
  if (value == nullptr) return 0;
  const JsonObject lost{*value, "lost", defects, {"owners", "modes", "attributes", "times", "devices"}};
  std::uint64_t sum = 0;
  for (const auto* name : {"owners", "modes", "attributes", "times", "devices"}) sum += count_of(lost, name, defects);
  return sum;
}

std::vector<std::string> refused_of(const JsonObject& object, JsonDefects& defects) {
  std::vector<std::string> refused;
  for (const auto& value : object.array("first_refused", 0, most_listed)) {
    const JsonObject member{value, "first_refused", defects, {"path", "why"}};
    refused.push_back(member.text("why", longest_text) + " " + member.text("path", longest_text));
  }
  return refused;
}

/// Its words name formats and sums, never members.
std::string told_words(const std::string& words) { return words.substr(0, 200); }

} // namespace

ArchiveAccount parse_archive_account(std::string_view line) {
  const auto value = parse_foreign_json(line, program, longest_line);
  JsonDefects defects;
  const JsonObject object{value, "", defects, {"format",       "filters",   "members",    "files",         "folders",
                                               "links",        "written",   "bytes",      "archive_bytes", "whole",
                                               "hostile",      "bomb",      "refused",    "first_refused", "damaged_members",
                                               "damage",       "truncated", "end",        "hidden_bytes",  "remarks",
                                               "first_remark", "stop",      "stop_words", "lost",          "confined_by"}};
  ArchiveAccount account;
  account.format = object.text("format", longest_text);
  for (auto [name, count] : {std::pair{"members", &account.members},
                             {"files", &account.files},
                             {"written", &account.written},
                             {"bytes", &account.bytes},
                             {"refused", &account.refused},
                             {"damaged_members", &account.damaged_members},
                             {"hidden_bytes", &account.hidden_bytes}})
    *count = count_of(object, name, defects);
  for (auto [name, flag] : {std::pair{"whole", &account.whole}, {"hostile", &account.hostile}, {"bomb", &account.bomb}, {"truncated", &account.truncated}})
    *flag = flag_of(object, name, defects);
  account.damage = unescaped(object.text("damage", longest_text));
  account.end = object.text("end", longest_text);
  account.stop = object.text("stop", longest_text);
  account.stop_words = unescaped(object.text("stop_words", longest_text));
  account.refused_paths = refused_of(object, defects);
  account.lost = sum_of_losses(object, defects);
  for (const auto& name : object.array("confined_by", 0, most_listed))
    if (name.is_string()) account.confined_by.emplace_back(name.as_string());
  defects.refuse(program, tr("The program hdskit-unpack must be of the same version as hdskit."));
  return account;
}

ArchiveMember parse_archive_member(std::string_view line) {
  const auto value = parse_foreign_json(line, program, longest_line);
  JsonDefects defects;
  const JsonObject object{value, "", defects, {"path", "kind", "size", "target"}};
  ArchiveMember member{unescaped(object.text("path", longest_text)), object.text("kind", longest_text), unescaped(object.text("target", longest_text)),
                       count_of(object, "size", defects)};
  defects.refuse(program, tr("The program hdskit-unpack must be of the same version as hdskit."));
  return member;
}

void refuse_stopped(const ArchiveAccount& account, const std::string& archive) {
  if (account.stop.empty() || account.hostile || !account.damage.empty() || account.truncated) return;
  if (account.stop == "password_needed")
    throw Problem{ProblemKind::refused, archive, tr("The archive is encrypted and the source names no password."),
                  tr("Give the source a password file: hdskit backup source edit")};
  if (account.stop == "password_wrong")
    throw Problem{ProblemKind::refused, archive, tr("The password does not open the archive."), tr("Correct the password file of the source.")};
  if (account.stop == "unsupported")
    throw Problem{ProblemKind::bad_input, archive, tr("hdskit does not read this kind of archive: {1}.", {told_words(account.stop_words)}),
                  tr("Test it with its own program, as a source of the kind “command”.")};
  if (account.stop == "io")
    throw Problem{ProblemKind::unreachable, archive, tr("The archive could not be read, or its members not be written: {1}.", {told_words(account.stop_words)}),
                  ""};
  throw Problem{ProblemKind::no_space, archive,
                account.stop == "member_limit" ? tr("The archive holds more members than a test takes.")
                                               : tr("The archive does not fit into the scratch space."),
                tr("Make room in the scratch space, or raise its limit, and run the test again.")};
}

std::vector<NativeCheck> checks_of(const ArchiveAccount& account, int status) {
  NativeCheck whole{.name = "archive_whole", .passed = account.damage.empty() && !account.truncated, .status = status};
  if (whole.passed) whole.sentence = tr("The archive was read to its end: {1} members.", {std::to_string(account.members)});
  else if (account.hidden_bytes > 0)
    whole.sentence = tr("{1} bytes stand after the end of the archive: no tool restores what they hold.", {std::to_string(account.hidden_bytes)});
  else if (account.truncated)
    whole.sentence =
        tr("The archive is cut: {1} members could be read, its end is missing ({2}).", {std::to_string(account.members), told_words(account.damage)});
  else whole.sentence = tr("The archive is damaged: {1}.", {told_words(account.damage)});
  std::vector<NativeCheck> checks{whole};
  NativeCheck safe{.name = "archive_safe", .passed = !account.hostile, .status = status};
  safe.sentence = account.bomb ? tr("The archive unpacks to far more than its size calls for: reading was stopped.")
                  : account.hostile
                      ? tr("The archive is hostile: members want to be written outside of its folder. {1} were refused.", {std::to_string(account.refused)})
                      : tr("No member of the archive leaves its folder.");
  checks.push_back(safe);
  if (account.refused > 0 && !account.hostile)
    checks.push_back({"archive_members", false, status,
                      tr("{1} members could not be restored: names too long, or two of them in one place.", {std::to_string(account.refused)})});
  if (account.end == "short") checks.push_back({"archive_end", false, status, tr("The archive ends with one block of zeros instead of two."), false});
  if (account.lost > 0)
    checks.push_back(
        {"archive_attributes", false, status, tr("{1} attributes of members could not be given back here.", {std::to_string(account.lost)}), false});
  return checks;
}

} // namespace hdskit
