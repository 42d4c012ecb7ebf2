#include "toolkit/backup/test_log.hpp"

#include "toolkit/base/text.hpp"

namespace hdskit {
namespace {

constexpr std::uint64_t longest_log = 8u << 20;

} // namespace

TestLog::TestLog(const std::filesystem::path& file, std::function<Instant()> now) : now_{std::move(now)}, file_{file} {}

void TestLog::add(std::string_view text) {
  const std::lock_guard lock{mutex_};
  if (full_) return;
  full_ = file_.size() + text.size() > longest_log;
  if (full_) text = "…";
  const auto moment = now_().iso();
  for (const auto line : lines_of(text)) {
    const auto whole = moment + " " + std::string{line} + "\n";
    file_.write(whole);
    digest_.update(whole);
  }
}

Digest TestLog::commit() {
  const std::lock_guard lock{mutex_};
  file_.commit();
  return digest_.finish();
}

} // namespace hdskit
