#pragma once

#include "toolkit/certificates/certificate.hpp"

#include <memory>

namespace hdskit {

/// The public key of an authority, decoded once: a signature by it is checked in what the arithmetic takes. May be used by several threads.
class IssuerKey {
public:
  /// `public_key`: SubjectPublicKeyInfo. Throws Problem damaged when OpenSSL cannot read it.
  explicit IssuerKey(std::string_view public_key);
  ~IssuerKey();
  IssuerKey(IssuerKey&&) noexcept;
  IssuerKey& operator=(IssuerKey&&) noexcept;

  /// RSA (PKCS#1 v1.5) and ECDSA with SHA-256, 384, 512, and SHA-1, which is_weak() names. False for any other algorithm. Throws Problem when OpenSSL fails
  /// for another reason than the signature.
  bool verifies(std::string_view signed_part, std::string_view signature, std::string_view algorithm) const;

private:
  struct Key;
  std::unique_ptr<Key> key_;
};

/// Of a key: RSA shorter than 2048 bits. Of a signature: SHA-1 or older (RGS B1 of ANSSI asks for more of both).
bool is_weak_key(std::string_view public_key);
bool is_weak_signature(std::string_view algorithm);

} // namespace hdskit
