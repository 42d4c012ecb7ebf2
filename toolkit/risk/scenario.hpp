#pragma once

#include "toolkit/risk/framing.hpp"

namespace hdskit {

// Workshops 2 to 4 of EBIOS Risk Manager: who could want what, through whom, and by which actions.

using SourceObjectiveId = Id<struct SourceObjectiveTag>;
using StakeholderId = Id<struct StakeholderTag>;
using StrategicScenarioId = Id<struct StrategicScenarioTag>;
using AttackPathId = Id<struct AttackPathTag>;
using OperationalScenarioId = Id<struct OperationalScenarioTag>;
using ElementaryActionId = Id<struct ElementaryActionTag>;

/// A risk source and what it is after (couple source de risque / objectif visé), rated by motivation, resources and activity.
enum class SourceProfile { state, organised_crime, terrorist, activist, competitor, specialist, amateur, avenger, insider, negligent };
std::span<const Choice> choices_of(SourceProfile);
struct SourceObjective {
  SourceObjectiveId id;
  std::string reference, source, objective;
  SourceProfile profile = SourceProfile::organised_crime;
  Rating motivation, resources, activity;
  Rating pertinence;         ///< forced; not rated: computed (source_objective pertinence in threat.hpp)
  std::string justification; ///< of the ratings, or of the forced one
  Retention retention = Retention::undecided;
  std::vector<std::string> feared_events;
  static const RecordType<SourceObjective>& type();
};

/// A party of the ecosystem (partie prenante): how exposed the hospital is to it, and how reliable it is. Grades from 1 to 4.
enum class StakeholderCategory { client, partner, provider, internal };
std::span<const Choice> choices_of(StakeholderCategory);
struct Stakeholder {
  StakeholderId id;
  std::string reference, name, description;
  StakeholderCategory category = StakeholderCategory::provider;
  std::string subcontractor; ///< name of a subcontractor of the organisation, when it is one
  Rating dependency, penetration, maturity, trust;
  Rating residual_dependency, residual_penetration, residual_maturity, residual_trust; ///< once the measures are there; not rated: unchanged
  std::string justification;
  Retention retention = Retention::undecided; ///< critical stakeholders are retained
  static const RecordType<Stakeholder>& type();
};

/// How a source could reach its objective (scénario stratégique). Its gravity is that of the gravest feared event.
struct StrategicScenario {
  StrategicScenarioId id;
  std::string reference, name, source_objective;
  std::vector<std::string> feared_events;
  Rating gravity; ///< forced; not rated: computed
  std::string description, justification;
  static const RecordType<StrategicScenario>& type();
};

/// One way of a strategic scenario through the ecosystem (chemin d’attaque): its events in order.
struct AttackPath {
  AttackPathId id;
  std::string reference, name, strategic_scenario;
  std::vector<std::string> stakeholders; ///< in the order in which they are passed
  std::vector<std::string> steps;        ///< intermediate events, in order
  std::string description;
  static const RecordType<AttackPath>& type();
};

/// How an attack path is carried out on supporting assets (scénario opérationnel). Its elementary actions cite it.
struct OperationalScenario {
  OperationalScenarioId id;
  std::string reference, name, attack_path;
  enum class Method { of_study, express, standard, advanced } method = Method::of_study;
  Rating likelihood; ///< express: the judgement itself. Otherwise forced; not rated: computed from the graph
  std::string description, justification;
  static const RecordType<OperationalScenario>& type();
};
std::span<const Choice> choices_of(OperationalScenario::Method);

/// One step of an operational scenario (action élémentaire).
enum class AttackPhase { know, enter, find, exploit };
std::span<const Choice> choices_of(AttackPhase);
/// Whether all actions that come before are needed, or one of them.
enum class ActionNeed { any, all };
std::span<const Choice> choices_of(ActionNeed);
struct ElementaryAction {
  ElementaryActionId id;
  std::string reference, name, operational_scenario, supporting_asset;
  AttackPhase phase = AttackPhase::know;
  std::vector<std::string> after; ///< references of the actions that come before, of the same scenario
  ActionNeed needs = ActionNeed::any;
  Rating probability; ///< of success, from 1 to as many as the scale of likelihood has
  Rating difficulty;  ///< technical, from 1 (negligible) to 5; the advanced method asks for it
  std::string justification;
  static const RecordType<ElementaryAction>& type();
};

} // namespace hdskit
