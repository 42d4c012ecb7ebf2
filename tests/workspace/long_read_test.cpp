#include "tests/support/workspaces.hpp"
#include "toolkit/workspace/care.hpp"
#include "toolkit/workspace/document_store.hpp"
#include "toolkit/workspace/journal.hpp"
#include "toolkit/workspace/settings.hpp"

#include <gmock/gmock.h>

using namespace hdskit;
using namespace tests;
using namespace std::chrono_literals;
using testing::IsEmpty;

namespace {

/// What the desktop program does all day: a long read on one connection, while the person changes something on another.
class LongRead : public OnEachEngine {
protected:
  void SetUp() override {
    const auto location = fresh_location();
    reading_.emplace(Workspace::create(location, acting()));
    writing_.emplace(Workspace::open(location, 200ms)); // whoever holds the lock is on this very thread: waiting longer would not help
  }
  void write() {
    writing_->change(acting("Ivan Petit"), [&](Change& change) { set_setting(change, "typed meanwhile", std::to_string(++writes_)); });
  }
  Progress writing_meanwhile() {
    return {.report = [this](const std::string&, std::uint64_t, std::uint64_t) { write(); }, .cancelled = {}};
  }

  std::optional<Workspace> reading_, writing_;
  int writes_ = 0;
};
INSTANTIATE_ON_BOTH_ENGINES(LongRead);

TEST_P(LongRead, of_the_journal_lets_others_finish_their_changes) {
  reading_->change(acting(), [](Change& change) {
    for (int i = 0; i < 1100; ++i) set_setting(change, "counted", std::to_string(i));
  });
  EXPECT_FALSE(verify_journal(*reading_, writing_meanwhile())) << "the entries that came meanwhile belong to the chain";
  EXPECT_EQ(writes_, 1);
  EXPECT_THAT(check_workspace(*reading_, writing_meanwhile()), IsEmpty());
  EXPECT_GT(writes_, 2);
}

TEST_P(LongRead, of_a_document_lets_others_finish_their_changes) {
  const std::string bytes(700u << 10, 'x');
  Digest digest = digest_of("");
  reading_->change(acting(), [&](Change& change) { digest = store_document_bytes(change, bytes).digest; });
  std::size_t read = 0;
  read_document(*reading_, digest, [&](std::string_view piece) {
    read += piece.size();
    write();
  });
  EXPECT_EQ(read, bytes.size());
  EXPECT_EQ(writes_, 3);
}

} // namespace
