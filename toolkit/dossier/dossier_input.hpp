#pragma once

#include "toolkit/access/access_store.hpp"
#include "toolkit/access/endpoint_probe.hpp"
#include "toolkit/backup/backup_store.hpp"
#include "toolkit/certification/certification_store.hpp"
#include "toolkit/continuity/continuity.hpp"
#include "toolkit/evidence/evidence.hpp"
#include "toolkit/habilitation/habilitation_store.hpp"
#include "toolkit/organisation/organisation_store.hpp"
#include "toolkit/procedure/procedure.hpp"
#include "toolkit/requirements/answer.hpp"
#include "toolkit/requirements/checklist.hpp"
#include "toolkit/risk/study.hpp"
#include "toolkit/risk/version.hpp"

#include <map>
#include <set>
#include <vector>

namespace hdskit {

/// Everything a dossier is made from, read at once, so that completeness and chapters are pure functions of it.
struct DossierInput {
  Checklist checklist;
  Organisation organisation;
  std::vector<Answer> answers;
  std::vector<Evidence> evidence;
  std::set<std::string> stored_digests; ///< documents whose bytes are in the vault
  std::vector<ProcedureCase> procedures;
  Study study;
  std::vector<StudyVersion> study_versions; ///< the oldest first
  Continuity continuity;
  Backups backups;
  ChainState backup_chain; ///< of the restore tests among them
  AccessRecords access;
  std::map<std::string, EndpointReport> endpoint_reports; ///< by reference of the newest check of each endpoint; one that cannot be read is not there

  Certification certification;
  Habilitation habilitation;
  std::optional<Checklist> applicability; ///< the followed framework that is a statement of applicability: each of its items may be excluded

  // These look through the lists; whoever asks for many items builds a DossierIndex first.
  const Answer* answer_to(std::string_view item) const;
  const Evidence* evidence_coded(std::string_view code) const; ///< letter case aside
  std::vector<const Evidence*> evidence_for(std::string_view item) const;
  const LegalEntity* host() const;
};

/// Whether a framework is a regime of hosting for others: its clauses are those of the contracts with clients.
bool is_about_hosting(const Checklist& checklist);

/// Of the reports of restore tests, only the newest test and the newest proof of each source are documents of the dossier, and those that a statement cites:
/// a timer files hundreds a year. The chapter of backups tells of all of them.
/// `framework`: one that the workspace keeps, whose items and forms the dossier then follows; "": its main checklist. Documents that serve items of other
/// frameworks alone are left out. Throws Problem not_found.
DossierInput read_dossier_input(const Workspace& workspace, std::string_view framework = {});

} // namespace hdskit
