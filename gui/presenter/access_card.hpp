#pragma once

#include "gui/presenter/cell.hpp"
#include "gui/presenter/rows.hpp"
#include "gui/presenter/session.hpp"
#include "toolkit/access/card_module.hpp"

#include <filesystem>
#include <span>

namespace hdskit::gui {

/// What a card shows without a PIN.
struct SeenCard {
  CardToken token;
  std::vector<CardCertificate> certificates;
  std::vector<std::string> refused; ///< sentences: certificates that could not be read
};

/// Reads the cards that are in the readers now. For a thread in the background: a module may take seconds. Throws what CardModule does.
std::vector<SeenCard> see_cards(const std::filesystem::path& module);

/// A module that is installed here, of those that are known; "" when there is none. OpenSC's, and that of the ANS.
std::string usual_module();

/// Use, kind of card, name, identifier, hierarchy of each certificate. Keys: token and key.
ListRows seen_card_rows(std::span<const SeenCard> cards);
/// The state of each card's PIN, in words; that there is no card.
std::vector<Cell> seen_card_sentences(std::span<const SeenCard> cards);
/// Whether a PIN may be asked for: one card, with tries left. "" when it may; otherwise why not.
std::string pin_fault(std::span<const SeenCard> cards);

/// One try of the PIN of the card with that label, judged by what the workspace trusts. For a thread in the background. Throws what log_in_by_card does.
CardLogin log_in_with_card(const std::string& location, const std::filesystem::path& module, const std::string& label, const std::string& pin, Instant at);

/// “You act as …”: whether a card proved it.
Cell acting_sentence(const Session& session);

} // namespace hdskit::gui
