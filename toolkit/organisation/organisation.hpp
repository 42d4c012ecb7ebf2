#pragma once

#include "toolkit/base/field.hpp"

#include <optional>
#include <string>
#include <vector>

namespace hdskit {

// The hospital as the dossier describes it. Plain values; the tables of fields are in organisation.cpp, the tables of the
// database in workspace/migrations/0002_organisation.sql.

using EntityId = Id<struct EntityTag>;
using SiteId = Id<struct SiteTag>;
using ServiceId = Id<struct ServiceTag>;
using ClientId = Id<struct ClientTag>;
using ContractId = Id<struct ContractTag>;
using PersonId = Id<struct PersonTag>;
using MandateId = Id<struct MandateTag>;
using SubcontractorId = Id<struct SubcontractorTag>;
using EvidenceId = Id<struct EvidenceTag>;

/// A legal entity (entité juridique): the host itself, or another member of its group.
enum class EntityRole { host, group_member };
struct LegalEntity {
  EntityId id;
  std::string name, legal_form, address, postcode, city;
  EntityRole role = EntityRole::host;
  std::optional<Finess> finess; ///< FINESS EJ
  std::optional<Siren> siren;
  std::optional<Siret> siret;
  std::string representative, representative_title; ///< who signs the file
  std::string governance;                           ///< a paragraph for the dossier
  std::optional<std::int64_t> activity_volume;      ///< what it carries of a group's combined activity, in one unit for all: stays, days of care
  static const RecordType<LegalEntity>& type();
};

/// A place where hosting takes place (R.1111-12 3°).
enum class SiteKind { primary_room, secondary_room, backup_vault, offices };
struct Site {
  SiteId id;
  std::string name, address, postcode, city;
  SiteKind kind = SiteKind::primary_room;
  EntityId entity;
  std::optional<Finess> finess; ///< FINESS EG
  std::optional<Siret> siret;
  std::optional<std::int64_t> surface_m2;
  std::string power, cooling, fire_protection, physical_access, description;
  static const RecordType<Site>& type();
};

enum class Criticality { standard, important, vital };
/// How users of the service prove who they are (R.1111-14 2°): the professional's card, or a means held equivalent.
enum class AccessMeans { cps_card, e_cps, equivalent, password_only };
struct HostedService {
  ServiceId id;
  std::string name, code, summary;
  std::vector<std::string> activities; ///< what it is used for: "dossier patient informatisé", …
  Criticality criticality = Criticality::important;
  std::optional<Minutes> rto; ///< recovery time objective (DMIA)
  std::optional<Minutes> rpo; ///< recovery point objective (PDMA)
  std::optional<std::int64_t> volume_gb;
  std::optional<std::int64_t> patients, users;
  SiteId primary_site, backup_site;
  AccessMeans access = AccessMeans::cps_card;
  std::string technology, backup_method, description;
  std::optional<Date> in_service_since;
  static const RecordType<HostedService>& type();
};

/// An establishment that deposits its patients' data with the host.
struct Client {
  ClientId id;
  std::string name, kind, city, contact;
  std::optional<Finess> finess;
  std::optional<Siret> siret;
  std::optional<std::int64_t> beds;
  static const RecordType<Client>& type();
};

/// The hosting contract with a client (R.1111-13). `clauses` names the requirement ids that the signed text covers.
struct Contract {
  ContractId id;
  std::string reference;
  ClientId client;
  std::vector<std::string> services; ///< codes of hosted services
  std::vector<std::string> clauses;
  std::optional<Date> signed_on, starts_on, ends_on;
  std::string note;
  static const RecordType<Contract>& type();
};

struct Person {
  PersonId id;
  std::string name, position, email, phone, qualifications;
  std::optional<Rpps> rpps;
  std::optional<Adeli> adeli;
  EntityId entity;
  static const RecordType<Person>& type();
};

/// The functions that the file must show as filled (R.1111-9 6°, R.1111-12 2°). The first five are compulsory.
enum class MandateRole { director, ciso, dpo, host_doctor, quality_manager, operations_manager, continuity_manager, archivist, crisis_director };
constexpr int compulsory_mandates = 5;
struct Mandate {
  MandateId id;
  MandateRole role = MandateRole::ciso;
  PersonId person, deputy;
  std::optional<Date> starts_on, ends_on;
  std::string letter; ///< code of the evidence that holds the letter of mission
  static const RecordType<Mandate>& type();
};

/// An external technical provider (R.1111-12 7°).
struct Subcontractor {
  SubcontractorId id;
  std::string name, country, service, contract_reference, certificate;
  std::optional<Siret> siret;
  std::optional<Date> certificate_expires_on, contract_ends_on;
  enum class DataAccess { none, encrypted, remote_maintenance, full } data_access = DataAccess::none;
  std::string guarantees;
  static const RecordType<Subcontractor>& type();
};

std::span<const Choice> choices_of(EntityRole);
std::span<const Choice> choices_of(SiteKind);
std::span<const Choice> choices_of(Criticality);
std::span<const Choice> choices_of(AccessMeans);
std::span<const Choice> choices_of(MandateRole);
std::span<const Choice> choices_of(Subcontractor::DataAccess);

/// In force on `day`: started, and not ended.
bool in_force(const Mandate& mandate, Date day);

} // namespace hdskit
