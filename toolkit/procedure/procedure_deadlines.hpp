#pragma once

#include "toolkit/procedure/deadline.hpp"
#include "toolkit/procedure/standing.hpp"

namespace hdskit {

/// The stages, renewals, terms and duties of all procedures, by day. What happened is there with its day `done`; stages that nothing dates are not.
/// Their uids: "procedure-3-cnil", "procedure-3-renewal-lawful", "procedure-3-renewal-prudent", "procedure-3-renewal-drafting", "procedure-3-term",
/// "procedure-3-appeal",/// "procedure-3-duty-restore-test-2" (the second time).
std::vector<Deadline> deadlines_of(const std::vector<ProcedureCase>& files, const std::vector<ProcedureStanding>& standings);
std::vector<Deadline> deadlines_of(const std::vector<ProcedureCase>& files, Date today);

/// By day, then by uid.
void put_in_order(std::vector<Deadline>& deadlines);

/// How one date was found, step by step, for whoever must be convinced.
struct Explanation {
  std::string title;
  std::vector<std::string> steps; ///< sentences in the current language, with the articles
};

/// Of a uid that deadlines_of gave for this procedure; nothing for another one.
std::optional<Explanation> explain(const ProcedureCase& file, std::string_view uid, Date today);

} // namespace hdskit
