#include "cli/help.hpp"

#include "cli/catalogue.hpp"
#include "cli/display_width.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"

#include <algorithm>
#include <ostream>

namespace hdskit::cli {
namespace {

struct Line {
  std::string term, explanation;
};

void print_lines(std::ostream& out, const std::vector<Line>& lines, int width) {
  constexpr std::size_t widest_term = 30;
  std::size_t column = 0;
  for (const auto& line : lines) column = std::max(column, std::min(widest_term, display_width(line.term)));
  const std::string indent(column + 4, ' ');
  for (const auto& line : lines) {
    const auto taken = display_width(line.term);
    std::string first = "  " + line.term;
    if (taken > column) {
      out << first << '\n';
      first = indent;
    } else {
      first += std::string(column - taken + 2, ' ');
    }
    out << wrapped(line.explanation, static_cast<std::size_t>(width), first, indent);
  }
}

std::string term_of(const Option& option) {
  const auto name = "--" + std::string{option.name};
  return option.placeholder ? name + " " + tr(option.placeholder) : name;
}

std::string explanation_of(const Option& option) {
  auto text = tr(option.help);
  std::vector<std::string> words{option.choices.begin(), option.choices.end()};
  if (words.size() > 2) text += " " + tr("One of: {1}.", {joined(words, ", ")});
  if (option.repeatable) text += " " + tr("May be given several times.");
  return text;
}

std::vector<Line> lines_of_options(std::span<const Option> options) {
  std::vector<Line> lines;
  for (const auto& option : options) lines.push_back({term_of(option), explanation_of(option)});
  return lines;
}

std::vector<Line> lines_of_commands(const std::vector<const Command*>& commands) {
  std::vector<Line> lines;
  for (const auto* command : commands) lines.push_back({std::string{command->name}, tr(command->summary)});
  return lines;
}

} // namespace

int text_width(int terminal_width) {
  constexpr int comfortable = 100, without_terminal = 80;
  return terminal_width > 0 ? std::clamp(terminal_width, 40, comfortable) : without_terminal;
}

std::string synopsis(const Command& command) {
  std::string text = "hdskit " + std::string{command.name};
  for (const auto& option : command.options)
    if (option.required) text += " " + term_of(option);
  text += " [" + tr("OPTION") + "…]";
  for (const auto& operand : command.operands) {
    const auto shown = tr(operand.placeholder) + (operand.repeatable ? "…" : "");
    text += operand.required ? " " + shown : " [" + shown + "]";
  }
  return text;
}

void print_options(std::ostream& out, const Command& command, int width) {
  std::vector<Line> operands;
  for (const auto& operand : command.operands) operands.push_back({tr(operand.placeholder), explanation_of(operand)});
  print_lines(out, operands, width);
  if (!operands.empty()) out << '\n';
  auto own = lines_of_options(command.options);
  if (command.json) own.push_back({term_of(json_option()), explanation_of(json_option())});
  print_lines(out, own, width);
  if (!own.empty()) out << '\n';
  out << tr("Options of every command:") << '\n';
  print_lines(out, lines_of_options(global_options()), width);
}

void print_help(std::ostream& out, const Command& command, int width) {
  out << tr("Usage: {1}", {synopsis(command)}) << "\n\n" << wrapped(tr(command.summary) + ".", static_cast<std::size_t>(width), "", "") << '\n';
  print_options(out, command, width);
  out << '\n' << tr("Manual page: {1}", {"hdskit help " + std::string{command.name}}) << '\n';
}

void print_noun(std::ostream& out, std::string_view noun, int width) {
  out << tr("Usage: {1}", {"hdskit " + std::string{noun} + " " + tr("VERB") + " [" + tr("OPTION") + "…]"}) << "\n\n";
  print_lines(out, lines_of_commands(commands_of(noun)), width);
  out << '\n' << tr("Manual page: {1}", {"hdskit help " + std::string{noun} + " " + tr("VERB")}) << '\n';
}

void print_overview(std::ostream& out, int width) {
  out << tr("Usage: {1}", {"hdskit " + tr("NOUN") + " " + tr("VERB") + " [" + tr("OPTION") + "…]"}) << "\n\n"
      << wrapped(
             tr("hdskit helps a hospital that hosts health data to keep its file: what it is, what proves it, what is still missing, and the dossier as PDF."),
             static_cast<std::size_t>(width), "", "")
      << '\n';
  const auto all = all_commands();
  print_lines(out, lines_of_commands({all.begin(), all.end()}), width);
  out << '\n' << tr("Options of every command:") << '\n';
  print_lines(out, lines_of_options(global_options()), width);
  out << '\n' << tr("Manual page: {1}", {"hdskit help " + tr("NOUN") + " " + tr("VERB")}) << '\n';
}

} // namespace hdskit::cli
