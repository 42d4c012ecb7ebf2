#pragma once

#include "toolkit/continuity/impact.hpp"

namespace hdskit {

// Plans (PCA: keep going; PRA: come back), the steps that they are made of, whom to call, and the cards that people keep on paper.

using ContinuityPlanId = Id<struct ContinuityPlanTag>;
using PlanStepId = Id<struct PlanStepTag>;
using CrisisContactId = Id<struct CrisisContactTag>;
using ActionCardId = Id<struct ActionCardTag>;

enum class PlanKind { continuity, recovery };
std::span<const Choice> choices_of(PlanKind);
struct ContinuityPlan {
  ContinuityPlanId id;
  std::string reference, title;
  PlanKind kind = PlanKind::recovery;
  std::vector<std::string> covers;      ///< references of activities and components, codes of hosted services
  std::string activation, deactivation; ///< criteria
  std::string decision_maker, deputy;   ///< names of people
  std::string degraded_mode;
  std::optional<Minutes> degraded_hold; ///< how long it can be borne
  std::string isolation, rebuild, communication, return_to_normal;
  std::string version, approved_by;
  std::optional<Date> approved_on, review;
  std::string evidence; ///< code of the approved document
  static const RecordType<ContinuityPlan>& type();
};

/// One step of a plan: it begins when all steps that it comes after are done.
struct PlanStep {
  PlanStepId id;
  std::string reference, plan, title, owner, deputy, description;
  std::optional<Minutes> duration;
  std::vector<std::string> after;    ///< references of steps of the same plan
  std::vector<std::string> restores; ///< components or services that are back once it is done
  static const RecordType<PlanStep>& type();
};

/// A line of the crisis directory.
struct CrisisContact {
  CrisisContactId id;
  std::string reference, name, role, organisation, phone, other_phone, email;
  std::optional<std::int64_t> order; ///< of the call
  static const RecordType<CrisisContact>& type();
};

/// A card of reflexes (fiche réflexe): what one person does first.
struct ActionCard {
  ActionCardId id;
  std::string reference, title, audience, trigger;
  std::string actions;   ///< one a line
  std::string forbidden; ///< what not to do, one a line
  std::vector<std::string> contacts;
  std::string plan;
  static const RecordType<ActionCard>& type();
};

} // namespace hdskit
