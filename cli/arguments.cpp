#include "cli/arguments.hpp"

#include "cli/command.hpp"
#include "toolkit/base/problem.hpp"
#include "toolkit/base/suggestion.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"

// The one place that includes it: it costs two seconds of compiler time.
#include <boost/program_options/errors.hpp>
#include <boost/program_options/options_description.hpp>
#include <boost/program_options/parsers.hpp>
#include <boost/program_options/value_semantic.hpp>

#include <algorithm>
#include <charconv>

namespace hdskit::cli {
namespace {

namespace po = boost::program_options;

std::string manual_hint(const Command& command) { return tr("See: hdskit help {1}", {command.name}); }

[[noreturn]] void refuse_unknown(const Command& command, const std::string& typed) {
  std::vector<std::string_view> names;
  for (const auto* option : options_of(command)) names.push_back(option->name);
  const auto bare = typed.substr(std::min(typed.find_first_not_of('-'), typed.size()));
  throw Problem{ProblemKind::bad_input, typed, tr("“{1}” is not an option of hdskit {2}.", {typed, command.name}),
                suggestion(bare, names, manual_hint(command), "--")};
}

/// "--output", or the placeholder of an operand.
std::string shown_name(const Option& option, bool operand) { return operand ? tr(option.placeholder) : "--" + std::string{option.name}; }

std::optional<std::int64_t> whole_number(std::string_view text) {
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size() || value < 0 || value > 1'000'000'000) return std::nullopt;
  return value;
}

/// The word of a choice; hyphens and underscores are one to those who type.
std::string chosen_word(const Option& option, const std::string& value, const std::string& name) {
  const auto same = [](char a, char b) { return a == b || (a == '_' && b == '-') || (a == '-' && b == '_'); };
  std::vector<std::string> all;
  for (const auto choice : option.choices) {
    if (std::ranges::equal(choice, value, same)) return std::string{choice};
    all.emplace_back(choice);
  }
  throw Problem{ProblemKind::bad_input, name, tr("{1}: “{2}” is not one of: {3}.", {name, value, joined(all, ", ")}),
                suggestion(value, {option.choices.begin(), option.choices.end()}, tr("Choose one of these words."))};
}

void check_value(const Option& option, const std::string& value, bool operand) {
  const auto name = shown_name(option, operand);
  if (!is_utf8(value) && option.kind != OptionKind::path)
    throw Problem{ProblemKind::bad_input, name, tr("{1}: the text is not in UTF-8.", {name}), tr("Check the encoding of the terminal or of the script.")};
  if (option.kind == OptionKind::date && !Date::parse(value))
    throw Problem{ProblemKind::bad_input, name, tr("{1}: “{2}” is not a date.", {name, value}), tr("Write it as 2026-11-22 or 22/11/2026.")};
  if (option.kind == OptionKind::number && !whole_number(value))
    throw Problem{ProblemKind::bad_input, name, tr("{1}: “{2}” is not a whole number.", {name, value}), tr("Write it with digits only, such as 10.")};
}

void take(Arguments& arguments, const Option& option, const std::string& value, bool operand) {
  check_value(option, value, operand);
  if (!option.repeatable && arguments.has(option.name))
    throw Problem{ProblemKind::bad_input, shown_name(option, operand), tr("{1} was given twice.", {shown_name(option, operand)}), tr("Give it once.")};
  arguments.add(option.name, option.kind == OptionKind::choice ? chosen_word(option, value, shown_name(option, operand)) : value);
}

void require(const Command& command, const Arguments& arguments) {
  for (const auto& operand : command.operands)
    if (operand.required && !arguments.has(operand.name))
      throw Problem{ProblemKind::bad_input, tr(operand.placeholder), tr("hdskit {1} needs {2}.", {command.name, tr(operand.placeholder)}),
                    manual_hint(command)};
  for (const auto& option : command.options)
    if (option.required && !arguments.has(option.name))
      throw Problem{ProblemKind::bad_input, "--" + std::string{option.name},
                    tr("hdskit {1} needs the option {2}.", {command.name, "--" + std::string{option.name}}), manual_hint(command)};
}

std::vector<po::option> split_words(const Command& command, const std::vector<std::string>& words) {
  po::options_description known;
  for (const auto* option : options_of(command)) {
    const std::string name{option->name};
    if (option->kind == OptionKind::flag) known.add_options()(name.c_str(), new po::untyped_value(true));
    else known.add_options()(name.c_str(), po::value<std::string>());
  }
  namespace style = po::command_line_style;
  try {
    return po::command_line_parser(words).options(known).style(style::unix_style & ~style::allow_guessing).run().options;
  } catch (const po::unknown_option& error) { refuse_unknown(command, error.get_option_name()); } catch (const po::invalid_command_line_syntax& error) {
    const auto name = error.get_option_name();
    if (error.kind() == po::invalid_syntax::extra_parameter)
      throw Problem{ProblemKind::bad_input, name, tr("The option {1} takes no value.", {name}), manual_hint(command)};
    throw Problem{ProblemKind::bad_input, name, tr("The option {1} needs a value.", {name}), manual_hint(command)};
  }
}

} // namespace

std::string Arguments::text(std::string_view name) const {
  const auto found = values_.find(name);
  return found == values_.end() ? std::string{} : found->second.back();
}

const std::vector<std::string>& Arguments::all(std::string_view name) const {
  static const std::vector<std::string> none;
  const auto found = values_.find(name);
  return found == values_.end() ? none : found->second;
}

std::optional<Date> Arguments::date(std::string_view name) const { return Date::parse(text(name)); }
std::optional<std::int64_t> Arguments::number(std::string_view name) const { return whole_number(text(name)); }

Arguments parse_arguments(const Command& command, const std::vector<std::string>& words) {
  Arguments arguments;
  std::size_t place = 0;
  for (const auto& word : split_words(command, words)) {
    if (word.position_key >= 0) {
      if (place == command.operands.size())
        throw Problem{ProblemKind::bad_input, word.value.front(), tr("hdskit {1} does not know what to do with “{2}”.", {command.name, word.value.front()}),
                      manual_hint(command)};
      const auto& operand = command.operands[place];
      take(arguments, operand, word.value.front(), true);
      if (!operand.repeatable) ++place;
      continue;
    }
    for (const auto* option : options_of(command))
      if (option->name == word.string_key) take(arguments, *option, option->kind == OptionKind::flag ? std::string{} : word.value.front(), false);
  }
  if (!arguments.has("help")) require(command, arguments);
  return arguments;
}

} // namespace hdskit::cli
