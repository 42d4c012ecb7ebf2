#include "cli/completion.hpp"

#include "cli/catalogue.hpp"

#include <ostream>
#include <set>
#include <string>

namespace hdskit::cli {
namespace {

std::string words_of(const Option& option) {
  std::string words;
  for (const auto choice : option.choices) words += (words.empty() ? "" : " ") + std::string{choice};
  return words;
}

/// The bash that offers the values of an option or operand; "" when nothing can be guessed.
std::string offer(const Option& option) {
  if (option.kind == OptionKind::path) return "_hdskit_files";
  if (!option.choices.empty()) return "_hdskit_words \"" + words_of(option) + "\"";
  return {};
}

void print_nouns(std::ostream& out) {
  std::set<std::string_view> nouns;
  for (const auto* command : all_commands()) nouns.insert(noun_of(*command));
  out << "  if [[ -z $command ]]; then\n    _hdskit_words \"--version";
  for (const auto& option : global_options()) out << " --" << option.name;
  for (const auto noun : nouns) out << ' ' << noun;
  out << "\"\n    return\n  fi\n";
}

/// The words that may follow a group, each once.
std::string words_after(std::string_view group) {
  std::string words;
  std::set<std::string_view> seen;
  for (const auto* command : commands_of(group)) {
    const auto rest = command->name.substr(group.size() + 1);
    if (const auto word = rest.substr(0, rest.find(' ')); seen.insert(word).second) words += (words.empty() ? "" : " ") + std::string{word};
  }
  return words;
}

void print_verbs(std::ostream& out) {
  out << "  case $command in\n";
  for (const auto group : command_groups()) out << "    \"" << group << "\") _hdskit_words \"" << words_after(group) << "\"; return ;;\n";
  out << "  esac\n";
}

void print_values(std::ostream& out) {
  out << "  case \"$command $previous\" in\n";
  for (const auto* command : all_commands())
    for (const auto& option : command->options)
      if (option.kind != OptionKind::flag)
        out << "    \"" << command->name << " --" << option.name << "\") " << (offer(option).empty() ? ":" : offer(option)) << "; return ;;\n";
  out << "  esac\n  case $previous in\n";
  for (const auto& option : global_options())
    if (option.kind != OptionKind::flag) out << "    --" << option.name << ") " << (offer(option).empty() ? ":" : offer(option)) << "; return ;;\n";
  out << "  esac\n";
}

void print_options_and_operands(std::ostream& out) {
  out << "  if [[ $current == -* ]]; then\n    case $command in\n";
  for (const auto* command : all_commands()) {
    out << "      \"" << command->name << "\") _hdskit_words \"";
    const char* separator = "";
    for (const auto* option : options_of(*command)) {
      out << separator << "--" << option->name;
      separator = " ";
    }
    out << "\" ;;\n";
  }
  out << "    esac\n    return\n  fi\n  case \"$command $operands\" in\n";
  for (const auto* command : all_commands())
    for (std::size_t i = 0; i < command->operands.size(); ++i)
      if (const auto& operand = command->operands[i]; !offer(operand).empty())
        out << "    \"" << command->name << " \"" << (operand.repeatable ? "*" : "\"" + std::to_string(i) + "\"") << ") " << offer(operand) << " ;;\n";
  out << "  esac\n";
}

/// Options that are followed by a value: what comes after them is neither a command nor an operand. A word can be a flag of one command and not of another.
void print_scan(std::ostream& out) {
  std::string valued, groups;
  for (const auto& option : global_options())
    if (option.kind != OptionKind::flag) valued += (valued.empty() ? "*\" --" : "|*\" --") + std::string{option.name} + "\"";
  for (const auto* command : all_commands())
    for (const auto& option : command->options)
      if (option.kind != OptionKind::flag) valued += "|\"" + std::string{command->name} + " --" + std::string{option.name} + "\"";
  for (const auto group : command_groups()) groups += "|\"" + std::string{group} + "\"";
  out << R"(  for ((i = 1; i < COMP_CWORD; i++)); do
    case "$command ${COMP_WORDS[i]}" in
      )"
      << valued << R"() ((i++)); continue ;;
    esac
    case ${COMP_WORDS[i]} in
      -*) ;;
      *) case $command in
          "")"
      << groups << R"() command+=${command:+ }${COMP_WORDS[i]} ;;
          *) ((operands++)) ;;
        esac ;;
    esac
  done
)";
}

} // namespace

void print_bash_completion(std::ostream& out) {
  out << R"(# bash completion for hdskit, made by: hdskit completion bash
_hdskit_words() { mapfile -t COMPREPLY < <(compgen -W "$1" -- "${COMP_WORDS[COMP_CWORD]}"); }
_hdskit_files() {
  compopt -o filenames 2>/dev/null
  mapfile -t COMPREPLY < <(compgen -f -- "${COMP_WORDS[COMP_CWORD]}")
}
_hdskit() {
  local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]} command= operands=0 i
  COMPREPLY=()
)";
  print_scan(out);
  print_values(out);
  print_nouns(out);
  print_verbs(out);
  print_options_and_operands(out);
  out << "}\ncomplete -F _hdskit hdskit\n";
}

} // namespace hdskit::cli
