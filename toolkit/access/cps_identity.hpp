#pragma once

#include "toolkit/base/identifiers.hpp"
#include "toolkit/certificates/certificate.hpp"

namespace hdskit {

// Who a certificate of IGC-Santé speaks of, from its DER alone. None of it is trust: that is CertificateCheck's.

enum class CardKind { cps, cpf, cpe, cpa, unknown }; ///< nomenclature G02 (OID 1.2.250.1.71.1.2.2): 0 to 3
enum class CertificateRole {
  authentication, ///< digitalSignature and clientAuth
  signature,      ///< nonRepudiation
  organisation,   ///< of a machine or an establishment: chains like a person's, and is none
  authority,
  other
};
enum class Hierarchy { production, test, legacy, foreign }; ///< legacy: GIP-CPS, closed in 2021; foreign: no IGC-Santé by its names
enum class CertificateRange { elementary, standard, strong, unknown };

struct CpsIdentity {
  std::string national_id;  ///< idNat_PS, the common name: a digit for the kind of number, then the number
  std::optional<Rpps> rpps; ///< when it is one and its key is right
  std::optional<Adeli> adeli;
  bool identifier_sound = false; ///< of a known kind, with a right key where it has one
  std::string surname, given_name, title, organisation, structure_id;
  std::optional<std::int64_t> profession; ///< nomenclature G15
  std::string card_number;                ///< ten digits; "" when the certificate names none
  CardKind card = CardKind::unknown;
  CertificateRole role = CertificateRole::other;
  Hierarchy hierarchy = Hierarchy::foreign;
  CertificateRange range = CertificateRange::unknown;
  bool nominative = true; ///< false: a card of service, with a pseudonym
};
/// Throws Problem damaged when names or values are no sound DER.
CpsIdentity identity_of(const CertificateFields& certificate);

/// Whether an idNat_PS is of a known kind and its key right: "8" + RPPS, "0" + ADELI, "3" + FINESS "/" …, "4" SIREN, "5" SIRET, "6" RPPS of a practice, "1".
bool is_sound_national_id(std::string_view id);

std::string label_of(CardKind kind);
std::string label_of(CertificateRole role);
std::string label_of(Hierarchy hierarchy);
std::string profession_label(std::int64_t code); ///< nomenclature G15; the number when it is not known

} // namespace hdskit
