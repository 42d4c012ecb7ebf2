#pragma once

#include "toolkit/requirements/taken_answers.hpp"
#include "toolkit/workspace/workspace.hpp"

namespace hdskit {

// What a framework that a hospital begins to follow finds there already: answers of other frameworks, documents, reports that the program made.

/// Documents that hold on `day`, by the items that they serve.
EvidenceLinks evidence_in_force(const Workspace& workspace, Date day);

/// A report that the program filed for a check, which answers the items of that check in any framework.
struct CheckReport {
  std::string code; ///< of the evidence
  std::string check;
};
/// Of restore tests, the newest test and the newest proof of each source; of reviews of accounts, the newest that was signed. Those in force on `day` alone.
std::vector<CheckReport> check_reports(const Workspace& workspace, Date day);

/// An answer that serves an item of another framework as well, with the documents that support it.
struct OfferedAnswer {
  TakenAnswer taken;
  std::vector<std::string> documents; ///< codes of those in force, which will name the item too
};
struct OfferedReport {
  std::string code;
  std::vector<std::string> items; ///< of the framework, that it does not name yet
};
struct TakeOverOffer {
  std::vector<OfferedAnswer> answers;
  std::vector<OfferedReport> reports;
  bool empty() const { return answers.empty() && reports.empty(); }
};

struct TakeOverFacts {
  std::vector<const Checklist*> followed; ///< the main checklist first
  const std::vector<RequirementPair>& pairs;
  const std::vector<Answer>& answers;
  const EvidenceLinks& documents;
  const std::vector<CheckReport>& reports;
};
/// From all that is followed, the first framework that answers an item whole going first. Pure.
TakeOverOffer offer_of(const TakeOverFacts& facts, const Checklist& to);
TakeOverOffer take_over_offer(const Workspace& workspace, const Checklist& to, Date day);

/// Answers are given, documents name the items too. Throws Problem.
void take_over(Change& change, const Checklist& to, const TakeOverOffer& offer);

/// The items that a report of `check` serves: of each checklist that `named` (the choice of a person) speaks of, those that it names; of each other one that
/// the workspace follows, those that ask for the check.
std::vector<std::string> items_of_check(const Workspace& workspace, std::string_view check, const std::vector<std::string>& named = {});
/// Of the first of `items` that a checklist of the workspace has; "": of none.
std::string obligation_of(const Workspace& workspace, const std::vector<std::string>& items);

} // namespace hdskit
