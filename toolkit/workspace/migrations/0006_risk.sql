-- The risk study: see toolkit/risk/framing.cpp, scenario.cpp, risk.cpp. Records cite each other by reference.
create table risk_study (
  id bigint primary key,
  reference text not null default '',
  title text not null default '',
  protection_mark text not null default '',
  scope text not null default '',
  objectives text not null default '',
  participants text not null default '',
  assumptions text not null default '',
  authority text not null default '',
  method text not null default '',
  started_on text not null default '',
  strategic_review text not null default '',
  operational_review text not null default ''
);
create table mission (
  id bigint primary key,
  reference text not null default '',
  name text not null default '',
  description text not null default '',
  owner text not null default ''
);
create index mission_reference on mission (reference);
create table business_value (
  id bigint primary key,
  reference text not null default '',
  name text not null default '',
  nature text not null default '',
  missions text not null default '',
  services text not null default '',
  owner text not null default '',
  description text not null default ''
);
create index business_value_reference on business_value (reference);
create table supporting_asset (
  id bigint primary key,
  reference text not null default '',
  name text not null default '',
  nature text not null default '',
  business_values text not null default '',
  owner text not null default '',
  description text not null default ''
);
create index supporting_asset_reference on supporting_asset (reference);
create table feared_event (
  id bigint primary key,
  reference text not null default '',
  name text not null default '',
  business_value text not null default '',
  criterion text not null default '',
  gravity text not null default '',
  patient text not null default '',
  continuity text not null default '',
  confidentiality text not null default '',
  legal text not null default '',
  finance text not null default '',
  image text not null default '',
  justification text not null default '',
  retention text not null default ''
);
create index feared_event_reference on feared_event (reference);
create table baseline_item (
  id bigint primary key,
  reference text not null default '',
  framework text not null default '',
  requirement text not null default '',
  application text not null default '',
  gap text not null default '',
  justification text not null default '',
  measures text not null default ''
);
create index baseline_item_reference on baseline_item (reference);
create table source_objective (
  id bigint primary key,
  reference text not null default '',
  source text not null default '',
  profile text not null default '',
  objective text not null default '',
  motivation text not null default '',
  resources text not null default '',
  activity text not null default '',
  pertinence text not null default '',
  justification text not null default '',
  retention text not null default '',
  feared_events text not null default ''
);
create index source_objective_reference on source_objective (reference);
create table stakeholder (
  id bigint primary key,
  reference text not null default '',
  name text not null default '',
  category text not null default '',
  subcontractor text not null default '',
  dependency text not null default '',
  penetration text not null default '',
  maturity text not null default '',
  trust text not null default '',
  residual_dependency text not null default '',
  residual_penetration text not null default '',
  residual_maturity text not null default '',
  residual_trust text not null default '',
  justification text not null default '',
  retention text not null default '',
  description text not null default ''
);
create index stakeholder_reference on stakeholder (reference);
create table strategic_scenario (
  id bigint primary key,
  reference text not null default '',
  name text not null default '',
  source_objective text not null default '',
  feared_events text not null default '',
  gravity text not null default '',
  justification text not null default '',
  description text not null default ''
);
create index strategic_scenario_reference on strategic_scenario (reference);
create table attack_path (
  id bigint primary key,
  reference text not null default '',
  name text not null default '',
  strategic_scenario text not null default '',
  stakeholders text not null default '',
  steps text not null default '',
  description text not null default ''
);
create index attack_path_reference on attack_path (reference);
create table operational_scenario (
  id bigint primary key,
  reference text not null default '',
  name text not null default '',
  attack_path text not null default '',
  method text not null default '',
  likelihood text not null default '',
  justification text not null default '',
  description text not null default ''
);
create index operational_scenario_reference on operational_scenario (reference);
create table elementary_action (
  id bigint primary key,
  reference text not null default '',
  name text not null default '',
  operational_scenario text not null default '',
  phase text not null default '',
  supporting_asset text not null default '',
  after text not null default '',
  needs text not null default '',
  probability text not null default '',
  difficulty text not null default '',
  justification text not null default ''
);
create index elementary_action_reference on elementary_action (reference);
create table risk (
  id bigint primary key,
  reference text not null default '',
  name text not null default '',
  family text not null default '',
  asset text not null default '',
  cause text not null default '',
  patient text not null default '',
  data text not null default '',
  activity text not null default '',
  image text not null default '',
  finance text not null default '',
  existing_measures text not null default '',
  method text not null default '',
  gravity text not null default '',
  likelihood text not null default '',
  level text not null default '',
  impact_availability text not null default '',
  impact_integrity text not null default '',
  impact_confidentiality text not null default '',
  threat text not null default '',
  vulnerability text not null default '',
  justification text not null default '',
  strategy text not null default '',
  owner text not null default '',
  residual_gravity text not null default '',
  residual_likelihood text not null default '',
  residual_level text not null default '',
  residual_threat text not null default '',
  residual_vulnerability text not null default '',
  scenario text not null default '',
  feared_events text not null default '',
  minimum_events text not null default '',
  obligations text not null default '',
  accepted_by text not null default '',
  accepted_on text not null default '',
  acceptance text not null default '',
  review text not null default '',
  note text not null default ''
);
create index risk_reference on risk (reference);
create table measure (
  id bigint primary key,
  reference text not null default '',
  name text not null default '',
  family text not null default '',
  state text not null default '',
  owner text not null default '',
  cost text not null default '',
  start text not null default '',
  due text not null default '',
  progress text not null default '',
  risks text not null default '',
  scenarios text not null default '',
  stakeholders text not null default '',
  difficulty text not null default '',
  evidence text not null default '',
  description text not null default ''
);
create index measure_reference on measure (reference);
-- Frozen versions of the study; their text is in the vault.
create table study_version (
  id bigint primary key,
  number text not null default '',
  cycle text not null default '',
  frozen_on text not null default '',
  summary text not null default '',
  author text not null default '',
  digest text not null default '',
  risks text not null default '',
  unacceptable text not null default ''
);
