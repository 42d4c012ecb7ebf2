#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>

namespace hdskit {

/// Where values of a JSON text begin, by the way to them as defects name it: "risks[3].gravity". For sentences about a text that was parsed already.
class JsonPlaces {
public:
  /// Reads the text once; `ways` are those that are asked for.
  JsonPlaces(std::string_view json, const std::set<std::string>& ways);

  /// “line 12, column 5: …”, both from 1, columns in characters; where the way ends early, of what is nearest: of "risks[3]" that has no "gravity".
  std::string placed(std::string way, const std::string& sentence) const;

  /// The same place as a number of bytes after the byte order mark; nothing when not even the beginning is there.
  std::optional<std::size_t> offset_of(std::string way) const;

private:
  std::string_view json_;
  std::map<std::string, std::size_t> offsets_; // by way
};

} // namespace hdskit
