#include "toolkit/procedure/regime_reader.hpp"

#include "toolkit/base/problem.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"

#include <gmock/gmock.h>

#include <algorithm>

namespace hdskit {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::Field;
using testing::HasSubstr;

constexpr const char* sound = R"(<regime id="sample" version="1" decides="b">
  <title><fr>Titre</fr><en>Title</en></title>
  <note><fr>Note</fr><en>Note</en></note>
  <filing><fr>Dépôt</fr><en>Filing</en></filing>
  <counting calendar="FR" extend="false"/>
  <article id="A1" label="R. 1" version="2006-01-05" confidence="high"><title><fr>Un</fr><en>One</en></title></article>
  <stage id="b" actor="authority" silence="deemed_rejected" article="A1" confidence="high">
    <title><fr>B</fr><en>B</en></title> <owner><fr>Ministre</fr><en>Minister</en></owner>
    <trigger stage="a"/>
    <limit count="2" unit="months"/>
  </stage>
  <stage id="a" actor="authority" silence="passes_on" article="A1" confidence="low" optional="false">
    <title><fr>A</fr><en>A</en></title> <owner><fr>CNIL</fr><en>CNIL</en></owner>
    <trigger event="filed" reception="true"/>
    <limit count="2" unit="months"/> <extension count="1" unit="months" times="2" decision="true"/>
  </stage>
  <duty id="review" count="1" unit="years" article="A1" confidence="high"><title><fr>Revue</fr><en>Review</en></title></duty>
  <term count="3" unit="years" article="A1" confidence="high"/>
  <renewal count="6" unit="months" article="A1" confidence="high"/>
</regime>
)";

TEST(RegimeReader, reads_all_that_a_regime_holds) {
  const auto reading = read_regime(sound);
  ASSERT_TRUE(reading.regime) << (reading.defects.empty() ? "" : reading.defects[0].sentence);
  const auto& regime = *reading.regime;
  EXPECT_EQ(regime.id, "sample");
  EXPECT_EQ(regime.decides, "b");
  EXPECT_EQ(regime.calendar, HolidayCalendar::france);
  ASSERT_EQ(regime.stages.size(), 2u);
  const auto& a = regime.stages[0];
  EXPECT_EQ(a.id, "a") << "each stage stands after the one it waits for";
  EXPECT_TRUE(a.trigger.reception && !a.trigger.place);
  EXPECT_EQ(a.silence, SilenceRule::passes_on);
  EXPECT_EQ(a.extension->times, 2);
  EXPECT_TRUE(a.extension->needs_decision);
  EXPECT_EQ(regime.stages[1].trigger.place, 0u);
  EXPECT_EQ(regime.stages[1].owner.french, "Ministre");
  EXPECT_EQ(regime.duties.at(0).every.unit, LimitUnit::years);
  EXPECT_EQ(regime.term->length.count, 3);
  EXPECT_EQ(regime.renewal->length.count, 6);
  EXPECT_EQ(shown_article(regime, "A1"), "R. 1, version of " + tr_date(*Date::of(2006, 1, 5)));
}

struct Defect {
  const char* name;
  std::string from, to;
  int line;
  const char* part;
};
std::ostream& operator<<(std::ostream& out, const Defect& defect) { return out << defect.name; }

class BrokenRegime : public testing::TestWithParam<Defect> {};

TEST_P(BrokenRegime, is_refused_with_its_one_defect_and_line) {
  const auto& [name, from, to, line, part] = GetParam();
  const auto xml = replaced(sound, from, to);
  ASSERT_NE(xml, sound) << "the defect was not planted";
  EXPECT_THAT(read_regime(xml).defects, ElementsAre(AllOf(Field(&MarkupDefect::line, line), Field(&MarkupDefect::sentence, HasSubstr(part)))));
}

INSTANTIATE_TEST_SUITE_P(
    defects, BrokenRegime,
    testing::Values(Defect{"circle", "event=\"filed\" reception", "stage=\"b\" reception", 7, "circle: b, a."},
                    Defect{"unknown_stage", "<trigger stage=\"a\"/>", "<trigger stage=\"c\"/>", 7, "“c”, which the regime does not hold"},
                    Defect{"two_triggers", "<trigger stage=\"a\"/>", "<trigger stage=\"a\"/><trigger event=\"filed\"/>", 9, "two triggers"},
                    Defect{"no_trigger", "    <trigger stage=\"a\"/>\n", "\n", 7, "no trigger"},
                    Defect{"event_and_stage", "<trigger stage=\"a\"/>", "<trigger stage=\"a\" event=\"filed\"/>", 9, "either an event or a stage"},
                    Defect{"reserved_id", "<duty id=\"review\"",
                           "<stage id=\"term\" actor=\"host\" silence=\"none\" article=\"A1\" confidence=\"high\"><title><fr>T</fr><en>T</en></title>"
                           "<owner><fr>T</fr><en>T</en></owner><trigger event=\"filed\"/></stage><duty id=\"review\"",
                           17, "cannot be the id of a stage"},
                    Defect{"unknown_event", "event=\"filed\"", "event=\"sent\"", 14, "one of filed is expected"},
                    Defect{"unknown_article", "silence=\"passes_on\" article=\"A1\"", "silence=\"passes_on\" article=\"A2\"", 12, "article “A2”"},
                    Defect{"unknown_decision", "decides=\"b\"", "decides=\"z\"", 1, "“z” is said to decide"},
                    Defect{"term_of_nothing", " decides=\"b\"", "", 1, "no stage decides"},
                    Defect{"renewal_of_nothing", "  <term count=\"3\" unit=\"years\" article=\"A1\" confidence=\"high\"/>\n", "", 1, "no term"},
                    Defect{"id_twice", "<duty id=\"review\"", "<duty id=\"A\"", 17, "already given in line 12"},
                    Defect{"silence_without_limit", "    <trigger stage=\"a\"/>\n    <limit count=\"2\" unit=\"months\"/>\n", "    <trigger stage=\"a\"/>\n\n",
                           7, "it has no limit"},
                    Defect{"unknown_unit", "<duty id=\"review\" count=\"1\" unit=\"years\"", "<duty id=\"review\" count=\"1\" unit=\"moons\"", 17,
                           "one of hours"},
                    Defect{"unreadable_count", "<term count=\"3\"", "<term count=\"-3\"", 18, "0 to 1000"},
                    Defect{"hours_extended", "<extension count=\"1\" unit=\"months\"", "<extension count=\"1\" unit=\"hours\"", 12, "in hours"},
                    Defect{"no_such_day", "version=\"2006-01-05\"", "version=\"2006-02-30\"", 6, "is no date"},
                    Defect{"unknown_element", "<limit count=\"2\" unit=\"months\"/> <ext", "<limits/><limit count=\"2\" unit=\"months\"/> <ext", 15,
                           "holds no element “limits”"},
                    Defect{"second_limit", "<limit count=\"2\" unit=\"months\"/> <ext",
                           "<limit count=\"2\" unit=\"months\"/><limit count=\"2\" unit=\"months\"/> <ext", 15, "“limit” twice"},
                    Defect{"english_missing", "<en>Minister</en>", "", 8, "English text"}),
    [](const auto& defect) { return std::string{defect.param.name}; });

TEST(RegimeReader, names_the_stages_that_nothing_reaches) {
  const auto xml = replaced(sound, "event=\"filed\" reception", "stage=\"a\" reception");
  EXPECT_THAT(read_regime(xml).defects, testing::Contains(Field(&MarkupDefect::sentence, HasSubstr("Nothing ever reaches the stage “b”"))));
}

TEST(RegimeReader, lists_all_defects_at_once) {
  auto xml = replaced(sound, "<trigger stage=\"a\"/>", "<trigger stage=\"c\"/>");
  xml = replaced(xml, "<term count=\"3\"", "<term count=\"three\"");
  try {
    regime_of(xml, "mine.xml");
    FAIL();
  } catch (const Problem& problem) {
    EXPECT_EQ(problem.kind(), ProblemKind::bad_input);
    EXPECT_THAT(problem.what(), AllOf(HasSubstr("mine.xml"), HasSubstr("line 7:"), HasSubstr("line 18:")));
  }
}

TEST(RegimeReader, cuts_a_long_name_between_characters) { // found by fuzzing
  std::string name = "a";
  for (int i = 0; i < 60; ++i) name += "é";
  const auto reading = read_regime(replaced(sound, "<duty id=\"review\" count=\"1\"", "<duty id=\"" + name + "\""));
  ASSERT_FALSE(reading.defects.empty());
  for (const auto& defect : reading.defects) EXPECT_TRUE(is_utf8(defect.sentence)) << defect.sentence;
}

TEST(ShippedRegimes, are_sound_and_bear_their_file_name) {
  EXPECT_THAT(shipped_regime_ids(), testing::UnorderedElementsAre("agrement-2006", "hds-certification", "snds-project", "snds-project-riph", "snds-permanent",
                                                                  "hdh-project", "mr-006", "incident"));
  for (const auto& id : shipped_regime_ids()) EXPECT_EQ(regime_of(shipped_regime(id), id).id, id);
}

TEST(ShippedRegimes, commit_to_a_methodology_once_and_audit_it_every_three_years) {
  const auto regime = regime_of(shipped_regime("mr-006"), "mr-006");
  EXPECT_EQ(regime.decides, "declaration");
  EXPECT_FALSE(regime.term || regime.renewal) << "one commitment, without end";
  const auto audit = std::ranges::find(regime.duties, "independent-audit", &Duty::id);
  ASSERT_NE(audit, regime.duties.end());
  EXPECT_EQ(audit->every.count, 3);
  EXPECT_EQ(audit->every.unit, LimitUnit::years);
}

TEST(ShippedRegimes, give_the_project_of_the_hub_the_limits_of_the_request_for_data) {
  const auto project = regime_of(shipped_regime("hdh-project"), "hdh-project"), request = regime_of(shipped_regime("snds-project"), "snds-project");
  for (const char* id : {"hdh", "cesrees", "cnil"}) {
    const auto here = std::ranges::find(project.stages, id, &Stage::id), there = std::ranges::find(request.stages, id, &Stage::id);
    ASSERT_TRUE(here != project.stages.end() && there != request.stages.end()) << id;
    EXPECT_EQ(here->limit->count, there->limit->count) << id;
    EXPECT_EQ(here->limit->unit, there->limit->unit) << id;
    EXPECT_EQ(here->silence, there->silence) << id;
  }
}

TEST(ShippedRegimes, that_are_unknown_are_refused_with_the_closest) {
  try {
    shipped_regime("agrement-2007");
    FAIL();
  } catch (const Problem& problem) {
    EXPECT_EQ(problem.kind(), ProblemKind::not_found);
    EXPECT_THAT(problem.remedy(), HasSubstr("agrement-2006"));
  }
}

} // namespace
} // namespace hdskit
