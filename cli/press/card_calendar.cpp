#include "cli/press/card_calendar.hpp"

#include <algorithm>
#include <set>

namespace hdskit::cli::press {
namespace {

constexpr std::size_t fingerprint_shown = 16; ///< digits, of a certificate without the number of a card

/// A card has several certificates; one without its number stands for itself.
std::string key_of(const PopulationCard& card) {
  auto key = card.card_number.empty() ? card.fingerprint.substr(0, fingerprint_shown) : card.card_number;
  std::erase_if(key, [](unsigned char c) { return !((c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')); });
  return key;
}

Deadline deadline_of(const PopulationCard& card, const std::string& key, bool named) {
  return {.uid = "card-" + key,
          .kind = DeadlineKind::access,
          .day = *card.not_after,
          .title = "Fin de la carte " + key + (named && !card.name.empty() ? " – " + card.name : ""),
          .detail = card.national_id.empty() ? "" : "Identifiant national\u00A0: " + card.national_id + ".",
          .owner = {},
          .worst = {},
          .done = {},
          .subject = "card:" + key};
}

} // namespace

std::vector<Deadline> card_deadlines(std::span<const ExpiryMonth> months, bool named) {
  std::vector<Deadline> deadlines;
  std::set<std::string> known;
  for (const auto& month : months)
    for (const auto& card : month.cards)
      if (const auto key = key_of(card); card.not_after && known.insert(key).second) deadlines.push_back(deadline_of(card, key, named));
  return deadlines;
}

} // namespace hdskit::cli::press
