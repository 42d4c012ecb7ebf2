#pragma once

#include "toolkit/certificates/chain_check.hpp"
#include "toolkit/certificates/issuer_key.hpp"

#include <deque>
#include <map>

namespace hdskit {

/// An authority that is believed, or known by name only.
struct Authority {
  std::string der;
  CertificateFields fields; ///< points into `der`
  std::optional<IssuerKey> key;
  std::optional<Digest> digest; ///< of `der`
  std::string name;             ///< for people
  bool anchor = false;
  bool proven = false;                  ///< an anchor, or signed by one that is proven
  bool sound = false;                   ///< proven, in date at the moment, not revoked, may issue: what it signs can be good
  int path_left = 0;                    ///< how many authorities may stand below it
  const RevocationList* list = nullptr; ///< signed by it, the newest
  bool list_fresh = false;
};

/// Letter case and repeated blanks aside, whatever string types were used: RFC 5280 7.1.
std::string distinguished_name_key(std::string_view name_der);

/// The authorities of a trust setting, proven up to their anchors, with the lists that they signed.
class AuthorityBook {
public:
  explicit AuthorityBook(const TrustSetting& setting);
  AuthorityBook(const AuthorityBook&) = delete;
  AuthorityBook& operator=(const AuthorityBook&) = delete;

  /// Authorities that bear the name of a certificate's issuer and whose key identifier does not contradict it; `named` tells whether any bears the name.
  std::vector<const Authority*> issuers_of(const CertificateFields& certificate, bool& named) const;
  const std::vector<std::string>& findings() const { return findings_; }
  const std::deque<Authority>& all() const { return authorities_; }

private:
  void add(const std::string& der, bool anchor);
  void prove_all();
  bool prove(Authority& authority);
  void take_lists();
  void take_list(RevocationList& list, const std::string& file);
  void judge();
  std::vector<Authority*> named(std::string_view name_der);

  const TrustSetting& setting_;
  std::deque<Authority> authorities_;
  std::map<std::string, std::vector<Authority*>> by_key_;               ///< of the subject's distinguished_name_key
  std::map<std::string, std::vector<Authority*>, std::less<>> by_name_; ///< of the DER of names met as subjects
  std::deque<RevocationList> lists_;
  std::vector<std::string> findings_;
};

} // namespace hdskit
