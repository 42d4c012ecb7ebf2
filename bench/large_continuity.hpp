#pragma once

#include "toolkit/continuity/continuity.hpp"

#include <algorithm>
#include <random>

namespace hdskit {

/// A large hospital: a tenth activities, a tenth services, a tenth backups, the rest components in ten storeys; each thing needs what stands in lower storeys.
/// The same for the same numbers. Most promises are kept, some are not.
inline Continuity large_continuity(std::size_t nodes, std::size_t dependencies) {
  std::mt19937 chance{20261122};
  const auto roll = [&](std::size_t most) { return std::uniform_int_distribution<std::size_t>{0, most}(chance); };
  const auto tenth = nodes / 10, components = nodes - 3 * tenth;
  Continuity all;
  std::vector<std::string> above, below; // from the top down
  for (std::size_t i = 0; i < tenth; ++i) {
    all.activities.push_back({.reference = "ACT" + std::to_string(i),
                              .name = "Activity",
                              .mtpd = Minutes{2880},
                              .rto = Minutes{600 + static_cast<std::int64_t>(roll(600))},
                              .rpo = Minutes{1000 + static_cast<std::int64_t>(roll(20'000))},
                              .manual_resume = Minutes{30}});
    above.push_back(all.activities.back().reference);
  }
  for (std::size_t i = 0; i < tenth; ++i) {
    HostedService service;
    service.name = service.code = "SRV" + std::to_string(i);
    service.rto = Minutes{540};
    all.services.push_back(service);
    above.push_back(service.code);
  }
  for (std::size_t i = 0; i < components; ++i) {
    all.components.push_back({.reference = "CMP" + std::to_string(i),
                              .name = "Component",
                              .rto = Minutes{300 + static_cast<std::int64_t>(roll(300))},
                              .measured_restore = Minutes{static_cast<std::int64_t>(roll(400))},
                              .last_test = Date::of(2026, 3, 1)});
    above.push_back(all.components.back().reference);
  }
  below = above;
  for (std::size_t i = 0; i < tenth; ++i) {
    all.backups.push_back({.reference = "SV" + std::to_string(i), .name = "Backup", .period = Minutes{1440}, .last_test = Date::of(2026, 3, 1)});
    below.push_back(all.backups.back().reference);
  }
  const auto storey = std::max<std::size_t>(1, components / 10);
  for (std::size_t i = 0; i < dependencies; ++i) {
    const auto from = i < above.size() ? i : roll(above.size() - 1);
    const auto first = from < tenth       ? tenth
                       : from < 2 * tenth ? 2 * tenth
                                          : from + 1; // an activity needs services, a service components, those what stands lower
    const auto last = from < tenth ? 2 * tenth - 1 : std::min(below.size() - 1, first + storey);
    all.dependencies.push_back({.from = above[from], .to = below[first + roll(last - first)]});
  }
  return all;
}

} // namespace hdskit
