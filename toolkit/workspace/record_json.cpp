#include "toolkit/workspace/record_json.hpp"

#include <boost/json.hpp>

namespace hdskit {

std::string json_object(const std::vector<std::pair<std::string_view, std::string_view>>& members) {
  boost::json::object object;
  for (const auto& [name, value] : members) object[boost::json::string_view{name.data(), name.size()}] = boost::json::string_view{value.data(), value.size()};
  return boost::json::serialize(object);
}

} // namespace hdskit
