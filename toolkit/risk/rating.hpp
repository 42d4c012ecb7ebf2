#pragma once

#include "toolkit/base/field.hpp"

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

namespace hdskit {

/// A grade on one of the study's scales: 1 is the lowest, 0 means not rated. How high it may go is the scale's affair (scale.hpp): a study that came from
/// elsewhere may hold a grade that is out of scale, which the linter names.
struct Rating {
  static constexpr std::int64_t greatest = 99; ///< of any scale
  std::int64_t value = 0;
  explicit operator bool() const { return value != 0; }
  auto operator<=>(const Rating&) const = default;
};

std::string to_field_text(Rating rating); ///< "" when not rated
/// Reads "3", "G3", "V3", "3 - Importante"; throws Problem bad_input for what has no grade in it.
void from_field_text(std::string_view text, Rating& rating);

template <auto Member> Field<typename MemberOf<Member>::Record> rating(std::string_view name, const char* label) {
  auto result = field<Member>(name, label);
  result.kind = FieldKind::number;
  return result;
}

} // namespace hdskit
