#pragma once

#include "toolkit/base/date.hpp"
#include "toolkit/base/id.hpp"
#include "toolkit/base/identifiers.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace hdskit {

/// A record described once: its fields by name. The store, the journal, the command line, CSV files and the forms of the
/// desktop program all read this one table, so that a new field is one line.
enum class FieldKind { text, long_text, date, number, duration, choice, list, reference };

/// One word of a closed list: what is stored, and what people read (a marked message).
struct Choice {
  std::string_view word;
  const char* label;
};

template <typename Record> struct Field {
  std::string_view name; ///< column, CSV heading and option word; snake_case, never changed once released
  const char* label;     ///< marked message
  FieldKind kind;
  bool required;
  std::string (*get)(const Record&);
  void (*set)(Record&, std::string_view); ///< "" empties it; throws Problem bad_input naming what was expected
  std::span<const Choice> choices = {};   ///< for FieldKind::choice
  std::string_view refers_to = {};        ///< kinds, parted by a space, whose records this text (or list of texts) cites by their references
};

template <typename Record> struct RecordType {
  std::string_view kind; ///< table, journal kind and command word: "site"
  const char* label;     ///< marked message, singular
  std::span<const Field<Record>> fields;

  const Field<Record>* find(std::string_view name) const {
    for (const auto& field : fields)
      if (field.name == name) return &field;
    return nullptr;
  }
};

/// A length of time in whole minutes, as recovery objectives are given: "4 h", "90 min", "1 j" or "PT4H" are read; 0 to 10 years.
struct Minutes {
  std::int64_t count = 0;
  auto operator<=>(const Minutes&) const = default;
};

// Text of a value and back. An empty text empties; a text that cannot be read throws Problem bad_input.
std::string to_field_text(const std::string& value);
std::string to_field_text(std::int64_t value);
std::string to_field_text(const std::optional<std::int64_t>& value);
std::string to_field_text(const std::optional<Date>& value);
std::string to_field_text(const std::optional<Minutes>& value);   ///< "4 h", "1 j", "90 min": the largest unit that divides it
std::string to_field_text(const std::vector<std::string>& value); ///< parts joined by "; "
void from_field_text(std::string_view text, std::string& value);
void from_field_text(std::string_view text, std::int64_t& value);
void from_field_text(std::string_view text, std::optional<std::int64_t>& value);
void from_field_text(std::string_view text, std::optional<Date>& value);
void from_field_text(std::string_view text, std::optional<Minutes>& value);
void from_field_text(std::string_view text, std::vector<std::string>& value);

/// Throws the Problem of a text that is not `expected` ("a date such as 2026-11-22").
[[noreturn]] void refuse_field_text(std::string_view text, const std::string& expected);
std::string expected_identifier_text(); ///< the sentence for SIRET and the like

template <typename Traits> std::string to_field_text(const std::optional<Identifier<Traits>>& value) { return value ? value->text() : ""; }
template <typename Traits> void from_field_text(std::string_view text, std::optional<Identifier<Traits>>& value) {
  value = Identifier<Traits>::parse(text);
  if (!value && !text.empty()) refuse_field_text(text, expected_identifier_text());
}
template <typename Tag> std::string to_field_text(Id<Tag> value) { return value ? value.text() : ""; }
template <typename Tag> void from_field_text(std::string_view text, Id<Tag>& value) {
  std::optional<std::int64_t> number;
  from_field_text(text, number);
  value = Id<Tag>{number.value_or(0)};
}

// An enumeration joins by declaring, beside it, `std::span<const Choice> choices_of(E)`: one choice per value, in order, from 0.
std::size_t choice_index(std::string_view text, std::span<const Choice> choices); ///< by word or by translated label; throws Problem
template <typename E>
requires std::is_enum_v<E> std::string to_field_text(E value) { return std::string{choices_of(value)[static_cast<std::size_t>(value)].word}; }
template <typename E>
requires std::is_enum_v<E>
void from_field_text(std::string_view text, E& value) { value = text.empty() ? E{} : static_cast<E>(choice_index(text, choices_of(value))); }

template <typename T> constexpr FieldKind kind_of() {
  if constexpr (std::is_enum_v<T>) return FieldKind::choice;
  else if constexpr (std::is_same_v<T, std::optional<Date>>) return FieldKind::date;
  else if constexpr (std::is_same_v<T, std::int64_t> || std::is_same_v<T, std::optional<std::int64_t>>) return FieldKind::number;
  else if constexpr (std::is_same_v<T, std::optional<Minutes>>) return FieldKind::duration;
  else if constexpr (std::is_same_v<T, std::vector<std::string>>) return FieldKind::list;
  else if constexpr (requires(T id) { id.number(); }) return FieldKind::reference;
  else return FieldKind::text;
}

enum class Need { optional, required };

/// field<&Site::city>("city", marked("City"))
template <auto Member> struct MemberOf;
template <typename R, typename T, T R::*Member> struct MemberOf<Member> {
  using Record = R;
  using Value = T;
  static std::string get(const R& record) { return to_field_text(record.*Member); }
  static void set(R& record, std::string_view text) { from_field_text(text, record.*Member); }
};

template <auto Member> Field<typename MemberOf<Member>::Record> field(std::string_view name, const char* label, Need need = Need::optional) {
  using M = MemberOf<Member>;
  Field<typename M::Record> result{name, label, kind_of<typename M::Value>(), need == Need::required, M::get, M::set, {}, {}};
  if constexpr (std::is_enum_v<typename M::Value>) result.choices = choices_of(typename M::Value{});
  return result;
}
template <auto Member> Field<typename MemberOf<Member>::Record> long_field(std::string_view name, const char* label, Need need = Need::optional) {
  auto result = field<Member>(name, label, need);
  result.kind = FieldKind::long_text;
  return result;
}
/// citing<&Risk::measures>("measures", marked("Measures"), "measure"): a text or a list of texts that cites records by their references.
template <auto Member>
Field<typename MemberOf<Member>::Record> citing(std::string_view name, const char* label, std::string_view kinds, Need need = Need::optional) {
  auto result = field<Member>(name, label, need);
  result.refers_to = kinds;
  return result;
}

} // namespace hdskit
