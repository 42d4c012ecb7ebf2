-- Procedures, each with its own copy of the regime that it follows, and what happened in them: see toolkit/procedure/procedure.cpp.
create table procedure (
  id bigint primary key,
  title text not null default '',
  regime text not null default '',
  regime_xml text not null default '',
  calendar text not null default '',
  started_on text not null default '',
  drafting_months text not null default '',
  renews text not null default '',
  owner text not null default '',
  note text not null default ''
);

create table procedure_event (
  id bigint primary key,
  procedure text not null default '',
  stage text not null default '',
  kind text not null default '',
  date text not null default '',
  time_of_day text not null default '',
  favourable text not null default '',
  evidence text not null default '',
  note text not null default ''
);
create index procedure_event_procedure on procedure_event (procedure);
