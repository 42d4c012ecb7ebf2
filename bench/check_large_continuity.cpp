#include "bench/large_continuity.hpp"
#include "toolkit/continuity/chain_rules.hpp"

#include <chrono>
#include <cstdio>
#include <cstdlib>

// Checks a large hospital. Prints the seconds: the median of nine checks.
// Usage: check_large_continuity NODES DEPENDENCIES

using namespace hdskit;

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
  std::printf("%.4f\n", seconds[seconds.size() / 2]);
}
