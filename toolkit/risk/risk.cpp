#include "toolkit/risk/risk.hpp"

#include "toolkit/base/translate.hpp"

namespace hdskit {

std::span<const Choice> choices_of(Strategy) {
  static constexpr Choice choices[] = {
      {"undecided", marked("undecided")}, {"reduce", marked("reduce")}, {"accept", marked("accept")}, {"avoid", marked("avoid")}, {"share", marked("share")}};
  return choices;
}

std::span<const Choice> choices_of(RiskMethod) {
  static constexpr Choice choices[] = {{"event", marked("by event")}, {"asset", marked("by asset")}};
  return choices;
}

std::span<const Choice> choices_of(MeasureFamily) {
  static constexpr Choice choices[] = {
      {"governance", marked("governance")}, {"protection", marked("protection")}, {"defence", marked("defence")}, {"resilience", marked("resilience")}};
  return choices;
}

std::span<const Choice> choices_of(MeasureState) {
  static constexpr Choice choices[] = {
      {"planned", marked("planned")}, {"in_progress", marked("in progress")}, {"done", marked("done")}, {"abandoned", marked("abandoned")}};
  return choices;
}

const RecordType<Risk>& Risk::type() {
  static const Field<Risk> fields[] = {
      field<&Risk::reference>("reference", marked("Reference"), Need::required),
      field<&Risk::name>("name", marked("Scenario"), Need::required),
      field<&Risk::family>("family", marked("Family")),
      field<&Risk::asset>("asset", marked("Asset or process")),
      long_field<&Risk::cause>("cause", marked("Cause")),
      long_field<&Risk::patient>("patient", marked("Consequences for patients")),
      long_field<&Risk::data>("data", marked("Consequences for data")),
      long_field<&Risk::activity>("activity", marked("Consequences for the activity")),
      long_field<&Risk::image>("image", marked("Consequences for the image")),
      long_field<&Risk::finance>("finance", marked("Financial consequences")),
      long_field<&Risk::existing_measures>("existing_measures", marked("Existing measures")),
      field<&Risk::method>("method", marked("Rated")),
      rating<&Risk::gravity>("gravity", marked("Gravity")),
      rating<&Risk::likelihood>("likelihood", marked("Likelihood")),
      rating<&Risk::level>("level", marked("Declared level")),
      rating<&Risk::impact_availability>("impact_availability", marked("Impact on availability")),
      rating<&Risk::impact_integrity>("impact_integrity", marked("Impact on integrity")),
      rating<&Risk::impact_confidentiality>("impact_confidentiality", marked("Impact on confidentiality")),
      rating<&Risk::threat>("threat", marked("Likelihood of the threat")),
      rating<&Risk::vulnerability>("vulnerability", marked("Vulnerability")),
      long_field<&Risk::justification>("justification", marked("Justification")),
      field<&Risk::strategy>("strategy", marked("Strategy")),
      field<&Risk::owner>("owner", marked("Risk owner")),
      rating<&Risk::residual_gravity>("residual_gravity", marked("Residual gravity")),
      rating<&Risk::residual_likelihood>("residual_likelihood", marked("Residual likelihood")),
      rating<&Risk::residual_level>("residual_level", marked("Declared residual level")),
      rating<&Risk::residual_threat>("residual_threat", marked("Residual likelihood of the threat")),
      rating<&Risk::residual_vulnerability>("residual_vulnerability", marked("Residual vulnerability")),
      citing<&Risk::scenario>("scenario", marked("Grown into"), "operational_scenario strategic_scenario"),
      citing<&Risk::feared_events>("feared_events", marked("Feared events"), "feared_event"),
      field<&Risk::minimum_events>("minimum_events", marked("Minimum events (EXI 05)")),
      field<&Risk::obligations>("obligations", marked("Obligations")),
      field<&Risk::accepted_by>("accepted_by", marked("Accepted by")),
      field<&Risk::accepted_on>("accepted_on", marked("Accepted on")),
      field<&Risk::acceptance>("acceptance", marked("Signed acceptance (code of the document)")),
      field<&Risk::review>("review", marked("Next review")),
      long_field<&Risk::note>("note", marked("Note")),
  };
  static const RecordType<Risk> type{"risk", marked("risk"), fields};
  return type;
}

const RecordType<Measure>& Measure::type() {
  static const Field<Measure> fields[] = {
      field<&Measure::reference>("reference", marked("Reference"), Need::required),
      field<&Measure::name>("name", marked("Name"), Need::required),
      field<&Measure::family>("family", marked("Family")),
      field<&Measure::state>("state", marked("State")),
      field<&Measure::owner>("owner", marked("Owner")),
      field<&Measure::cost>("cost", marked("Cost (euros)")),
      field<&Measure::start>("start", marked("Begins on")),
      field<&Measure::due>("due", marked("Due on")),
      field<&Measure::progress>("progress", marked("Progress (%)")),
      citing<&Measure::risks>("risks", marked("Risks"), "risk"),
      citing<&Measure::scenarios>("scenarios", marked("Scenarios"), "operational_scenario strategic_scenario"),
      citing<&Measure::stakeholders>("stakeholders", marked("Stakeholders"), "stakeholder"),
      long_field<&Measure::difficulty>("difficulty", marked("What stands in its way")),
      field<&Measure::evidence>("evidence", marked("Evidence (code of the document)")),
      long_field<&Measure::description>("description", marked("Description")),
  };
  static const RecordType<Measure> type{"measure", marked("measure"), fields};
  return type;
}

} // namespace hdskit
