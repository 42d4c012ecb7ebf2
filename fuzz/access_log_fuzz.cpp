#include "fuzz/answer.hpp"
#include "toolkit/access/login_watch.hpp"
#include "toolkit/access/review_readers.hpp"
#include "toolkit/access/review_rules.hpp"
#include "toolkit/base/file.hpp"

// Access logs. Promises: every line is counted once, logins are UTF-8, and a moment lies where its text says.

using namespace hdskit;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  static const ScratchFolder folder;
  const auto text = fuzz::text_of(bytes, size);
  if (const auto moment = moment_in(text); moment && text.ends_with('Z') && text.size() == 20 && text[4] == '-') {
    const auto written = Instant{std::chrono::sys_seconds{std::chrono::seconds{*moment}}}.iso();
    fuzz::promise(written.substr(0, 16) == std::string{text.substr(0, 10)} + "T" + std::string{text.substr(11, 5)} || text[17] == '6',
                  "a moment is where its text says");
  }
  const auto file = folder.path() / "log";
  write_file(file, text);
  AccessReview review{*Date::parse("2026-11-22")};
  static const auto policy = shipped_review_policy();
  review.policy = policy;
  fuzz::done([&] {
    read_access_logs({file}, review, {});
    const auto& logs = review.logs;
    std::uint64_t attributed = 0;
    for (const auto& use : logs.logins) {
      attributed += use.events;
      fuzz::promise(is_utf8(use.login) && use.first <= use.last, "a login is UTF-8 and its use in order");
      fuzz::promise(use.without_reason <= use.break_glass && use.break_glass <= use.events, "parts are not more than the whole");
    }
    fuzz::promise(attributed + logs.undated + logs.unattributed + logs.unreadable == logs.lines, "every line is counted once");
    for (const auto& outcome : judge_review(review, log_rules())) fuzz::promise(is_utf8(outcome.reason()), "a reason is UTF-8");
  });
  return 0;
}
