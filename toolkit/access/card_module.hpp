#pragma once

#include "toolkit/access/cps_identity.hpp"
#include "toolkit/base/date.hpp"

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace hdskit {

// Smart cards through PKCS#11 (version 2.40), by whatever module the reader's maker, OpenSC or the ANS gives.

/// How many tries of the PIN are left, as far as the card says.
enum class PinState { fine, low, last_try, locked, not_set };
std::string_view word_of(PinState state);

struct CardToken {
  unsigned long slot = 0;
  std::string label, serial, model, manufacturer;
  PinState pin = PinState::fine;
  bool own_keypad = false; ///< the reader asks for the PIN itself
};

struct CardCertificate {
  std::string der;
  std::string key_id; ///< CKA_ID, hexadecimal: that of its private key
  CpsIdentity identity;
};

class CardModule {
public:
  /// Loads the library. Throws Problem not_found, refused (not a PKCS#11 module).
  explicit CardModule(const std::filesystem::path& library);
  ~CardModule();
  CardModule(const CardModule&) = delete;
  CardModule& operator=(const CardModule&) = delete;

  /// The cards that are in the readers now.
  std::vector<CardToken> tokens() const;
  /// What the card shows without a PIN. A certificate that is no sound DER is left out and told to `refuse`.
  std::vector<CardCertificate> certificates(const CardToken& token, const std::function<void(const std::string& sentence)>& refuse) const;

  /// Has the card sign `bytes` with the key of a certificate (RSA PKCS#1 v1.5, SHA-256), after one try of the PIN, and logs out. Never tries twice; refuses
  /// before the try when the card says that it would be the last one, or that it is locked. Throws Problem refused (PIN wrong, last try, locked), not_found
  /// (the card bears no such key), unreachable (the card was taken away).
  std::string sign(const CardToken& token, const CardCertificate& certificate, const std::string& pin, std::string_view bytes) const;

private:
  struct Module;
  std::unique_ptr<Module> module_;
};

/// Whether the card holds the private key of the certificate: it signs `nonce`, and the certificate's public key proves it. Throws what sign() does.
bool proves_possession(const CardModule& module, const CardToken& token, const CardCertificate& certificate, const std::string& pin, std::string_view nonce);

/// A detached CMS signature of some content by the card, DER.
std::string sign_detached(const CardModule& module, const CardToken& token, const CardCertificate& certificate, const std::string& pin, const Digest& content,
                          Instant at);

} // namespace hdskit
