#pragma once

#include <chrono>
#include <cstdint>

namespace hdskit {

/// How many threads shall read. As many as there are processors while files come from memory: more would only take turns. When there is work but threads wait
/// for a disk or a network, many more let it answer in the order that suits it.
class ThreadGovernor {
public:
  /// `most` 0: chosen by the machine, at least 32.
  explicit ThreadGovernor(unsigned most);
  unsigned most() const { return most_; }
  unsigned allowed() const { return allowed_; }
  bool is_waiting_for_disks() const { return allowed_ > processors_; }
  /// To be told often; `waiting`: more jobs are there than threads may take; `bytes`: read from files so far. Says whether the answer of allowed() has grown.
  bool adapt(bool waiting, std::uint64_t bytes);

private:
  using Clock = std::chrono::steady_clock;
  struct Meter {
    double computed = 0;           ///< processor seconds of this process
    double idle = 0;               ///< of all processors, in seconds
    std::uint64_t blocks_read = 0; ///< by this process, from disks and most networks
    std::uint64_t bytes = 0;
  };
  static Meter read_meter();

  unsigned processors_, most_, allowed_;
  bool fixed_;
  Clock::time_point since_ = Clock::now();
  Meter meter_ = read_meter();
};

} // namespace hdskit
