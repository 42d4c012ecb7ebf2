#pragma once

#include <cstdint>
#include <functional>
#include <string>

namespace hdskit {

/// How long work tells where it stands, and learns that the person no longer wants it. Both functions may be empty.
/// `report` may be called from a worker thread, but never from two at once.
struct Progress {
  std::function<void(const std::string& step, std::uint64_t done, std::uint64_t total)> report; ///< total 0: not known
  std::function<bool()> cancelled;

  void tell(const std::string& step, std::uint64_t done, std::uint64_t total) const {
    if (report) report(step, done, total);
  }
  /// Throws Problem cancelled once the person has asked to stop.
  void stop_if_cancelled() const;
};

} // namespace hdskit
