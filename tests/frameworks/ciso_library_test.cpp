#include "tests/frameworks/findings.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/requirements/checklist_reader.hpp"
#include "toolkit/requirements/checklist_writer.hpp"

namespace {

using namespace hdskit;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;
using tests::finding;
using tests::listing;
using tests::sound;

const std::string head = "urn: urn:tester:risk:library:garden\nlocale: en\nref_id: garden\nname: Garden\nversion: 3\nprovider: The gardeners\n"
                         "publication_date: 2025-04-01\nobjects:\n";

const std::string nodes = R"(    requirement_nodes:
    - urn: urn:tester:risk:req_node:garden:a
      assessable: false
      depth: 1
      ref_id: A
      name: Fences
      description: What stands around.
      translations:
        fr: {name: Clôtures}
    - urn: urn:tester:risk:req_node:garden:[a.1]
      assessable: true
      depth: 2
      parent_urn: urn:tester:risk:req_node:garden:a
      ref_id: [A.1]
      name: "Each gate is \xE9troit"
      description: >-
        Gates close
        by themselves.
      typical_evidence: |
        - photographs
        - invoice
      annotation: Look twice.
      implementation_groups: [basic]
      translations:
        fr: {name: Chaque porte ferme, description: Elles ferment seules.}
    - urn: urn:tester:risk:req_node:garden:a.1
      assessable: true
      parent_urn: urn:tester:risk:req_node:garden:[a.1]
      description: No hole is wider than a cat. Cats agree.
)";
const std::string framework_head = "    urn: urn:tester:risk:framework:garden\n    ref_id: GARDEN\n    name: Garden rules\n";
const std::string garden = head + "  framework:\n" + framework_head + nodes;

std::string as_list(const std::string& object) {
  auto text = replaced(object, "\n    ", "\n      ");
  text.replace(0, 4, "    - "); // the first field
  while (text.ends_with(' ')) text.pop_back();
  return text;
}

TEST(CisoLibrary, becomes_a_checklist_of_the_house) {
  const auto library = sound(garden);
  ASSERT_THAT(library.frameworks, SizeIs(1));
  const auto& framework = library.frameworks[0];
  EXPECT_EQ(framework.requirements, 3);
  EXPECT_EQ(framework.assessable, 2);
  EXPECT_EQ(framework.source, "urn:tester:risk:framework:garden");
  const auto& checklist = framework.checklist;
  EXPECT_EQ(checklist.id, "tester-garden");
  EXPECT_EQ(checklist.version, "3");
  EXPECT_EQ(checklist.publisher, "The gardeners");
  EXPECT_EQ(checklist.published, Date::of(2025, 4, 1));
  ASSERT_THAT(checklist.items, SizeIs(2));
  const auto& gate = checklist.items[0];
  EXPECT_EQ(gate.id, "tester-garden-a.1");
  EXPECT_EQ(gate.source, "urn:tester:risk:req_node:garden:[a.1]") << "the foreign name is never rewritten";
  EXPECT_EQ(gate.number, "[A.1]") << "what YAML takes for a list is the text that was meant";
  EXPECT_EQ(gate.title.english, "Each gate is étroit");
  EXPECT_EQ(gate.title.french, "Chaque porte ferme");
  EXPECT_EQ(gate.wording.english, "Gates close by themselves.\n\nLook twice.");
  EXPECT_EQ(gate.wording.french, "Elles ferment seules.");
  ASSERT_THAT(gate.evidence, SizeIs(2));
  EXPECT_EQ(gate.evidence[1].label.french, "invoice") << "a language that is missing takes the other";
  EXPECT_FALSE(gate.evidence[0].mandatory);
  const auto& hole = checklist.items[1];
  EXPECT_EQ(hole.id, "tester-garden-a.1-2") << "two names that give one id";
  EXPECT_EQ(hole.part_of, gate.id);
  EXPECT_EQ(hole.title.english, "No hole is wider than a cat");
  ASSERT_THAT(checklist.obligations, SizeIs(1));
  EXPECT_EQ(checklist.obligations[0].title.french, "A Clôtures");
  EXPECT_EQ(checklist.obligations[0].wording.english, "What stands around.");
  ASSERT_THAT(checklist.forms, SizeIs(1));
  EXPECT_THAT(checklist.forms[0].sections[0].items, ElementsAre(gate.id, hole.id));
  EXPECT_THAT(library.notes, IsEmpty()) << listing(library.notes);
}

TEST(CisoLibrary, reads_back_equal_in_the_house_format) {
  const auto library = sound(garden);
  const auto xml = checklist_xml(library.frameworks[0].checklist);
  const auto reading = read_checklist(xml);
  ASSERT_TRUE(reading.checklist) << listing(reading.defects);
  EXPECT_EQ(checklist_xml(*reading.checklist), xml);
}

TEST(CisoLibrary, may_hold_lists_of_objects) {
  const auto first = as_list(framework_head + nodes);
  const auto second = replaced(first, "garden", "orchard");
  for (const std::string member : {"framework", "frameworks"}) {
    const auto library = sound(head + "  " + member + ":\n" + first + second);
    ASSERT_THAT(library.frameworks, SizeIs(2)) << member;
    EXPECT_EQ(library.frameworks[1].checklist.id, "tester-orchard");
  }
}

TEST(CisoLibrary, in_french_is_french) {
  const auto library = sound(replaced(garden, "locale: en", "locale: fr"));
  EXPECT_EQ(library.frameworks[0].checklist.items[0].title.french, "Each gate is étroit");
}

TEST(CisoLibrary, in_another_language_is_better_than_nothing) {
  const auto library = sound(replaced(garden, "locale: en", "locale: de"));
  const auto& item = library.frameworks[0].checklist.items[0];
  EXPECT_EQ(item.title.english, "Each gate is étroit");
  EXPECT_EQ(item.title.french, "Chaque porte ferme");
}

TEST(CisoLibrary, says_what_it_passes_over) {
  const auto library = sound(garden + "      colour: green\n  threats:\n  - urn: urn:x\n  - urn: urn:y\n  reference_controls:\n  - urn: urn:z\nextra: 1\n");
  EXPECT_THAT(library.notes, ElementsAre(finding(42, "“colour”"), finding(44, "“threats” is passed over (2)"),
                                         finding(47, "“reference_controls” is passed over (1)"), finding(48, "“extra”")))
      << listing(library.notes);
}

const std::string mappings = R"(    urn: urn:tester:risk:req_mapping_set:garden-to-garden
    name: From garden to garden
    source_framework_urn: urn:tester:risk:framework:garden
    target_framework_urn: URN:TESTER:risk:framework:garden
    requirement_mappings:
    - {source_requirement_urn: 'urn:tester:risk:req_node:garden:[A.1]', target_requirement_urn: 'urn:tester:risk:req_node:garden:a.1', relationship: equal}
    - {source_requirement_urn: 'urn:tester:risk:req_node:garden:a.1', target_requirement_urn: 'urn:tester:risk:req_node:garden:a.1', relationship: subset, strength_of_relationship: 5}
    - {source_requirement_urn: 'urn:tester:risk:req_node:garden:a.1', target_requirement_urn: 'urn:tester:risk:req_node:garden:a.1', relationship: superset, annotation: why}
    - {source_requirement_urn: 'urn:tester:risk:req_node:garden:a.1', target_requirement_urn: 'urn:tester:risk:req_node:garden:a.1', relationship: intersect, rationale: semantic}
    - {source_requirement_urn: 'urn:tester:risk:req_node:garden:a.1', target_requirement_urn: 'urn:tester:risk:req_node:garden:a.1', relationship: not_related}
)";

TEST(CisoLibrary, has_mapping_sets_in_singular_and_plural) {
  for (const auto& text :
       {"  requirement_mapping_set:\n" + mappings, "  requirement_mapping_set:\n" + as_list(mappings), "  requirement_mapping_sets:\n" + as_list(mappings)}) {
    const auto library = sound(garden + text);
    ASSERT_THAT(library.mappings, SizeIs(1)) << text;
    const auto& pairs = library.mappings[0].pairs;
    ASSERT_THAT(pairs, SizeIs(4)) << "what is not related is left out";
    EXPECT_EQ(pairs[0].strength, MappingStrength::equal);
    EXPECT_EQ(pairs[1].strength, MappingStrength::covered) << "a subset of the target: the target asks more";
    EXPECT_EQ(pairs[2].strength, MappingStrength::covers);
    EXPECT_EQ(pairs[2].note, "why");
    EXPECT_EQ(pairs[3].strength, MappingStrength::overlaps);
    EXPECT_THAT(library.notes, SizeIs(1)) << listing(library.notes);
  }
}

const std::string matrix = R"(    urn: urn:tester:risk:matrix:two-by-three
    ref_id: two-by-three
    name: Two by three
    probability:
    - {id: 0, abbreviation: L, name: Seldom, description: Once in ten years, translations: {fr: {name: Rare}}}
    - {id: 1, abbreviation: H, name: Often}
    impact:
    - {abbreviation: L, name: Small}
    - {abbreviation: M, name: Large}
    - {abbreviation: H, name: Huge}
    risk:
    - {id: 0, abbreviation: L, name: Low, hexcolor: '#00FF00'}
    - {id: 1, abbreviation: H, name: High, hexcolor: '#FF0000'}
    grid:
    - [0, 0, 1]
    - - 0
      - 1
      - 1
)";

TEST(CisoLibrary, has_risk_matrices_in_singular_and_plural) {
  for (const auto& text : {"  risk_matrix:\n" + matrix, "  risk_matrix:\n" + as_list(matrix), "  risk_matrices:\n" + as_list(matrix)}) {
    const auto library = sound(head + text);
    ASSERT_THAT(library.matrices, SizeIs(1)) << text;
    const auto& scale = library.matrices[0];
    EXPECT_EQ(scale.id, "tester-two-by-three");
    EXPECT_THAT(scale.matrix, ElementsAre(ElementsAre(1, 1, 2), ElementsAre(1, 2, 2)));
    EXPECT_EQ(scale.likelihood[0].french, "Rare");
    EXPECT_EQ(scale.gravity[2].english, "Huge");
    EXPECT_EQ(parse_scale(text_of(scale), "again"), scale) << "risk scale --set takes it";
  }
}

struct Broken {
  const char* name;
  std::string text;
  std::vector<std::pair<int, const char*>> defects;
};
class BrokenCisoLibrary : public testing::TestWithParam<Broken> {};

TEST_P(BrokenCisoLibrary, is_refused_with_all_defects) {
  const auto library = read_library(GetParam().text, "broken.yaml");
  std::vector<testing::Matcher<MarkupDefect>> expected;
  for (const auto& [line, part] : GetParam().defects) expected.push_back(finding(line, part));
  EXPECT_THAT(library.defects, testing::ElementsAreArray(expected)) << listing(library.defects);
}

const std::string node_a = "urn:tester:risk:req_node:garden:a";

INSTANTIATE_TEST_SUITE_P(
    all, BrokenCisoLibrary,
    testing::Values(
        Broken{"parents_in_a_circle", replaced(garden, "      depth: 1\n", "      parent_urn: urn:tester:risk:req_node:garden:a.1\n"), {{14, "in a circle"}}},
        Broken{"a_node_above_itself", replaced(garden, "      depth: 1\n", "      parent_urn: " + node_a + "\n"), {{14, "in a circle"}}},
        Broken{"a_duplicate_id", replaced(garden, "garden:a.1\n      assessable", "garden:[A.1]\n      assessable"), {{38, "first in line 22"}}},
        Broken{"an_orphan_node", replaced(garden, "parent_urn: " + node_a + "\n", "parent_urn: urn:gone\n"), {{22, "“urn:gone”"}}},
        Broken{"three_defects_at_once",
               replaced(replaced(replaced(garden, "      description: No hole is wider than a cat. Cats agree.\n", ""), "parent_urn: " + node_a + "\n",
                                 "parent_urn: urn:gone\n"),
                        "    name: Garden rules\n", ""),
               {{10, "has no name"}, {21, "“urn:gone”"}, {37, "neither a name nor a description"}}},
        Broken{"a_node_without_urn", replaced(garden, "- urn: urn:tester:risk:req_node:garden:a.1\n      assess", "- assess"), {{38, "lacks the field “urn”"}}},
        Broken{"nothing_to_assess", replaced(garden, "assessable: true", "assessable: false"), {{10, "asks for nothing"}}},
        Broken{"a_strange_flag", replaced(garden, "assessable: true\n      depth", "assessable: perhaps\n      depth"), {{23, "true or false"}}},
        Broken{"nodes_that_are_texts",
               head + "  framework:\n" + framework_head + "    requirement_nodes: [a, b]\n",
               {{10, "asks for nothing"}, {13, "object"}, {13, "object"}}},
        Broken{"no_objects", "urn: urn:x\nname: y\n", {{1, "“objects” is missing"}}}, Broken{"a_list", "- a\n", {{1, "no library of CISO Assistant"}}},
        Broken{"an_unknown_relationship",
               garden + "  requirement_mapping_set:\n" + replaced(mappings, "relationship: equal", "relationship: cousin"),
               {{48, "cousin"}}},
        Broken{"a_grid_of_another_size", head + "  risk_matrix:\n" + replaced(matrix, "[0, 0, 1]", "[0, 0]"), {{24, "one cell an impact: 3"}}},
        Broken{"a_level_that_is_not_there", head + "  risk_matrix:\n" + replaced(matrix, "[0, 0, 1]", "[0, 0, 2]"), {{24, "“2”"}}},
        Broken{"a_matrix_that_falls", head + "  risk_matrix:\n" + replaced(matrix, "[0, 0, 1]", "[1, 0, 1]"), {{10, "falls from 2 to 1"}}},
        Broken{"levels_out_of_order",
               head + "  risk_matrix:\n" + replaced(matrix, "id: 1, abbreviation: H, name: Often", "id: 5, name: Often"),
               {{15, "0, 1, 2"}}}),
    [](const auto& of) { return std::string{of.param.name}; });

TEST(CisoLibrary, of_fifty_megabytes_is_refused_with_a_sentence) {
  const auto library = read_library(garden + std::string(50u << 20, '\n'), "large.yaml");
  EXPECT_THAT(library.defects, ElementsAre(finding(0, "32 MiB")));
  EXPECT_THAT(library.frameworks, IsEmpty());
}

TEST(CisoLibrary, with_a_byte_order_mark_is_read_and_in_windows_1252_refused) {
  sound("\xEF\xBB\xBF" + garden);
  EXPECT_THAT(read_library(replaced(garden, "Garden rules", "R\xE8gles"), "old.yaml").defects, ElementsAre(finding(12, "not UTF-8")));
}

TEST(CisoLibrary, may_hang_each_node_under_the_one_before) {
  std::string text = head + "  framework:\n" + framework_head + "    requirement_nodes:\n";
  for (int i = 0; i < 20'000; ++i) {
    text += "    - {urn: 'urn:t:r:n:g:" + std::to_string(i) + "', name: N, assessable: true";
    if (i > 0) text += ", parent_urn: 'urn:t:r:n:g:" + std::to_string(i - 1) + "'";
    text += "}\n";
  }
  const auto library = sound(text);
  EXPECT_EQ(library.frameworks[0].assessable, 20'000);
  EXPECT_EQ(library.frameworks[0].checklist.requirement_count(), 1u);
}

} // namespace
