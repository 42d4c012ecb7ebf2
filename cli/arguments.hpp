#pragma once

#include "cli/option.hpp"
#include "toolkit/base/date.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace hdskit::cli {

struct Command;

/// What the person typed after the command, by option name. Every value has been checked against the kind of its option.
class Arguments {
public:
  bool has(std::string_view name) const { return values_.contains(name); }
  std::string text(std::string_view name) const; ///< "" when it was not given; the last one when it was given twice
  const std::vector<std::string>& all(std::string_view name) const;
  std::optional<Date> date(std::string_view name) const;
  std::optional<std::int64_t> number(std::string_view name) const;

  void add(std::string_view name, std::string value) { values_[std::string{name}].push_back(std::move(value)); }

private:
  std::map<std::string, std::vector<std::string>, std::less<>> values_;
};

/// Reads the words that follow the command. Throws Problem bad_input with the closest known option as remedy.
Arguments parse_arguments(const Command& command, const std::vector<std::string>& words);

} // namespace hdskit::cli
