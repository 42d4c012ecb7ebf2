#pragma once

#include "toolkit/backup/backup_store.hpp"
#include "toolkit/continuity/continuity.hpp"
#include "toolkit/evidence/evidence.hpp"
#include "toolkit/organisation/organisation_store.hpp"
#include "toolkit/procedure/procedure.hpp"
#include "toolkit/requirements/answer.hpp"
#include "toolkit/requirements/checklist.hpp"
#include "toolkit/risk/study.hpp"
#include "toolkit/risk/version.hpp"

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

  // These look through the lists; whoever asks for many items builds a DossierIndex first.
  const Answer* answer_to(std::string_view item) const;
  const Evidence* evidence_coded(std::string_view code) const; ///< letter case aside
  std::vector<const Evidence*> evidence_for(std::string_view item) const;
  const LegalEntity* host() const;
};

/// Of the reports of restore tests, only the newest test and the newest proof of each source are documents of the dossier, and those that a statement cites:
/// a timer files hundreds a year. The chapter of backups tells of all of them.
DossierInput read_dossier_input(const Workspace& workspace);

} // namespace hdskit
