#include "gui/presenter/access_anchors.hpp"

#include "gui/presenter/access_words.hpp"
#include "tests/presenter/access_setting.hpp"

#include <gtest/gtest.h>

using namespace hdskit;
using namespace hdskit::gui;
using testing::HasSubstr;

namespace {

const std::string fingerprint = "1f0a22b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d5e6f708192a3b4c5d6e7f";

OfferedAnchor offered() {
  OfferedAnchor one;
  one.subject = "C = FR, O = ASIP-SANTE, CN = AC RACINE IGC-SANTE FORT";
  one.fingerprint = fingerprint;
  return one;
}

std::string fault(const OfferedAnchor& one, const std::string& typed, const std::string& name = "ACR-FO", bool accept_test = false) {
  return anchor_fault(tests::empty_access(), one, {name, typed, accept_test});
}

TEST(AccessAnchors, show_fingerprints_as_authorities_publish_them) {
  EXPECT_EQ(grouped_fingerprint("1f0a22b3c4"), "1F0A 22B3 C4");
  EXPECT_EQ(grouped_fingerprint(""), "");
}

TEST(AccessAnchors, are_trusted_only_for_the_fingerprint_that_was_published) {
  EXPECT_EQ(fault(offered(), fingerprint), "");
  EXPECT_EQ(fault(offered(), grouped_fingerprint(fingerprint)), "");
  EXPECT_NE(fault(offered(), ""), "");
  EXPECT_THAT(fault(offered(), fingerprint.substr(1)), HasSubstr("63"));
  auto other = fingerprint;
  other.back() = '0';
  EXPECT_THAT(fault(offered(), other), HasSubstr("not the fingerprint"));
  EXPECT_NE(fault(offered(), fingerprint, " "), "") << "no name";
}

TEST(AccessAnchors, of_a_test_hierarchy_have_to_be_wanted) {
  auto test = offered();
  test.test_hierarchy = true;
  EXPECT_NE(fault(test, fingerprint), "");
  EXPECT_EQ(fault(test, fingerprint, "ACR-TEST", true), "");
  EXPECT_THAT(tests::told(offered_sentences(test)), HasSubstr("test hierarchy"));
}

TEST(AccessAnchors, that_are_closed_or_known_are_not_imported) {
  auto closed = offered();
  closed.legacy = true;
  EXPECT_NE(fault(closed, fingerprint), "");
  auto known = offered();
  known.known_as = "ACR-FO";
  EXPECT_NE(fault(known, fingerprint, "other"), "");
  auto map = tests::empty_access();
  TrustAnchor anchor;
  anchor.reference = "ACR-FO";
  map.records.anchors = {anchor};
  EXPECT_NE(anchor_fault(map, offered(), {"acr-fo", fingerprint, false}), "") << "the name is taken";
}

TEST(AccessAnchors, begin_with_the_name_in_the_certificate) {
  EXPECT_EQ(proposed_name(offered()), "AC-RACINE-IGC-SANTE-FORT");
  OfferedAnchor nameless;
  nameless.subject = "O = somebody";
  EXPECT_EQ(proposed_name(nameless), "");
}

TEST(AccessAnchors, say_what_to_do_while_none_is_trusted) { EXPECT_THAT(anchors_sentence(tests::empty_access()).text, HasSubstr("Import")); }

} // namespace
