#include "toolkit/organisation/organisation_store.hpp"

namespace hdskit {

Organisation read_organisation(const Workspace& workspace) {
  return {
      .entities = all_records<LegalEntity>(workspace),
      .sites = all_records<Site>(workspace),
      .services = all_records<HostedService>(workspace),
      .clients = all_records<Client>(workspace),
      .contracts = all_records<Contract>(workspace),
      .people = all_records<Person>(workspace),
      .mandates = all_records<Mandate>(workspace),
      .subcontractors = all_records<Subcontractor>(workspace),
  };
}

} // namespace hdskit
