#include "toolkit/base/field.hpp"

#include "toolkit/base/problem.hpp"
#include "toolkit/base/text.hpp"

#include <gtest/gtest.h>

using namespace hdskit;

namespace {

template <typename T> T read(std::string_view text) {
  T value{};
  from_field_text(text, value);
  return value;
}

enum class Colour { red, green };
std::span<const Choice> choices_of(Colour) {
  static constexpr Choice choices[] = {{"red", "Rouge"}, {"green", "Vert"}};
  return choices;
}

struct Thing {
  Id<struct ThingTag> id;
  std::string name;
  Colour colour = Colour::red;
  std::optional<Date> until;
};

} // namespace

TEST(Field, reads_durations_as_people_write_them) {
  for (const auto* text : {"4 h", "4h", "240 min", "240", "PT4H", "4 heures"}) EXPECT_EQ(read<std::optional<Minutes>>(text)->count, 240) << text;
  EXPECT_EQ(read<std::optional<Minutes>>("1 h 30")->count, 90);
  EXPECT_EQ(read<std::optional<Minutes>>("2 j")->count, 2880);
  EXPECT_FALSE(read<std::optional<Minutes>>(""));
  for (const auto* text : {"quatre", "-4 h", "4 x", "99999999999 j", "1 h 75", "87840 h 30", "h"})
    EXPECT_THROW(read<std::optional<Minutes>>(text), Problem) << text;
}

TEST(Field, gives_back_every_value_that_it_wrote) {
  for (const std::int64_t minutes : {0, 1, 59, 60, 90, 1440, 2880, 100000}) {
    const std::optional<Minutes> value{Minutes{minutes}};
    EXPECT_EQ(read<std::optional<Minutes>>(to_field_text(value)), value) << minutes;
  }
  const std::vector<std::string> list{"a", "b c"};
  EXPECT_EQ(read<std::vector<std::string>>(to_field_text(list)), list);
}

TEST(Field, reads_choices_by_word_or_label_and_names_them_otherwise) {
  EXPECT_EQ(read<Colour>("green"), Colour::green);
  EXPECT_EQ(read<Colour>("VERT"), Colour::green);
  try {
    read<Colour>("blue");
    FAIL();
  } catch (const Problem& problem) { EXPECT_NE(std::string{problem.what()}.find("red, green"), std::string::npos); }
}

TEST(Field, refuses_text_that_is_not_utf8_without_repeating_it) {
  for (const auto read_it :
       {+[] { read<std::string>("\xE9t\xE9"); }, +[] { read<std::vector<std::string>>("a; \xE9t\xE9"); }, +[] { read<std::int64_t>("1\xE2\x80"); }}) {
    try {
      read_it();
      ADD_FAILURE() << "it was read";
    } catch (const Problem& problem) { EXPECT_TRUE(is_utf8(problem.what()) && is_utf8(problem.subject())) << problem.what(); }
  }
}

TEST(Field, describes_a_member_once_for_everybody) {
  const auto name = field<&Thing::name>("name", "Name", Need::required);
  const auto colour = field<&Thing::colour>("colour", "Colour");
  const auto until = field<&Thing::until>("until", "Until");
  EXPECT_EQ(colour.kind, FieldKind::choice);
  EXPECT_EQ(until.kind, FieldKind::date);
  EXPECT_TRUE(name.required);
  Thing thing;
  name.set(thing, "lamp");
  colour.set(thing, "green");
  until.set(thing, "31/12/2026");
  EXPECT_EQ(name.get(thing) + colour.get(thing) + until.get(thing), "lampgreen2026-12-31");
}
