#include "toolkit/risk/framing.hpp"

#include "toolkit/base/translate.hpp"

namespace hdskit {

std::span<const Choice> choices_of(Retention) {
  static constexpr Choice choices[] = {{"undecided", marked("undecided")}, {"retained", marked("retained")}, {"set_aside", marked("set aside")}};
  return choices;
}

std::span<const Choice> choices_of(LikelihoodMethod) {
  static constexpr Choice choices[] = {{"express", marked("express")}, {"standard", marked("standard")}, {"advanced", marked("advanced")}};
  return choices;
}

std::span<const Choice> choices_of(BusinessValueNature) {
  static constexpr Choice choices[] = {{"process", marked("process")}, {"information", marked("information")}};
  return choices;
}

std::span<const Choice> choices_of(AssetNature) {
  static constexpr Choice choices[] = {{"hardware", marked("hardware")},     {"software", marked("software")},     {"network", marked("network")},
                                       {"medium", marked("storage medium")}, {"person", marked("person or team")}, {"premises", marked("premises")},
                                       {"provider", marked("provider")}};
  return choices;
}

std::span<const Choice> choices_of(SecurityCriterion) {
  static constexpr Choice choices[] = {{"availability", marked("availability")},
                                       {"integrity", marked("integrity")},
                                       {"confidentiality", marked("confidentiality")},
                                       {"traceability", marked("traceability")}};
  return choices;
}

std::span<const Choice> choices_of(Application) {
  static constexpr Choice choices[] = {{"not_assessed", marked("not assessed")},
                                       {"applied", marked("applied")},
                                       {"partly_applied", marked("partly applied")},
                                       {"not_applied", marked("not applied")},
                                       {"not_applicable", marked("not applicable")}};
  return choices;
}

const RecordType<RiskStudy>& RiskStudy::type() {
  static const Field<RiskStudy> fields[] = {
      field<&RiskStudy::reference>("reference", marked("Reference"), Need::required),
      field<&RiskStudy::title>("title", marked("Title"), Need::required),
      field<&RiskStudy::protection_mark>("protection_mark", marked("Protection mark")),
      long_field<&RiskStudy::scope>("scope", marked("Scope")),
      long_field<&RiskStudy::objectives>("objectives", marked("Objectives")),
      long_field<&RiskStudy::participants>("participants", marked("Participants")),
      long_field<&RiskStudy::assumptions>("assumptions", marked("Assumptions and constraints")),
      field<&RiskStudy::authority>("authority", marked("Who accepts residual risks")),
      field<&RiskStudy::method>("method", marked("Method for likelihood")),
      field<&RiskStudy::started_on>("started_on", marked("Started on")),
      field<&RiskStudy::strategic_review>("strategic_review", marked("Next strategic cycle")),
      field<&RiskStudy::operational_review>("operational_review", marked("Next operational cycle")),
  };
  static const RecordType<RiskStudy> type{"risk_study", marked("risk study"), fields};
  return type;
}

const RecordType<Mission>& Mission::type() {
  static const Field<Mission> fields[] = {
      field<&Mission::reference>("reference", marked("Reference"), Need::required),
      field<&Mission::name>("name", marked("Name"), Need::required),
      long_field<&Mission::description>("description", marked("Description")),
      field<&Mission::owner>("owner", marked("Owner")),
  };
  static const RecordType<Mission> type{"mission", marked("mission"), fields};
  return type;
}

const RecordType<BusinessValue>& BusinessValue::type() {
  static const Field<BusinessValue> fields[] = {
      field<&BusinessValue::reference>("reference", marked("Reference"), Need::required),
      field<&BusinessValue::name>("name", marked("Name"), Need::required),
      field<&BusinessValue::nature>("nature", marked("Nature")),
      citing<&BusinessValue::missions>("missions", marked("Missions"), "mission"),
      citing<&BusinessValue::services>("services", marked("Hosted services"), "service"),
      field<&BusinessValue::owner>("owner", marked("Owner")),
      long_field<&BusinessValue::description>("description", marked("Description")),
  };
  static const RecordType<BusinessValue> type{"business_value", marked("business value"), fields};
  return type;
}

const RecordType<SupportingAsset>& SupportingAsset::type() {
  static const Field<SupportingAsset> fields[] = {
      field<&SupportingAsset::reference>("reference", marked("Reference"), Need::required),
      field<&SupportingAsset::name>("name", marked("Name"), Need::required),
      field<&SupportingAsset::nature>("nature", marked("Nature")),
      citing<&SupportingAsset::business_values>("business_values", marked("Business values"), "business_value"),
      field<&SupportingAsset::owner>("owner", marked("Owner")),
      long_field<&SupportingAsset::description>("description", marked("Description")),
  };
  static const RecordType<SupportingAsset> type{"supporting_asset", marked("supporting asset"), fields};
  return type;
}

const RecordType<FearedEvent>& FearedEvent::type() {
  static const Field<FearedEvent> fields[] = {
      field<&FearedEvent::reference>("reference", marked("Reference"), Need::required),
      field<&FearedEvent::name>("name", marked("Name"), Need::required),
      citing<&FearedEvent::business_value>("business_value", marked("Business value"), "business_value"),
      field<&FearedEvent::criterion>("criterion", marked("Criterion")),
      rating<&FearedEvent::gravity>("gravity", marked("Gravity")),
      long_field<&FearedEvent::patient>("patient", marked("Impact on patients")),
      long_field<&FearedEvent::continuity>("continuity", marked("Impact on continuity of care")),
      long_field<&FearedEvent::confidentiality>("confidentiality", marked("Impact on secrecy")),
      long_field<&FearedEvent::legal>("legal", marked("Legal impact")),
      long_field<&FearedEvent::finance>("finance", marked("Financial impact")),
      long_field<&FearedEvent::image>("image", marked("Impact on the image")),
      long_field<&FearedEvent::justification>("justification", marked("Justification")),
      field<&FearedEvent::retention>("retention", marked("Retention")),
  };
  static const RecordType<FearedEvent> type{"feared_event", marked("feared event"), fields};
  return type;
}

const RecordType<BaselineItem>& BaselineItem::type() {
  static const Field<BaselineItem> fields[] = {
      field<&BaselineItem::reference>("reference", marked("Reference"), Need::required),
      field<&BaselineItem::framework>("framework", marked("Framework"), Need::required),
      field<&BaselineItem::requirement>("requirement", marked("Requirement"), Need::required),
      field<&BaselineItem::application>("application", marked("Application")),
      long_field<&BaselineItem::gap>("gap", marked("Gap")),
      long_field<&BaselineItem::justification>("justification", marked("Justification")),
      citing<&BaselineItem::measures>("measures", marked("Measures"), "measure"),
  };
  static const RecordType<BaselineItem> type{"baseline_item", marked("item of the security baseline"), fields};
  return type;
}

} // namespace hdskit
