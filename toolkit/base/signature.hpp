#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace hdskit {

// ECDSA on P-256 with SHA-256 (FIPS 186-4, SEC 1): what a machine signs its results with. Every failure of the library is a Problem, never an empty signature.

struct KeyPair {
  std::string private_pem; ///< PKCS#8, without passphrase: for a file of its owner only
  std::string public_pem;  ///< SubjectPublicKeyInfo
};
KeyPair make_key_pair(); ///< randomness of the operating system through OpenSSL

/// DER of the signature, in base64 on one line. Throws Problem bad_input when `private_pem` is no such key.
std::string sign(std::string_view bytes, std::string_view private_pem);
/// Throws Problem bad_input when `public_pem` is no such key. A signature that is not even base64 or DER does not match.
bool signature_matches(std::string_view bytes, std::string_view signature, std::string_view public_pem);

/// SHA-256 of the DER of a public key, hexadecimal: by which people compare keys over the telephone.
std::string key_fingerprint(std::string_view public_pem);

} // namespace hdskit
