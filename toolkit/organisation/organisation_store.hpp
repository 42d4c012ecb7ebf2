#pragma once

#include "toolkit/organisation/organisation.hpp"
#include "toolkit/workspace/record_store.hpp"

namespace hdskit {

/// All that the workspace knows of the hospital, read at once: a dossier needs all of it and it is small.
struct Organisation {
  std::vector<LegalEntity> entities;
  std::vector<Site> sites;
  std::vector<HostedService> services;
  std::vector<Client> clients;
  std::vector<Contract> contracts;
  std::vector<Person> people;
  std::vector<Mandate> mandates;
  std::vector<Subcontractor> subcontractors;
};

Organisation read_organisation(const Workspace& workspace);

} // namespace hdskit
