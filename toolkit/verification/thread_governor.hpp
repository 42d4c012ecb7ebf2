#pragma once

#include <chrono>

namespace hdskit {

/// How many threads shall read. As many as there are processors while files come from memory: more would only take turns. When the processors stand idle although
/// there is work, the threads are waiting for a disk or a network, and many more let it answer in the order that suits it.
class ThreadGovernor {
public:
  /// `most` 0: chosen by the machine, at least 32.
  explicit ThreadGovernor(unsigned most);
  unsigned most() const { return most_; }
  unsigned allowed() const { return allowed_; }
  /// To be told often; `waiting`: more jobs are there than threads may take. Says whether the answer of allowed() has grown.
  bool adapt(bool waiting);

private:
  using Clock = std::chrono::steady_clock;
  unsigned processors_, most_, allowed_;
  bool fixed_;
  Clock::time_point since_ = Clock::now();
  double used_;
};

} // namespace hdskit
