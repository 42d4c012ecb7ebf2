#include "toolkit/organisation/record_json.hpp"

namespace hdskit {
namespace {

constexpr std::int64_t greatest_number = 1'000'000'000;   // per cent, grades, days
constexpr std::int64_t greatest_cost = 1'000'000'000'000; // euros

std::string_view view_of_json(const boost::json::string& text) { return {text.data(), text.size()}; }

boost::json::string_view json_view(std::string_view text) { return {text.data(), text.size()}; }

boost::json::array json_list(const std::string& text) {
  std::vector<std::string> parts;
  from_field_text(text, parts);
  boost::json::array list;
  for (const auto& part : parts) list.emplace_back(json_view(part));
  return list;
}

std::string list_text(const boost::json::value& value, std::string& defect) {
  const auto* list = value.if_array();
  std::vector<std::string> parts;
  if (!list) defect = tr("A list [ … ] is expected here.");
  else
    for (const auto& part : *list) {
      const auto* text = part.if_string();
      const auto words = text ? trimmed(view_of_json(*text)) : std::string_view{};
      if (words.empty() || words.find(';') != std::string_view::npos)
        defect = tr("Each part of the list must be a text that is not empty and has no semicolon.");
      else parts.emplace_back(words);
    }
  return joined(parts, "; ");
}

std::string number_text(const FieldView& field, const boost::json::value& value, std::string& defect) {
  const auto greatest = field.name == "cost" ? greatest_cost : greatest_number;
  const auto* number = value.if_int64();
  if (number && *number >= 0 && *number <= greatest) return std::to_string(*number);
  defect = tr("A whole number from {1} to {2} is expected here.", {"0", std::to_string(greatest)});
  return "";
}

} // namespace

boost::json::value json_of_field(FieldKind kind, const std::string& text) {
  if (kind == FieldKind::number) return std::stoll(text);
  if (kind == FieldKind::list) return json_list(text);
  return boost::json::string{json_view(text)};
}

std::string text_of_json(const FieldView& field, const boost::json::value& value, std::string& defect) {
  if (field.kind == FieldKind::list) return list_text(value, defect);
  if (field.kind == FieldKind::number) return number_text(field, value, defect);
  const auto* text = value.if_string();
  if (!text) defect = tr("A text is expected here.");
  else if (field.kind == FieldKind::choice && std::ranges::find(field.choices, view_of_json(*text), &Choice::word) == field.choices.end()) {
    std::vector<std::string> words;
    for (const auto& choice : field.choices) words.emplace_back(choice.word);
    defect = tr("One of these words is expected here: {1}.", {joined(words, ", ")});
  } else return std::string{view_of_json(*text)};
  return "";
}

std::string unknown_member(std::string_view name) {
  constexpr std::size_t longest = 60;
  return tr("The format has no member “{1}”.", {name.size() <= longest ? name : std::string_view{"…"}});
}

void check_document(const boost::json::object& root, std::string_view format, int version, const std::vector<std::string_view>& members, JsonDefects& defects) {
  const auto* own_format = root.if_contains("format");
  if (!own_format || !own_format->is_string() || view_of_json(own_format->get_string()) != format)
    defects.report("format", tr("“{1}” is expected here: this is another kind of file.", {format}));
  const auto* own_version = root.if_contains("version");
  if (!own_version || *own_version != version)
    defects.report("version", tr("{1} is expected here: this program reads no other version of the format.", {std::to_string(version)}));
  for (const auto& [name, value] : root)
    if (name != "format" && name != "version" && std::ranges::find(members, std::string_view{name.data(), name.size()}) == members.end())
      defects.report("", unknown_member({name.data(), name.size()}));
}

} // namespace hdskit
