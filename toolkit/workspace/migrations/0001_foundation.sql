-- What every workspace has, whatever is recorded in it. One statement ends at each line that ends in a semicolon.
create table migration (
  number bigint primary key,
  name text not null default '',
  digest text not null default '',
  applied_at text not null default ''
);

create table counter (
  name text primary key,
  value bigint not null default 0
);

create table journal (
  number bigint primary key,
  at text not null default '',
  actor text not null default '',
  verb text not null default '',
  kind text not null default '',
  subject text not null default '',
  before text not null default '',
  after text not null default '',
  previous text not null default '',
  digest text not null default ''
);
create index journal_subject on journal (kind, subject);

-- Where the journal ends, told a second time so that a cut tail is seen. One row.
create table journal_head (
  id bigint primary key,
  number bigint not null default 0,
  digest text not null default ''
);

create table setting (
  name text primary key,
  value text not null default ''
);

create table document (
  digest text primary key,
  size bigint not null default 0
);

-- The type of `bytes` is the engine's own: blob or bytea.
create table document_piece (
  digest text not null default '',
  number bigint not null default 0,
  bytes {bytes} not null,
  primary key (digest, number)
);
