#pragma once

#include "toolkit/base/digest.hpp"
#include "toolkit/dossier/dossier_input.hpp"
#include "toolkit/requirements/checklist_reader.hpp"

namespace tests {

/// A small file in which nothing is missing on 22 November 2026. Tests take something away and see that it is named.
inline hdskit::DossierInput complete_input() {
  using namespace hdskit;
  DossierInput input;
  auto& checklist = input.checklist;
  checklist.id = "essai";
  checklist.title = {"Régime d’essai", "Trial regime"};
  checklist.note = {"Pour les tests.", "For tests."};
  checklist.obligations = {{"organisation", {"Organisation", "Organisation"}, {"…", "…"}}};
  checklist.articles = {{"A1", "R. 1111-9", *Date::of(2006, 1, 5), Confidence::high, {"Conditions", "Conditions"}},
                        {"A2", "R. 1111-13", *Date::of(2006, 1, 5), Confidence::high, {"Clauses", "Clauses"}}};
  Item policy;
  policy.id = "A1-1";
  policy.obligation = "organisation";
  policy.article = "A1";
  policy.number = "1°";
  policy.demonstration = true;
  policy.title = {"Politique de sécurité", "Security policy"};
  policy.wording = {"La politique est écrite et approuvée.", "The policy is written and approved."};
  policy.evidence = {{"pssi", {"PSSI approuvée", "Approved policy"}, true}};
  auto clause = policy;
  clause.id = "A2-8";
  clause.article = "A2";
  clause.number = "8°";
  clause.kind = ItemKind::contract_clause;
  clause.demonstration = false;
  clause.evidence.clear();
  clause.title = {"Défaillance de l’hébergeur", "Failure of the host"};
  checklist.items = {policy, clause};
  checklist.forms = {{"P1", {"Candidat", "Candidate"}, {"Qui demande.", "Who asks."}, Confidence::low, {{"P1.1", {"Sécurité", "Security"}, {"A1-1"}}}},
                     {"P4", {"Contrats", "Contracts"}, {"Quels contrats.", "Which contracts."}, Confidence::low, {{"P4.1", {"Clauses", "Clauses"}, {"A2-8"}}}}};

  LegalEntity host;
  host.id = EntityId{1};
  host.name = "CHI d’essai";
  host.representative = "Hélène Marchandeau";
  host.representative_title = "directrice";
  input.organisation.entities = {host};
  Site room;
  room.id = SiteId{1};
  room.name = "Salle A";
  input.organisation.sites = {room};
  HostedService service;
  service.id = ServiceId{1};
  service.code = "DPI";
  service.name = "Dossier patient";
  service.rto = Minutes{240};
  input.organisation.services = {service};
  Client client;
  client.id = ClientId{1};
  client.name = "EHPAD des Tilleuls";
  input.organisation.clients = {client};
  Contract contract;
  contract.id = ContractId{1};
  contract.reference = "CTR-01";
  contract.client = ClientId{1};
  contract.services = {"DPI"};
  contract.clauses = {"A2-8"};
  contract.starts_on = Date::of(2025, 1, 1);
  contract.ends_on = Date::of(2027, 12, 31);
  input.organisation.contracts = {contract};
  for (int role = 0; role < compulsory_mandates; ++role) {
    Person person;
    person.id = PersonId{role + 1};
    person.name = "Personne " + std::to_string(role + 1);
    input.organisation.people.push_back(person);
    Mandate mandate;
    mandate.id = MandateId{role + 1};
    mandate.role = static_cast<MandateRole>(role);
    mandate.person = person.id;
    mandate.starts_on = Date::of(2024, 1, 1);
    input.organisation.mandates.push_back(mandate);
  }
  Evidence pssi;
  pssi.id = EvidenceId{1};
  pssi.code = "PSSI";
  pssi.title = "Politique de sécurité";
  pssi.requirements = {"A1-1"};
  pssi.state = DemonstrationState::demonstrated;
  pssi.valid_until = Date::of(2028, 1, 1);
  pssi.media_type = "application/pdf";
  pssi.file_name = "pssi.pdf";
  pssi.digest = digest_of("pssi").hex();
  input.evidence = {pssi};
  input.stored_digests = {pssi.digest};
  Answer answer;
  answer.item = "A1-1";
  answer.state = DemonstrationState::demonstrated;
  answer.statement = "La politique est décrite en [PSSI].";
  answer.owner = "RSSI";
  Answer clause_answer;
  clause_answer.item = "A2-8";
  clause_answer.state = DemonstrationState::written;
  clause_answer.statement = "Le contrat type prévoit la défaillance.";
  input.answers = {answer, clause_answer};
  return input;
}

inline hdskit::Date sample_day() { return *hdskit::Date::of(2026, 11, 22); }

} // namespace tests
