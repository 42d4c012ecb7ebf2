-- Continuity: impact analysis, dependencies, plans, exercises. See toolkit/continuity/impact.cpp, plan.cpp, exercise.cpp. Records cite each other by reference.
create table activity (
  id bigint primary key,
  reference text not null default '',
  name text not null default '',
  nature text not null default '',
  entity text not null default '',
  owner text not null default '',
  rto text not null default '',
  rpo text not null default '',
  mtpd text not null default '',
  minimal_service text not null default '',
  manual_resume text not null default '',
  manual_hold text not null default '',
  critical_resources text not null default '',
  description text not null default ''
);
create index activity_reference on activity (reference);
create table activity_impact (
  id bigint primary key,
  activity text not null default '',
  "after" text not null default '',
  patient text not null default '',
  care text not null default '',
  legal text not null default '',
  finance text not null default '',
  image text not null default '',
  note text not null default ''
);
create table component (
  id bigint primary key,
  reference text not null default '',
  name text not null default '',
  nature text not null default '',
  location text not null default '',
  owner text not null default '',
  rto text not null default '',
  rpo text not null default '',
  measured_restore text not null default '',
  last_test text not null default '',
  description text not null default ''
);
create index component_reference on component (reference);
create table backup_arrangement (
  id bigint primary key,
  reference text not null default '',
  name text not null default '',
  method text not null default '',
  period text not null default '',
  location text not null default '',
  copy text not null default '',
  place text not null default '',
  retention_days text not null default '',
  measured_restore text not null default '',
  last_test text not null default '',
  description text not null default ''
);
create index backup_arrangement_reference on backup_arrangement (reference);
create table dependency (
  id bigint primary key,
  "from" text not null default '',
  "to" text not null default '',
  note text not null default ''
);
create table continuity_plan (
  id bigint primary key,
  reference text not null default '',
  title text not null default '',
  kind text not null default '',
  covers text not null default '',
  activation text not null default '',
  deactivation text not null default '',
  decision_maker text not null default '',
  deputy text not null default '',
  degraded_mode text not null default '',
  degraded_hold text not null default '',
  isolation text not null default '',
  rebuild text not null default '',
  communication text not null default '',
  return_to_normal text not null default '',
  version text not null default '',
  approved_by text not null default '',
  approved_on text not null default '',
  review text not null default '',
  evidence text not null default ''
);
create index continuity_plan_reference on continuity_plan (reference);
create table plan_step (
  id bigint primary key,
  reference text not null default '',
  plan text not null default '',
  title text not null default '',
  owner text not null default '',
  deputy text not null default '',
  duration text not null default '',
  "after" text not null default '',
  restores text not null default '',
  description text not null default ''
);
create index plan_step_reference on plan_step (reference);
create table crisis_contact (
  id bigint primary key,
  reference text not null default '',
  name text not null default '',
  role text not null default '',
  organisation text not null default '',
  phone text not null default '',
  other_phone text not null default '',
  email text not null default '',
  "order" text not null default ''
);
create index crisis_contact_reference on crisis_contact (reference);
create table action_card (
  id bigint primary key,
  reference text not null default '',
  title text not null default '',
  audience text not null default '',
  trigger text not null default '',
  actions text not null default '',
  forbidden text not null default '',
  contacts text not null default '',
  plan text not null default ''
);
create index action_card_reference on action_card (reference);
create table exercise (
  id bigint primary key,
  reference text not null default '',
  title text not null default '',
  kind text not null default '',
  plans text not null default '',
  covers text not null default '',
  scenario text not null default '',
  planned_on text not null default '',
  held_on text not null default '',
  observer text not null default '',
  achieved_rto text not null default '',
  achieved_rpo text not null default '',
  conclusion text not null default '',
  evidence text not null default ''
);
create index exercise_reference on exercise (reference);
create table exercise_entry (
  id bigint primary key,
  exercise text not null default '',
  "at" text not null default '',
  kind text not null default '',
  "text" text not null default '',
  step text not null default '',
  author text not null default ''
);
create table corrective_action (
  id bigint primary key,
  reference text not null default '',
  exercise text not null default '',
  gap text not null default '',
  action text not null default '',
  owner text not null default '',
  due text not null default '',
  state text not null default '',
  evidence text not null default ''
);
create index corrective_action_reference on corrective_action (reference);
create index dependency_from on dependency ("from");
create index activity_impact_activity on activity_impact (activity);
create index exercise_entry_exercise on exercise_entry (exercise);
-- How much each legal entity carries of the combined activity of a group (rule of 66 %).
alter table entity add column activity_volume text not null default '';
