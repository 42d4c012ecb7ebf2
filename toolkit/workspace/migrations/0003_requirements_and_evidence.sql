-- Answers to the checklist and the descriptions of evidence; the bytes are in document and document_piece.
create table answer (
  id bigint primary key,
  item text not null default '',
  state text not null default '',
  statement text not null default '',
  owner text not null default '',
  due text not null default ''
);

create table evidence (
  id bigint primary key,
  code text not null default '',
  title text not null default '',
  kind text not null default '',
  obligation text not null default '',
  requirements text not null default '',
  version text not null default '',
  author text not null default '',
  approver text not null default '',
  date text not null default '',
  valid_until text not null default '',
  state text not null default '',
  last_test text not null default '',
  next_test text not null default '',
  file_name text not null default '',
  media_type text not null default '',
  digest text not null default '',
  size text not null default ''
);
create unique index answer_item on answer (item);
create unique index evidence_code on evidence (code);
