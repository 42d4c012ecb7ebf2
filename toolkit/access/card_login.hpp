#pragma once

#include "toolkit/access/fit_card.hpp"

namespace hdskit {

/// A person who held their card and knew its PIN at this moment.
struct CardLogin {
  std::string name;        ///< "Prénom NOM": who acts from now on
  std::string national_id; ///< idNat_PS
  std::string fingerprint; ///< of the authentication certificate
  std::string standing;    ///< CardStanding::words; not "good" when whether it was revoked could not be known: say so
};

/// One try of the PIN: the card signs `nonce` (at least 16 bytes that nobody could foresee) with its authentication key, and the certificate proves it. The
/// certificate is judged before, so that an unfit card costs no try. Throws Problem as fit_card and CardModule::sign do, refused when the proof is wrong,
/// std::logic_error for a short nonce.
CardLogin log_in_by_card(const CardModule& module, const CardToken& token, const std::string& pin, std::string_view nonce, const TrustSetting& trust);

} // namespace hdskit
