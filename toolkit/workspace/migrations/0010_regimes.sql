-- The living regimes: frameworks followed beside the main checklist, correspondences, audits and their non-conformities, who the actors of a hosting are,
-- projects on the national health data system and who may enter them. See toolkit/requirements/framework.cpp, toolkit/certification, toolkit/habilitation.
create table framework (
  id bigint primary key,
  reference text not null default '',
  version text not null default '',
  title text not null default '',
  publisher text not null default '',
  origin text not null default '',
  digest text not null default '',
  source_digest text not null default '',
  use text not null default '',
  applied_on text not null default '',
  note text not null default ''
);
create index framework_reference on framework (reference);
create table requirement_mapping (
  id bigint primary key,
  from_framework text not null default '',
  from_item text not null default '',
  to_framework text not null default '',
  to_item text not null default '',
  strength text not null default '',
  confidence text not null default '',
  origin text not null default '',
  note text not null default ''
);
create index requirement_mapping_from on requirement_mapping (from_framework);
alter table answer add column applicability text not null default '';
create table scope_decision (
  id bigint primary key,
  reference text not null default '',
  questions text not null default '',
  answers text not null default '',
  outcome text not null default '',
  reason text not null default '',
  decided_on text not null default '',
  decided_by text not null default '',
  evidence text not null default '',
  note text not null default ''
);
create index scope_decision_reference on scope_decision (reference);
create table certification_audit (
  id bigint primary key,
  reference text not null default '',
  framework text not null default '',
  procedure text not null default '',
  stage text not null default '',
  planned_on text not null default '',
  held_on text not null default '',
  body text not null default '',
  auditor text not null default '',
  conclusion text not null default '',
  evidence text not null default '',
  note text not null default ''
);
create index certification_audit_reference on certification_audit (reference);
create table nonconformity (
  id bigint primary key,
  reference text not null default '',
  audit text not null default '',
  item text not null default '',
  grade text not null default '',
  finding text not null default '',
  found_on text not null default '',
  due text not null default '',
  cause text not null default '',
  correction text not null default '',
  owner text not null default '',
  state text not null default '',
  corrected_on text not null default '',
  closed_on text not null default '',
  evidence text not null default ''
);
create index nonconformity_reference on nonconformity (reference);
create table hosting_actor (
  id bigint primary key,
  reference text not null default '',
  name text not null default '',
  role text not null default '',
  subcontractor text not null default '',
  activities text not null default '',
  hds_certified text not null default '',
  certificate_until text not null default '',
  secnumcloud text not null default '',
  access_outside_eea text not null default '',
  country text not null default '',
  ground text not null default '',
  third_country_law text not null default '',
  measures text not null default '',
  note text not null default ''
);
create index hosting_actor_reference on hosting_actor (reference);
create table access_project (
  id bigint primary key,
  reference text not null default '',
  title text not null default '',
  frame text not null default '',
  purpose text not null default '',
  controller text not null default '',
  processor text not null default '',
  data_sets text not null default '',
  laboratory text not null default '',
  registration text not null default '',
  registered_on text not null default '',
  convention text not null default '',
  convention_until text not null default '',
  starts_on text not null default '',
  ends_on text not null default '',
  last_publication text not null default '',
  fields text not null default '',
  recipients text not null default '',
  legal_basis text not null default '',
  rights_contact text not null default '',
  retention text not null default '',
  notice_url text not null default '',
  note text not null default ''
);
create index access_project_reference on access_project (reference);
create table authorised_person (
  id bigint primary key,
  reference text not null default '',
  project text not null default '',
  name text not null default '',
  function text not null default '',
  contact text not null default '',
  employer text not null default '',
  address text not null default '',
  profile text not null default '',
  identifiers text not null default '',
  registration_authority text not null default '',
  delegate text not null default '',
  trained_on text not null default '',
  undertaking_on text not null default '',
  conditions_on text not null default '',
  starts_on text not null default '',
  ends_on text not null default '',
  reviewed_on text not null default '',
  closed_on text not null default '',
  evidence text not null default '',
  note text not null default ''
);
create index authorised_person_reference on authorised_person (reference);
create table output_release (
  id bigint primary key,
  reference text not null default '',
  project text not null default '',
  person text not null default '',
  moment text not null default '',
  description text not null default '',
  file text not null default '',
  digest text not null default '',
  threshold text not null default '',
  checked text not null default '',
  findings text not null default '',
  decision text not null default '',
  decided_by text not null default '',
  justification text not null default '',
  evidence text not null default ''
);
create index output_release_reference on output_release (reference);
