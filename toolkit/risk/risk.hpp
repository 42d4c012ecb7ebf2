#pragma once

#include "toolkit/risk/scenario.hpp"

namespace hdskit {

// The register of risks and its treatment (workshop 5 of EBIOS Risk Manager; ISO/IEC 27005 without workshops).

using RiskId = Id<struct RiskTag>;
using MeasureId = Id<struct MeasureTag>;

/// What is done about a risk, in the words of ISO/IEC 27005: modify, retain, avoid, share.
enum class Strategy { undecided, reduce, accept, avoid, share };
std::span<const Choice> choices_of(Strategy);

/// How a risk is rated: by an event (gravity and likelihood), or by an asset (impact × threat × vulnerability).
enum class RiskMethod { event, asset };
std::span<const Choice> choices_of(RiskMethod);

/// One line of the register. It may stand alone, or have grown from a scenario that gives it its gravity and likelihood.
struct Risk {
  RiskId id;
  std::string reference, name, family, asset, cause;
  std::string patient, data, activity, image, finance; ///< consequences
  std::string existing_measures;
  RiskMethod method = RiskMethod::event;
  Rating gravity, likelihood;                                                                  ///< before treatment; not rated: those of the scenario
  Rating level;                                                                                ///< declared against the matrix; not rated: that of the matrix
  Rating impact_availability, impact_integrity, impact_confidentiality, threat, vulnerability; ///< RiskMethod::asset; threat: likelihood of the threat
  std::string justification;
  Strategy strategy = Strategy::undecided;
  std::string owner; ///< who answers for it
  Rating residual_gravity, residual_likelihood, residual_level;
  Rating residual_threat, residual_vulnerability; ///< RiskMethod::asset; not rated: unchanged
  std::string scenario;                           ///< the operational or strategic scenario that it grew into
  std::vector<std::string> feared_events;
  std::vector<std::string> minimum_events; ///< of EXI 05: "A", "D.a"
  std::vector<std::string> obligations;    ///< ids of the four obligations
  std::string accepted_by;                 ///< who signed that the residual risk is borne
  std::optional<Date> accepted_on;
  std::string acceptance; ///< code of the signed document
  std::optional<Date> review;
  std::string note;
  static const RecordType<Risk>& type();
};

/// What lowers risks (mesure de sécurité), in the four families of workshop 5.
enum class MeasureFamily { governance, protection, defence, resilience };
std::span<const Choice> choices_of(MeasureFamily);
enum class MeasureState { planned, in_progress, done, abandoned };
std::span<const Choice> choices_of(MeasureState);
struct Measure {
  MeasureId id;
  std::string reference, name, description;
  MeasureFamily family = MeasureFamily::protection;
  MeasureState state = MeasureState::planned;
  std::string owner;
  std::optional<std::int64_t> cost; ///< euros
  std::optional<Date> start, due;
  std::optional<std::int64_t> progress; ///< per cent
  std::vector<std::string> risks, scenarios, stakeholders;
  std::string difficulty; ///< what stands in its way
  std::string evidence;   ///< code of the document that proves it
  static const RecordType<Measure>& type();
};

} // namespace hdskit
