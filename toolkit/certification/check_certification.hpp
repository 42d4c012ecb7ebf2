#pragma once

#include "toolkit/certification/certification.hpp"

namespace hdskit {

struct CertificationFinding {
  std::string_view rule; ///< stable: "late-correction", "audit-not-held", "certificate-expired", "actor-incomplete", "scope-undecided"
  std::string subject;   ///< reference
  std::string sentence;
};

/// Non-conformities past their day, audits planned and not held, certificates of actors that ran out, what the page on transfers still lacks (only once actors
/// are recorded), audits without a decision on the scope. Pure.
std::vector<CertificationFinding> check_certification(const Certification& certification, Date today);

} // namespace hdskit
