#pragma once

#include <span>
#include <string_view>

namespace hdskit::cli {

enum class OptionKind { text, path, date, number, choice, flag };

/// One option of a command ("--output FILE"), or one operand ("FILE"), as data: parsing, help, manual page and completion are all
/// made from it.
struct Option {
  std::string_view name;   ///< as typed after "--"; an operand is looked up by it
  const char* placeholder; ///< marked message: "FILE"; nullptr for a flag
  const char* help;        ///< marked message, one sentence
  OptionKind kind = OptionKind::text;
  bool required = false;
  bool repeatable = false;
  std::span<const std::string_view> choices = {}; ///< for OptionKind::choice
};

/// The options that every command understands.
std::span<const Option> global_options();
/// "--json", understood by the commands that say so.
const Option& json_option();

} // namespace hdskit::cli
