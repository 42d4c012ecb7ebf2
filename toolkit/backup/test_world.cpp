#include "toolkit/backup/test_world.hpp"

#include "toolkit/base/text.hpp"

#include <algorithm>
#include <charconv>

namespace hdskit {
namespace {

constexpr std::string_view customary[] = {"/usr/local/bin", "/usr/bin", "/bin", "/usr/local/sbin", "/usr/sbin", "/sbin"};

std::string program_path(const std::string& path) {
  std::vector<std::string> folders;
  const auto add = [&](std::string_view folder) {
    if (folder.starts_with('/') && std::ranges::find(folders, folder) == folders.end()) folders.emplace_back(folder);
  };
  for (const auto& folder : split(path, ':')) add(folder);
  for (const auto folder : customary) add(folder);
  return joined(folders, ":");
}

int version_of(const std::filesystem::path& folder) {
  const auto name = folder.filename().string();
  int version = 0;
  std::from_chars(name.data(), name.data() + name.size(), version);
  return version;
}

std::vector<std::string> server_folders(const std::filesystem::path& postgresql) {
  std::vector<std::filesystem::path> found;
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator{postgresql, error})
    if (std::filesystem::is_directory(entry.path() / "bin", error)) found.push_back(entry.path());
  std::ranges::sort(found, [](const auto& one, const auto& other) { return version_of(one) > version_of(other); });
  std::vector<std::string> folders;
  for (const auto& folder : found) folders.push_back((folder / "bin").string());
  return folders;
}

} // namespace

TestWorld test_world(const WorldOutside& outside, const std::filesystem::path& postgresql) {
  TestWorld world{.now = outside.now, .elapsed = outside.elapsed, .random = outside.random, .tools = {}};
  world.tools.path = program_path(outside.path);
  world.tools.postgresql_folders = server_folders(postgresql);
  world.tools.unpacker = outside.program_folder / "hdskit-unpack";
  world.tools.home = outside.home;
  world.tools.as_root = outside.as_root;
  return world;
}

} // namespace hdskit
