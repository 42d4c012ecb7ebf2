#include "toolkit/backup/backup_files.hpp"

#include "toolkit/backup/moment_in_name.hpp"
#include "toolkit/backup/name_pattern.hpp"
#include "toolkit/base/file.hpp"
#include "toolkit/base/problem.hpp"
#include "toolkit/base/translate.hpp"

#include <algorithm>
#include <cerrno>
#include <sys/stat.h>
#include <tuple>

namespace hdskit {
namespace {

namespace fs = std::filesystem;

bool ends_with_any(std::string_view name, std::span<const std::string_view> endings) {
  const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
  return std::ranges::any_of(endings, [&](std::string_view ending) {
    return name.size() > ending.size() && std::ranges::equal(name.substr(name.size() - ending.size()), ending, {}, lower);
  });
}

BackupPoint point_of(const fs::path& file) {
  struct stat state {};
  if (::stat(file.c_str(), &state) != 0) fail_on_file(file, errno);
  BackupPoint point;
  point.id = point.label = file.filename().string();
  point.bytes = static_cast<std::uint64_t>(state.st_size);
  point.ended = Instant{std::chrono::sys_seconds{std::chrono::seconds{state.st_mtim.tv_sec}}};
  const auto named = moment_in_name(point.id);
  point.begun = named ? moment_by_name(*named, *point.ended) : *point.ended;
  point.dated_by_file = !named;
  return point;
}

} // namespace

std::vector<BackupPoint> backup_files(const fs::path& location, const std::string& selection, std::span<const std::string_view> endings) {
  std::error_code error;
  const auto status = fs::status(location, error);
  if (fs::is_regular_file(status)) return {point_of(location)};
  if (!fs::is_directory(status)) fail_on_file(location, error ? error.value() : ENOENT);
  std::vector<BackupPoint> points;
  fs::directory_iterator entries{location, error};
  if (error) fail_on_file(location, error.value());
  for (const auto& entry : entries) {
    const auto name = entry.path().filename().string();
    const bool chosen = selection.empty() ? ends_with_any(name, endings) : matches_pattern(name, selection);
    if (chosen && !entry.is_symlink(error) && entry.is_regular_file(error)) points.push_back(point_of(entry.path()));
  }
  std::ranges::sort(points, [](const BackupPoint& one, const BackupPoint& other) { return std::tie(*other.begun, other.id) < std::tie(*one.begun, one.id); });
  return points;
}

fs::path file_of(const fs::path& location, const BackupPoint& point) {
  std::error_code error;
  if (!fs::is_directory(location, error)) return location;
  const bool plain = !point.id.empty() && point.id != "." && point.id != ".." && point.id.find('/') == std::string::npos;
  if (!plain || !fs::is_regular_file(location / point.id, error))
    throw Problem{ProblemKind::not_found, point.id, tr("This backup is no longer there: {1}.", {point.id}),
                  tr("See which ones are: hdskit backup test --json")};
  return location / point.id;
}

} // namespace hdskit
