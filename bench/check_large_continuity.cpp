#include "bench/large_continuity.hpp"
#include "toolkit/continuity/chain_rules.hpp"
#include "toolkit/workspace/record_store.hpp"

#include <chrono>
#include <cstdio>
#include <cstdlib>

// Checks a large hospital. Prints the seconds: the median of nine checks. With a FILE, also writes the hospital into a new workspace.
// Usage: check_large_continuity NODES DEPENDENCIES [FILE]

using namespace hdskit;

namespace {

void write(const Continuity& all, const std::string& file) {
  const Acting acting{"Mesure", *Instant::parse("2026-11-22T08:00:00Z")};
  auto workspace = Workspace::create(file, acting);
  workspace.change(acting, [&](Change& change) {
    for (const auto& service : all.services) add_record(change, service);
    for_each_continuity_list(all, [&](const char*, const auto& list) {
      for (const auto& record : list) add_record(change, record);
    });
  });
}

} // namespace

int main(int argc, char** argv) {
  const auto nodes = static_cast<std::size_t>(argc > 1 ? std::atoi(argv[1]) : 5'000);
  const auto dependencies = static_cast<std::size_t>(argc > 2 ? std::atoi(argv[2]) : 20'000);
  const auto all = large_continuity(nodes, dependencies);
  std::vector<double> seconds;
  std::size_t findings = 0;
  for (int i = 0; i < 9; ++i) {
    const auto start = std::chrono::steady_clock::now();
    findings = check_continuity(all, *Date::of(2026, 11, 22)).size();
    seconds.push_back(std::chrono::duration<double>{std::chrono::steady_clock::now() - start}.count());
  }
  std::ranges::sort(seconds);
  std::fprintf(stderr, "%zu findings\n", findings);
  if (argc > 3) write(all, argv[3]);
  std::printf("%.4f\n", seconds[seconds.size() / 2]);
}
