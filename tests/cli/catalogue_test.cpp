#include "cli/catalogue.hpp"
#include "cli/manual.hpp"

#include <gmock/gmock.h>

#include <filesystem>
#include <set>

namespace hdskit::cli {
namespace {

using testing::HasSubstr;

std::vector<const Option*> options_and_operands(const Command& command) {
  std::vector<const Option*> all;
  for (const auto& operand : command.operands) all.push_back(&operand);
  for (const auto& option : command.options) all.push_back(&option);
  return all;
}

TEST(Catalogue, names_are_unique_and_are_a_noun_and_a_verb_or_have_a_part_between) {
  std::set<std::string_view> seen;
  for (const auto* command : all_commands()) {
    EXPECT_TRUE(seen.insert(command->name).second) << command->name;
    const auto spaces = std::ranges::count(command->name, ' ');
    EXPECT_TRUE(command->name == "help" || spaces == 1 || spaces == 2) << command->name;
    EXPECT_FALSE(std::ranges::count(command_groups(), command->name)) << command->name << " would hide longer names";
    EXPECT_NE(command->run, nullptr) << command->name;
  }
}

TEST(Catalogue, every_command_has_a_summary_without_full_stop) {
  for (const auto* command : all_commands()) {
    const std::string_view summary = command->summary;
    ASSERT_GT(summary.size(), 10u) << command->name;
    EXPECT_FALSE(summary.ends_with('.')) << command->name;
  }
}

TEST(Catalogue, every_option_has_its_help_and_values_their_placeholder) {
  for (const auto* command : all_commands()) {
    std::set<std::string_view> names;
    for (const auto* option : options_and_operands(*command)) {
      EXPECT_TRUE(names.insert(option->name).second) << command->name << " " << option->name;
      EXPECT_TRUE(std::string_view{option->help}.ends_with('.')) << command->name << " " << option->name;
      EXPECT_EQ(option->placeholder == nullptr, option->kind == OptionKind::flag) << command->name << " " << option->name;
      EXPECT_EQ(option->choices.empty(), option->kind != OptionKind::choice) << command->name << " " << option->name;
    }
    for (const auto& global : global_options()) EXPECT_FALSE(names.contains(global.name)) << command->name << " hides --" << global.name;
  }
}

TEST(Catalogue, only_the_last_operand_may_be_left_out_or_repeated) {
  for (const auto* command : all_commands())
    for (std::size_t i = 0; i + 1 < command->operands.size(); ++i)
      EXPECT_TRUE(command->operands[i].required && !command->operands[i].repeatable) << command->name;
}

TEST(Catalogue, every_command_has_a_manual_in_both_languages) {
  for (const auto* command : all_commands()) {
    const auto english = manual_source(file_stem_of(*command), Language::english), french = manual_source(file_stem_of(*command), Language::french);
    ASSERT_TRUE(english && french) << command->name;
    const auto title = "# " + std::string{command->name} + "\n";
    EXPECT_TRUE(english->starts_with(title)) << command->name;
    EXPECT_TRUE(french->starts_with(title)) << command->name;
    for (const char* section : {"## Description\n", "## Exit status\n", "## Examples\n", "    hdskit "})
      EXPECT_THAT(*english, HasSubstr(section)) << command->name;
    for (const char* section : {"## Description\n", "## Codes de sortie\n", "## Exemples\n", "    hdskit "})
      EXPECT_THAT(*french, HasSubstr(section)) << command->name;
  }
}

TEST(Catalogue, no_manual_stands_without_its_command) {
  for (const auto& entry : std::filesystem::directory_iterator{SOURCE_DIR "/cli/commands"}) {
    auto stem = entry.path().filename().string();
    stem = stem.substr(0, stem.find('.'));
    std::ranges::replace(stem, '_', ' ');
    if (stem != "exit status") { EXPECT_NE(find_command(stem), nullptr) << entry.path(); }
  }
}

TEST(Catalogue, french_manuals_put_no_break_before_high_punctuation) {
  for (const auto* command : all_commands()) {
    const auto french = manual_source(file_stem_of(*command), Language::french).value_or("");
    for (const char* loose : {" ;", " !", " ?", " »", "« "}) EXPECT_THAT(french, testing::Not(HasSubstr(loose))) << command->name;
  }
}

TEST(FindRequest, reads_global_options_before_the_command) {
  const auto request = find_request({"--lang", "fr", "journal", "list", "--last", "3"});
  ASSERT_NE(request.command, nullptr);
  EXPECT_EQ(request.command->name, "journal list");
  EXPECT_THAT(request.words, testing::ElementsAre("--lang", "fr", "--last", "3"));
}

TEST(FindRequest, reads_commands_of_three_words) {
  const auto request = find_request({"risk", "--json", "study", "import", "etude.json"});
  ASSERT_NE(request.command, nullptr);
  EXPECT_EQ(request.command->name, "risk study import");
  EXPECT_THAT(request.words, testing::ElementsAre("--json", "etude.json"));
  EXPECT_EQ(find_request({"risk", "study"}).noun, "risk study");
  EXPECT_EQ(commands_of("risk study").size(), 2u);
  EXPECT_EQ(file_stem_of(*request.command), "risk_study_import");
}

} // namespace
} // namespace hdskit::cli
