#include "toolkit/organisation/record_key.hpp"

#include "toolkit/base/text.hpp"

#include <algorithm>

namespace hdskit {

std::vector<std::size_t> key_fields(const RecordKind& kind) {
  const std::string_view single = kind.word == "service" ? "code" : kind.word == "subcontractor" ? "name" : "reference";
  const auto found = std::ranges::find(kind.fields, single, &FieldView::name);
  if (found != kind.fields.end()) return {static_cast<std::size_t>(found - kind.fields.begin())};
  std::vector<std::size_t> places;
  for (std::size_t i = 0; i < kind.fields.size(); ++i)
    if (kind.fields[i].required) places.push_back(i);
  return places;
}

std::string record_key(const std::vector<std::string>& key) { return joined(key, " · "); }

std::string record_key(const RecordKind& kind, const std::vector<std::string>& values) {
  std::vector<std::string> key;
  for (const auto place : key_fields(kind)) key.push_back(values[place]);
  return record_key(key);
}

} // namespace hdskit
