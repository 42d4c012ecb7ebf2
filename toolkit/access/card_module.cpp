#include "toolkit/access/card_module.hpp"

#include "toolkit/base/digest.hpp"
#include "toolkit/base/problem.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/certificates/cms_signature.hpp"
#include "toolkit/certificates/issuer_key.hpp"

#include <p11-kit/pkcs11.h>

#include <array>

#include <dlfcn.h>

namespace hdskit {
namespace {

using namespace std::string_view_literals;

/// AlgorithmIdentifier of sha256WithRSAEncryption, with the NULL that RFC 8017 wants.
constexpr auto sha256_rsa = "\x30\x0d\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x01\x0b\x05\x00"sv;
constexpr std::size_t most_objects = 64, largest_object = 64u << 10;

template <std::size_t Size> std::string padded(const unsigned char (&text)[Size]) {
  const std::string_view bytes{reinterpret_cast<const char*>(text), Size};
  const auto trimmed_text = trimmed(bytes.substr(0, bytes.find('\0')));
  return is_utf8(trimmed_text) ? std::string{trimmed_text} : "";
}

std::string hex_of(std::string_view bytes) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string text;
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    text += digits[byte >> 4];
    text += digits[byte & 15u];
  }
  return text;
}

[[noreturn]] void fail(CK_RV result) {
  const auto code = std::to_string(result);
  switch (result) {
    case CKR_PIN_INCORRECT:
      throw Problem{ProblemKind::refused, "", tr("The card refused the PIN."),
                    tr("It was tried once and is not tried again by itself: each wrong try counts.")};
    case CKR_PIN_LOCKED:
      throw Problem{ProblemKind::refused, "", tr("The PIN of the card is locked."), tr("Have the card unlocked with its PUK by whoever issued it.")};
    case CKR_PIN_LEN_RANGE:
    case CKR_PIN_INVALID: throw Problem{ProblemKind::refused, "", tr("This cannot be a PIN of the card."), tr("Type its digits, and nothing else.")};
    case CKR_TOKEN_NOT_PRESENT:
    case CKR_DEVICE_REMOVED:
    case CKR_DEVICE_ERROR: throw Problem{ProblemKind::unreachable, "", tr("The card does not answer any more."), tr("Put it into the reader again.")};
    default:
      throw Problem{ProblemKind::unreachable, "", tr("The card or its module failed (PKCS#11 error {1}).", {code}), tr("Try again; then try another module.")};
  }
}
void ensure(CK_RV result) {
  if (result != CKR_OK) fail(result);
}

PinState pin_state(CK_FLAGS flags) {
  if ((flags & CKF_USER_PIN_LOCKED) != 0) return PinState::locked;
  if ((flags & CKF_USER_PIN_FINAL_TRY) != 0) return PinState::last_try;
  if ((flags & CKF_USER_PIN_COUNT_LOW) != 0) return PinState::low;
  return (flags & CKF_USER_PIN_INITIALIZED) != 0 ? PinState::fine : PinState::not_set;
}

} // namespace

std::string_view word_of(PinState state) {
  constexpr std::array<std::string_view, 5> words = {"fine", "low", "last_try", "locked", "not_set"};
  return words[static_cast<std::size_t>(state)];
}

struct CardModule::Module {
  void* library = nullptr;
  CK_FUNCTION_LIST* call = nullptr;
  bool ours = false; ///< we initialised it, so that we end it

  ~Module() {
    if (call && ours) call->C_Finalize(nullptr);
    if (library) dlclose(library);
  }
};

namespace {

/// A session that ends, logged out, whatever happens.
class CardSession {
public:
  CardSession(CK_FUNCTION_LIST& call, CK_SLOT_ID slot) : call_{call} { ensure(call_.C_OpenSession(slot, CKF_SERIAL_SESSION, nullptr, nullptr, &session_)); }
  ~CardSession() {
    if (logged_in_) call_.C_Logout(session_);
    call_.C_CloseSession(session_);
  }
  CardSession(const CardSession&) = delete;
  CardSession& operator=(const CardSession&) = delete;

  void log_in(const std::string& pin, bool own_keypad) {
    std::string typed = pin;
    const auto result = call_.C_Login(session_, CKU_USER, own_keypad ? nullptr : reinterpret_cast<unsigned char*>(typed.data()), own_keypad ? 0 : typed.size());
    typed.assign(typed.size(), '\0');
    if (result != CKR_USER_ALREADY_LOGGED_IN) ensure(result);
    logged_in_ = true;
  }

  std::vector<CK_OBJECT_HANDLE> find(CK_OBJECT_CLASS kind, std::string_view id = {}) const {
    std::vector<CK_ATTRIBUTE> wanted{{CKA_CLASS, &kind, sizeof kind}};
    std::string key{id};
    if (!id.empty()) wanted.push_back({CKA_ID, key.data(), key.size()});
    ensure(call_.C_FindObjectsInit(session_, wanted.data(), wanted.size()));
    std::vector<CK_OBJECT_HANDLE> found(most_objects);
    CK_ULONG count = 0;
    const auto result = call_.C_FindObjects(session_, found.data(), found.size(), &count);
    call_.C_FindObjectsFinal(session_);
    ensure(result);
    found.resize(count);
    return found;
  }

  std::string value(CK_OBJECT_HANDLE object, CK_ATTRIBUTE_TYPE type) const {
    CK_ATTRIBUTE attribute{type, nullptr, 0};
    if (call_.C_GetAttributeValue(session_, object, &attribute, 1) != CKR_OK || attribute.ulValueLen > largest_object) return "";
    std::string bytes(attribute.ulValueLen, '\0');
    attribute.pValue = bytes.data();
    ensure(call_.C_GetAttributeValue(session_, object, &attribute, 1));
    bytes.resize(attribute.ulValueLen);
    return bytes;
  }

  std::string sign(CK_OBJECT_HANDLE key, std::string_view bytes) const {
    CK_MECHANISM mechanism{CKM_SHA256_RSA_PKCS, nullptr, 0};
    ensure(call_.C_SignInit(session_, &mechanism, key));
    constexpr std::size_t largest_signature = 1024; // bytes: RSA of 8192 bits
    std::string signature(largest_signature, '\0');
    CK_ULONG size = signature.size();
    std::string content{bytes};
    ensure(call_.C_Sign(session_, reinterpret_cast<unsigned char*>(content.data()), content.size(), reinterpret_cast<unsigned char*>(signature.data()), &size));
    signature.resize(size);
    return signature;
  }

private:
  CK_FUNCTION_LIST& call_;
  CK_SESSION_HANDLE session_ = 0;
  bool logged_in_ = false;
};

CardToken token_of(CK_SLOT_ID slot, const CK_TOKEN_INFO& info) {
  return {slot,
          padded(info.label),
          padded(info.serialNumber),
          padded(info.model),
          padded(info.manufacturerID),
          pin_state(info.flags),
          (info.flags & CKF_PROTECTED_AUTHENTICATION_PATH) != 0};
}

std::string bytes_of_hex(const std::string& hex) {
  std::string bytes;
  for (std::size_t i = 0; i + 1 < hex.size(); i += 2) bytes += static_cast<char>(std::stoi(hex.substr(i, 2), nullptr, 16));
  return bytes;
}

} // namespace

CardModule::CardModule(const std::filesystem::path& library) : module_{std::make_unique<Module>()} {
  const auto refuse = [&](ProblemKind kind, const std::string& what) {
    throw Problem{kind, library.string(), what,
                  tr("Give the PKCS#11 module of the reader: that of the ANS (libcps3_pkcs11_lux.so) or of OpenSC (opensc-pkcs11.so).")};
  };
  std::error_code error;
  if (!std::filesystem::exists(library, error)) refuse(ProblemKind::not_found, tr("There is no module “{1}”.", {library.string()}));
  module_->library = dlopen(library.c_str(), RTLD_NOW | RTLD_LOCAL);
  const auto get = module_->library ? reinterpret_cast<CK_C_GetFunctionList>(dlsym(module_->library, "C_GetFunctionList")) : nullptr;
  if (!get || get(&module_->call) != CKR_OK) refuse(ProblemKind::refused, tr("“{1}” is no PKCS#11 module.", {library.string()}));
  CK_C_INITIALIZE_ARGS arguments{};
  arguments.flags = CKF_OS_LOCKING_OK;
  const auto result = module_->call->C_Initialize(&arguments);
  module_->ours = result == CKR_OK;
  if (result != CKR_CRYPTOKI_ALREADY_INITIALIZED) ensure(result);
}

CardModule::~CardModule() = default;

std::vector<CardToken> CardModule::tokens() const {
  std::array<CK_SLOT_ID, most_objects> slots{};
  CK_ULONG count = slots.size();
  ensure(module_->call->C_GetSlotList(CK_TRUE, slots.data(), &count));
  std::vector<CardToken> tokens;
  for (CK_ULONG i = 0; i < count; ++i) {
    CK_TOKEN_INFO info{};
    const auto result = module_->call->C_GetTokenInfo(slots[i], &info);
    if (result == CKR_TOKEN_NOT_PRESENT || result == CKR_TOKEN_NOT_RECOGNIZED) continue;
    ensure(result);
    if ((info.flags & CKF_TOKEN_INITIALIZED) != 0) tokens.push_back(token_of(slots[i], info));
  }
  return tokens;
}

std::vector<CardCertificate> CardModule::certificates(const CardToken& token, const std::function<void(const std::string& sentence)>& refuse) const {
  const CardSession session{*module_->call, token.slot};
  std::vector<CardCertificate> found;
  for (const auto object : session.find(CKO_CERTIFICATE)) {
    CardCertificate certificate{session.value(object, CKA_VALUE), hex_of(session.value(object, CKA_ID)), {}};
    try {
      certificate.identity = identity_of(read_certificate(certificate.der));
      found.push_back(std::move(certificate));
    } catch (const Problem& problem) { refuse(problem.what()); }
  }
  return found;
}

std::string CardModule::sign(const CardToken& token, const CardCertificate& certificate, const std::string& pin, std::string_view bytes) const {
  CK_TOKEN_INFO info{};
  ensure(module_->call->C_GetTokenInfo(token.slot, &info)); // the counter may have moved since the card was listed
  const auto state = pin_state(info.flags);
  if (state == PinState::locked) fail(CKR_PIN_LOCKED);
  if (state == PinState::last_try)
    throw Problem{ProblemKind::refused, token.label, tr("Only one try of the PIN is left: it is not made here."),
                  tr("Type the PIN in the program of the card’s maker, which puts the counter back, then try again.")};
  CardSession session{*module_->call, token.slot};
  session.log_in(pin, token.own_keypad);
  const auto keys = session.find(CKO_PRIVATE_KEY, bytes_of_hex(certificate.key_id));
  if (keys.empty())
    throw Problem{ProblemKind::not_found, token.label, tr("The card bears the certificate but not its private key."), tr("Use the card that it belongs to.")};
  return session.sign(keys.front(), bytes);
}

bool proves_possession(const CardModule& module, const CardToken& token, const CardCertificate& certificate, const std::string& pin, std::string_view nonce) {
  const auto signature = module.sign(token, certificate, pin, nonce);
  return IssuerKey{read_certificate(certificate.der).public_key}.verifies(nonce, signature, sha256_rsa);
}

std::string sign_detached(const CardModule& module, const CardToken& token, const CardCertificate& certificate, const std::string& pin, const Digest& content,
                          Instant at) {
  const auto attributes = cms_attributes(content, at);
  return cms_detached(certificate.der, attributes, module.sign(token, certificate, pin, attributes));
}

} // namespace hdskit
