#include "gui/presenter/draft_store.hpp"

#include "toolkit/base/digest.hpp"
#include "toolkit/base/file.hpp"
#include "toolkit/base/problem.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/surroundings/surroundings.hpp"

#include <boost/json.hpp>

namespace hdskit::gui {
namespace {

namespace json = boost::json;

constexpr std::uint64_t size_limit = 16u << 20;

/// One file, however it was named when it was opened.
std::string settled_location(const std::string& location) {
  if (location.find("://") != std::string::npos) return location;
  std::error_code error;
  const auto path = std::filesystem::weakly_canonical(location, error);
  return error ? location : path.string();
}

json::object object_of(const Draft::Texts& texts) {
  json::object object;
  for (const auto& [name, text] : texts) object[name] = text;
  return object;
}

std::optional<Draft::Texts> texts_at(const json::object& object, std::string_view name) {
  const auto* value = object.if_contains(name);
  if (!value || !value->is_object()) return std::nullopt;
  Draft::Texts texts;
  for (const auto& [key, text] : value->get_object()) {
    if (!text.is_string() || !is_utf8(std::string_view{text.get_string()})) return std::nullopt;
    texts.emplace(key, text.get_string());
  }
  return texts;
}

std::optional<Draft> draft_of(const std::string& bytes) {
  json::error_code error;
  const auto value = json::parse(bytes, error);
  if (error || !value.is_object()) return std::nullopt;
  const auto& object = value.get_object();
  const auto* moment = object.if_contains("at");
  const auto at = moment && moment->is_string() ? Instant::parse(std::string_view{moment->get_string()}) : std::nullopt;
  const auto typed = texts_at(object, "typed"), before = texts_at(object, "before");
  if (!at || !typed || !before) return std::nullopt;
  return Draft{*at, *typed, *before};
}

} // namespace

DraftStore::DraftStore(std::filesystem::path folder, const std::string& location) : folder_{std::move(folder)}, location_{settled_location(location)} {}

std::filesystem::path DraftStore::file_of(std::string_view subject) const {
  const char separator = '\0'; // in neither of them
  return folder_ / (digest_of(location_ + separator + std::string{subject}).hex() + ".draft");
}

void DraftStore::keep(std::string_view subject, const Draft& draft) const {
  std::error_code error;
  if (!std::filesystem::exists(folder_, error)) {
    std::filesystem::create_directories(folder_, error);
    if (error) fail_on_file(folder_, error.value());
    std::filesystem::permissions(folder_, std::filesystem::perms::owner_all, error);
    if (error) fail_on_file(folder_, error.value());
  }
  write_file(file_of(subject), json::serialize(json::object{{"at", draft.at.iso()}, {"typed", object_of(draft.typed)}, {"before", object_of(draft.before)}}));
}

std::optional<Draft> DraftStore::find(std::string_view subject) const {
  try {
    return draft_of(read_file(file_of(subject), size_limit));
  } catch (const Problem&) { return std::nullopt; }
}

void DraftStore::forget(std::string_view subject) const noexcept {
  try {
    std::error_code ignored;
    std::filesystem::remove(file_of(subject), ignored);
  } catch (...) {} // an old draft is offered once more
}

std::string age_of_draft(const Draft& draft, Instant now) {
  const auto minutes = std::chrono::floor<std::chrono::minutes>(now.seconds() - draft.at.seconds()).count();
  constexpr std::int64_t hour = 60, day = 24 * hour;
  if (minutes < 0 || minutes >= day) return tr("on {1}", {tr_date(paris_date(draft.at))});
  if (minutes < 1) return tr("a moment ago");
  return minutes < hour ? trn("{1} minute ago", "{1} minutes ago", minutes) : trn("{1} hour ago", "{1} hours ago", minutes / hour);
}

} // namespace hdskit::gui
