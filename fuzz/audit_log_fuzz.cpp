#include "fuzz/answer.hpp"
#include "toolkit/access/audit_message_reader.hpp"
#include "toolkit/access/review_readers.hpp"
#include "toolkit/access/syslog_messages.hpp"
#include "toolkit/base/file.hpp"

// Audit messages in syslog: the bytes as one message, and as a file of them. Promises: what is read is UTF-8 and bounded, every message is counted once.

using namespace hdskit;

namespace {

void check(const AuditEvent& event) {
  constexpr std::size_t longest = 3000; // 1000 bytes, each of which may become three in UTF-8
  const auto sound = [](const std::string& text) { return is_utf8(text) && text.size() <= longest; };
  fuzz::promise(sound(event.login) && sound(event.role) && sound(event.action) && sound(event.workstation), "what is read is UTF-8 and bounded");
  for (const auto& patient : event.patients) fuzz::promise(sound(patient) && patient.find('^') == std::string::npos, "a patient is a number alone");
  for (const auto& purpose : event.purposes) fuzz::promise(sound(purpose), "a purpose is UTF-8 and bounded");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  static const ScratchFolder folder;
  const auto text = fuzz::text_of(bytes, size);
  if (const auto event = audit_event(text)) check(*event);
  if (const auto message = syslog_message(text)) {
    if (const auto event = audit_event(message->text)) check(*event);
  }
  const auto file = folder.path() / "log";
  write_file(file, text);
  fuzz::done([&] {
    if (!is_syslog(file)) return;
    AccessReview review{*Date::parse("2026-11-22")};
    static const auto policy = shipped_review_policy();
    review.policy = policy;
    read_access_logs({file}, review, {});
    const auto& logs = review.logs;
    std::uint64_t attributed = 0;
    for (const auto& use : logs.logins) attributed += use.events;
    fuzz::promise(attributed + logs.undated + logs.unattributed + logs.unreadable == logs.lines, "every message is counted once");
  });
  return 0;
}
