#pragma once

#include "toolkit/certificates/authority_book.hpp"
#include "toolkit/certificates/certificate_status.hpp"

#include <functional>
#include <map>

namespace hdskit {

/// Asks one OCSP responder, which a person named: never the one that a certificate names.
struct OcspOrder {
  std::string url;                                               ///< http or https
  std::string proxy;                                             ///< http://host:port; "": none
  bool all = false;                                              ///< also those that the lists know; else only those that they leave unknown
  std::uint64_t most = 500;                                      ///< questions; the rest stays unknown
  std::chrono::milliseconds patience = std::chrono::seconds{15}; ///< of one question
  std::function<std::string()> nonce;                            ///< 16 random bytes
  std::function<void()> pace = [] {};                            ///< called before each question: keeps the rate
};

class OcspProbe {
public:
  /// `trust`: whose authorities' certificates are asked about. Throws Problem bad_input for an address that is none.
  OcspProbe(OcspOrder order, const TrustSetting& trust);

  /// Takes the answer into the faults: good clears “unknown”, revoked adds itself, whatever the lists said; good never clears a revocation of a list.
  /// Certificates whose authority is not proven are not asked about.
  void resolve(CheckedCertificate& checked);
  std::vector<std::string> findings() const; ///< what could not be told and why, with how often; without names
  std::uint64_t asked() const { return asked_; }

private:
  CertificateStatus ask(const CheckedCertificate& checked, const Authority& issuer);
  std::string doubt_of_responder(std::string_view certificate, const Authority& issuer);
  OcspOrder order_;
  TrustSetting trust_, listed_trust_; ///< without the lists; with them
  std::unique_ptr<AuthorityBook> book_;
  std::unique_ptr<AuthorityBook> listed_;                      ///< with the lists: read when a responder’s own certificate has to be looked up
  std::map<std::string, std::string, std::less<>> responders_; ///< doubts, by DER
  std::uint64_t asked_ = 0, left_out_ = 0;
  std::map<std::string, std::uint64_t> remarks_;
};

} // namespace hdskit
