#pragma once

#include "toolkit/access/access_records.hpp"
#include "toolkit/access/fit_card.hpp"
#include "toolkit/workspace/workspace.hpp"

namespace hdskit {

/// Bytes that a card has signed, before the workspace knows of it.
struct SignedByCard {
  FitCard card;
  Digest content;
  Instant at;
  std::string document; ///< CMS, detached, DER
};
/// One try of the PIN. `card`: of a signature certificate, judged by fit_card. Throws what CardModule::sign does.
SignedByCard sign_by_card(const CardModule& module, const FitCard& card, const std::string& pin, const Digest& content, Instant at);

/// The signature goes into the vault and is recorded for good. `subject`: "review_campaign RH1", "filing 3". Throws Problem damaged when the signature is not
/// by its own certificate over that content, which no sound card would do.
CardSignature keep_signature(Change& change, const SignedByCard& made, const std::string& subject);

std::vector<CardSignature> signatures_of(const Workspace& workspace, std::string_view subject); ///< the oldest first
std::string campaign_subject(std::string_view reference);
std::string filing_subject(std::int64_t number);

std::string signature_document(const Workspace& workspace, const CardSignature& signature); ///< DER. Throws Problem damaged, not_found

/// Whether a kept signature still holds over content of this digest: its bytes in the vault, its arithmetic, its certificate.
struct SignatureState {
  bool holds = false;
  std::string sentence; ///< for people: who signed and when, what was known of the card, or what is wrong
};
SignatureState check_signature(const Workspace& workspace, const CardSignature& signature, const Digest& content);

} // namespace hdskit
