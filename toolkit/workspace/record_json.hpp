#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace hdskit {

/// What the journal keeps of a record: a JSON object of texts, names in the order given.
std::string json_object(const std::vector<std::pair<std::string_view, std::string_view>>& members);

} // namespace hdskit
