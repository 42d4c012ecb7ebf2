#pragma once

#include "toolkit/continuity/exercise.hpp"
#include "toolkit/organisation/organisation.hpp"

namespace hdskit {

/// All that the workspace knows of continuity, with the hosted services and legal entities that it speaks of. In the order recorded.
struct Continuity {
  std::vector<HostedService> services;
  std::vector<LegalEntity> entities;
  std::vector<Activity> activities;
  std::vector<ActivityImpact> impacts;
  std::vector<Component> components;
  std::vector<BackupArrangement> backups;
  std::vector<Dependency> dependencies;
  std::vector<ContinuityPlan> plans;
  std::vector<PlanStep> steps;
  std::vector<CrisisContact> contacts;
  std::vector<ActionCard> cards;
  std::vector<Exercise> exercises;
  std::vector<ExerciseEntry> entries;
  std::vector<CorrectiveAction> corrections;
};

/// Calls visit(key, list) for each list that belongs to this room, with its key in the documented format: "activities", …
template <typename AnyContinuity, typename Visit> void for_each_continuity_list(AnyContinuity& all, Visit visit) {
  visit("activities", all.activities);
  visit("activity_impacts", all.impacts);
  visit("components", all.components);
  visit("backup_arrangements", all.backups);
  visit("dependencies", all.dependencies);
  visit("continuity_plans", all.plans);
  visit("plan_steps", all.steps);
  visit("crisis_contacts", all.contacts);
  visit("action_cards", all.cards);
  visit("exercises", all.exercises);
  visit("exercise_entries", all.entries);
  visit("corrective_actions", all.corrections);
}

} // namespace hdskit
