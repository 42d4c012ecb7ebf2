#pragma once

#include "toolkit/procedure/deadline.hpp"
#include "toolkit/workspace/workspace.hpp"

namespace hdskit {

/// The one list of all dates that somebody must keep or waits for, by day: the stages, duties and renewals of procedures, and what falls due elsewhere
/// (documents and their tests, mandates, contracts, certificates of subcontractors, answers). Settled ones are there too, with their day `done`.
std::vector<Deadline> all_deadlines(const Workspace& workspace, Date today);

} // namespace hdskit
