#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace hdskit {

/// What the journal keeps of a record: a JSON object of texts, names in the order given, none of them twice.
std::string json_object(const std::vector<std::pair<std::string_view, std::string_view>>& members);

/// Texts of a record by the name of their field; a field that is absent is empty.
using RecordTexts = std::map<std::string, std::string, std::less<>>;

/// Reads what json_object wrote; members that are no texts are left out. "" gives no texts, anything else that is no object gives nothing.
std::optional<RecordTexts> texts_of_json(std::string_view object);

} // namespace hdskit
