#include "toolkit/certification/certification.hpp"

#include "toolkit/base/translate.hpp"

namespace hdskit {

std::span<const Choice> choices_of(AuditStage) {
  static constexpr Choice choices[] = {{"stage-1", marked("stage 1, on documents")},    {"stage-2", marked("stage 2, on the spot")},
                                       {"surveillance", marked("yearly surveillance")}, {"renewal", marked("renewal")},
                                       {"internal", marked("internal audit")},          {"supplementary", marked("supplementary audit")}};
  return choices;
}
std::span<const Choice> choices_of(NonconformityGrade) {
  static constexpr Choice choices[] = {{"minor", marked("minor")}, {"major", marked("major")}, {"remark", marked("remark")}};
  return choices;
}
std::span<const Choice> choices_of(NonconformityState) {
  static constexpr Choice choices[] = {{"open", marked("open")}, {"corrected", marked("corrected, to be looked at")}, {"closed", marked("closed by the body")}};
  return choices;
}
std::span<const Choice> choices_of(YesNo) {
  static constexpr Choice choices[] = {{"unknown", marked("not known")}, {"yes", marked("yes")}, {"no", marked("no")}};
  return choices;
}
std::span<const Choice> choices_of(TransferGround) {
  static constexpr Choice choices[] = {
      {"none", marked("none")}, {"adequacy", marked("adequacy decision (GDPR art. 45)")}, {"safeguards", marked("appropriate safeguards (GDPR art. 46)")}};
  return choices;
}

const RecordType<ScopeDecision>& ScopeDecision::type() {
  static const Field<ScopeDecision> fields[] = {
      field<&ScopeDecision::reference>("reference", marked("Reference")),
      field<&ScopeDecision::questions>("questions", marked("Questions"), Need::required),
      field<&ScopeDecision::answers>("answers", marked("Answers")),
      field<&ScopeDecision::outcome>("outcome", marked("Outcome"), Need::required),
      long_field<&ScopeDecision::reason>("reason", marked("Reason"), Need::required),
      field<&ScopeDecision::decided_on>("decided_on", marked("Decided on")),
      field<&ScopeDecision::decided_by>("decided_by", marked("Decided by")),
      field<&ScopeDecision::evidence>("evidence", marked("Evidence (code of the document)")),
      long_field<&ScopeDecision::note>("note", marked("Note")),
  };
  static const RecordType<ScopeDecision> type{"scope_decision", marked("decision on the scope"), fields};
  return type;
}

const RecordType<CertificationAudit>& CertificationAudit::type() {
  static const Field<CertificationAudit> fields[] = {
      field<&CertificationAudit::reference>("reference", marked("Reference")),
      field<&CertificationAudit::framework>("framework", marked("Framework"), Need::required),
      field<&CertificationAudit::procedure>("procedure", marked("Procedure")),
      field<&CertificationAudit::stage>("stage", marked("Stage")),
      field<&CertificationAudit::planned_on>("planned_on", marked("Planned on")),
      field<&CertificationAudit::held_on>("held_on", marked("Held on")),
      field<&CertificationAudit::body>("body", marked("Certification body")),
      field<&CertificationAudit::auditor>("auditor", marked("Auditor")),
      long_field<&CertificationAudit::conclusion>("conclusion", marked("Conclusion")),
      field<&CertificationAudit::evidence>("evidence", marked("Evidence (code of the document)")),
      long_field<&CertificationAudit::note>("note", marked("Note")),
  };
  static const RecordType<CertificationAudit> type{"certification_audit", marked("audit"), fields};
  return type;
}

const RecordType<Nonconformity>& Nonconformity::type() {
  static const Field<Nonconformity> fields[] = {
      field<&Nonconformity::reference>("reference", marked("Reference")),
      citing<&Nonconformity::audit>("audit", marked("Audit"), "certification_audit", Need::required),
      field<&Nonconformity::item>("item", marked("Item")),
      field<&Nonconformity::grade>("grade", marked("Grade")),
      long_field<&Nonconformity::finding>("finding", marked("Finding"), Need::required),
      field<&Nonconformity::found_on>("found_on", marked("Found on")),
      field<&Nonconformity::due>("due", marked("Due")),
      long_field<&Nonconformity::cause>("cause", marked("Cause")),
      long_field<&Nonconformity::correction>("correction", marked("Correction")),
      field<&Nonconformity::owner>("owner", marked("Owner")),
      field<&Nonconformity::state>("state", marked("State")),
      field<&Nonconformity::corrected_on>("corrected_on", marked("Corrected on")),
      field<&Nonconformity::closed_on>("closed_on", marked("Closed on")),
      field<&Nonconformity::evidence>("evidence", marked("Evidence (code of the document)")),
  };
  static const RecordType<Nonconformity> type{"nonconformity", marked("non-conformity"), fields};
  return type;
}

const RecordType<HostingActor>& HostingActor::type() {
  static const Field<HostingActor> fields[] = {
      field<&HostingActor::reference>("reference", marked("Reference")),
      field<&HostingActor::name>("name", marked("Name"), Need::required),
      field<&HostingActor::role>("role", marked("Role in the hosting"), Need::required),
      field<&HostingActor::subcontractor>("subcontractor", marked("Subcontractor")),
      field<&HostingActor::activities>("activities", marked("Activities (1 to 6)")),
      field<&HostingActor::hds_certified>("hds_certified", marked("HDS certificate")),
      field<&HostingActor::certificate_until>("certificate_until", marked("Certificate until")),
      field<&HostingActor::secnumcloud>("secnumcloud", marked("SecNumCloud 3.2 qualification")),
      field<&HostingActor::access_outside_eea>("access_outside_eea", marked("Access from outside the EEA")),
      field<&HostingActor::country>("country", marked("Country")),
      field<&HostingActor::ground>("ground", marked("What the transfer rests on")),
      field<&HostingActor::third_country_law>("third_country_law", marked("Subject to the law of a third country")),
      long_field<&HostingActor::measures>("measures", marked("Measures and risk that is left")),
      long_field<&HostingActor::note>("note", marked("Note")),
  };
  static const RecordType<HostingActor> type{"hosting_actor", marked("actor of the hosting"), fields};
  return type;
}

std::optional<Date> due_day(const Nonconformity& nonconformity) {
  if (nonconformity.due || nonconformity.grade == NonconformityGrade::remark || !nonconformity.found_on) return nonconformity.due;
  return plus_months(*nonconformity.found_on, months_to_correct);
}

bool is_late(const Nonconformity& nonconformity, Date today) {
  const auto due = due_day(nonconformity);
  return nonconformity.state != NonconformityState::closed && due && *due < today;
}

} // namespace hdskit
