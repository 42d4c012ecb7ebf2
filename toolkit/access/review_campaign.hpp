#pragma once

#include "toolkit/access/review.hpp"
#include "toolkit/access/review_rules.hpp"
#include "toolkit/base/field.hpp"

#include <optional>
#include <string>
#include <vector>

namespace hdskit {

using ReviewCampaignId = Id<struct ReviewCampaignTag>;

/// open: decisions are taken; signed: frozen, with a signature; closed: every withdrawal carried out; forgotten: personal details are gone, figures stay.
enum class CampaignState { open, signed_off, closed, forgotten };
std::span<const Choice> choices_of(CampaignState);

/// A yearly review of who may enter. The record holds figures and digests; lines and decisions name persons and lie in personal files.
struct ReviewCampaign {
  ReviewCampaignId id;
  std::string reference; ///< "RH1"
  std::string title;
  std::optional<Date> opened_on, due;
  std::string previous; ///< reference of last year's
  std::string policy;   ///< SHA-256 of the policy
  std::string inputs;   ///< JSON: source, file name, sha256, lines, dated of each
  std::int64_t lines = 0, findings = 0, not_judged = 0;
  CampaignState state = CampaignState::open;
  std::string reviewer;                                                ///< who answers for the campaign
  std::int64_t decided = 0, withdrawn = 0, changed = 0, justified = 0; ///< as of the last decision
  std::string content;                                                 ///< SHA-256 of the text that was signed, "" before
  std::optional<Date> closed_on, kept_until;
  std::string details;  ///< prefix of its personal files: "campaign/RH1/"
  std::string evidence; ///< code of the report without names
  std::string note;
  static const RecordType<ReviewCampaign>& type();
};

/// An account to decide upon, as it was frozen.
struct CampaignLine {
  std::int64_t number = 0; ///< from 1
  std::string application, login, name, role, national_id, matricule, state, means;
  std::optional<Date> last_login;
  bool privileged = false, technical = false;
  struct Remark {
    std::string rule, severity, sentence, evidence; ///< severity: word; rule: id
  };
  std::vector<Remark> findings;
  std::vector<std::string> not_judged;  ///< ids of rules that could not be judged for this account
  std::string last_decision;            ///< word of last year's decision; "" when the account was not there
  std::vector<std::string> differences; ///< columns that differ from last year: "role", "state", "means"; "new" when it was not there
};

enum class LineDecision { undecided, keep, change, withdraw, justify };
std::span<const Choice> choices_of(LineDecision);

struct CampaignDecision {
  std::int64_t line = 0;
  LineDecision decision = LineDecision::undecided;
  std::string reason;                ///< required for change, withdraw and justify, and for keep where there is a finding
  std::string reviewer, reviewer_id; ///< name, and national id when the card or the person gave it
  std::optional<Date> day;
  std::string evidence;                ///< code of a document
  std::optional<Date> justified_until; ///< an exception ends
};

} // namespace hdskit
