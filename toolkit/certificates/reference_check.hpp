#pragma once

#include "toolkit/certificates/chain_check.hpp"

namespace hdskit {

/// X509_verify_cert of OpenSSL with its own reading of certificates and lists: slower by a factor of hundreds with large lists, and independent of ours.
class ReferenceCheck {
public:
  explicit ReferenceCheck(const TrustSetting& setting); ///< throws Problem damaged
  ~ReferenceCheck();
  /// Adds the faults of trust, dates and revocation.
  void check(CheckedCertificate& checked) const;

private:
  struct Store;
  std::unique_ptr<Store> store_;
};

} // namespace hdskit
