#include "gui/presenter/form.hpp"

#include "gui/presenter/form_calendar.hpp"
#include "tests/support/workspaces.hpp"
#include "toolkit/base/file.hpp"
#include "toolkit/evidence/evidence.hpp"
#include "toolkit/organisation/organisation_store.hpp"

#include <gmock/gmock.h>

using namespace hdskit;
using namespace hdskit::gui;
using namespace tests;
using testing::ElementsAre;
using testing::HasSubstr;

namespace {

class Forms : public testing::Test {
protected:
  ScratchFolder folder;
  Workspace workspace = Workspace::create((folder.path() / "a.hds").string(), acting());

  Form form_of(const char* kind) { return Form{form_fields(workspace, record_kind(kind))}; }
  static std::size_t index(const char* kind, const char* field) { return record_kind(kind).index_of(field); }
};

constexpr auto right_rpps = "10002813839";

} // namespace

TEST_F(Forms, start_with_the_first_word_of_each_choice_and_nothing_else) {
  const auto form = form_of("site");
  EXPECT_FALSE(form.changed());
  EXPECT_EQ(form.value(index("site", "kind")), "primary_room");
  EXPECT_EQ(form.value(index("site", "name")), "");
  EXPECT_EQ(form.value(index("site", "entity")), "");
}

TEST_F(Forms, offer_references_by_name_and_choices_translated) {
  workspace.change(acting(), [](Change& change) {
    LegalEntity entity;
    entity.name = "CHI du Val-de-Brenne";
    add_record(change, entity);
  });
  const auto fields = form_fields(workspace, record_kind("site"));
  EXPECT_THAT(fields[index("site", "entity")].choices, ElementsAre(FormChoice{"", "(none)"}, FormChoice{"1", "CHI du Val-de-Brenne"}));
  EXPECT_EQ(fields[index("site", "kind")].choices.front(), (FormChoice{"primary_room", "primary machine room"}));
}

TEST_F(Forms, are_unchanged_when_the_same_is_typed_another_way) {
  auto form = form_of("service");
  const auto rto = index("service", "rto");
  auto values = form.values();
  values[rto] = "4 h";
  form.start(values);
  form.type(rto, "240 min");
  EXPECT_FALSE(form.changed());
  form.type(rto, "5h");
  EXPECT_TRUE(form.changed());
  EXPECT_EQ(form.value(rto), "5 h");
  EXPECT_EQ(form.assignments(), (Assignments{{"rto", "5 h"}}));
}

TEST_F(Forms, read_dates_as_the_french_write_them_and_store_iso) {
  auto form = form_of("contract");
  const auto signed_on = index("contract", "signed_on");
  form.type(signed_on, "22/11/2026");
  EXPECT_EQ(form.value(signed_on), "2026-11-22");
  form.type(signed_on, "2026-11-23");
  EXPECT_EQ(form.value(signed_on), "2026-11-23");
  form.type(signed_on, "31/02/2026");
  EXPECT_EQ(form.fault(signed_on), "“31/02/2026” is no date: write it as 22/11/2026 or 2026-11-22.");
}

TEST_F(Forms, show_dates_in_the_language_of_the_person) {
  EXPECT_EQ(shown_date("2026-11-22"), "2026-11-22");
  const LanguageScope french{Language::french};
  EXPECT_EQ(shown_date("2026-11-22"), "22/11/2026");
  EXPECT_EQ(shown_date("soon"), "soon");
  auto form = form_of("contract");
  auto values = form.values();
  const auto ends_on = index("contract", "ends_on");
  values[ends_on] = "2026-11-22";
  form.start(values);
  EXPECT_EQ(form.shown(ends_on), "22/11/2026");
  form.type(ends_on, "22/11/2026");
  EXPECT_FALSE(form.changed());
}

TEST_F(Forms, do_not_tell_a_fault_before_the_field_is_left_or_full) {
  auto form = form_of("person");
  const auto rpps = index("person", "rpps");
  form.type(rpps, "1000");
  EXPECT_EQ(form.told_fault(rpps), "");
  EXPECT_EQ(form.fault(rpps), "11 characters are expected; there are 4.");
  form.type(rpps, "10002 81383 8"); // eleven digits, the last is wrong
  EXPECT_THAT(form.told_fault(rpps), HasSubstr("check key"));
  form.type(rpps, right_rpps);
  EXPECT_EQ(form.told_fault(rpps), "");
  EXPECT_EQ(form.value(rpps), right_rpps);

  const auto adeli = index("person", "adeli");
  form.type(adeli, "12");
  form.leave(adeli);
  EXPECT_THAT(form.told_fault(adeli), HasSubstr("9 characters"));
}

TEST_F(Forms, tell_a_missing_field_at_saving_only) {
  auto form = form_of("person");
  const auto name = index("person", "name");
  form.leave(name);
  EXPECT_EQ(form.told_fault(name), "");
  EXPECT_FALSE(form.valid());
  EXPECT_EQ(form.first_fault(), name);
  form.tell_all();
  EXPECT_EQ(form.told_fault(name), "“Name” must be filled in.");
  form.type(name, "   ");
  EXPECT_FALSE(form.valid());
  form.type(name, " Antoine Delcasse ");
  EXPECT_TRUE(form.valid());
  EXPECT_EQ(form.value(name), "Antoine Delcasse");
}

TEST_F(Forms, follow_the_record_in_fields_that_were_not_touched) {
  auto form = form_of("person");
  const auto name = index("person", "name"), position = index("person", "position"), phone = index("person", "phone");
  auto values = form.values();
  values[name] = "Antoine Delcasse";
  values[phone] = "1";
  form.start(values);
  form.type(phone, "2");
  auto theirs = values;
  theirs[position] = "RSSI";
  theirs[phone] = "3";
  EXPECT_THAT(form.follow(theirs), ElementsAre(position));
  EXPECT_EQ(form.value(position), "RSSI");
  EXPECT_EQ(form.shown(phone), "2");
  EXPECT_EQ(form.started()[phone], "1"); // so that the conflict is found at saving
  EXPECT_FALSE(form.touched(position));
}

TEST_F(Forms, keep_what_is_typed_when_other_choices_are_offered) {
  auto form = form_of("site");
  form.type(index("site", "name"), "Salle B");
  workspace.change(acting(), [](Change& change) {
    LegalEntity entity;
    entity.name = "CHI";
    add_record(change, entity);
  });
  form.offer(form_fields(workspace, record_kind("site")));
  EXPECT_EQ(form.fields()[index("site", "entity")].choices.size(), 2u);
  EXPECT_EQ(form.shown(index("site", "name")), "Salle B");
}

TEST_F(Forms, say_what_is_expected) {
  for (const auto& kind : record_kinds())
    for (const auto& field : form_fields(workspace, kind)) {
      const bool needs_hint = field.kind == FieldKind::date || field.kind == FieldKind::duration || field.kind == FieldKind::list || field.full_length > 0;
      EXPECT_EQ(needs_hint && field.hint.empty(), false) << kind.word << " " << field.name;
      EXPECT_EQ(field.kind == FieldKind::choice || field.kind == FieldKind::reference, !field.choices.empty()) << kind.word << " " << field.name;
    }
}

TEST(FormOfEvidence, comes_from_the_same_table_of_fields) {
  Form form{form_fields<Evidence>()};
  EXPECT_EQ(form.fields().size(), Evidence::type().fields.size());
  const auto code = static_cast<std::size_t>(Evidence::type().find("code") - Evidence::type().fields.data());
  EXPECT_EQ(form.fault(code), "“Code” must be filled in.");
}

TEST(Calendar, shows_six_weeks_from_a_monday) {
  const auto month = calendar_month(*Date::of(2026, 11, 22));
  EXPECT_EQ(month.title, "November 2026");
  ASSERT_EQ(month.days.size(), 42u);
  EXPECT_EQ(month.days.front().date, *Date::of(2026, 10, 26));
  EXPECT_FALSE(month.days.front().of_month);
  EXPECT_EQ(std::ranges::count_if(month.days, [](const auto& day) { return day.of_month; }), 30);
  const LanguageScope french{Language::french};
  EXPECT_EQ(calendar_month(*Date::of(2026, 11, 22)).title, "novembre\u00A02026");
}

TEST(Calendar, stays_within_the_month_and_the_years) {
  EXPECT_EQ(months_later(*Date::of(2028, 3, 31), -1), *Date::of(2028, 2, 29));
  EXPECT_EQ(months_later(*Date::of(2026, 12, 15), 1), *Date::of(2027, 1, 15));
  EXPECT_EQ(months_later(*Date::of(1900, 1, 31), -12), *Date::of(1900, 1, 31));
  EXPECT_EQ(months_later(*Date::of(9999, 12, 1), 12), *Date::of(9999, 12, 1));
}
