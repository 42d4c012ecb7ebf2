#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace hdskit {

/// One French identifier: its characters without spaces, valid once built (length, characters, check key).
/// The traits give `static bool valid(std::string_view)`.
template <typename Traits> class Identifier {
public:
  /// Spaces, non-breaking spaces, dots and hyphens are passed over; lower-case letters are raised.
  static std::optional<Identifier> parse(std::string_view text);
  const std::string& text() const { return text_; }
  auto operator<=>(const Identifier&) const = default;

private:
  explicit Identifier(std::string text) : text_{std::move(text)} {}
  std::string text_;
};

/// SIREN: an enterprise, 9 digits, Luhn key (INSEE).
struct SirenTraits {
  static bool valid(std::string_view);
};
/// SIRET: an establishment, 14 digits, Luhn key; La Poste (SIREN 356000000) sums to a multiple of 5 instead (INSEE).
struct SiretTraits {
  static bool valid(std::string_view);
};
/// RPPS: a health professional, 11 digits, Luhn key.
struct RppsTraits {
  static bool valid(std::string_view);
};
/// ADELI: 9 characters, digits with letters A or B in the department part (Corsica), Luhn key where a letter counts as its rank.
struct AdeliTraits {
  static bool valid(std::string_view);
};
/// FINESS: a legal entity (EJ) or an establishment (EG), 9 characters, 2A and 2B possible, Luhn key where a letter counts as its rank.
struct FinessTraits {
  static bool valid(std::string_view);
};

using Siren = Identifier<SirenTraits>;
using Siret = Identifier<SiretTraits>;
using Rpps = Identifier<RppsTraits>;
using Adeli = Identifier<AdeliTraits>;
using Finess = Identifier<FinessTraits>;

extern template class Identifier<SirenTraits>;
extern template class Identifier<SiretTraits>;
extern template class Identifier<RppsTraits>;
extern template class Identifier<AdeliTraits>;
extern template class Identifier<FinessTraits>;

} // namespace hdskit
