#pragma once

#include "toolkit/access/cps_identity.hpp"
#include "toolkit/certificates/chain_check.hpp"

namespace hdskit {

// The population of card certificates: who holds what, and which of it still opens a door.

struct PopulationOrder {
  std::filesystem::path place; ///< file or folder
  TrustSetting trust;
  CheckEngine engine = CheckEngine::fast;
  std::optional<CertificateRole> role; ///< that every certificate is expected to have
  bool accept_test = false;            ///< test hierarchies, which are never accepted in production
  int notice = 30;                     ///< days: what expires within them is counted as expiring
  unsigned threads = 1;
  bool detailed = false;                            ///< fingerprint and names of each certificate too
  std::function<void(CheckedCertificate&)> resolve; ///< looks at each before it is counted: asks an OCSP responder, say
};

/// One certificate as the population shows it.
struct PopulationEntry {
  std::string origin, fingerprint; ///< SHA-256 of the DER; like `subject` and `issuer` only when it is asked for
  CpsIdentity identity;
  std::string subject, issuer, serial;
  std::optional<Instant> not_before, not_after;
  std::vector<CertificateFault> faults;
  std::optional<Revocation> revocation;
  bool wrong_role = false, test_hierarchy = false;
  bool expiring = false; ///< good today, and expires within the notice
  bool good() const { return faults.empty() && !wrong_role && !test_hierarchy; }
  bool untrusted() const; ///< its chain, its form or its use, rather than its dates or its revocation
  std::vector<std::string> sentences() const;
};

/// Each certificate counts in every class that it belongs to: a revoked card may have expired too.
struct PopulationCounts {
  std::uint64_t certificates = 0, good = 0, revoked = 0, expired = 0, not_yet_valid = 0, untrusted = 0, unknown = 0, expiring = 0;
  std::uint64_t files = 0, refused = 0; ///< refused: files that could not be read
};

struct PopulationReport {
  PopulationCounts counts;
  std::vector<std::string> findings; ///< of authorities and lists, and files that could not be read
  std::size_t of_trust = 0;          ///< how many of them, the first ones, are of authorities and lists: the others name files, and perhaps persons
};

/// Checks all, one after the other, so that memory does not grow with their number. Throws Problem for the place, an authority or a list.
PopulationReport check_population(const PopulationOrder& order, const Progress& progress, const std::function<void(const PopulationEntry&)>& take);

/// The authorities in PEM or DER files: each one is trusted. Throws Problem bad_input for a file without any.
std::vector<std::string> read_anchors(const std::vector<std::filesystem::path>& files);

} // namespace hdskit
