#include "toolkit/workspace/record_json.hpp"

#include <boost/json.hpp>

namespace hdskit {

std::string json_object(const std::vector<std::pair<std::string_view, std::string_view>>& members) {
  boost::json::object object;
  for (const auto& [name, value] : members) object[boost::json::string_view{name.data(), name.size()}] = boost::json::string_view{value.data(), value.size()};
  return boost::json::serialize(object);
}

std::optional<RecordTexts> texts_of_json(std::string_view object) {
  if (object.empty()) return RecordTexts{};
  boost::system::error_code error;
  const auto json = boost::json::parse({object.data(), object.size()}, error);
  if (error || !json.is_object()) return std::nullopt;
  RecordTexts texts;
  for (const auto& [name, value] : json.as_object())
    if (const auto* text = value.if_string()) texts[std::string{name}] = std::string{*text};
  return texts;
}

} // namespace hdskit
