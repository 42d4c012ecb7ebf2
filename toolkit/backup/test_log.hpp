#pragma once

#include "toolkit/base/date.hpp"
#include "toolkit/base/digest.hpp"
#include "toolkit/base/file.hpp"

#include <functional>
#include <mutex>

namespace hdskit {

/// What happened during a test, line by line with its moment, for whoever has to find out why. At most 8 MiB; secrets never get here.
class TestLog {
public:
  TestLog(const std::filesystem::path& file, std::function<Instant()> now);
  void add(std::string_view text);
  Digest commit();

private:
  std::mutex mutex_; ///< drivers may log from the thread that reads a child
  std::function<Instant()> now_;
  PendingFile file_;
  Sha256 digest_;
  bool full_ = false;
};

} // namespace hdskit
