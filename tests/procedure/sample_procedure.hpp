#pragma once

#include "toolkit/procedure/procedure.hpp"
#include "toolkit/procedure/regime_reader.hpp"

#include <memory>
#include <string>

namespace tests {

inline hdskit::Date day(const std::string& iso) { return *hdskit::Date::parse(iso); }
inline std::string text(const std::optional<hdskit::Date>& date) { return date ? date->iso() : "none"; }

inline hdskit::ProcedureEvent event(hdskit::EventKind kind, const std::string& date, const std::string& stage = {},
                                    hdskit::Favour favourable = hdskit::Favour::unsaid) {
  return {.procedure = hdskit::ProcedureId{3}, .stage = stage, .kind = kind, .date = day(date), .favourable = favourable};
}

/// A procedure numbered 3 that follows a shipped regime.
inline hdskit::ProcedureCase procedure_case(const std::string& regime, std::vector<hdskit::ProcedureEvent> events) {
  return {
      {.id = hdskit::ProcedureId{3}, .title = "Imaging", .regime = regime, .regime_xml = std::string{hdskit::shipped_regime(regime)}, .owner = "Zoé Ferrand"},
      std::make_shared<hdskit::Regime>(hdskit::regime_of(hdskit::shipped_regime(regime), regime)),
      std::move(events)};
}

} // namespace tests
