#pragma once

#include "toolkit/base/date.hpp"
#include "toolkit/base/digest.hpp"

#include <string>
#include <string_view>

namespace hdskit {

// A detached signature in CMS (RFC 5652) whose arithmetic is done elsewhere, by a card: `openssl cms -verify -binary -inform DER -content FILE` reads it.

/// What the card signs: the DER of the signed attributes (content type, moment, digest of the content) as a SET OF.
std::string cms_attributes(const Digest& content, Instant signed_at);

/// The signature file, DER. `certificate`: of the signer; `signature`: RSA PKCS#1 v1.5 with SHA-256 over `attributes`. Throws Problem damaged.
std::string cms_detached(std::string_view certificate, std::string_view attributes, std::string_view signature);

} // namespace hdskit
