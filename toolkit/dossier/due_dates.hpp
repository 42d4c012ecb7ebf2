#pragma once

#include "toolkit/dossier/dossier_input.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace hdskit {

/// What must be done, or renewed, by a day.
enum class DueKind {
  evidence_validity,         ///< the last day on which a document holds
  evidence_test,             ///< when what it describes is to be tested again
  answer,                    ///< when an answer was promised, unless its item is demonstrated, or written and need not be shown
  mandate,                   ///< the last day of a function that nobody takes over the day after
  contract,                  ///< the last day of a hosting contract that no other one follows
  subcontractor_contract,    ///< the last day of a provider's contract
  subcontractor_certificate, ///< the last day of a provider's certificate
  measure,                   ///< when a measure of the risk study is to be done, unless it is done or abandoned
  risk_review,               ///< when a risk is to be looked at again
  strategic_review,          ///< when the strategic cycle of the risk study begins again
  operational_review,        ///< when its operational cycle does
  plan_review,               ///< when a continuity or recovery plan is to be reviewed
  exercise,                  ///< when an exercise is planned, until it was held
  correction,                ///< when what an exercise showed is to be mended, unless it is
  component_test,            ///< twelve months after a component was tested last
  backup_test,               ///< twelve months after a backup was restored last, unless restore tests of a source follow it
  source_test,               ///< when a backup source is to be proven again, by its policy
  endpoint_test,             ///< when an endpoint is to be checked again, by its policy
  access_campaign,           ///< when an open review of the accounts is to be signed
  access_review,             ///< a year after the last review of the accounts was opened
  nonconformity,             ///< when a non-conformity is to be corrected and looked at, until it is closed
  certification_audit,       ///< when an audit is planned, until it was held
  authorisation_end,         ///< when an access to national health data, or the convention of its project, ends
  authorisation_review,      ///< a year after an authorisation was looked at last
  access_withdrawal          ///< when an access that a review withdrew is to be gone, until it is
};
std::string_view word_of(DueKind kind); ///< "evidence-validity", for machines

struct DueDate {
  Date day;
  DueKind kind = DueKind::answer;
  std::string subject;  ///< code of the document, id of the item, word of the function, reference of the contract, name of the provider, reference in the risk
                        ///< study or in the continuity
  std::string sentence; ///< in the current language
  bool overdue = false; ///< the day has passed
  std::int64_t record = 0; ///< number of the record that bears the day
  std::string owner;  ///< a person's name: the author, who answers, who holds the function, who does the measure, who answers for the risk, who decides the
                      ///< plan, who observes the exercise, who mends, who owns the component, who judges a restore; "" when nobody is named
  std::string name{}; ///< of the measure, risk, plan, exercise, component or backup, service that a source saves
};

/// All of them, past and to come, by day. Pure.
std::vector<DueDate> due_dates(const DossierInput& input, Date today);

} // namespace hdskit
