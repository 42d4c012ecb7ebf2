#include "gui/presenter/recent_files.hpp"

#include "gui/presenter/journal_words.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/surroundings/surroundings.hpp"

#include <chrono>

namespace hdskit::gui {
namespace {

Instant instant_of(std::filesystem::file_time_type time) { return Instant{std::chrono::floor<std::chrono::seconds>(std::chrono::file_clock::to_sys(time))}; }

std::string changed(Instant at, Date today) {
  const auto day = paris_date(at);
  const auto time = paris_time(at.iso()), hour = time.substr(time.find(' ') + 1);
  if (day == today) return tr("changed today, {1}", {hour});
  if (day == today.plus_days(-1)) return tr("changed yesterday, {1}", {hour});
  return tr("changed on {1}", {tr_date(day)});
}

std::string under_home(const std::filesystem::path& folder, const std::filesystem::path& home) {
  const auto shown = folder.string(), start = home.string();
  if (start.empty() || !shown.starts_with(start)) return shown;
  return shown.size() == start.size() ? "~" : shown[start.size()] == '/' ? "~" + shown.substr(start.size()) : shown;
}

} // namespace

std::vector<RecentFile> recent_files(const std::vector<std::string>& locations, const std::filesystem::path& home, Date today) {
  std::vector<RecentFile> files;
  for (const auto& location : locations) {
    const std::filesystem::path path{location};
    std::error_code error;
    const auto time = std::filesystem::last_write_time(path, error);
    files.push_back(
        {location, path.filename().string(), under_home(path.parent_path(), home), error ? tr("no longer there") : changed(instant_of(time), today), !error});
  }
  return files;
}

} // namespace hdskit::gui
