#include "gui/presenter/access_card.hpp"

#include "gui/presenter/access_lists.hpp"
#include "gui/presenter/access_words.hpp"
#include "toolkit/access/fit_card.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/surroundings/machine.hpp"

#include <system_error>

namespace hdskit::gui {
namespace {

std::string holder_of(const CpsIdentity& identity) {
  const auto name = std::string{trimmed(identity.given_name + " " + identity.surname)};
  return identity.nominative ? name : tr("{1} (card of service)", {name});
}

Cell hierarchy_cell(Hierarchy hierarchy) {
  const auto words = label_of(hierarchy);
  if (hierarchy == Hierarchy::production) return {"✔ " + words, Tone::good};
  return {"⚠ " + words, Tone::warning};
}

} // namespace

std::vector<SeenCard> see_cards(const std::filesystem::path& path) {
  const CardModule module{path};
  std::vector<SeenCard> cards;
  for (const auto& token : module.tokens()) {
    SeenCard card{token, {}, {}};
    card.certificates = module.certificates(token, [&](const std::string& sentence) { card.refused.push_back(sentence); });
    cards.push_back(std::move(card));
  }
  return cards;
}

std::string usual_module() {
  static constexpr const char* places[] = {"/usr/lib/x86_64-linux-gnu/libcps3_pkcs11_lux.so", "/usr/lib/libcps3_pkcs11_lux.so",
                                           "/usr/lib/x86_64-linux-gnu/opensc-pkcs11.so", "/usr/lib/aarch64-linux-gnu/opensc-pkcs11.so",
                                           "/usr/lib64/opensc-pkcs11.so"};
  std::error_code ignored;
  for (const auto* place : places)
    if (std::filesystem::is_regular_file(place, ignored)) return place;
  return "";
}

ListRows seen_card_rows(std::span<const SeenCard> cards) {
  std::vector<ListRow> rows;
  for (const auto& card : cards)
    for (const auto& [der, key, identity] : card.certificates)
      rows.push_back(
          {card.token.label + "\t" + key + "\t" + std::to_string(rows.size()),
           {{label_of(identity.role)}, {holder_of(identity)}, {identity.national_id}, {label_of(identity.card)}, hierarchy_cell(identity.hierarchy)}});
  return rows_at_hand({{tr("Use")}, {tr("Name")}, {tr("Identifier")}, {tr("Card")}, {tr("Hierarchy")}}, std::move(rows));
}

std::vector<Cell> seen_card_sentences(std::span<const SeenCard> cards) {
  if (cards.empty()) return {{"○ " + tr("There is no card in any reader: put one in, then press “Read the card”."), Tone::faint}};
  std::vector<Cell> lines;
  for (const auto& card : cards) {
    const auto pin = pin_cell(card.token.pin);
    lines.push_back({tr("Card {1}, number {2}: {3}", {card.token.label, card.token.serial, pin.text}) +
                         (card.token.own_keypad ? "; " + tr("the reader has a keypad of its own") : ""),
                     pin.tone});
    for (const auto& sentence : card.refused) lines.push_back({"⚠ " + sentence, Tone::warning});
  }
  return lines;
}

std::string pin_fault(std::span<const SeenCard> cards) {
  if (cards.empty()) return tr("There is no card in any reader.");
  if (cards.size() > 1) return tr("Several cards are in readers: take the others out, so that the PIN is tried on the right one.");
  switch (cards.front().token.pin) {
    case PinState::locked: return tr("The PIN of this card is locked: it has to be unlocked with its PUK, or by whoever issued it.");
    case PinState::last_try:
      return tr("One try of the PIN is left. It is never made here: a mistake would lock the card. Unlock it with the tool of the card first.");
    case PinState::not_set: return tr("The card has no PIN yet.");
    case PinState::fine:
    case PinState::low: break;
  }
  return "";
}

CardLogin log_in_with_card(const std::string& location, const std::filesystem::path& path, const std::string& label, const std::string& pin, Instant at) {
  constexpr std::size_t nonce_size = 32; // bytes
  const auto trust = workspace_trust(Workspace::open(location), at).setting;
  const CardModule module{path};
  return log_in_by_card(module, only_card(module, label), pin, random_bytes(nonce_size), trust);
}

Cell acting_sentence(const Session& session) {
  const auto& card = session.card();
  if (!card) return {tr("You act as {1}, as the window knows you; no card has proven it.", {session.acting().name}), Tone::neutral};
  const bool good = card->standing == "good";
  auto words = tr("You act as {1} (national identifier {2}), proven by card.", {card->name, card->national_id});
  if (!good) words += " " + standing_sentence(card->standing);
  return {(good ? "✔ " : "⚠ ") + words, good ? Tone::good : Tone::warning};
}

} // namespace hdskit::gui
