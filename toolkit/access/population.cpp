#include "toolkit/access/population.hpp"

#include "toolkit/base/file.hpp"
#include "toolkit/base/problem.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/certificates/certificate_files.hpp"

#include <algorithm>

namespace hdskit {
namespace {

constexpr std::size_t most_findings = 1000; ///< of files that cannot be read: the rest is counted

PopulationEntry entry_of(const CheckedCertificate& checked, const PopulationOrder& order) {
  PopulationEntry entry;
  entry.origin = checked.origin;
  entry.faults = checked.faults;
  entry.revocation = checked.revocation;
  if (order.detailed) entry.fingerprint = digest_of(checked.der).hex();
  if (checked.has(CertificateFault::malformed)) return entry;
  const auto& fields = checked.fields;
  try {
    entry.identity = identity_of(fields);
    if (order.detailed) {
      entry.subject = name_text(fields.subject);
      entry.issuer = name_text(fields.issuer);
    }
  } catch (const Problem&) { // its outer form was sound, its names are not
    entry.faults = {CertificateFault::malformed};
    return entry;
  }
  entry.serial = fields.serial.hex();
  entry.not_before = fields.not_before;
  entry.not_after = fields.not_after;
  entry.wrong_role = order.role && entry.identity.role != *order.role;
  entry.test_hierarchy = entry.identity.hierarchy == Hierarchy::test && !order.accept_test;
  entry.expiring = entry.good() && fields.not_after.seconds() <= order.trust.at.seconds() + std::chrono::days{order.notice};
  return entry;
}

PopulationEntry resolved_entry(CheckedCertificate checked, const PopulationOrder& order) { // its views stay those of the one that was given
  order.resolve(checked);
  return entry_of(checked, order);
}

void count(const PopulationEntry& entry, PopulationCounts& counts) {
  const auto has = [&](CertificateFault fault) { return std::ranges::find(entry.faults, fault) != entry.faults.end() ? 1u : 0u; };
  ++counts.certificates;
  counts.good += entry.good() ? 1 : 0;
  counts.revoked += has(CertificateFault::revoked);
  counts.expired += has(CertificateFault::expired);
  counts.not_yet_valid += has(CertificateFault::not_yet_valid);
  counts.untrusted += entry.untrusted() ? 1 : 0;
  counts.unknown += has(CertificateFault::revocation_unknown);
  counts.expiring += entry.expiring ? 1 : 0;
}

} // namespace

bool PopulationEntry::untrusted() const {
  using enum CertificateFault;
  const auto of_trust = [](CertificateFault fault) { return fault != revoked && fault != expired && fault != not_yet_valid && fault != revocation_unknown; };
  return wrong_role || test_hierarchy || std::ranges::any_of(faults, of_trust);
}

std::vector<std::string> PopulationEntry::sentences() const {
  std::vector<std::string> all;
  for (const auto fault : faults) {
    all.push_back(sentence_of(fault));
    if (fault == CertificateFault::revoked && revocation && revocation->at)
      all.back() = tr("It was revoked on {1} ({2}).", {tr_date(revocation->at->utc_date()), reason_text(revocation->reason.value_or(0))});
  }
  if (wrong_role) all.push_back(tr("It serves for {1}.", {label_of(identity.role)}));
  if (test_hierarchy) all.push_back(tr("It is of the test hierarchy, which opens no door of production."));
  return all;
}

PopulationReport check_population(const PopulationOrder& order, const Progress& progress, const std::function<void(const PopulationEntry&)>& take) {
  const CertificateCheck check{order.trust, order.engine};
  PopulationReport report{{}, check.findings(), check.findings().size()};
  CertificateFiles files{order.place, [&](const std::string& origin, const std::string& sentence) {
                           if (++report.counts.refused <= most_findings) report.findings.push_back(tr("{1}: {2}", {origin, sentence}));
                         }};
  report.counts.files = files.files();
  FoundCertificate found;
  check.check_all(
      [&](std::string& der, std::string& origin) {
        if (!files.next(found)) return false;
        der = std::move(found.der);
        origin = std::move(found.origin);
        return true;
      },
      order.threads, progress,
      [&](const CheckedCertificate& checked) {
        const auto entry = order.resolve ? resolved_entry(checked, order) : entry_of(checked, order);
        count(entry, report.counts);
        take(entry);
      });
  return report;
}

std::vector<std::string> read_anchors(const std::vector<std::filesystem::path>& files) {
  constexpr std::uint64_t largest = 1u << 20; // bytes: some hundreds of authorities
  std::vector<std::string> anchors;
  for (const auto& file : files) {
    auto found = certificates_in(read_file(file, largest));
    if (found.empty())
      throw Problem{ProblemKind::bad_input, file.string(), tr("There is no certificate in “{1}”.", {file.string()}), tr("Give a file in PEM or DER.")};
    for (auto& der : found) anchors.push_back(std::move(der));
  }
  return anchors;
}

} // namespace hdskit
