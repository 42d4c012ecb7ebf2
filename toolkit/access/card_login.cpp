#include "toolkit/access/card_login.hpp"

#include "toolkit/base/problem.hpp"
#include "toolkit/base/translate.hpp"

#include <stdexcept>

namespace hdskit {

CardLogin log_in_by_card(const CardModule& module, const CardToken& token, const std::string& pin, std::string_view nonce, const TrustSetting& trust) {
  constexpr std::size_t shortest_nonce = 16; // bytes
  if (nonce.size() < shortest_nonce) throw std::logic_error{"log_in_by_card: the nonce is too short"};
  const auto card = fit_card(module, token, CertificateRole::authentication, trust);
  if (!proves_possession(module, token, card.certificate, pin, nonce))
    throw Problem{ProblemKind::refused, token.label, tr("The card did not prove that it holds the key of its certificate."),
                  tr("Have the card looked at by whoever issued it.")};
  return {card.name, card.national_id, card.fingerprint, card.standing};
}

} // namespace hdskit
