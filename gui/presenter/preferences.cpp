#include "gui/presenter/preferences.hpp"

#include "toolkit/base/file.hpp"
#include "toolkit/base/problem.hpp"

#include <boost/json.hpp>

#include <algorithm>

namespace hdskit::gui {
namespace {

namespace json = boost::json;

constexpr std::size_t kept_recent = 10;
constexpr std::uint64_t size_limit = 1u << 20;
constexpr std::string_view themes[] = {"system", "light", "dark"};

std::string text_at(const json::object& object, std::string_view name) {
  const auto* value = object.if_contains(name);
  const auto* text = value ? value->if_string() : nullptr;
  return text ? std::string{*text} : "";
}

int length_at(const json::object& object, std::string_view name) {
  constexpr std::int64_t largest = 20'000;
  const auto* value = object.if_contains(name);
  const auto* number = value ? value->if_int64() : nullptr;
  return number ? static_cast<int>(std::clamp<std::int64_t>(*number, 0, largest)) : 0;
}

Preferences preferences_of(const json::object& object) {
  Preferences preferences;
  const auto language = text_at(object, "language");
  if (language == "fr") preferences.language = Language::french;
  if (language == "en") preferences.language = Language::english;
  const auto theme = std::ranges::find(themes, text_at(object, "theme"));
  if (theme != std::end(themes)) preferences.theme = static_cast<Theme>(theme - std::begin(themes));
  preferences.person = text_at(object, "person");
  preferences.page = text_at(object, "page");
  preferences.card_module = text_at(object, "card_module");
  preferences.width = length_at(object, "width");
  preferences.height = length_at(object, "height");
  preferences.maximised = object.contains("maximised") && object.at("maximised") == true;
  if (const auto* recent = object.if_contains("recent"); recent && recent->is_array())
    for (const auto& location : recent->get_array())
      if (location.is_string() && preferences.recent.size() < kept_recent) preferences.recent.emplace_back(location.get_string());
  return preferences;
}

} // namespace

void Preferences::remember(const std::string& location) {
  if (location.find("://") != std::string::npos) return;
  std::erase(recent, location);
  recent.insert(recent.begin(), location);
  if (recent.size() > kept_recent) recent.resize(kept_recent);
}

Preferences read_preferences(const std::filesystem::path& file) {
  try {
    json::error_code error;
    const auto value = json::parse(read_file(file, size_limit), error);
    return !error && value.is_object() ? preferences_of(value.get_object()) : Preferences{};
  } catch (const Problem&) { return {}; }
}

void write_preferences(const std::filesystem::path& file, const Preferences& preferences) {
  std::error_code error;
  if (!std::filesystem::exists(file.parent_path(), error)) {
    std::filesystem::create_directories(file.parent_path(), error);
    if (error) fail_on_file(file.parent_path(), error.value());
    std::filesystem::permissions(file.parent_path(), std::filesystem::perms::owner_all, error);
  }
  json::object object{{"theme", json::string{themes[static_cast<std::size_t>(preferences.theme)]}},
                      {"person", preferences.person},
                      {"page", preferences.page},
                      {"card_module", preferences.card_module},
                      {"width", preferences.width},
                      {"height", preferences.height},
                      {"maximised", preferences.maximised},
                      {"recent", json::value_from(preferences.recent)}};
  if (preferences.language) object["language"] = *preferences.language == Language::french ? "fr" : "en";
  write_file(file, json::serialize(object));
}

} // namespace hdskit::gui
