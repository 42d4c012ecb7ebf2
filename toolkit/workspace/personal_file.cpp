#include "toolkit/workspace/personal_file.hpp"

#include "toolkit/base/problem.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/workspace/record_json.hpp"

#include <algorithm>
#include <cctype>
#include <stdexcept>

namespace hdskit {
namespace {

constexpr const char* kind = "personal_file";
constexpr std::uint64_t largest = 256u << 20; // bytes: a line of a kibibyte for a quarter of a million persons

/// What the journal may know: nothing of the content.
struct Standing {
  std::string digest, kept_until;
  bool operator==(const Standing&) const = default;
};

std::string json_of(const Standing& standing) { return json_object({{"digest", standing.digest}, {"kept_until", standing.kept_until}}); }

std::optional<Standing> standing_of(const Workspace& workspace, const std::string& name) {
  const auto rows = workspace.read("select digest, kept_until from personal_file where name = :p1", {name});
  return rows.empty() ? std::nullopt : std::optional{Standing{rows[0][0], rows[0][1]}};
}

std::string day_text(std::optional<Date> day) { return day ? day->iso() : std::string{}; }

/// Names come from the program, not from people.
void require_name(const std::string& name) {
  const auto allowed = [](unsigned char c) { return std::isalnum(c) || c == '/' || c == '-' || c == '_'; };
  if (name.empty() || !std::ranges::all_of(name, allowed)) throw std::logic_error{"no name of a personal file: " + name};
}

std::vector<std::string> overdue(const Workspace& workspace, Date today) {
  std::vector<std::string> names;
  workspace.read_each("select name, kept_until from personal_file where kept_until <> ''", {}, [&](const Row& row) {
    const auto until = Date::parse(row[1]);
    if (until && *until < today) names.push_back(row[0]);
  });
  std::ranges::sort(names); // here: engines sort text each in its own way
  return names;
}

} // namespace

void put_personal_file(Change& change, const std::string& name, const std::string& content, std::optional<Date> kept_until) {
  require_name(name);
  if (content.size() > largest)
    throw Problem{ProblemKind::no_space, name, tr("The personal details hold more than {1} MiB.", {std::to_string(largest >> 20)}),
                  tr("Check fewer persons at a time; nothing was changed.")};
  const Standing after{digest_of(content).hex(), day_text(kept_until)};
  const auto before = standing_of(change.workspace(), name);
  if (before == after) return;
  change.write("insert into personal_file (name, content, digest, kept_until) values (:p1, :p2, :p3, :p4) on conflict (name) do update set "
               "content = excluded.content, digest = excluded.digest, kept_until = excluded.kept_until",
               {name, content, after.digest, after.kept_until});
  change.record(before ? "edit" : "add", kind, name, before ? json_of(*before) : "", json_of(after));
}

std::optional<PersonalFile> personal_file(const Workspace& workspace, const std::string& name) {
  const auto rows = workspace.read("select content, digest, kept_until from personal_file where name = :p1", {name});
  if (rows.empty()) return std::nullopt;
  PersonalFile file{name, rows[0][0], rows[0][1], Date::parse(rows[0][2])};
  if (digest_of(file.content).hex() != file.digest)
    throw Problem{ProblemKind::damaged, name, tr("The personal details “{1}” were altered.", {name}),
                  tr("Run `hdskit workspace check`, and restore the last backup with `hdskit workspace restore`.")};
  return file;
}

std::vector<std::string> personal_file_names(const Workspace& workspace, const std::string& prefix) {
  std::vector<std::string> names;
  workspace.read_each("select name from personal_file", {}, [&](const Row& row) {
    if (row[0].starts_with(prefix)) names.push_back(row[0]);
  });
  std::ranges::sort(names);
  return names;
}

void keep_personal_files(Change& change, const std::string& prefix, Date until) {
  for (const auto& name : personal_file_names(change.workspace(), prefix)) {
    const auto before = *standing_of(change.workspace(), name);
    const Standing after{before.digest, until.iso()};
    if (before == after) continue;
    change.write("update personal_file set kept_until = :p1 where name = :p2", {after.kept_until, name});
    change.record("edit", kind, name, json_of(before), json_of(after));
  }
}

std::vector<std::string> forget_personal_files(Change& change, Date today) {
  auto names = overdue(change.workspace(), today);
  for (const auto& name : names) {
    const auto before = *standing_of(change.workspace(), name);
    change.write("delete from personal_file where name = :p1", {name});
    change.record("remove", kind, name, json_of(before), "");
  }
  return names;
}

bool any_to_forget(const Workspace& workspace, Date today) { return !overdue(workspace, today).empty(); }

} // namespace hdskit
