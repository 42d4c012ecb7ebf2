#pragma once

#include "toolkit/organisation/record_kind_of.hpp"
#include "toolkit/risk/study_rules.hpp"
#include "toolkit/risk/study_store.hpp"

namespace hdskit {

/// Adds a record under the rules of the study; an empty reference gets the next one. As it is stored.
template <typename Record> Record add_to_study(Change& change, const Record& record) {
  const auto& kind = risk_kind(Record::type().kind);
  const auto id = add_under(study_rules, change, kind, view_of(record).values);
  return find_record<Record>(change.workspace(), IdOf<Record>{id});
}

} // namespace hdskit
