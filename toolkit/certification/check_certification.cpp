#include "toolkit/certification/check_certification.hpp"

#include "toolkit/base/translate.hpp"
#include "toolkit/certification/transfer_page.hpp"

namespace hdskit {

std::vector<CertificationFinding> check_certification(const Certification& certification, Date today) {
  std::vector<CertificationFinding> findings;
  for (const auto& one : certification.nonconformities)
    if (is_late(one, today))
      findings.push_back(
          {"late-correction", one.reference,
           tr("{1}: to be corrected and looked at by {2}; beyond three months the on-site audit is done again.", {one.finding, tr_date(*due_day(one))})});
  for (const auto& audit : certification.audits)
    if (audit.planned_on && *audit.planned_on < today && !audit.held_on)
      findings.push_back({"audit-not-held", audit.reference,
                          tr("The audit ({1}) was planned on {2}; nothing says that it was held.",
                             {tr(choices_of(audit.stage)[static_cast<std::size_t>(audit.stage)].label), tr_date(*audit.planned_on)})});
  for (const auto& actor : certification.actors)
    if (actor.hds_certified == YesNo::yes && actor.certificate_until && *actor.certificate_until < today)
      findings.push_back(
          {"certificate-expired", actor.reference, tr("The HDS certificate of “{1}” ended on {2}.", {actor.name, tr_date(*actor.certificate_until)})});
  if (!certification.actors.empty())
    for (const auto& defect : transfer_standing(certification.actors).defects) findings.push_back({"actor-incomplete", "", defect});
  if (!certification.audits.empty() && certification.scope_decisions.empty())
    findings.push_back({"scope-undecided", "", tr("Audits are recorded, and no decision says why a certificate is needed and for what.")});
  return findings;
}

} // namespace hdskit
