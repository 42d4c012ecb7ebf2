#include "toolkit/access/review.hpp"

#include "toolkit/access/cps_identity.hpp"
#include "toolkit/base/text.hpp"

#include <algorithm>

namespace hdskit {
namespace {

constexpr std::size_t rpps_digits = 11, adeli_characters = 9;

bool is_word_character(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80; }

std::string squeezed(std::string_view text) {
  std::string result;
  for (const char c : text)
    if (c != ' ' && c != '.' && c != '-') result += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  return replaced(replaced(std::move(result), "\u00A0", ""), "\u202F", "");
}

/// Decomposed accents (NFD) lose their marks, U+0300 to U+036F, so that they fold as composed ones do.
std::string without_marks(std::string_view text) {
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]), next = i + 1 < text.size() ? static_cast<unsigned char>(text[i + 1]) : static_cast<unsigned char>(0);
    const bool mark = (byte == 0xCC && next >= 0x80) || (byte == 0xCD && next >= 0x80 && next < 0xB0);
    if (mark) ++i;
    else result += text[i];
  }
  return result;
}

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words(1);
  for (const char c : folded(without_marks(text))) {
    if (is_word_character(c)) words.back() += c;
    else if (!words.back().empty()) words.emplace_back();
  }
  if (words.back().empty()) words.pop_back();
  return words;
}

} // namespace

std::string national_id_of(std::string_view text) {
  const auto id = squeezed(text);
  if (id.size() == rpps_digits && Rpps::parse(id)) return "8" + id;
  if (id.size() == adeli_characters && Adeli::parse(id)) return "0" + id;
  if (id.size() == rpps_digits + 1 && id.front() == '8' && Rpps::parse(id.substr(1))) return id;
  if (id.size() == adeli_characters + 1 && id.front() == '0' && Adeli::parse(id.substr(1))) return id;
  const auto slash = id.find('/');
  const bool of_structure =
      slash != std::string::npos && slash > 1 && slash + 1 < id.size() && std::string_view{"13456"}.find(id.front()) != std::string_view::npos;
  return of_structure ? std::string{trimmed(text)} : "";
}

std::string folded_word(std::string_view text) { return folded(without_marks(trimmed(text))); }

std::string family_key(std::string_view name) { return joined(words_of(name), " "); }

std::uint64_t text_hash(std::string_view text) { return text.empty() ? 0 : std::hash<std::string_view>{}(text); }

std::string person_name_key(std::string_view name) {
  auto words = words_of(name);
  std::ranges::sort(words);
  words.erase(std::unique(words.begin(), words.end()), words.end()); // a table with a full name and a given name says it twice
  return joined(words, " ");
}

bool says_words(std::string_view text, std::string_view phrase) {
  const auto sought = " " + joined(words_of(phrase), " ") + " ";
  return sought.size() > 2 && (" " + joined(words_of(text), " ") + " ").find(sought) != std::string::npos;
}

AccountMeans means_of(std::string_view text) {
  AccountMeans means;
  const auto words = " " + joined(words_of(text), " ") + " ";
  const auto without_ecps = replaced(words, " e cps ", " ");
  const auto says = [](const std::string& where, std::initializer_list<std::string_view> phrases) {
    return std::ranges::any_of(phrases, [&](auto phrase) { return where.find(" " + std::string{phrase} + " ") != std::string::npos; });
  };
  means.e_cps = says(words, {"e cps", "ecps", "mobile"});
  means.card = says(without_ecps, {"cps", "cpe", "cpf", "cpa", "cde", "cps3", "cps4", "cartecps", "carte", "card", "smartcard"});
  means.federation = says(words, {"psc", "pro sante connect", "prosanteconnect"});
  means.second_factor =
      says(words, {"otp", "totp", "hotp", "sms", "fido", "fido2", "webauthn", "passkey", "mfa", "2fa", "deux facteurs", "double facteur", "two factor"});
  means.password = says(words, {"mdp", "mot de passe", "password", "pwd", "motdepasse"});
  return means;
}

bool is_employees_card(std::string_view type) {
  const auto word = heading_key(type);
  const auto begins = [&](std::string_view start) { return word.starts_with(start); };
  return begins("cpe") || begins("cde") || begins("cpa") || begins("cda") || word == "2" || word == "3" || word == "02" || word == "03";
}

std::optional<Date> CardHolder::ended(Date day) const {
  std::optional<Date> end;
  if (until && *until < day) end = until;
  if (opposed && *opposed <= day && (!end || *opposed < *end)) end = opposed;
  return end;
}

bool AccessReview::given(ReviewSource source) const {
  return std::ranges::any_of(inputs, [&](const auto& input) { return input.source == source; });
}

std::optional<int> AccessReview::directory_answer_age() const {
  if (!given(ReviewSource::directory_answers)) return std::nullopt;
  return static_cast<int>(days_between(directory_replies.answers.asked_at.utc_date(), at));
}

bool AccessReview::directory_answers_count() const {
  const auto age = directory_answer_age();
  return age && *age <= policy.directory_answer_days;
}

const LoginUse* LogReview::of(std::string_view login) const {
  const auto found = places.find(folded_word(login));
  return found == places.end() ? nullptr : &logins[found->second];
}

} // namespace hdskit
