#pragma once

#include "toolkit/base/date.hpp"

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>

namespace hdskit {

/// The two languages of the faces. What goes into a French legal file is always French, whatever this says.
enum class Language { french, english };

/// The language of every message from now on; the gettext catalogue (.mo) of French is carried inside the program.
/// The faces call it once, before any work. Until then messages are in English, as they stand in the code.
void use_language(Language language);
Language current_language();

/// While it lives, messages made on this thread are in `language`: the pages of a French legal file, whoever builds it.
class LanguageScope {
public:
  explicit LanguageScope(Language language);
  ~LanguageScope();
  LanguageScope(const LanguageScope&) = delete;
  LanguageScope& operator=(const LanguageScope&) = delete;

private:
  const Language* previous_;
  Language language_;
};

/// The message in the person's language. xgettext collects the literal: call it with nothing else.
std::string tr(const char* message);
/// The same with {1}, {2}, ... replaced by the arguments.
std::string tr(const char* message, std::initializer_list<std::string_view> arguments);
/// Singular or plural by `count`, which also stands for {1}.
std::string trn(const char* singular, const char* plural, std::int64_t count);

/// A day as the person's language writes it: "22 novembre 2026", "22 November 2026".
std::string tr_date(Date date);

/// Marks a literal in a constant table for xgettext; the reader of the table calls tr() on it.
constexpr const char* marked(const char* message) { return message; }

} // namespace hdskit
