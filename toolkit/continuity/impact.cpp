#include "toolkit/continuity/impact.hpp"

#include "toolkit/base/translate.hpp"

namespace hdskit {

std::span<const Choice> choices_of(ActivityNature) {
  static constexpr Choice choices[] = {{"care_unit", marked("care unit")},
                                       {"technical_platform", marked("technical platform")},
                                       {"administration", marked("administration")},
                                       {"logistics", marked("logistics")}};
  return choices;
}

std::span<const Choice> choices_of(ComponentNature) {
  static constexpr Choice choices[] = {{"application", marked("application")},
                                       {"database", marked("database")},
                                       {"server", marked("server")},
                                       {"storage", marked("storage")},
                                       {"network", marked("network")},
                                       {"site", marked("site")},
                                       {"person", marked("person or team")},
                                       {"subcontractor", marked("subcontractor")},
                                       {"utility", marked("power, cooling or telecom supply")}};
  return choices;
}

std::span<const Choice> choices_of(BackupArrangement::Copy) {
  static constexpr Choice choices[] = {{"connected", marked("connected")}, {"offline", marked("offline")}, {"immutable", marked("immutable")}};
  return choices;
}

std::span<const Choice> choices_of(BackupArrangement::Place) {
  static constexpr Choice choices[] = {{"same_site", marked("same site")}, {"other_site", marked("other site")}};
  return choices;
}

const RecordType<Activity>& Activity::type() {
  static const Field<Activity> fields[] = {
      field<&Activity::reference>("reference", marked("Reference"), Need::required),
      field<&Activity::name>("name", marked("Name"), Need::required),
      field<&Activity::nature>("nature", marked("Nature")),
      field<&Activity::entity>("entity", marked("Legal entity")),
      field<&Activity::owner>("owner", marked("Owner")),
      field<&Activity::rto>("rto", marked("Recovery time objective (RTO)")),
      field<&Activity::rpo>("rpo", marked("Recovery point objective (RPO)")),
      field<&Activity::mtpd>("mtpd", marked("Maximum tolerable period of disruption (MTPD)")),
      field<&Activity::minimal_service>("minimal_service", marked("Minimal level of service (MBCO)")),
      field<&Activity::manual_resume>("manual_resume", marked("Time to enter what was done on paper")),
      field<&Activity::manual_hold>("manual_hold", marked("How long the degraded mode can be borne")),
      long_field<&Activity::critical_resources>("critical_resources", marked("Critical resources")),
      long_field<&Activity::description>("description", marked("Description")),
  };
  static const RecordType<Activity> type{"activity", marked("activity"), fields};
  return type;
}

const RecordType<ActivityImpact>& ActivityImpact::type() {
  static const Field<ActivityImpact> fields[] = {
      citing<&ActivityImpact::activity>("activity", marked("Activity"), "activity", Need::required),
      field<&ActivityImpact::after>("after", marked("After an interruption of"), Need::required),
      field<&ActivityImpact::patient>("patient", marked("Patient safety")),
      field<&ActivityImpact::care>("care", marked("Continuity of care")),
      field<&ActivityImpact::legal>("legal", marked("Legal impact")),
      field<&ActivityImpact::finance>("finance", marked("Financial impact")),
      field<&ActivityImpact::image>("image", marked("Impact on the image")),
      field<&ActivityImpact::note>("note", marked("Note")),
  };
  static const RecordType<ActivityImpact> type{"activity_impact", marked("impact over time"), fields};
  return type;
}

const RecordType<Component>& Component::type() {
  static const Field<Component> fields[] = {
      field<&Component::reference>("reference", marked("Reference"), Need::required),
      field<&Component::name>("name", marked("Name"), Need::required),
      field<&Component::nature>("nature", marked("Nature")),
      field<&Component::location>("location", marked("Location")),
      field<&Component::owner>("owner", marked("Owner")),
      field<&Component::rto>("rto", marked("Recovery time objective (RTO)")),
      field<&Component::rpo>("rpo", marked("Recovery point objective (RPO)")),
      field<&Component::measured_restore>("measured_restore", marked("Measured restore")),
      field<&Component::last_test>("last_test", marked("Last test")),
      long_field<&Component::description>("description", marked("Description")),
  };
  static const RecordType<Component> type{"component", marked("component"), fields};
  return type;
}

const RecordType<BackupArrangement>& BackupArrangement::type() {
  static const Field<BackupArrangement> fields[] = {
      field<&BackupArrangement::reference>("reference", marked("Reference"), Need::required),
      field<&BackupArrangement::name>("name", marked("Name"), Need::required),
      field<&BackupArrangement::method>("method", marked("Method")),
      field<&BackupArrangement::period>("period", marked("Time between two backups")),
      field<&BackupArrangement::location>("location", marked("Location")),
      field<&BackupArrangement::copy>("copy", marked("Copy")),
      field<&BackupArrangement::place>("place", marked("Place")),
      field<&BackupArrangement::retention_days>("retention_days", marked("Retention (days)")),
      field<&BackupArrangement::measured_restore>("measured_restore", marked("Measured restore")),
      field<&BackupArrangement::last_test>("last_test", marked("Last test")),
      long_field<&BackupArrangement::description>("description", marked("Description")),
  };
  static const RecordType<BackupArrangement> type{"backup_arrangement", marked("backup arrangement"), fields};
  return type;
}

const RecordType<Dependency>& Dependency::type() {
  static const Field<Dependency> fields[] = {
      citing<&Dependency::from>("from", marked("Depends"), "activity service component", Need::required),
      citing<&Dependency::to>("to", marked("On"), "service component backup_arrangement", Need::required),
      field<&Dependency::note>("note", marked("Note")),
  };
  static const RecordType<Dependency> type{"dependency", marked("dependency"), fields};
  return type;
}

} // namespace hdskit
