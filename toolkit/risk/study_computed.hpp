#pragma once

#include "toolkit/risk/study_index.hpp"

#include <boost/json/object.hpp>

namespace hdskit {

/// What is computed from a record: the member "computed" of the documented format; empty where nothing is.
boost::json::object computed_members(const StudyIndex& index, const Stakeholder& stakeholder);
boost::json::object computed_members(const StudyIndex& index, const SourceObjective& pair);
boost::json::object computed_members(const StudyIndex& index, const StrategicScenario& scenario);
boost::json::object computed_members(const StudyIndex& index, const OperationalScenario& scenario);
boost::json::object computed_members(const StudyIndex& index, const Risk& risk);
template <typename Record> boost::json::object computed_members(const StudyIndex&, const Record&) { return {}; }

} // namespace hdskit
