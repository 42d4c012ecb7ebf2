#pragma once

#include "toolkit/base/translate.hpp"

namespace hdskit {

/// A table whose rows the journal tells: its name is their kind there. In full, or (a filing) only in the columns that the entry names.
struct JournalledTable {
  const char* name;
  const char* key;
  const char* label;            ///< marked message, singular
  const char* title;            ///< the column by which people know the record; nullptr: by its number
  const char* unique = nullptr; ///< the column in which no two rows are alike, letter case and accents aside
  bool in_full = true;
  const char* irrevocable = nullptr; ///< marked sentence, {1}: number of the entry: why what it tells is never taken back; nullptr: it can be
};
inline constexpr JournalledTable journalled_tables[] = {
    {"entity", "id", marked("legal entity"), "name"},
    {"site", "id", marked("site"), "name"},
    {"service", "id", marked("hosted service"), "name"},
    {"client", "id", marked("client establishment"), "name"},
    {"contract", "id", marked("contract"), "reference"},
    {"person", "id", marked("person"), "name"},
    {"mandate", "id", marked("mandate"), nullptr},
    {"subcontractor", "id", marked("subcontractor"), "name"},
    {"answer", "id", marked("answer"), "item", "item"},
    {"evidence", "id", marked("evidence"), "code", "code"},
    {"procedure", "id", marked("procedure"), "title"},
    {"procedure_event", "id", marked("event of a procedure"), nullptr},
    {"risk_study", "id", marked("risk study"), "title", "reference"},
    {"mission", "id", marked("mission"), "name", "reference"},
    {"business_value", "id", marked("business value"), "name", "reference"},
    {"supporting_asset", "id", marked("supporting asset"), "name", "reference"},
    {"feared_event", "id", marked("feared event"), "name", "reference"},
    {"baseline_item", "id", marked("item of the security baseline"), "requirement", "reference"},
    {"source_objective", "id", marked("risk source and objective"), "source", "reference"},
    {"stakeholder", "id", marked("stakeholder"), "name", "reference"},
    {"strategic_scenario", "id", marked("strategic scenario"), "name", "reference"},
    {"attack_path", "id", marked("attack path"), "name", "reference"},
    {"operational_scenario", "id", marked("operational scenario"), "name", "reference"},
    {"elementary_action", "id", marked("elementary action"), "name", "reference"},
    {"risk", "id", marked("risk"), "name", "reference"},
    {"measure", "id", marked("measure"), "name", "reference"},
    {"study_version", "id", marked("version of the risk study"), "number", "number"},
    {"activity", "id", marked("activity"), "name", "reference"},
    {"activity_impact", "id", marked("impact over time"), nullptr},
    {"component", "id", marked("component"), "name", "reference"},
    {"backup_arrangement", "id", marked("backup arrangement"), "name", "reference"},
    {"dependency", "id", marked("dependency"), nullptr},
    {"continuity_plan", "id", marked("continuity or recovery plan"), "title", "reference"},
    {"plan_step", "id", marked("step of a plan"), "title", "reference"},
    {"crisis_contact", "id", marked("line of the crisis directory"), "name", "reference"},
    {"action_card", "id", marked("action card"), "title", "reference"},
    {"exercise", "id", marked("exercise"), "title", "reference"},
    {"exercise_entry", "id", marked("line of a chronicle"), nullptr},
    {"corrective_action", "id", marked("corrective action"), "gap", "reference"},
    {"backup_source", "id", marked("backup source"), "reference", "reference"},
    {"restore_run", "id", marked("restore test"), "reference", "reference", true, marked("Entry {1} is a restore test: what it found stays, whatever it was.")},
    {"backup_machine", "id", marked("machine that tests backups"), "reference", "reference"},
    {"trust_anchor", "id", marked("trusted authority"), "reference", "reference"},
    {"list_source", "id", marked("source of a revocation list"), "reference", "reference"},
    {"hosted_endpoint", "id", marked("endpoint of a hosted application"), "reference", "reference"},
    {"endpoint_run", "id", marked("check of an endpoint"), "reference", "reference", true,
     marked("Entry {1} is a check of an endpoint: what it found stays, whatever it was.")},
    {"population_run", "id", marked("check of the card certificates"), "reference", "reference", true,
     marked("Entry {1} is a check of the card certificates: what it found stays, whatever it was.")},
    {"review_campaign", "id", marked("review campaign"), "title", "reference"},
    {"withdrawal", "id", marked("withdrawal of an access"), "reference", "reference"},
    {"card_signature", "id", marked("signature by card"), "reference", "reference", true, marked("Entry {1} is a signature: it is not taken back.")},
    {"personal_file", "name", marked("personal details"), nullptr, nullptr, false,
     marked("Entry {1} is about personal details, of which the journal keeps the digest alone: they cannot be taken back.")},
    {"framework", "id", marked("framework"), "title", "reference"},
    {"requirement_mapping", "id", marked("correspondence of two requirements"), nullptr},
    {"scope_decision", "id", marked("decision on the scope"), "reference", "reference"},
    {"certification_audit", "id", marked("audit"), "reference", "reference"},
    {"nonconformity", "id", marked("non-conformity"), "reference", "reference"},
    {"hosting_actor", "id", marked("actor of the hosting"), "name", "reference"},
    {"access_project", "id", marked("project on health data"), "title", "reference"},
    {"authorised_person", "id", marked("authorised person"), "name", "reference"},
    {"output_release", "id", marked("output of results"), "reference", "reference"},
    {"setting", "name", marked("setting"), nullptr},
    {"filing", "id", marked("filing"), nullptr, nullptr, false, marked("Entry {1} is a filing: what was sent is not taken back.")},
};

/// A column that bears the id of another record, or the digest of a document: text like all values, so that the engines do not watch it.
struct RecordReference {
  const char* table;
  const char* column;
  const char* target;
  const char* key;
};
inline constexpr RecordReference record_references[] = {
    {"site", "entity", "entity", "id"},
    {"service", "primary_site", "site", "id"},
    {"service", "backup_site", "site", "id"},
    {"contract", "client", "client", "id"},
    {"person", "entity", "entity", "id"},
    {"mandate", "person", "person", "id"},
    {"mandate", "deputy", "person", "id"},
    {"evidence", "digest", "document", "digest"},
    {"procedure", "renews", "procedure", "id"},
    {"procedure_event", "procedure", "procedure", "id"},
    {"study_version", "digest", "document", "digest"},
    {"filing", "pdf_digest", "document", "digest"},
    {"restore_run", "report", "document", "digest"},
    {"restore_run", "manifest", "document", "digest"},
    {"restore_run", "differences_list", "document", "digest"},
    {"restore_run", "log", "document", "digest"},
    {"document_piece", "digest", "document", "digest"},
    {"trust_anchor", "certificate", "document", "digest"},
    {"endpoint_run", "report", "document", "digest"},
    {"card_signature", "document", "document", "digest"},
    {"framework", "digest", "document", "digest"},
};

} // namespace hdskit
