#pragma once

#include "toolkit/base/progress.hpp"
#include "toolkit/certificates/revocation_list.hpp"

namespace hdskit {

enum class CertificateFault {
  malformed,
  unknown_issuer,
  issuer_named_only, ///< an authority bears the issuer's name, but not its key
  bad_signature,
  revoked,
  expired,
  not_yet_valid,
  revocation_unknown, ///< no list of the issuer, a stale one, or one that the issuer did not sign
  unknown_critical_extension,
  authority_as_person, ///< a certificate of an authority where one of a person is expected
  weak_key,
  issuer_faulty ///< the issuer's own certificate is out of date, revoked, or may not issue
};
std::string_view word_of(CertificateFault fault);
std::string sentence_of(CertificateFault fault);

/// What is believed about certificates: authorities, lists, the moment.
struct TrustSetting {
  std::vector<std::string> anchors;       ///< DER of the authorities that the person trusts
  std::vector<std::string> intermediates; ///< DER of others, believed once an anchor proves them
  std::vector<std::filesystem::path> lists;
  std::filesystem::path cache; ///< private folder where signatures proven before are remembered; empty: none
  Instant at{std::chrono::sys_seconds{}};
  std::chrono::hours list_tolerance{0}; ///< after a list's next update, during which it still counts
};

enum class CheckEngine {
  fast,     ///< our own reading, one signature a certificate
  reference ///< X509_verify_cert of OpenSSL. Both find the same faults in every certificate
};

struct CheckedCertificate {
  CertificateFields fields; ///< empty when malformed; points into `der`
  std::string der, origin;
  std::vector<CertificateFault> faults; ///< all of them, in the order of the enumeration
  std::optional<Revocation> revocation;
  bool has(CertificateFault fault) const;
  bool good() const { return faults.empty(); }
};

class CertificateCheck {
public:
  /// Proves authorities and lists once. Throws Problem: an authority that cannot be read, no anchor at all, a list that cannot be read.
  CertificateCheck(TrustSetting setting, CheckEngine engine);
  ~CertificateCheck(); ///< remembers what was proven
  CertificateCheck(const CertificateCheck&) = delete;
  CertificateCheck& operator=(const CertificateCheck&) = delete;

  /// What is wrong with the lists and authorities themselves: stale, not signed by a known authority.
  const std::vector<std::string>& findings() const;

  CheckedCertificate check(std::string der, std::string origin) const; ///< may be called by several threads
  /// `next` gives certificates as long as it is true; they are handed over in the same order on the calling thread.
  void check_all(const std::function<bool(std::string& der, std::string& origin)>& next, unsigned threads, const Progress& progress,
                 const std::function<void(const CheckedCertificate&)>& take) const;

private:
  struct State;
  std::unique_ptr<State> state_;
};

} // namespace hdskit
