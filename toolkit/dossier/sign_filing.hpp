#pragma once

#include "toolkit/access/card_signing.hpp"
#include "toolkit/dossier/filing.hpp"

namespace hdskit {

/// What a card signs of a filing: the bytes of its frozen PDF, so that whoever holds the PDF can verify the signature without hdskit.
/// Throws Problem refused when the signature is of other bytes, damaged when the PDF kept in the vault is no longer intact.
CardSignature sign_filing(Workspace& workspace, const Acting& acting, const Filing& filing, const SignedByCard& made);

/// "3". Throws Problem not_found with how many there are.
Filing find_filing(const Workspace& workspace, std::string_view number);

struct FilingSignature {
  CardSignature signature;
  SignatureState state; ///< checked anew
};
std::vector<FilingSignature> signatures_of_filing(const Workspace& workspace, const Filing& filing);

/// "Zoé NOM, Ada AUTRE": in lists; "" when nobody signed.
std::string signers_of_filing(const Workspace& workspace, const Filing& filing);

} // namespace hdskit
