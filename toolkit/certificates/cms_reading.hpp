#pragma once

#include "toolkit/base/date.hpp"
#include "toolkit/base/digest.hpp"

#include <string>
#include <string_view>

namespace hdskit {

/// A detached signature as cms_detached() writes it: one signer, whose certificate is inside. Views point into the bytes that were read.
struct CmsSignature {
  std::string_view certificate; ///< DER of the signer
  std::string attributes;       ///< what the key signed: the signed attributes as a SET OF
  std::string_view signature;
  Digest content;    ///< of what was signed, as the attributes say
  Instant signed_at; ///< as the signer's machine said
};
/// Throws Problem damaged for anything else, other makers' signatures with several signers or algorithms included.
CmsSignature read_cms_signature(std::string_view der);

/// Whether the signature is by the certificate that it holds, over content of this digest. Trust in the certificate is not judged. Throws Problem damaged.
bool cms_proves(std::string_view der, const Digest& content);

} // namespace hdskit
