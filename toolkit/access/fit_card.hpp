#pragma once

#include "toolkit/access/card_module.hpp"
#include "toolkit/certificates/chain_check.hpp"

namespace hdskit {

// What a person may do with their card in the workspace: only once its certificate was judged, and before any try of the PIN.

/// What is known of a certificate at a moment: "good", or its faults (words of CertificateFault) parted by blanks, or "unknown" when the hospital trusts no
/// authority yet. `refusals`: sentences that forbid to use the card; whether it was revoked not being known is no such reason, and stays in the words.
struct CardStanding {
  std::string words;
  std::vector<std::string> refusals;
};
/// `trust` without anchors: nothing is known. A card of the test hierarchy is refused in any case. Throws Problem for an authority or list that cannot be read.
CardStanding standing_of_card(const CardCertificate& certificate, const TrustSetting& trust);

/// For people: the standing in words of their language.
std::string standing_sentence(std::string_view words);

/// A card whose certificate of a role may be used: it names a person, and nothing forbids it.
struct FitCard {
  CardToken token;
  CardCertificate certificate;
  std::string name;        ///< "Prénom NOM", as the card writes it
  std::string national_id; ///< idNat_PS
  std::string fingerprint; ///< SHA-256 of the certificate
  std::string standing;    ///< CardStanding::words
};
/// `role`: authentication or signature. No PIN is tried. Throws Problem not_found (the card bears no such certificate), refused (a card of service names
/// nobody; revoked, expired, untrusted), and what standing_of_card does.
FitCard fit_card(const CardModule& module, const CardToken& token, CertificateRole role, const TrustSetting& trust);

/// The one card in the readers, or that with this label. Throws Problem not_found, bad_input when several are there and none is named.
CardToken only_card(const CardModule& module, const std::string& label = {});

} // namespace hdskit
