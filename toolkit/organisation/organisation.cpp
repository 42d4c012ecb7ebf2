#include "toolkit/organisation/organisation.hpp"

#include "toolkit/base/translate.hpp"
#include "toolkit/organisation/demonstration_state.hpp"

namespace hdskit {

std::span<const Choice> choices_of(DemonstrationState) {
  static constexpr Choice choices[] = {
      {"absent", marked("absent")}, {"defined", marked("defined")}, {"written", marked("written")}, {"demonstrated", marked("demonstrated")}};
  return choices;
}

std::span<const Choice> choices_of(EntityRole) {
  static constexpr Choice choices[] = {{"host", marked("host")}, {"group_member", marked("member of the group")}};
  return choices;
}

std::span<const Choice> choices_of(SiteKind) {
  static constexpr Choice choices[] = {{"primary_room", marked("primary machine room")},
                                       {"secondary_room", marked("secondary machine room")},
                                       {"backup_vault", marked("vault for backups")},
                                       {"offices", marked("offices")}};
  return choices;
}

std::span<const Choice> choices_of(Criticality) {
  static constexpr Choice choices[] = {{"standard", marked("standard")}, {"important", marked("important")}, {"vital", marked("vital")}};
  return choices;
}

std::span<const Choice> choices_of(AccessMeans) {
  static constexpr Choice choices[] = {{"cps_card", marked("CPS card")},
                                       {"e_cps", marked("e-CPS")},
                                       {"equivalent", marked("means held equivalent to the CPS")},
                                       {"password_only", marked("password only")}};
  return choices;
}

std::span<const Choice> choices_of(MandateRole) {
  static constexpr Choice choices[] = {{"director", marked("director")},
                                       {"ciso", marked("CISO")},
                                       {"dpo", marked("data protection officer")},
                                       {"host_doctor", marked("host's doctor")},
                                       {"quality_manager", marked("quality manager")},
                                       {"operations_manager", marked("operations manager")},
                                       {"continuity_manager", marked("continuity manager")},
                                       {"archivist", marked("archivist")},
                                       {"crisis_director", marked("crisis director")}};
  return choices;
}

std::span<const Choice> choices_of(Subcontractor::DataAccess) {
  static constexpr Choice choices[] = {{"none", marked("no access to health data")},
                                       {"encrypted", marked("encrypted data only")},
                                       {"remote_maintenance", marked("remote maintenance, supervised")},
                                       {"full", marked("full access")}};
  return choices;
}

const RecordType<LegalEntity>& LegalEntity::type() {
  static const Field<LegalEntity> fields[] = {
      field<&LegalEntity::name>("name", marked("Name"), Need::required),
      field<&LegalEntity::role>("role", marked("Role")),
      field<&LegalEntity::legal_form>("legal_form", marked("Legal form")),
      field<&LegalEntity::finess>("finess", marked("FINESS (legal entity)")),
      field<&LegalEntity::siren>("siren", marked("SIREN")),
      field<&LegalEntity::siret>("siret", marked("SIRET")),
      field<&LegalEntity::address>("address", marked("Address")),
      field<&LegalEntity::postcode>("postcode", marked("Postcode")),
      field<&LegalEntity::city>("city", marked("City")),
      field<&LegalEntity::representative>("representative", marked("Legal representative")),
      field<&LegalEntity::representative_title>("representative_title", marked("Title of the representative")),
      long_field<&LegalEntity::governance>("governance", marked("Governance")),
      field<&LegalEntity::activity_volume>("activity_volume", marked("Share in the group's activity (stays a year)")),
  };
  static const RecordType<LegalEntity> type{"entity", marked("legal entity"), fields};
  return type;
}

const RecordType<Site>& Site::type() {
  static const Field<Site> fields[] = {
      field<&Site::name>("name", marked("Name"), Need::required),
      field<&Site::kind>("kind", marked("Kind")),
      field<&Site::entity>("entity", marked("Legal entity")),
      field<&Site::finess>("finess", marked("FINESS (establishment)")),
      field<&Site::siret>("siret", marked("SIRET")),
      field<&Site::address>("address", marked("Address")),
      field<&Site::postcode>("postcode", marked("Postcode")),
      field<&Site::city>("city", marked("City")),
      field<&Site::surface_m2>("surface_m2", marked("Surface (m²)")),
      field<&Site::power>("power", marked("Electric power")),
      field<&Site::cooling>("cooling", marked("Cooling")),
      field<&Site::fire_protection>("fire_protection", marked("Fire protection")),
      field<&Site::physical_access>("physical_access", marked("Physical access")),
      long_field<&Site::description>("description", marked("Description")),
  };
  static const RecordType<Site> type{"site", marked("site"), fields};
  return type;
}

const RecordType<HostedService>& HostedService::type() {
  static const Field<HostedService> fields[] = {
      field<&HostedService::code>("code", marked("Code"), Need::required),
      field<&HostedService::name>("name", marked("Name"), Need::required),
      field<&HostedService::summary>("summary", marked("Summary")),
      field<&HostedService::activities>("activities", marked("Activities")),
      field<&HostedService::criticality>("criticality", marked("Criticality")),
      field<&HostedService::rto>("rto", marked("Recovery time objective (RTO)")),
      field<&HostedService::rpo>("rpo", marked("Recovery point objective (RPO)")),
      field<&HostedService::volume_gb>("volume_gb", marked("Volume (GB)")),
      field<&HostedService::patients>("patients", marked("Patients")),
      field<&HostedService::users>("users", marked("Users")),
      field<&HostedService::primary_site>("primary_site", marked("Primary site")),
      field<&HostedService::backup_site>("backup_site", marked("Backup site")),
      field<&HostedService::access>("access", marked("Means of access")),
      field<&HostedService::technology>("technology", marked("Technology")),
      field<&HostedService::backup_method>("backup_method", marked("Backup method")),
      field<&HostedService::in_service_since>("in_service_since", marked("In service since")),
      long_field<&HostedService::description>("description", marked("Description")),
  };
  static const RecordType<HostedService> type{"service", marked("hosted service"), fields};
  return type;
}

const RecordType<Client>& Client::type() {
  static const Field<Client> fields[] = {
      field<&Client::name>("name", marked("Name"), Need::required),
      field<&Client::kind>("kind", marked("Kind")),
      field<&Client::finess>("finess", marked("FINESS (legal entity)")),
      field<&Client::siret>("siret", marked("SIRET")),
      field<&Client::city>("city", marked("City")),
      field<&Client::beds>("beds", marked("Beds and places")),
      field<&Client::contact>("contact", marked("Contact")),
  };
  static const RecordType<Client> type{"client", marked("client establishment"), fields};
  return type;
}

const RecordType<Contract>& Contract::type() {
  static const Field<Contract> fields[] = {
      field<&Contract::reference>("reference", marked("Reference"), Need::required),
      field<&Contract::client>("client", marked("Client"), Need::required),
      field<&Contract::services>("services", marked("Hosted services")),
      field<&Contract::clauses>("clauses", marked("Clauses covered")),
      field<&Contract::signed_on>("signed_on", marked("Signed on")),
      field<&Contract::starts_on>("starts_on", marked("Starts on")),
      field<&Contract::ends_on>("ends_on", marked("Ends on")),
      long_field<&Contract::note>("note", marked("Note")),
  };
  static const RecordType<Contract> type{"contract", marked("contract"), fields};
  return type;
}

const RecordType<Person>& Person::type() {
  static const Field<Person> fields[] = {
      field<&Person::name>("name", marked("Name"), Need::required),
      field<&Person::position>("position", marked("Position")),
      field<&Person::entity>("entity", marked("Legal entity")),
      field<&Person::email>("email", marked("E-mail")),
      field<&Person::phone>("phone", marked("Telephone")),
      field<&Person::rpps>("rpps", marked("RPPS")),
      field<&Person::adeli>("adeli", marked("ADELI")),
      long_field<&Person::qualifications>("qualifications", marked("Qualifications")),
  };
  static const RecordType<Person> type{"person", marked("person"), fields};
  return type;
}

const RecordType<Mandate>& Mandate::type() {
  static const Field<Mandate> fields[] = {
      field<&Mandate::role>("role", marked("Role")),          field<&Mandate::person>("person", marked("Person"), Need::required),
      field<&Mandate::deputy>("deputy", marked("Deputy")),    field<&Mandate::starts_on>("starts_on", marked("Starts on")),
      field<&Mandate::ends_on>("ends_on", marked("Ends on")), field<&Mandate::letter>("letter", marked("Letter of mission (evidence)")),
  };
  static const RecordType<Mandate> type{"mandate", marked("mandate"), fields};
  return type;
}

const RecordType<Subcontractor>& Subcontractor::type() {
  static const Field<Subcontractor> fields[] = {
      field<&Subcontractor::name>("name", marked("Name"), Need::required),
      field<&Subcontractor::siret>("siret", marked("SIRET")),
      field<&Subcontractor::country>("country", marked("Country")),
      field<&Subcontractor::service>("service", marked("Service rendered")),
      field<&Subcontractor::contract_reference>("contract_reference", marked("Contract reference")),
      field<&Subcontractor::contract_ends_on>("contract_ends_on", marked("Contract ends on")),
      field<&Subcontractor::certificate>("certificate", marked("Certificate")),
      field<&Subcontractor::certificate_expires_on>("certificate_expires_on", marked("Certificate expires on")),
      field<&Subcontractor::data_access>("data_access", marked("Access to the data")),
      long_field<&Subcontractor::guarantees>("guarantees", marked("Guarantees")),
  };
  static const RecordType<Subcontractor> type{"subcontractor", marked("subcontractor"), fields};
  return type;
}

bool in_force(const Mandate& mandate, Date day) { return (!mandate.starts_on || *mandate.starts_on <= day) && (!mandate.ends_on || *mandate.ends_on >= day); }

} // namespace hdskit
