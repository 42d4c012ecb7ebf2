#include "tests/notify/sample_deadlines.hpp"
#include "toolkit/notify/reminder.hpp"

#include <gmock/gmock.h>

namespace tests {
namespace {

using namespace hdskit;
using testing::ElementsAre;
using testing::IsEmpty;

const Date today = day("2026-11-22");

std::vector<Person> people() {
  Person helene, omar;
  helene.name = "Hélène Rousset";
  helene.email = "helene@hopital.example";
  omar.name = "Omar Le Goff"; // nobody knows his address
  return {helene, omar};
}

/// "address: uid@threshold uid@threshold", one text a mail.
std::vector<std::string> told(const DueReminders& due) {
  std::vector<std::string> texts;
  for (const auto& mail : due.mails) {
    auto text = mail.address + ":";
    for (const auto& line : mail.lines) text += " " + line.deadline.uid + "@" + std::to_string(line.threshold);
    texts.push_back(text);
  }
  return texts;
}

DueReminders due(const std::vector<Deadline>& deadlines, const std::vector<SentReminder>& sent = {}, Date on = today,
                 const std::string& last_resort = "rssi@hopital.example") {
  static const auto known = people();
  return digests_due(deadlines, {known, last_resort}, sent, on);
}

TEST(Reminders, go_to_the_owner_or_to_the_address_of_last_resort) {
  const std::vector deadlines{deadline("a", "2026-12-22", "A", "hélène rousset"), deadline("b", "2026-12-01", "B", "Omar Le Goff"),
                              deadline("c", "2026-11-23", "C"), deadline("far", "2026-12-23", "Far")};
  EXPECT_THAT(told(due(deadlines)), ElementsAre("helene@hopital.example: a@30", "rssi@hopital.example: c@1 b@30"));
}

TEST(Reminders, name_what_nobody_can_be_told_of) {
  const auto found = due({deadline("c", "2026-11-23", "C")}, {}, today, "");
  EXPECT_THAT(found.mails, IsEmpty());
  ASSERT_EQ(found.without_address.size(), 1u);
  EXPECT_EQ(found.without_address[0].uid, "c");
}

TEST(Reminders, tell_each_threshold_once_on_its_day) {
  const std::vector deadlines{deadline("a", "2026-12-22", "A")};
  std::vector<SentReminder> sent;
  std::vector<std::string> days;
  for (auto on = day("2026-11-15"); on <= day("2027-02-01"); on = on.plus_days(1))
    for (const auto& mail : due(deadlines, sent, on).mails) {
      days.push_back(on.iso() + "@" + std::to_string(mail.lines[0].threshold));
      for (auto& one : sent_by(mail)) sent.push_back(one);
    }
  EXPECT_THAT(days, ElementsAre("2026-11-22@30", "2026-12-15@7", "2026-12-21@1", "2026-12-23@-1"));
}

TEST(Reminders, catch_missed_thresholds_up_in_one_line) {
  const std::vector deadlines{deadline("a", "2026-11-25", "A")};
  const auto found = due(deadlines); // three days before: 30 and 7 were missed
  EXPECT_THAT(told(found), ElementsAre("rssi@hopital.example: a@7"));
  EXPECT_THAT(due(deadlines, sent_by(found.mails[0])).mails, IsEmpty()) << "the wider one is not told of afterwards";
  EXPECT_THAT(told(due(deadlines, {{"a", day("2026-11-25"), 30, "rssi@hopital.example"}})), ElementsAre("rssi@hopital.example: a@7"));
}

TEST(Reminders, tell_again_of_a_day_that_moved_and_to_somebody_new) {
  const std::vector deadlines{deadline("a", "2026-11-25", "A")};
  EXPECT_THAT(told(due(deadlines, {{"a", day("2026-11-24"), 7, "rssi@hopital.example"}})), ElementsAre("rssi@hopital.example: a@7"));
  EXPECT_THAT(told(due(deadlines, {{"a", day("2026-11-25"), 7, "other@hopital.example"}})), ElementsAre("rssi@hopital.example: a@7"));
}

TEST(Reminders, leave_out_what_is_done) {
  auto done = deadline("a", "2026-11-25", "A");
  done.done = day("2026-11-20");
  EXPECT_THAT(due({done}).mails, IsEmpty());
}

TEST(Reminders, follow_the_thresholds_given) {
  const std::vector deadlines{deadline("a", "2026-12-22", "A")};
  EXPECT_THAT(digests_due(deadlines, {{}, "r@h.example"}, {}, today, {5}).mails, IsEmpty());
  EXPECT_EQ(told(digests_due(deadlines, {{}, "r@h.example"}, {}, today, {5, 90})), std::vector<std::string>{"r@h.example: a@90"});
}

TEST(MailAddress, holds_nothing_that_could_end_it) {
  EXPECT_TRUE(is_mail_address("helene.rousset+hds@hopital.example"));
  for (const char* wrong : {"", "helene", "@h", "h@", "a@b@c", "a b@c", "a@b\r\nRCPT TO:<x@y>", "<a@b>", "a@b,c", "é@b", "a@b>"})
    EXPECT_FALSE(is_mail_address(wrong)) << wrong;
  EXPECT_FALSE(is_mail_address(std::string(300, 'a') + "@b"));
}

} // namespace
} // namespace tests
