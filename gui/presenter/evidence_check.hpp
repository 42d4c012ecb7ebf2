#pragma once

#include "gui/presenter/cell.hpp"
#include "toolkit/base/finding.hpp"
#include "toolkit/evidence/evidence.hpp"
#include "toolkit/workspace/workspace.hpp"

#include <map>
#include <string>
#include <vector>

namespace hdskit::gui {

/// What re-reading every byte of every document found, as long as each is still the document that was read.
class EvidenceChecks {
public:
  enum class State { not_checked, intact, altered, vanished };

  State state(const Evidence& evidence) const;
  Cell cell(const Evidence& evidence) const; ///< "✔ intact", "✖ altered"; "" when it was not checked
  bool done() const { return done_; }

  /// What was found, in sentences for all.
  const std::string& summary() const { return summary_; }
  std::vector<std::string> damaged() const; ///< codes

private:
  friend EvidenceChecks check_evidence(const Workspace&, Date, const Progress&);
  struct Checked {
    std::string digest; ///< of the document that was read: another one filed since was not
    State state = State::not_checked;
  };
  std::map<std::string, Checked, std::less<>> by_code_;
  std::string summary_;
  bool done_ = false;
};

/// verify_evidence for a thread of its own. Throws Problem cancelled.
EvidenceChecks check_evidence(const Workspace& workspace, Date today, const Progress& progress);

} // namespace hdskit::gui
