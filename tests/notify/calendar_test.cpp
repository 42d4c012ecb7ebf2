#include "tests/notify/sample_deadlines.hpp"
#include "tests/support/workspaces.hpp"
#include "toolkit/base/file.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/notify/calendar_store.hpp"
#include "toolkit/notify/deadline_words.hpp"
#include "toolkit/workspace/journal.hpp"

#include <libical/ical.h>

#include <gmock/gmock.h>

namespace tests {
namespace {

using namespace hdskit;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

CalendarLook look(const char* today = "2026-11-22") { return {.domain = "0123456789abcdef.hdskit", .today = day(today)}; }
const Instant stamp = instant("2026-11-22T10:15:00Z");

/// The lines that tests/notify/read_calendar.py prints, by libical.
std::vector<std::string> read_with_libical(const std::string& text) {
  const std::unique_ptr<icalcomponent, decltype(&icalcomponent_free)> calendar{icalparser_parse_string(text.c_str()), icalcomponent_free};
  if (!calendar || icalcomponent_count_errors(calendar.get()) != 0) throw std::runtime_error{"libical does not read it"};
  std::vector<std::string> lines;
  for (auto* event = icalcomponent_get_first_component(calendar.get(), ICAL_VEVENT_COMPONENT); event;
       event = icalcomponent_get_next_component(calendar.get(), ICAL_VEVENT_COMPONENT)) {
    const auto iso = [](icaltimetype time) { return Date::of(time.year, static_cast<unsigned>(time.month), static_cast<unsigned>(time.day))->iso(); };
    const auto property = [&](icalproperty_kind kind) {
      auto* found = icalcomponent_get_first_property(event, kind);
      return std::string{found ? icalvalue_get_text(icalproperty_get_value(found)) : ""};
    };
    std::vector<std::string> alarms;
    for (auto* alarm = icalcomponent_get_first_component(event, ICAL_VALARM_COMPONENT); alarm;
         alarm = icalcomponent_get_next_component(event, ICAL_VALARM_COMPONENT))
      alarms.push_back(
          std::to_string(icaldurationtype_as_int(icalproperty_get_trigger(icalcomponent_get_first_property(alarm, ICAL_TRIGGER_PROPERTY)).duration) / 86'400));
    lines.push_back(joined({property(ICAL_UID_PROPERTY), iso(icalcomponent_get_dtstart(event)), iso(icalcomponent_get_dtend(event)),
                            std::to_string(icalcomponent_get_sequence(event)), icalenum_status_to_string(icalcomponent_get_status(event)),
                            property(ICAL_CATEGORIES_PROPERTY), property(ICAL_SUMMARY_PROPERTY), replaced(property(ICAL_DESCRIPTION_PROPERTY), "\n", "/"),
                            joined(alarms, " ")},
                           "|"));
  }
  return lines;
}

TEST(Calendar, says_the_same_to_two_parsers_that_share_nothing) {
  const auto text = calendar_text(sample_deadlines(), look(), stamp);
  const auto lines = read_with_libical(text);
  EXPECT_EQ(lines, read_with_python(text));
  EXPECT_THAT(lines, ElementsAre("procedure-3-cnil@0123456789abcdef.hdskit|2027-01-15|2027-01-16|0|TENTATIVE|Étape d’une procédure|"
                                 "[Hypothétique] CNIL : avis sur le dossier ; « réserves », s’il y en a|"
                                 "Deux mois à compter de la réception, renouvelables une fois./Article 4, alinéa 2 ; voir aussi l’accusé\\récépissé, n° 7./"
                                 "Responsable\u00A0: Hélène Rousset/Date hypothétique\u00A0: elle suppose un événement qui n’a pas encore eu lieu./"
                                 "Dans le pire des cas\u00A0: le 15\u00A0mars\u00A02027.|-30 -7 -1",
                                 "evidence-PSSI-validity@0123456789abcdef.hdskit|2026-11-20|2026-11-21|0|CONFIRMED|Document à renouveler|"
                                 "[En retard] PSSI : fin de validité||",
                                 "answer-R7@0123456789abcdef.hdskit|2026-11-10|2026-11-11|0|CONFIRMED|Réponse promise|[Fait] Réponse à l’exigence R7|"
                                 "Responsable\u00A0: Omar Le Goff/Fait le 9\u00A0novembre\u00A02026.|",
                                 "mandate-2-end@0123456789abcdef.hdskit|2026-12-31|2027-01-01|0|CONFIRMED|Mandat|"
                                 "Fin du mandat de la déléguée à la protection des données||-30 -7 -1"));
}

TEST(Calendar, is_folded_within_75_octets_and_never_inside_a_letter) {
  auto deadlines = sample_deadlines();
  for (int shift = 0; shift < 8; ++shift) // so that each position of the fold meets each octet of a letter
    deadlines.push_back(deadline("shift-" + std::to_string(shift), "2027-01-01",
                                 std::string(static_cast<std::size_t>(shift), 'x') + replaced(std::string(200, '-'), "-", "é€")));
  const auto text = calendar_text(deadlines, look(), stamp);
  std::size_t lines = 0;
  for (std::size_t at = 0; at < text.size(); ++lines) {
    const auto end = text.find("\r\n", at);
    ASSERT_NE(end, std::string::npos) << "every line ends with CRLF";
    const auto line = text.substr(at, end - at);
    EXPECT_LE(line.size(), 75u) << line;
    EXPECT_TRUE(is_utf8(line)) << line;
    EXPECT_THAT(line, Not(HasSubstr("\n")));
    at = end + 2;
  }
  EXPECT_GT(lines, 60u);
  EXPECT_EQ(read_with_libical(text), read_with_python(text));
}

TEST(Calendar, lets_no_title_add_a_line) {
  const auto text = calendar_text(std::vector{deadline("x", "2027-01-01", "Avis\r\nATTENDEE:mailto:x@y\nEND:VEVENT\x1b[31m")}, look(), stamp);
  EXPECT_THAT(text, HasSubstr("SUMMARY:Avis ATTENDEE:mailto:x@y END:VEVENT[31m\r\n"));
  EXPECT_THAT(text, Not(HasSubstr("\nATTENDEE")));
}

TEST(Calendar, is_the_same_twice_and_an_empty_one_is_lawful) {
  EXPECT_EQ(calendar_text(sample_deadlines(), look(), stamp), calendar_text(sample_deadlines(), look(), stamp));
  EXPECT_TRUE(read_with_python(calendar_text({}, look(), stamp)).empty());
}

TEST(CalendarVersions, grow_only_where_the_event_changed) {
  auto deadlines = sample_deadlines();
  auto seen = look();
  seen.versions = revised_versions(deadlines, seen, stamp);
  const auto later = instant("2026-11-23T08:00:00Z");
  EXPECT_EQ(revised_versions(deadlines, seen, later), seen.versions) << "nothing changed";

  deadlines[3].day = day("2027-01-31");
  const auto first = seen.versions;
  seen.versions = revised_versions(deadlines, seen, later);
  EXPECT_EQ(seen.versions.at("mandate-2-end").sequence, 1);
  EXPECT_EQ(seen.versions.at("mandate-2-end").modified, later);
  EXPECT_EQ(seen.versions.at("procedure-3-cnil"), first.at("procedure-3-cnil"));
  EXPECT_THAT(calendar_text(deadlines, seen, later), HasSubstr("LAST-MODIFIED:20261123T080000Z\r\nSEQUENCE:1\r\n"));
}

TEST(CalendarVersions, grow_on_the_day_on_which_an_event_becomes_late) {
  auto seen = look();
  seen.versions = revised_versions(sample_deadlines(), seen, stamp);
  seen.today = day("2027-01-02");
  const auto revised = revised_versions(sample_deadlines(), seen, instant("2027-01-02T07:00:00Z"));
  EXPECT_EQ(revised.at("mandate-2-end").sequence, 1);
  EXPECT_EQ(revised.at("evidence-PSSI-validity").sequence, 0);
}

class CalendarStore : public OnEachEngine {};
INSTANTIATE_ON_BOTH_ENGINES(CalendarStore);

TEST_P(CalendarStore, remembers_versions_and_writes_nothing_when_nothing_changed) {
  auto workspace = fresh_workspace();
  auto seen = calendar_look(workspace, day("2026-11-22"));
  revise_calendar(workspace, acting(), sample_deadlines(), seen);
  const auto position = journal_position(workspace);
  auto again = calendar_look(workspace, day("2026-11-22"));
  EXPECT_EQ(again.versions, seen.versions);
  EXPECT_EQ(again.domain, seen.domain);
  revise_calendar(workspace, acting("Hélène Rousset", "2026-11-23T10:15:00Z"), sample_deadlines(), again);
  EXPECT_EQ(journal_position(workspace), position);
}

TEST_P(CalendarStore, gives_each_workspace_uids_of_its_own) {
  const auto one = Workspace::create(fresh_location(), acting("A")), other = Workspace::create(fresh_location(), acting("B"));
  EXPECT_NE(calendar_domain(one), calendar_domain(other));
}

} // namespace
} // namespace tests
