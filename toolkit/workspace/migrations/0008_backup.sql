-- Backups: sources and how they are tested, restore tests (chained, only ever added to), machines whose signed results are trusted.
-- See toolkit/backup/backup_source.cpp, restore_run.cpp. Reports, manifests, lists of differences and logs lie in the vault under their digests.
create table backup_source (
  id bigint primary key,
  reference text not null default '',
  kind text not null default '',
  location text not null default '',
  selection text not null default '',
  service text not null default '',
  arrangement text not null default '',
  copy text not null default '',
  password_file text not null default '',
  password_command text not null default '',
  period text not null default '',
  rto text not null default '',
  rpo text not null default '',
  test_every text not null default '',
  preserve text not null default '',
  reference_manifest text not null default '',
  reference_tree text not null default '',
  "database" text not null default '',
  check_query text not null default '',
  newest_query text not null default '',
  check_command text not null default '',
  space_gb text not null default '',
  time_limit text not null default '',
  turns text not null default '',
  random_permille text not null default '',
  requirements text not null default '',
  referent text not null default '',
  note text not null default ''
);
create index backup_source_reference on backup_source (reference);
create table restore_run (
  id bigint primary key,
  reference text not null default '',
  source text not null default '',
  run_id text not null default '',
  started text not null default '',
  ended text not null default '',
  verdict text not null default '',
  level text not null default '',
  trigger text not null default '',
  reason text not null default '',
  "point" text not null default '',
  restore_seconds text not null default '',
  rpo_seconds text not null default '',
  rto text not null default '',
  rpo text not null default '',
  files text not null default '',
  bytes text not null default '',
  differences text not null default '',
  machine text not null default '',
  result_number text not null default '',
  result_previous text not null default '',
  result_digest text not null default '',
  report text not null default '',
  manifest text not null default '',
  differences_list text not null default '',
  log text not null default '',
  evidence text not null default '',
  previous text not null default '',
  digest text not null default ''
);
create unique index restore_run_run_id on restore_run (run_id);
create index restore_run_source on restore_run (source);
create table backup_machine (
  id bigint primary key,
  reference text not null default '',
  public_key text not null default '',
  fingerprint text not null default '',
  note text not null default '',
  last_number text not null default '',
  last_digest text not null default ''
);
create index backup_machine_reference on backup_machine (reference);
