#pragma once

#include "toolkit/base/field.hpp"

#include <string>
#include <vector>

namespace hdskit {

// What a certified host keeps beside its answers: why it must be certified, its audits and what they found, who takes part in the hosting and from where.

using ScopeDecisionId = Id<struct ScopeDecisionTag>;
using CertificationAuditId = Id<struct CertificationAuditTag>;
using NonconformityId = Id<struct NonconformityTag>;
using HostingActorId = Id<struct HostingActorTag>;

/// The outcome of the questions on the scope, with the reason that was found: what an auditor asks first.
struct ScopeDecision {
  ScopeDecisionId id;
  std::string reference;            ///< "PER1"
  std::string questions;            ///< id of the questions: "hds-scope"
  std::vector<std::string> answers; ///< "question=yes", in the order in which they were asked
  std::string outcome, reason;
  std::optional<Date> decided_on;
  std::string decided_by, evidence, note;
  static const RecordType<ScopeDecision>& type();
};

/// R. 1111-10 and the accreditation requirements: documents first, then on the spot, then a surveillance each year, renewal before three years.
enum class AuditStage { stage_1, stage_2, surveillance, renewal, internal, supplementary };
std::span<const Choice> choices_of(AuditStage);

struct CertificationAudit {
  CertificationAuditId id;
  std::string reference; ///< "AUD1"
  std::string framework; ///< id: "hds-v2"
  std::string procedure; ///< title of the procedure of which it is a stage, if any
  AuditStage stage = AuditStage::stage_1;
  std::optional<Date> planned_on, held_on;
  std::string body, auditor, conclusion, evidence, note;
  static const RecordType<CertificationAudit>& type();
};

enum class NonconformityGrade { minor, major, remark };
std::span<const Choice> choices_of(NonconformityGrade);
enum class NonconformityState { open, corrected, closed };
std::span<const Choice> choices_of(NonconformityState);

struct Nonconformity {
  NonconformityId id;
  std::string reference; ///< "NC1"
  std::string audit;
  std::string item; ///< of the framework, when it is about one
  NonconformityGrade grade = NonconformityGrade::minor;
  std::string finding;
  std::optional<Date> found_on, due; ///< due: nothing means months_to_correct after it was found
  std::string cause, correction, owner;
  NonconformityState state = NonconformityState::open;
  std::optional<Date> corrected_on, closed_on; ///< closed: the body has looked at the correction
  std::string evidence;
  static const RecordType<Nonconformity>& type();
};

enum class YesNo { unknown, yes, no };
std::span<const Choice> choices_of(YesNo);
/// Article of the GDPR on which an access from a third country rests.
enum class TransferGround { none, adequacy, safeguards };
std::span<const Choice> choices_of(TransferGround);

/// The host itself or one of its subcontractors, as the guarantees sheet lists them (référentiel HDS v2, chapter 8; EXI 29 to 31).
struct HostingActor {
  HostingActorId id;
  std::string reference; ///< "ACT-H1"
  std::string name, role;
  std::string subcontractor;           ///< name of the subcontractor as the organisation has it; "" for the host itself
  std::vector<std::string> activities; ///< "1" to "6"
  YesNo hds_certified = YesNo::unknown;
  std::optional<Date> certificate_until;
  YesNo secnumcloud = YesNo::unknown; ///< qualified SecNumCloud 3.2
  YesNo access_outside_eea = YesNo::unknown;
  std::string country;
  TransferGround ground = TransferGround::none;
  YesNo third_country_law = YesNo::unknown; ///< subject to the law of a country without adequacy
  std::string measures;                     ///< against access under that law, and what risk is left
  std::string note;
  static const RecordType<HostingActor>& type();
};

struct Certification {
  std::vector<ScopeDecision> scope_decisions;
  std::vector<CertificationAudit> audits;
  std::vector<Nonconformity> nonconformities;
  std::vector<HostingActor> actors;
};

/// Three months after an on-site audit to correct, and to have the corrections audited; beyond, the audit is done again (R. 1111-10, version of 2018-04-01).
inline constexpr int months_to_correct = 3;
/// The day by which a non-conformity must be corrected and looked at; nothing for a remark, or when it is not known when it was found.
std::optional<Date> due_day(const Nonconformity& nonconformity);
bool is_late(const Nonconformity& nonconformity, Date today);

} // namespace hdskit
