#include "gui/presenter/access_card.hpp"

#include "tests/presenter/access_setting.hpp"
#include "tests/support/workspaces.hpp"
#include "toolkit/workspace/personal_file.hpp"

using namespace hdskit;
using namespace hdskit::gui;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

namespace {

SeenCard card(PinState pin) {
  SeenCard seen;
  seen.token.label = "CPS3";
  seen.token.serial = "0012345678";
  seen.token.pin = pin;
  CardCertificate certificate;
  certificate.key_id = "01";
  certificate.identity.given_name = "Claire";
  certificate.identity.surname = "MARTIN";
  certificate.identity.role = CertificateRole::authentication;
  seen.certificates = {certificate};
  return seen;
}

std::string fault(PinState pin) {
  const SeenCard cards[] = {card(pin)};
  return pin_fault(cards);
}

TEST(AccessCard, is_never_tried_at_the_last_try_or_when_locked) {
  EXPECT_EQ(fault(PinState::fine), "");
  EXPECT_EQ(fault(PinState::low), "");
  EXPECT_THAT(fault(PinState::last_try), HasSubstr("One try"));
  EXPECT_THAT(fault(PinState::locked), HasSubstr("locked"));
  EXPECT_NE(fault(PinState::not_set), "");
}

TEST(AccessCard, is_the_only_one_that_a_pin_is_tried_on) {
  EXPECT_NE(pin_fault({}), "");
  const SeenCard two[] = {card(PinState::fine), card(PinState::fine)};
  EXPECT_NE(pin_fault(two), "");
}

TEST(AccessCard, tells_the_state_of_its_pin_in_words) {
  const SeenCard cards[] = {card(PinState::locked)};
  const auto lines = seen_card_sentences(cards);
  ASSERT_THAT(lines, SizeIs(1));
  EXPECT_EQ(lines.front().tone, Tone::bad);
  EXPECT_THAT(lines.front().text, testing::AllOf(HasSubstr("CPS3"), HasSubstr("0012345678"), HasSubstr("locked")));
  EXPECT_THAT(seen_card_sentences({}).front().text, HasSubstr("no card"));
}

TEST(AccessCard, shows_whom_its_certificates_name) {
  const SeenCard cards[] = {card(PinState::fine)};
  const auto rows = seen_card_rows(cards);
  ASSERT_EQ(rows.count, 1u);
  EXPECT_EQ(rows.cells(0)[1].text, "Claire MARTIN");
}

TEST(AccessCard, that_was_proven_acts_in_the_journal_until_it_logs_out) {
  const ScratchFolder folder;
  const auto location = (folder.path() / "hopital.hds").string();
  Workspace::create(location, tests::acting());
  Session session{location, {"zoe", [] { return tests::acting().at; }}};
  EXPECT_THAT(acting_sentence(session).text, HasSubstr("zoe"));
  session.log_in({"Claire MARTIN", "899700000001", "ab12", "good"});
  EXPECT_EQ(session.person(), "Claire MARTIN");
  EXPECT_THAT(session.acting().name, testing::AllOf(HasSubstr("Claire MARTIN"), HasSubstr("899700000001")));
  EXPECT_EQ(acting_sentence(session).tone, Tone::good);
  session.log_in({"Claire MARTIN", "899700000001", "ab12", "revocation_unknown"});
  EXPECT_EQ(acting_sentence(session).tone, Tone::warning) << "whether it was revoked is not known";
  session.log_out();
  EXPECT_EQ(session.acting().name, "zoe");
  EXPECT_FALSE(session.card().has_value());
}

TEST(AccessDecision, that_the_journal_knows_by_its_digest_alone_is_no_step_of_undo) {
  const ScratchFolder folder;
  const auto location = (folder.path() / "hopital.hds").string();
  Workspace::create(location, tests::acting());
  Session session{location, {"zoe", [] { return tests::acting().at; }}};
  const auto before = session.revision();
  session.change_for_good([](Change& change) { put_personal_file(change, "campaign/RH1/lines", "Claire", {}); });
  EXPECT_GT(session.revision(), before);
  EXPECT_EQ(session.undo_title(), "");
}

} // namespace
