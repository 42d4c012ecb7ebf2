#include "toolkit/base/file.hpp"
#include "toolkit/verification/content_look.hpp"

#include <array>
#include <chrono>
#include <cstdio>
#include <random>

// How often the look at content takes a good file for an encrypted one, and finds an encrypted one. Reads the files of 1 KiB to 20 MiB in the folders and makes
// two copies of each in memory: random from the first byte, and random behind the first 4 KiB (files of 32 KiB and more). Prints the files taken wrongly, then
// sums. Usage: look_at_files FOLDER...

using namespace hdskit;

namespace {

constexpr std::uint64_t smallest = 1 << 10, largest = 20 << 20;
constexpr std::size_t kept = 4 << 10, worth_keeping = 32 << 10;

struct Sums {
  std::array<unsigned, 5> looks{}; // by ContentLook
  unsigned files = 0, encrypted_found = 0, kept = 0, kept_found = 0;
  std::uint64_t bytes = 0;
  double seconds = 0;
};

ContentLook look_at(std::string_view bytes) {
  ContentWatch watch{bytes.size()};
  watch.see(bytes);
  return watch.look();
}

void measure(const std::filesystem::path& path, std::mt19937_64& random, Sums& sums) {
  auto bytes = read_file(path);
  const auto start = std::chrono::steady_clock::now();
  const auto look = look_at(bytes);
  sums.seconds += std::chrono::duration<double>{std::chrono::steady_clock::now() - start}.count();
  ++sums.files;
  sums.bytes += bytes.size();
  ++sums.looks[static_cast<std::size_t>(look)];
  if (look == ContentLook::scrambled) std::printf("taken for encrypted: %s\n", path.c_str());
  const auto head = bytes.substr(0, kept);
  for (auto& byte : bytes) byte = static_cast<char>(random() >> 56);
  sums.encrypted_found += look_at(bytes) == ContentLook::scrambled;
  if (bytes.size() < worth_keeping) return;
  bytes.replace(0, kept, head);
  ++sums.kept;
  sums.kept_found += look_at(bytes) == ContentLook::scrambled;
}

void measure_folder(const char* folder, std::mt19937_64& random, Sums& sums) {
  for (const auto& entry : std::filesystem::recursive_directory_iterator{folder, std::filesystem::directory_options::skip_permission_denied}) {
    std::error_code gone;
    if (entry.is_symlink(gone) || !entry.is_regular_file(gone)) continue;
    const auto size = entry.file_size(gone);
    if (!gone && size >= smallest && size <= largest) measure(entry.path(), random, sums);
  }
}

} // namespace

int main(int count, char** folders) {
  if (count < 2) {
    std::fprintf(stderr, "Usage: look_at_files FOLDER...\n");
    return 64;
  }
  std::mt19937_64 random{7};
  Sums sums;
  for (int i = 1; i < count; ++i) measure_folder(folders[i], random, sums);
  std::printf("files %u, taken for encrypted %u\n", sums.files, sums.looks[static_cast<std::size_t>(ContentLook::scrambled)]);
  std::printf("encrypted copies %u, found %u\n", sums.files, sums.encrypted_found);
  std::printf("copies that keep 4 KiB %u, found %u\n", sums.kept, sums.kept_found);
  std::printf("%.2f microseconds a file, %.1f GB/s\n", sums.seconds / sums.files * 1e6, static_cast<double>(sums.bytes) / sums.seconds / 1e9);
  return 0;
}
