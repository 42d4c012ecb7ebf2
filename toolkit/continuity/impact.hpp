#pragma once

#include "toolkit/base/field.hpp"

#include <string>
#include <vector>

namespace hdskit {

// The impact analysis (bilan d’impact sur l’activité): what stops when systems stop, how fast it hurts, and what is promised. Every record is cited by its
// reference. RTO is the DMIA, RPO the PDMA (facts of vocabulary: docs/glossary.md).

using ActivityId = Id<struct ActivityTag>;
using ActivityImpactId = Id<struct ActivityImpactTag>;
using ComponentId = Id<struct ComponentTag>;
using BackupArrangementId = Id<struct BackupArrangementTag>;
using DependencyId = Id<struct DependencyTag>;

/// What the hospital does for patients or to keep running.
enum class ActivityNature { care_unit, technical_platform, administration, logistics };
std::span<const Choice> choices_of(ActivityNature);
struct Activity {
  ActivityId id;
  std::string reference, name, owner, description;
  ActivityNature nature = ActivityNature::care_unit;
  std::string entity;          ///< name of the legal entity, for groups
  std::optional<Minutes> mtpd; ///< beyond it the harm is unacceptable
  std::optional<Minutes> rto, rpo;
  std::optional<Minutes> manual_resume; ///< what it takes to enter by hand what was done on paper, once systems are back: part of the RTO
  std::optional<Minutes> manual_hold;   ///< how long the degraded mode can be borne
  std::string minimal_service;          ///< MBCO: the level to hold meanwhile
  std::string critical_resources;
  static const RecordType<Activity>& type();
};

/// How much it hurts after a time of interruption, on each axis: 0 not rated, 1 negligible to 4 unbearable.
struct ActivityImpact {
  ActivityImpactId id;
  std::string activity;
  std::optional<Minutes> after;
  std::optional<std::int64_t> patient, care, legal, finance, image;
  std::string note;
  static const RecordType<ActivityImpact>& type();
};

/// What services run on: machines, networks, places, people, providers.
enum class ComponentNature { application, database, server, storage, network, site, person, subcontractor, utility };
std::span<const Choice> choices_of(ComponentNature);
struct Component {
  ComponentId id;
  std::string reference, name, location, owner, description;
  ComponentNature nature = ComponentNature::server;
  std::optional<Minutes> rto, rpo;
  std::optional<Minutes> measured_restore; ///< the last time that it was restored, it took this long
  std::optional<Date> last_test;
  static const RecordType<Component>& type();
};

/// How data is saved, and what was measured when it was restored.
struct BackupArrangement {
  BackupArrangementId id;
  std::string reference, name, method, location, description;
  std::optional<Minutes> period; ///< between two backups
  std::optional<Minutes> measured_restore;
  std::optional<Date> last_test;
  enum class Copy { connected, offline, immutable } copy = Copy::connected;
  enum class Place { same_site, other_site } place = Place::same_site;
  std::optional<std::int64_t> retention_days;
  static const RecordType<BackupArrangement>& type();
};
std::span<const Choice> choices_of(BackupArrangement::Copy);
std::span<const Choice> choices_of(BackupArrangement::Place);

/// `from` cannot work without `to`: an activity without a service, a service without a component, a component or service without its backup.
struct Dependency {
  DependencyId id;
  std::string from; ///< reference of an activity or component, code of a hosted service
  std::string to;   ///< reference of a component or backup arrangement, code of a hosted service
  std::string note;
  static const RecordType<Dependency>& type();
};

} // namespace hdskit
