#include "toolkit/base/translate.hpp"

#include "embedded/catalogues.hpp"

// Boost.Locale's gettext reader alone: asking its generator for a whole locale would load ICU, 30 MB, at each start.
#include <boost/locale/gnu_gettext.hpp>
#include <boost/locale/message.hpp>

#include <locale>
#include <vector>

namespace hdskit {
namespace {

namespace gettext = boost::locale::gnu_gettext;

constexpr const char* domain = "hdskit";

/// Finds "<language>/hdskit.mo" among the files inside the program.
std::vector<char> catalogue(const std::string& file_name, const std::string&) {
  for (const auto& file : embedded::catalogues())
    if (file_name.ends_with(file.path)) return {file.bytes.begin(), file.bytes.end()};
  return {};
}

Language faces_language = Language::english; // set once by a face, before any thread
thread_local const Language* scoped_language = nullptr;

std::locale french_locale() {
  gettext::messages_info info;
  info.language = "fr";
  info.encoding = "UTF-8";
  info.domains.emplace_back(domain);
  info.paths.emplace_back("");
  info.callback = catalogue;
  return {std::locale::classic(), gettext::create_messages_facet<char>(info)};
}

const std::locale& current_locale() {
  if (current_language() == Language::english) return std::locale::classic();
  static const std::locale french = french_locale();
  return french;
}

std::string with_arguments(std::string_view message, std::initializer_list<std::string_view> arguments) {
  std::string text;
  for (std::size_t i = 0; i < message.size(); ++i) {
    const bool place = message[i] == '{' && i + 2 < message.size() && message[i + 2] == '}' && message[i + 1] >= '1' && message[i + 1] <= '9';
    const auto index = place ? static_cast<std::size_t>(message[i + 1] - '1') : arguments.size();
    if (index < arguments.size()) {
      text += arguments.begin()[index];
      i += 2;
    } else {
      text += message[i];
    }
  }
  return text;
}

} // namespace

void use_language(Language language) { faces_language = language; }
Language current_language() { return scoped_language ? *scoped_language : faces_language; }

LanguageScope::LanguageScope(Language language) : previous_{scoped_language}, language_{language} { scoped_language = &language_; }
LanguageScope::~LanguageScope() { scoped_language = previous_; }

// Asked of the facet itself: boost::locale::translate() strips every letter that is not ASCII from a message without translation.
using Facet = boost::locale::message_format<char>;

std::string tr(const char* message) {
  const auto& locale = current_locale();
  const char* found = std::has_facet<Facet>(locale) ? std::use_facet<Facet>(locale).get(0, nullptr, message) : nullptr;
  return found ? found : message;
}

std::string tr(const char* message, std::initializer_list<std::string_view> arguments) { return with_arguments(tr(message), arguments); }

std::string tr_date(Date date) {
  static constexpr const char* months[] = {"January", "February", "March",     "April",   "May",      "June",
                                           "July",    "August",   "September", "October", "November", "December"};
  if (current_language() == Language::french) return date.french();
  return std::to_string(date.day()) + " " + months[date.month() - 1] + " " + std::to_string(date.year());
}

std::string trn(const char* singular, const char* plural, std::int64_t count) {
  const auto& locale = current_locale();
  const char* found = std::has_facet<Facet>(locale) ? std::use_facet<Facet>(locale).get(0, nullptr, singular, static_cast<int>(count)) : nullptr;
  const std::string text = found ? found : (count == 1 ? singular : plural);
  return with_arguments(text, {std::to_string(count)});
}

} // namespace hdskit
