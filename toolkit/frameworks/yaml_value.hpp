#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace hdskit {

/// A value of a YAML document, with the line where it stands. Aliases are already replaced by what they mean.
struct YamlValue {
  enum class Kind { scalar, list, map };
  Kind kind = Kind::scalar;
  int line = 0;                   ///< from 1
  std::string text;               ///< of a scalar, as it is meant and never converted: “1.10” stays that; "" for null
  std::vector<std::string> keys;  ///< of a map, one beside each of the entries
  std::vector<YamlValue> entries; ///< of a list or a map

  const YamlValue* find(std::string_view key) const; ///< of a map; nullptr when it has no such key
  bool empty() const { return kind == Kind::scalar ? text.empty() : entries.empty(); }
};

} // namespace hdskit
