-- Access: authorities that are trusted, lists, the hospital's own endpoints, what checks found, review campaigns, signatures by card.
-- See toolkit/access/access_records.cpp. What names persons lies in personal_file, which the journal knows by digest alone, so that it can be forgotten.
create table trust_anchor (
  id bigint primary key,
  reference text not null default '',
  subject text not null default '',
  fingerprint text not null default '',
  use text not null default '',
  certificate text not null default '',
  imported_from text not null default '',
  note text not null default ''
);
create index trust_anchor_reference on trust_anchor (reference);
create table list_source (
  id bigint primary key,
  reference text not null default '',
  location text not null default '',
  proxy text not null default '',
  note text not null default ''
);
create index list_source_reference on list_source (reference);
create table hosted_endpoint (
  id bigint primary key,
  reference text not null default '',
  service text not null default '',
  url text not null default '',
  ownership text not null default '',
  server_ca text not null default '',
  valid text not null default '',
  cases text not null default '',
  expected_ca text not null default '',
  rate text not null default '',
  test_every text not null default '',
  note text not null default ''
);
create index hosted_endpoint_reference on hosted_endpoint (reference);
create table endpoint_run (
  id bigint primary key,
  reference text not null default '',
  endpoint text not null default '',
  url text not null default '',
  moment text not null default '',
  verdict text not null default '',
  findings text not null default '',
  report text not null default '',
  evidence text not null default ''
);
create index endpoint_run_reference on endpoint_run (reference);
create table population_run (
  id bigint primary key,
  reference text not null default '',
  moment text not null default '',
  engine text not null default '',
  certificates text not null default '',
  good text not null default '',
  revoked text not null default '',
  expired text not null default '',
  not_yet_valid text not null default '',
  untrusted text not null default '',
  "unknown" text not null default '',
  expiring text not null default '',
  trust text not null default '',
  lists text not null default '',
  findings text not null default '',
  details text not null default ''
);
create index population_run_reference on population_run (reference);
create table review_campaign (
  id bigint primary key,
  reference text not null default '',
  title text not null default '',
  opened_on text not null default '',
  due text not null default '',
  previous text not null default '',
  policy text not null default '',
  inputs text not null default '',
  lines text not null default '',
  findings text not null default '',
  not_judged text not null default '',
  state text not null default '',
  reviewer text not null default '',
  decided text not null default '',
  withdrawn text not null default '',
  changed text not null default '',
  justified text not null default '',
  content text not null default '',
  closed_on text not null default '',
  kept_until text not null default '',
  details text not null default '',
  evidence text not null default '',
  note text not null default ''
);
create index review_campaign_reference on review_campaign (reference);
create table withdrawal (
  id bigint primary key,
  reference text not null default '',
  campaign text not null default '',
  line text not null default '',
  action text not null default '',
  due text not null default '',
  done_on text not null default '',
  done_by text not null default '',
  evidence text not null default '',
  note text not null default ''
);
create index withdrawal_reference on withdrawal (reference);
create table card_signature (
  id bigint primary key,
  reference text not null default '',
  subject text not null default '',
  signer text not null default '',
  national_id text not null default '',
  certificate text not null default '',
  signed_at text not null default '',
  content text not null default '',
  document text not null default '',
  standing text not null default ''
);
create index card_signature_reference on card_signature (reference);
create table personal_file (
  name text primary key,
  content text not null default '',
  digest text not null default '',
  kept_until text not null default ''
);
