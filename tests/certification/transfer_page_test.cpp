#include "toolkit/base/problem.hpp"
#include "toolkit/certification/transfer_page.hpp"

#include <gmock/gmock.h>

namespace tests {
namespace {

using namespace hdskit;
using testing::AllOf;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

HostingActor actor(const char* name, YesNo secnumcloud, YesNo outside, YesNo foreign_law) {
  HostingActor one;
  one.name = name;
  one.role = "Hébergeur";
  one.activities = {"1", "2"};
  one.hds_certified = YesNo::yes;
  one.secnumcloud = secnumcloud;
  one.access_outside_eea = outside;
  one.third_country_law = foreign_law;
  return one;
}
const auto day = *Date::parse("2026-11-22");

TEST(TransferPage, says_no_risk_only_when_every_actor_is_qualified) {
  const std::vector all{actor("CHI d’essai", YesNo::yes, YesNo::no, YesNo::no), actor("Nuage", YesNo::yes, YesNo::no, YesNo::no)};
  EXPECT_EQ(transfer_standing(all).which, TransferCase::qualified);
  EXPECT_THAT(transfer_page("CHI d’essai", all, day), HasSubstr("aucun risque d’accès"));
  const std::vector one{all[0], actor("Nuage", YesNo::no, YesNo::no, YesNo::no)};
  EXPECT_EQ(transfer_standing(one).which, TransferCase::no_transfer);
}

TEST(TransferPage, says_no_transfer_only_when_no_access_and_no_foreign_law_is_left) {
  const std::vector none{actor("CHI", YesNo::no, YesNo::no, YesNo::no)};
  EXPECT_EQ(transfer_standing(none).which, TransferCase::no_transfer);
  auto subject = none;
  subject[0].third_country_law = YesNo::yes;
  subject[0].measures = "Chiffrement avec clés du client.";
  EXPECT_EQ(transfer_standing(subject).which, TransferCase::listed);
  EXPECT_THAT(transfer_page("CHI", subject, day), AllOf(HasSubstr("Le tableau ci-dessous"), HasSubstr("Chiffrement avec clés du client.")));
}

TEST(TransferPage, an_answer_that_is_not_known_is_never_a_no) {
  const std::vector unknown{actor("CHI", YesNo::no, YesNo::unknown, YesNo::no)};
  EXPECT_EQ(transfer_standing(unknown).which, TransferCase::listed);
  EXPECT_THAT(transfer_standing(unknown).defects, SizeIs(1));
  EXPECT_THROW(transfer_page("CHI", unknown, day), Problem);
  EXPECT_THAT(transfer_standing({}).defects, SizeIs(1));
}

TEST(TransferPage, an_access_from_abroad_names_what_it_rests_on) {
  std::vector abroad{actor("Support", YesNo::no, YesNo::yes, YesNo::no)};
  abroad[0].country = "Canada";
  EXPECT_THAT(transfer_standing(abroad).defects, SizeIs(1));
  abroad[0].ground = TransferGround::adequacy;
  EXPECT_THAT(transfer_standing(abroad).defects, IsEmpty());
  EXPECT_THAT(transfer_page("CHI", abroad, day), AllOf(HasSubstr("Oui\u00A0: Canada"), HasSubstr("article\u00A045")));
}

TEST(TransferPage, lets_no_markup_of_a_name_through_and_calls_nothing_from_elsewhere) {
  const auto page = transfer_page("CHI <script>&\"", {actor("A<b>", YesNo::no, YesNo::no, YesNo::no)}, day);
  EXPECT_THAT(page, AllOf(HasSubstr("CHI &lt;script&gt;&amp;&quot;"), HasSubstr("A&lt;b&gt;"), Not(HasSubstr("<script")), Not(HasSubstr("http")),
                          Not(HasSubstr("src="))));
  EXPECT_THAT(page, AllOf(HasSubstr("<html lang=\"fr\">"), HasSubstr("22\u00A0novembre\u00A02026")));
}

} // namespace
} // namespace tests
