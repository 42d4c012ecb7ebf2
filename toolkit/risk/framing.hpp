#pragma once

#include "toolkit/risk/rating.hpp"

#include <string>
#include <vector>

namespace hdskit {

// Workshop 1 of EBIOS Risk Manager, framing and security baseline (cadrage et socle de sécurité): what the hospital lives from, what carries it,
// what it fears. Every record is cited by its reference.

using RiskStudyId = Id<struct RiskStudyTag>;
using MissionId = Id<struct MissionTag>;
using BusinessValueId = Id<struct BusinessValueTag>;
using SupportingAssetId = Id<struct SupportingAssetTag>;
using FearedEventId = Id<struct FearedEventTag>;
using BaselineItemId = Id<struct BaselineItemTag>;

/// Whether an object stays in the study after it was judged.
enum class Retention { undecided, retained, set_aside };
std::span<const Choice> choices_of(Retention);

/// How the likelihood of an operational scenario is found.
enum class LikelihoodMethod { express, standard, advanced };
std::span<const Choice> choices_of(LikelihoodMethod);

/// The frame of the study: one record in a workspace.
struct RiskStudy {
  RiskStudyId id;
  std::string reference; ///< "EBIOS-2026"
  std::string title;
  std::string protection_mark; ///< what is printed on each page of the study: "Diffusion limitée"
  std::string scope, objectives, participants, assumptions;
  std::string authority; ///< who accepts the residual risks (autorité d’homologation)
  LikelihoodMethod method = LikelihoodMethod::standard;
  std::optional<Date> started_on, strategic_review, operational_review; ///< when each cycle is to be gone through again
  static const RecordType<RiskStudy>& type();
};

/// What the organisation is there for (mission).
struct Mission {
  MissionId id;
  std::string reference, name, description, owner;
  static const RecordType<Mission>& type();
};

/// Information or a process that a mission cannot do without (valeur métier).
enum class BusinessValueNature { process, information };
std::span<const Choice> choices_of(BusinessValueNature);
struct BusinessValue {
  BusinessValueId id;
  std::string reference, name, description, owner;
  BusinessValueNature nature = BusinessValueNature::process;
  std::vector<std::string> missions;
  std::vector<std::string> services; ///< codes of hosted services
  static const RecordType<BusinessValue>& type();
};

/// What a business value rests on (bien support).
enum class AssetNature { hardware, software, network, medium, person, premises, provider };
std::span<const Choice> choices_of(AssetNature);
struct SupportingAsset {
  SupportingAssetId id;
  std::string reference, name, description, owner;
  AssetNature nature = AssetNature::software;
  std::vector<std::string> business_values;
  static const RecordType<SupportingAsset>& type();
};

/// Which need of a business value is hurt.
enum class SecurityCriterion { availability, integrity, confidentiality, traceability };
std::span<const Choice> choices_of(SecurityCriterion);

/// A harm to a business value that the hospital wants to see never (évènement redouté), with its gravity.
struct FearedEvent {
  FearedEventId id;
  std::string reference, name, business_value;
  SecurityCriterion criterion = SecurityCriterion::availability;
  std::string patient, continuity, confidentiality, legal, finance, image; ///< impacts on each axis
  Rating gravity;
  std::string justification; ///< of the gravity
  Retention retention = Retention::retained;
  static const RecordType<FearedEvent>& type();
};

/// How far a rule of a framework is applied (socle de sécurité), with the reason for what is not.
enum class Application { not_assessed, applied, partly_applied, not_applied, not_applicable };
std::span<const Choice> choices_of(Application);
struct BaselineItem {
  BaselineItemId id;
  std::string reference, framework, requirement; ///< requirement: what the framework asks, or the id of an item of the checklist
  Application application = Application::not_assessed;
  std::string gap, justification;
  std::vector<std::string> measures; ///< that will close the gap
  static const RecordType<BaselineItem>& type();
};

} // namespace hdskit
