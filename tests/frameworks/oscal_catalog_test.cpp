#include "tests/frameworks/findings.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/requirements/checklist_writer.hpp"

namespace {

using namespace hdskit;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;
using tests::finding;
using tests::listing;
using tests::sound;

const std::string json_catalog = R"({
  "catalog": {
    "uuid": "11111111-2222-4333-8444-555555555555",
    "metadata": {"title": "Boats: a catalog", "version": "2.1", "last-modified": "2025-02-03T04:05:06Z", "oscal-version": "1.1.2"},
    "params": [{"id": "boat_all", "values": ["every boat"]}],
    "groups": [
      {
        "id": "hull",
        "title": "Hulls",
        "params": [{"id": "days", "label": "number of days"}],
        "controls": [
          {
            "id": "hull-1",
            "title": "Inspection",
            "props": [{"name": "label", "class": "sp800-53a", "value": "HULL-01"}, {"name": "label", "value": "HULL-1"}],
            "params": [
              {"id": "who", "select": {"how-many": "one", "choice": ["the owner", "who sails {{ insert: param, boat_all }}"]}},
              {"id": "self", "select": {"choice": ["{{ insert: param, self }}"]}}
            ],
            "parts": [
              {
                "name": "statement",
                "prose": "Inspect {{ insert: param, boat_all }}:",
                "parts": [
                  {"name": "item", "props": [{"name": "label", "value": "a."}], "prose": "each {{ insert: param, days }};"},
                  {"name": "item", "props": [{"name": "label", "value": "b."}], "prose": "by {{ who }}, {{ insert: param, self }}, {{ insert: param, gone }}."}
                ]
              },
              {"name": "guidance", "prose": "Look below."},
              {"name": "assessment-objective", "prose": "not taken"}
            ],
            "controls": [
              {"id": "hull-1.1", "title": "Under water", "parts": [{"name": "statement", "prose": "Dive."}]},
              {"id": "hull-1.2", "title": "Withdrawn one", "props": [{"name": "status", "value": "withdrawn"}]}
            ]
          }
        ]
      }
    ],
    "controls": [{"id": "top-1", "title": "A control of its own"}],
    "back-matter": {"resources": [{"uuid": "x", "title": "not taken"}]}
  }
}
)";

const std::string xml_catalog = R"(<?xml version="1.0" encoding="UTF-8"?>
<?xml-model href="oscal.rnc"?>
<catalog xmlns="http://csrc.nist.gov/ns/oscal/1.0" xmlns:x="http://example.org" uuid="11111111-2222-4333-8444-555555555555">
  <metadata><title>Boats: a catalog</title><last-modified>2025-02-03T04:05:06Z</last-modified><version>2.1</version></metadata>
  <param id="boat_all"><value>every boat</value></param>
  <group id="hull">
    <title>Hulls</title>
    <param id="days"><label>number of days</label></param>
    <control id="hull-1">
      <title>Inspection</title>
      <x:title>not taken</x:title>
      <param id="who"><select how-many="one"><choice>the owner</choice><choice>who sails <insert type="param" id-ref="boat_all"/></choice></select></param>
      <param id="self"><select><choice><insert type="param" id-ref="self"/></choice></select></param>
      <prop name="label" class="sp800-53a" value="HULL-01"/>
      <prop name="label" value="HULL-1"/>
      <part name="statement">
        <p>Inspect <insert type="param" id-ref="boat_all"/>:</p>
        <part name="item"><prop name="label" value="a."/><p>each <insert type="param" id-ref="days"/>;</p></part>
        <part name="item"><prop name="label" value="b."/>
          <p>by <insert param-id="who"/>, <insert param-id="self"/>, <em><insert param-id="gone"/></em>.</p></part>
      </part>
      <part name="guidance"><p>Look below.</p></part>
      <part name="assessment-objective"><p>not taken</p></part>
      <control id="hull-1.1"><title>Under water</title><part name="statement"><p>Dive.</p></part></control>
      <control id="hull-1.2"><title>Withdrawn one</title><prop name="status" value="withdrawn"/></control>
    </control>
  </group>
  <control id="top-1"><title>A control of its own</title></control>
  <back-matter><resource uuid="x"><title>not taken</title></resource></back-matter>
</catalog>
)";

void expect_boats(const FrameworkLibrary& library) {
  ASSERT_THAT(library.frameworks, SizeIs(1));
  const auto& framework = library.frameworks[0];
  EXPECT_EQ(framework.requirements, 4) << "controls";
  EXPECT_EQ(framework.assessable, 3);
  const auto& checklist = framework.checklist;
  EXPECT_EQ(checklist.id, "oscal-Boats");
  EXPECT_EQ(checklist.version, "2.1");
  EXPECT_EQ(checklist.published, Date::of(2025, 2, 3));
  ASSERT_THAT(checklist.items, SizeIs(3));
  const auto& inspection = checklist.items[0];
  EXPECT_EQ(inspection.id, "oscal-Boats-hull-1");
  EXPECT_EQ(inspection.source, "hull-1");
  EXPECT_EQ(inspection.number, "HULL-1");
  EXPECT_EQ(inspection.title.french, "Inspection");
  EXPECT_EQ(inspection.wording.english,
            "Inspect [every boat]: a. each [number of days]; b. by [the owner ; who sails [every boat]], [[self]], [gone].\n\nLook below.");
  EXPECT_EQ(checklist.items[1].part_of, inspection.id);
  EXPECT_EQ(checklist.items[1].wording.english, "Dive.");
  EXPECT_EQ(checklist.items[2].source, "top-1");
  EXPECT_THAT(library.notes, ElementsAre(finding(0, "1 withdrawn")));
}

TEST(OscalCatalog, is_read_from_json) { expect_boats(sound(json_catalog, "boats.json")); }
TEST(OscalCatalog, is_read_from_xml) { expect_boats(sound(xml_catalog, "boats.xml")); }

TEST(OscalCatalog, is_the_same_in_both_formats) {
  const auto json = sound(json_catalog, "boats.json"), xml = sound(xml_catalog, "boats.xml");
  EXPECT_EQ(checklist_xml(json.frameworks[0].checklist), checklist_xml(xml.frameworks[0].checklist));
}

TEST(OscalCatalog, may_have_a_prefix_for_its_namespace) {
  auto text = replaced(replaced(xml_catalog, "</", "</o:"), "<", "<o:");
  text = replaced(replaced(replaced(replaced(text, "<o:/o:", "</o:"), "<o:?", "<?"), "<o:x:", "<x:"), "</o:x:", "</x:");
  expect_boats(sound(replaced(text, "xmlns=", "xmlns:o="), "boats.xml"));
}

TEST(OscalCatalog, of_another_namespace_is_refused) {
  const auto library = read_library(replaced(xml_catalog, "http://csrc.nist.gov/ns/oscal/1.0", "http://example.org/catalog"), "boats.xml");
  EXPECT_THAT(library.defects, ElementsAre(finding(3, "namespace")));
  EXPECT_THAT(read_library("<profile xmlns=\"http://csrc.nist.gov/ns/oscal/1.0\"/>", "p.xml").defects, ElementsAre(finding(1, "“profile”")));
}

TEST(OscalCatalog, names_all_defects_with_their_lines) {
  const auto json =
      replaced(replaced(json_catalog, "\"id\": \"top-1\"", "\"id\": \"hull-1\""),
               "\"id\": \"hull-1.1\", \"title\": \"Under water\", \"parts\": [{\"name\": \"statement\", \"prose\": \"Dive.\"}]", "\"id\": \"hull-1.1\"");
  EXPECT_THAT(read_library(json, "b.json").defects, ElementsAre(finding(33, "neither a name"), finding(40, "first in line 12")))
      << listing(read_library(json, "b.json").defects);
  const auto xml =
      replaced(replaced(xml_catalog, "id=\"top-1\"", "id=\"hull-1\""), "<title>Under water</title><part name=\"statement\"><p>Dive.</p></part>", "");
  EXPECT_THAT(read_library(xml, "b.xml").defects, ElementsAre(finding(24, "neither a name"), finding(28, "first in line 9")));
  EXPECT_THAT(read_library(replaced(json_catalog, "\"id\": \"hull-1.1\", ", ""), "b.json").defects, ElementsAre(finding(33, "no id")));
  EXPECT_THAT(read_library(replaced(json_catalog, "[{\"id\": \"top-1\", \"title\": \"A control of its own\"}]", "3"), "b.json").defects,
              ElementsAre(finding(40, "catalog.controls")));
}

TEST(OscalCatalog, that_is_none_is_refused) {
  EXPECT_THAT(read_library("{\"profile\": {}}", "p.json").defects, ElementsAre(finding(1, "“catalog”")));
  EXPECT_THAT(read_library("{\"catalog\": {", "p.json").defects, ElementsAre(finding(0, "no JSON")));
  EXPECT_THAT(read_library("<catalog>", "p.xml").defects, ElementsAre(finding(1, "malformed")));
  EXPECT_THAT(read_library("<!DOCTYPE a [<!ENTITY b \"c\">]><catalog>&b;</catalog>", "p.xml").defects, testing::Contains(finding(1, "document type")));
  EXPECT_THAT(read_library("", "p.xml").defects, ElementsAre(finding(1, "no XML element")));
}

TEST(OscalCatalog, cannot_be_blown_up_by_parameters) {
  std::string prose, params;
  for (int i = 0; i < 200'000; ++i) prose += "{{ p }}";
  params = "{\"id\": \"p\", \"label\": \"" + std::string(1'900, 'x') + "\"}";
  const auto library =
      read_library("{\"catalog\": {\"metadata\": {\"title\": \"T\"}, \"params\": [" + params +
                       "], \"controls\": [{\"id\": \"c\", \"title\": \"C\", \"parts\": [{\"name\": \"statement\", \"prose\": \"" + prose + "\"}]}]}}",
                   "p.json");
  EXPECT_THAT(library.defects, ElementsAre(finding(0, "Parameters add more")));
}

TEST(HouseXml, is_taken_as_it_is) {
  const auto checklist = sound(json_catalog, "boats.json").frameworks[0].checklist;
  const auto library = sound(checklist_xml(checklist), "house.xml");
  ASSERT_THAT(library.frameworks, SizeIs(1));
  EXPECT_EQ(checklist_xml(library.frameworks[0].checklist), checklist_xml(checklist));
  EXPECT_EQ(library.frameworks[0].assessable, 3);
}

} // namespace
