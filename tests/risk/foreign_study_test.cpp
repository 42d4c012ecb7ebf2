#include "toolkit/risk/foreign_study.hpp"

#include "tests/risk/study_workspace.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/risk/study_json.hpp"

namespace {

using namespace hdskit;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::SizeIs;

const std::string pia = R"json({
  "pia": {"id": 1, "name": "Télésuivi (2026)", "author_name": "x"},
  "answers": [
    {"reference_to": 111, "data": {"text": "contexte", "gauge": null, "list": []}},
    {"reference_to": 321, "data": {"text": null, "gauge": null, "list": ["Gêne", "Discrimination"]}},
    {"reference_to": 322, "data": {"text": null, "gauge": null, "list": ["Compte volé"]}},
    {"reference_to": 323, "data": {"text": null, "gauge": null, "list": ["Un tiers"]}},
    {"reference_to": 324, "data": {"text": null, "gauge": null, "list": ["Chiffrement"]}},
    {"reference_to": 325, "data": {"text": "<p>Parce&nbsp;que<br>grave &amp; &#233;tendu</p>", "gauge": 3, "list": []}},
    {"reference_to": 326, "data": {"text": "", "gauge": 2, "list": []}},
    {"reference_to": 345, "data": {"text": null, "gauge": 4, "list": []}}
  ],
  "measures": [{"title": "Chiffrement", "content": "<span>De bout en bout.</span>"}, {"title": "Chiffrement", "content": "des disques"}],
  "evaluations": [
    {"reference_to": "3.2", "gauges": {"x": 2, "y": 1}, "action_plan_comment": "<b>Double facteur</b>", "person_in_charge": "La DSI", "estimated_implementation_date": "2027-01-31T00:00:00.000Z"},
    {"reference_to": "3.3", "gauges": {"x": 0, "y": 0}}
  ],
  "comments": []
})json";

const std::string monarc = R"({
  "type": "anr", "monarc_version": "2.13.1", "withEval": true,
  "instances": [
    {"name": "Dossier patient", "confidentiality": 4, "integrity": 3, "availability": -1,
     "instanceRisks": [],
     "operationalInstanceRisks": [{"id": 1}],
     "children": [
       {"name": "Serveur", "confidentiality": 4, "integrity": 3, "availability": 2,
        "instanceRisks": [
          {"id": 71, "threat": {"label": "Vol de support", "theme": {"id": 1, "label": "Vol"}, "confidentiality": 1, "integrity": 0, "availability": 1},
           "vulnerability": {"label": "Salle ouverte"}, "threatRate": 3, "vulnerabilityRate": 5, "kindOfMeasure": 1, "reductionAmount": 2,
           "comment": "Badge", "context": "Vu en 2025", "riskOwner": "RSSI",
           "recommendations": [{"uuid": "u-1", "code": "R1", "description": "Fermer la salle", "responsible": "Logistique", "duedate": "2027-03-01"}]},
          {"id": 72, "threat": {"label": "Panne", "theme": null}, "vulnerability": {"label": "Un seul disque"}, "threatRate": 0, "vulnerabilityRate": -1, "kindOfMeasure": 5,
           "recommendations": [{"uuid": "u-1", "code": "R1", "description": "Fermer la salle"}]}
        ]}
     ]}
  ]
})";

class ForeignStudies : public tests::StudyWorkspace {
protected:
  StudyImport import(const ForeignStudy& foreign) {
    StudyImport done;
    workspace_.change(tests::acting(), [&](Change& change) { done = import_study(change, foreign.study, false, {"foreign.json", {}}); });
    return done;
  }
  Study now() { return read_study(workspace_); }
};

TEST_P(ForeignStudies, bring_the_risks_of_a_pia_into_the_register) {
  const auto done = import(read_pia(pia, "pia.json", now()));
  EXPECT_EQ(done.added, 6);
  EXPECT_FALSE(done.scale_changes);
  const auto study = now();
  ASSERT_THAT(study.risks, SizeIs(3));
  const auto& access = study.risks[0];
  EXPECT_EQ(access.reference, "PIA-TELESUIVI-2026-ACCES");
  EXPECT_EQ(access.name, "Accès illégitime à des données : Télésuivi (2026)");
  EXPECT_EQ(access.data, "Gêne\nDiscrimination");
  EXPECT_EQ(access.cause, "Compte volé\nSources : Un tiers");
  EXPECT_EQ(access.existing_measures, "Chiffrement");
  EXPECT_EQ(access.gravity.value, 3);
  EXPECT_EQ(access.likelihood.value, 2);
  EXPECT_EQ(access.justification, "Parce\u00A0que\ngrave & étendu");
  EXPECT_EQ(access.residual_gravity.value, 2);
  EXPECT_EQ(access.residual_likelihood.value, 1);
  EXPECT_FALSE(study.risks[1].gravity) << "nobody answered";
  EXPECT_FALSE(study.risks[1].residual_gravity) << "0 on a gauge is no grade";
  EXPECT_EQ(study.risks[2].gravity.value, 4);
  ASSERT_THAT(study.measures, SizeIs(3));
  EXPECT_EQ(study.measures[0].description, "Double facteur");
  EXPECT_EQ(study.measures[0].owner, "La DSI");
  EXPECT_EQ(study.measures[0].due, Date::of(2027, 1, 31));
  EXPECT_THAT(study.measures[0].risks, ElementsAre(access.reference));
  EXPECT_EQ(study.measures[2].reference, "PIA-TELESUIVI-2026-CHIFFREMENT-2");
  EXPECT_EQ(study.measures[1].state, MeasureState::planned);
}

TEST_P(ForeignStudies, bring_the_risks_of_monarc_rated_by_asset) {
  const auto foreign = read_monarc(monarc, "monarc.json", now());
  EXPECT_THAT(foreign.remarks, ElementsAre(HasSubstr("1 operational"), HasSubstr("grade 0")));
  import(foreign);
  const auto study = now();
  ASSERT_THAT(study.risks, SizeIs(2));
  const auto& theft = study.risks[0];
  EXPECT_EQ(theft.reference, "MONARC-71");
  EXPECT_EQ(theft.method, RiskMethod::asset);
  EXPECT_EQ(theft.asset, "Dossier patient / Serveur");
  EXPECT_EQ(theft.family, "Vol");
  EXPECT_EQ(theft.cause, "Salle ouverte");
  EXPECT_EQ(theft.impact_confidentiality.value, 4);
  EXPECT_FALSE(theft.impact_integrity) << "the threat does not strike it";
  EXPECT_EQ(theft.impact_availability.value, 2);
  EXPECT_EQ(theft.threat.value, 3);
  EXPECT_EQ(theft.vulnerability.value, 5);
  EXPECT_EQ(theft.residual_vulnerability.value, 3);
  EXPECT_EQ(theft.strategy, Strategy::reduce);
  EXPECT_EQ(theft.owner, "RSSI");
  EXPECT_FALSE(study.risks[1].threat);
  EXPECT_EQ(study.risks[1].strategy, Strategy::undecided);
  ASSERT_THAT(study.measures, SizeIs(1));
  EXPECT_THAT(study.measures[0].risks, ElementsAre("MONARC-71", "MONARC-72"));
  EXPECT_EQ(study.measures[0].due, Date::of(2027, 3, 1));
}

TEST_P(ForeignStudies, keep_what_only_the_house_knows_when_they_come_again) {
  import(read_pia(pia, "pia.json", now()));
  edit("risk", "PIA-TELESUIVI-2026-ACCES", {{"owner", "Le DPO"}, {"accepted_by", "La direction"}});
  const auto again = import(read_pia(replaced(pia, "\"gauge\": 3", "\"gauge\": 4"), "pia.json", now()));
  EXPECT_EQ(again.added, 0);
  EXPECT_EQ(again.changed, 1);
  EXPECT_EQ(again.unchanged, 5);
  EXPECT_EQ(value("risk", "PIA-TELESUIVI-2026-ACCES", "owner"), "Le DPO");
  EXPECT_EQ(value("risk", "PIA-TELESUIVI-2026-ACCES", "gravity"), "4");
}

TEST_P(ForeignStudies, that_are_none_are_refused_with_all_that_is_wrong) {
  const auto broken = replaced(replaced(pia, "\"gauge\": 3", "\"gauge\": 7"), "\"name\": \"Télésuivi (2026)\"", "\"name\": \"\"");
  const std::string sentence = refusal([&] { read_pia(broken, "pia.json", now()); }).what();
  EXPECT_THAT(sentence, HasSubstr("line 2, column 28"));
  EXPECT_THAT(sentence, HasSubstr("answers[5].data.gauge"));
  EXPECT_THAT(refusal([&] { read_pia("{\"pia\": {\"name\": \"x\"}}", "pia.json", now()); }).what(), HasSubstr("no export of a PIA"));
  EXPECT_THAT(refusal([&] { read_pia("[", "pia.json", now()); }).what(), HasSubstr("no JSON"));
  EXPECT_THAT(refusal([&] { read_monarc("{\"instances\": {\"1\": {}}}", "m.json", now()); }).what(), HasSubstr("before version 2.13"));
  EXPECT_THAT(refusal([&] { read_monarc("{}", "m.json", now()); }).what(), HasSubstr("no analysis of MONARC"));
  EXPECT_THAT(refusal([&] { read_monarc(replaced(monarc, "\"id\": 72", "\"id\": 71"), "m.json", now()); }).what(), HasSubstr("twice"));
  EXPECT_THAT(refusal([&] { import(read_monarc(replaced(monarc, "\"threatRate\": 3", "\"threatRate\": 9"), "m.json", now())); }).what(),
              HasSubstr("MONARC-71"));
}

INSTANTIATE_ON_BOTH_ENGINES(ForeignStudies);

TEST(PlainTextOfHtml, keeps_what_people_read) {
  EXPECT_EQ(plain_text_of_html("<ul><li>un</li><li>deux &lt;3 &unknown; &#x2019; &#0;</li></ul>a < b && c"), "un\ndeux <3 &unknown; ’ &#0;\na < b && c");
  EXPECT_EQ(plain_text_of_html("<p"), "<p");
  EXPECT_EQ(plain_text_of_html(""), "");
}

} // namespace
