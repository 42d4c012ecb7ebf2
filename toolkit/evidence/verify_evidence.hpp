#pragma once

#include "toolkit/base/finding.hpp"
#include "toolkit/evidence/evidence.hpp"
#include "toolkit/workspace/workspace.hpp"

namespace hdskit {

/// Re-reads every byte of every document. One finding per evidence: rule "evidence-intact" (met), "evidence-altered",
/// "evidence-vanished" (not_met), and besides "evidence-expired" (at_risk) when its validity ended before `today`.
std::vector<Finding> verify_evidence(const Workspace& workspace, Date today, const Progress& progress = {});

} // namespace hdskit
