-- The hospital: see toolkit/organisation/organisation.cpp for the meaning of each column.
create table entity (
  id bigint primary key,
  name text not null default '',
  role text not null default '',
  legal_form text not null default '',
  finess text not null default '',
  siren text not null default '',
  siret text not null default '',
  address text not null default '',
  postcode text not null default '',
  city text not null default '',
  representative text not null default '',
  representative_title text not null default '',
  governance text not null default ''
);

create table site (
  id bigint primary key,
  name text not null default '',
  kind text not null default '',
  entity text not null default '',
  finess text not null default '',
  siret text not null default '',
  address text not null default '',
  postcode text not null default '',
  city text not null default '',
  surface_m2 text not null default '',
  power text not null default '',
  cooling text not null default '',
  fire_protection text not null default '',
  physical_access text not null default '',
  description text not null default ''
);

create table service (
  id bigint primary key,
  code text not null default '',
  name text not null default '',
  summary text not null default '',
  activities text not null default '',
  criticality text not null default '',
  rto text not null default '',
  rpo text not null default '',
  volume_gb text not null default '',
  patients text not null default '',
  users text not null default '',
  primary_site text not null default '',
  backup_site text not null default '',
  access text not null default '',
  technology text not null default '',
  backup_method text not null default '',
  in_service_since text not null default '',
  description text not null default ''
);

create table client (
  id bigint primary key,
  name text not null default '',
  kind text not null default '',
  finess text not null default '',
  siret text not null default '',
  city text not null default '',
  beds text not null default '',
  contact text not null default ''
);

create table contract (
  id bigint primary key,
  reference text not null default '',
  client text not null default '',
  services text not null default '',
  clauses text not null default '',
  signed_on text not null default '',
  starts_on text not null default '',
  ends_on text not null default '',
  note text not null default ''
);

create table person (
  id bigint primary key,
  name text not null default '',
  position text not null default '',
  entity text not null default '',
  email text not null default '',
  phone text not null default '',
  rpps text not null default '',
  adeli text not null default '',
  qualifications text not null default ''
);

create table mandate (
  id bigint primary key,
  role text not null default '',
  person text not null default '',
  deputy text not null default '',
  starts_on text not null default '',
  ends_on text not null default '',
  letter text not null default ''
);

create table subcontractor (
  id bigint primary key,
  name text not null default '',
  siret text not null default '',
  country text not null default '',
  service text not null default '',
  contract_reference text not null default '',
  contract_ends_on text not null default '',
  certificate text not null default '',
  certificate_expires_on text not null default '',
  data_access text not null default '',
  guarantees text not null default ''
);
