-- What was sent, frozen: the program only ever adds to this table.
create table filing (
  id bigint primary key,
  filed_at text not null,
  dossier_date text not null,
  version text not null,
  reason text not null default '',
  pdf_digest text not null,
  pdf_size text not null,
  pages text not null,
  manifest text not null,
  gaps text not null,
  journal_number bigint not null,
  journal_digest text not null
);
create unique index filing_pdf on filing (pdf_digest);
