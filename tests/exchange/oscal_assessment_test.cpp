#include "toolkit/exchange/oscal_assessment.hpp"

#include <boost/json.hpp>
#include <gmock/gmock.h>

namespace {

using namespace hdskit;
namespace json = boost::json;

class OscalAssessment : public testing::Test {
protected:
  OscalAssessment() {
    checklist.id = "essai";
    checklist.version = "1";
    checklist.title = {"Référentiel d’essai", "Trial"};
    for (const auto* id : {"E-1", "E-2", "E-3"}) {
      Item item;
      item.id = item.number = id;
      item.title = {"Exigence", "Requirement"};
      checklist.items.push_back(item);
    }
    checklist.items[1].demonstration = true;
    Answer written;
    written.item = "e-1";
    written.state = DemonstrationState::written;
    written.statement = "C’est écrit.";
    auto shown = written;
    shown.item = "E-2";
    Answer excluded;
    excluded.item = "E-3";
    excluded.applicability = Applicability::excluded;
    excluded.statement = "Sans objet.";
    answers = {written, shown, excluded};
    Evidence document;
    document.code = "PSSI";
    document.title = "Politique";
    document.requirements = {"E-1", "E-2"};
    document.digest = std::string(64, 'a');
    evidence = {document};
  }
  std::string written() const { return oscal_assessment(checklist, answers, evidence, "CHI d’essai", *Instant::parse("2026-11-22T10:00:00Z")); }
  json::object result() const { return json::parse(written()).at("assessment-results").at("results").at(0).as_object(); }
  Checklist checklist;
  std::vector<Answer> answers;
  std::vector<Evidence> evidence;
};

TEST_F(OscalAssessment, has_what_the_model_requires) {
  const auto document = json::parse(written()).at("assessment-results");
  EXPECT_EQ(document.at("metadata").at("oscal-version").as_string(), "1.1.2");
  EXPECT_EQ(document.at("import-ap").at("href").as_string(), "#" + std::string{document.at("back-matter").at("resources").at(0).at("uuid").as_string()});
  EXPECT_THAT(std::string{document.at("uuid").as_string()}, testing::MatchesRegex("[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"));
  EXPECT_EQ(written(), written());
}

TEST_F(OscalAssessment, is_satisfied_only_when_what_must_be_shown_is) {
  const auto findings = result().at("findings").as_array();
  ASSERT_EQ(findings.size(), 2u);
  EXPECT_EQ(findings[0].at("target").at("status").at("state").as_string(), "satisfied");
  EXPECT_EQ(findings[1].at("target").at("status").at("state").as_string(), "not-satisfied");
}

TEST_F(OscalAssessment, tells_excluded_items_as_excluded_and_a_document_once) {
  const auto selection = result().at("reviewed-controls").at("control-selections").at(0).as_object();
  EXPECT_EQ(selection.at("exclude-controls").at(0).at("control-id").as_string(), "E-3");
  EXPECT_EQ(selection.at("include-controls").as_array().size(), 2u);
  const auto observations = result().at("observations").as_array();
  ASSERT_EQ(observations.size(), 1u);
  const auto findings = result().at("findings").as_array();
  for (const auto& finding : findings)
    EXPECT_EQ(std::string{finding.at("related-observations").at(0).at("observation-uuid").as_string()}, std::string{observations[0].at("uuid").as_string()});
}

} // namespace
