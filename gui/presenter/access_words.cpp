#include "gui/presenter/access_words.hpp"

#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"

#include <algorithm>
#include <array>

namespace hdskit::gui {
namespace {

struct Sign {
  const char* symbol;
  Tone tone;
};

template <typename Value> std::string label_in(Value value) { return tr(choices_of(value)[static_cast<std::size_t>(value)].label); }

Cell signed_cell(const Sign& sign, const std::string& words) { return {std::string{sign.symbol} + " " + words, sign.tone}; }

struct NamedCase {
  std::string_view name;
  const char* label; ///< marked message
};
constexpr NamedCase named_cases[] = {
    {"valid", marked("valid card (control)")},
    {"no_certificate", marked("no certificate")},
    {"forged_headers", marked("forged proxy headers")},
    {"resumed_session", marked("resumed session, without a card")},
    {"old_protocol", marked("protocols that are too old")},
    {"weak_cipher", marked("weak cipher suites")},
    {"authenticated_ciphers", marked("authenticated cipher suites")},
    {"revoked", marked("revoked card")},
    {"expired", marked("expired card")},
    {"signature", marked("signature certificate")},
    {"self_signed", marked("self-signed certificate")},
    {"other_authority", marked("other authority of the same name")},
    {"test_hierarchy", marked("card of the test hierarchy")},
    {"organisation", marked("certificate of an organisation")},
};

} // namespace

Cell standing_cell(EndpointStanding standing) {
  static constexpr Sign signs[] = {{"✔", Tone::good}, {"◔", Tone::warning}, {"⚠", Tone::bad}, {"○", Tone::bad}, {"✖", Tone::bad}, {"⚠", Tone::warning}};
  return signed_cell(signs[static_cast<std::size_t>(standing)], label_in(standing));
}

Cell endpoint_verdict_cell(EndpointVerdict verdict) {
  static constexpr Sign signs[] = {{"✔", Tone::good}, {"✖", Tone::bad}, {"⚠", Tone::warning}};
  return signed_cell(signs[static_cast<std::size_t>(verdict)], label_in(verdict));
}

std::string case_label(std::string_view name) {
  const auto found = std::ranges::find(named_cases, name, &NamedCase::name);
  return found == std::end(named_cases) ? std::string{name} : tr(found->label);
}

std::string seen_label(EndpointSeen seen) {
  switch (seen) {
    case EndpointSeen::accepted: return tr("accepted");
    case EndpointSeen::refused: return tr("refused");
    case EndpointSeen::not_offered: return tr("not spoken");
    case EndpointSeen::unreachable: return tr("unreachable");
    case EndpointSeen::undetermined: break;
  }
  return tr("not to be told");
}

Cell seen_cell(const EndpointCase& one) {
  const auto words = seen_label(one.seen);
  if (one.seen == one.expected) return {"✔ " + words, Tone::good};
  if (one.seen == EndpointSeen::not_offered) return {"○ " + words, Tone::faint};
  const bool told = one.seen == EndpointSeen::accepted || one.seen == EndpointSeen::refused;
  return told ? Cell{"✖ " + words, Tone::bad} : Cell{"⚠ " + words, Tone::warning};
}

Cell severity_cell(std::string_view word) {
  for (const auto severity : {ReviewSeverity::high, ReviewSeverity::medium, ReviewSeverity::low, ReviewSeverity::to_confirm}) {
    if (word_of(severity) != word) continue;
    const bool grave = severity == ReviewSeverity::high, light = severity == ReviewSeverity::low || severity == ReviewSeverity::to_confirm;
    return {(grave ? "✖ " : light ? "◔ " : "⚠ ") + label_of(severity), grave ? Tone::bad : light ? Tone::neutral : Tone::warning};
  }
  return {std::string{word}};
}

Cell decision_cell(LineDecision decision) {
  static constexpr Sign signs[] = {{"○", Tone::warning}, {"✔", Tone::good}, {"◔", Tone::warning}, {"✖", Tone::bad}, {"◑", Tone::neutral}};
  return signed_cell(signs[static_cast<std::size_t>(decision)], label_in(decision));
}

std::string decision_label(std::string_view word) {
  const auto choices = choices_of(LineDecision{});
  const auto found = std::ranges::find(choices, word, &Choice::word);
  return found == choices.end() ? std::string{word} : tr(found->label);
}

Cell campaign_state_cell(CampaignState state) {
  static constexpr Sign signs[] = {{"◔", Tone::warning}, {"✔", Tone::good}, {"✔", Tone::good}, {"○", Tone::faint}};
  return signed_cell(signs[static_cast<std::size_t>(state)], label_in(state));
}

Cell pin_cell(PinState state) {
  switch (state) {
    case PinState::fine: return {"✔ " + tr("all tries of the PIN are left"), Tone::good};
    case PinState::low: return {"⚠ " + tr("a wrong PIN was typed: few tries are left"), Tone::warning};
    case PinState::last_try: return {"✖ " + tr("one try of the PIN is left: it is not made here"), Tone::bad};
    case PinState::locked: return {"✖ " + tr("the PIN is locked"), Tone::bad};
    case PinState::not_set: break;
  }
  return {"✖ " + tr("the card has no PIN yet"), Tone::bad};
}

std::string grouped_fingerprint(std::string_view hex) {
  constexpr std::size_t group = 4;
  std::string grouped;
  for (std::size_t at = 0; at < hex.size(); at += group) grouped += (at == 0 ? "" : " ") + std::string{hex.substr(at, group)};
  std::ranges::transform(grouped, grouped.begin(), [](char c) { return c >= 'a' && c <= 'f' ? static_cast<char>(c - 'a' + 'A') : c; });
  return grouped;
}

std::string day_text(const std::optional<Date>& day) { return day ? day->iso() : ""; }

} // namespace hdskit::gui
