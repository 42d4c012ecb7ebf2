#include "toolkit/page/annex_copy.hpp"

#include "tests/page/rendered.hpp"
#include "tests/page/sample_pdf.hpp"
#include "tests/support/golden.hpp"
#include "toolkit/base/problem.hpp"

#include <gmock/gmock.h>

namespace hdskit::page {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

std::filesystem::path annex(const std::string& name) { return std::filesystem::path{TESTS_DIR} / "fixtures" / "annexes" / name; }

/// A dossier that holds one annex and nothing else; each page stamped green at the bottom left of what a reader sees.
struct Dossier {
  ScratchFolder folder;
  std::string pdf = (folder.path() / "dossier.pdf").string();
  std::vector<std::pair<double, double>> sizes;

  explicit Dossier(const std::filesystem::path& file) {
    PdfFile out{pdf};
    PdfFonts fonts;
    const int pages = out.reserve();
    const auto overlay = [&](double width, double height, int page) {
      sizes.emplace_back(width, height);
      const auto text = tests::shown(fonts, tests::sans, "Annexe 7, page " + std::to_string(page), 12, 40, 14);
      return Overlay{"0 0.8 0 rg 0 0 30 12 re f 0 g " + text, fonts.resources(out)};
    };
    std::string kids;
    const auto copied = copy_annex(out, file, file.filename().string(), pages, overlay);
    for (const int page : copied) kids += pdf_reference(page) + " ";
    out.write(pages, "<< /Type /Pages /Count " + std::to_string(copied.size()) + " /Kids [" + kids + "] >>");
    fonts.write(out);
    out.finish(out.add("<< /Type /Catalog /Pages " + pdf_reference(pages) + " >>"), 0);
  }
};

std::string refusal_of(const std::filesystem::path& file) {
  const auto name = file.filename().string();
  std::string inspected = "accepted", copied = "accepted";
  try {
    inspect_annex(file, name);
  } catch (const Problem& problem) { inspected = problem.what(); }
  try {
    Dossier dossier{file};
  } catch (const Problem& problem) {
    EXPECT_EQ(problem.kind(), ProblemKind::bad_input);
    EXPECT_EQ(problem.subject(), name);
    EXPECT_FALSE(problem.remedy().empty());
    copied = problem.what();
  }
  EXPECT_TRUE(inspected == copied || inspected == "accepted") << inspected << " / " << copied; // some damage shows only when streams are read
  return copied;
}

const std::array<int, 3> green{0, 204, 0}, white{255, 255, 255};

TEST(AnnexCopy, text_stays_searchable_and_each_page_is_stamped) {
  const Dossier dossier{annex("plain.pdf")};
  const auto check = tests::qpdf_check(dossier.pdf);
  EXPECT_EQ(check.status, 0) << check.text;
  const auto text = tests::text_of(dossier.pdf);
  EXPECT_THAT(text,
              AllOf(HasSubstr("Politique premiere page"), HasSubstr("Politique seconde page"), HasSubstr("Annexe 7, page 1"), HasSubstr("Annexe 7, page 2")));
}

TEST(AnnexCopy, streams_are_the_same_byte_by_byte) {
  for (const std::string name : {"object_streams.pdf", "linearized.pdf"}) {
    const Dossier dossier{annex(name)};
    const auto contents = tests::run("qpdf --show-pages " + tests::quoted(annex(name).string()) + " | grep -v page | grep -o '[0-9]* 0 R$' | head -1").text;
    const auto raw =
        tests::run("qpdf --raw-stream-data --show-object=" + contents.substr(0, contents.find(' ')) + " " + tests::quoted(annex(name).string())).text;
    ASSERT_GT(raw.size(), 50u);
    EXPECT_TRUE(tests::read_bytes(dossier.pdf).find("stream\n" + raw + "\nendstream") != std::string::npos) << name;
  }
}

TEST(AnnexCopy, an_owner_password_does_not_keep_text_from_being_read) {
  for (const auto* name : {"owner_encrypted.pdf", "owner_encrypted_rc4.pdf"}) {
    const Dossier dossier{annex(name)};
    EXPECT_EQ(tests::qpdf_check(dossier.pdf).status, 0);
    EXPECT_THAT(tests::text_of(dossier.pdf), HasSubstr("Politique seconde page")) << name;
    EXPECT_THAT(tests::run("pdfinfo " + dossier.pdf).text, HasSubstr("Encrypted:       no"));
  }
}

TEST(AnnexCopy, the_stamp_is_upright_at_the_bottom_left_however_the_page_is_turned) {
  for (const auto* name : {"plain.pdf", "landscape.pdf", "rotated_90.pdf", "rotated_each_way.pdf", "cropped_box.pdf", "inherited_attributes.pdf",
                           "several_content_streams.pdf", "unbalanced_state.pdf"}) {
    const Dossier dossier{annex(name)};
    for (int page = 1; page <= static_cast<int>(dossier.sizes.size()); ++page) {
      const auto drawn = tests::rendered(dossier.pdf, page);
      ASSERT_GT(drawn.height, 100) << name;
      EXPECT_NEAR(drawn.width, dossier.sizes[static_cast<std::size_t>(page - 1)].first, 1) << name << page;
      EXPECT_NEAR(drawn.height, dossier.sizes[static_cast<std::size_t>(page - 1)].second, 1) << name << page;
      EXPECT_EQ(drawn.at(2, drawn.height - 3), green) << name << page;
      EXPECT_EQ(drawn.at(27, drawn.height - 9), green) << name << page;
      EXPECT_NE(drawn.at(2, drawn.height - 20), green) << name << page;
      EXPECT_NE(drawn.at(33, drawn.height - 3), green) << name << page;
    }
    EXPECT_THAT(tests::text_of(dossier.pdf), HasSubstr("Annexe 7, page 1")) << name;
  }
}

TEST(AnnexCopy, pages_look_as_they_did) {
  for (const auto* name : {"plain.pdf", "rotated_each_way.pdf", "cropped_box.pdf", "inherited_attributes.pdf", "several_content_streams.pdf"}) {
    const Dossier dossier{annex(name)};
    for (int page = 1; page <= static_cast<int>(dossier.sizes.size()); ++page) {
      const auto before = tests::rendered(annex(name).string(), page), after = tests::rendered(dossier.pdf, page);
      const auto above_stamp = 3u * static_cast<std::size_t>(before.width) * static_cast<std::size_t>(before.height - 40);
      ASSERT_GT(before.samples.size(), above_stamp);
      EXPECT_TRUE(before.samples.substr(0, above_stamp) == after.samples.substr(0, above_stamp)) << name << page;
    }
  }
}

TEST(AnnexCopy, a_page_in_larger_units_gets_a_stamp_of_the_same_size) {
  const Dossier dossier{annex("user_unit.pdf")}; // poppler does not know /UserUnit, so nothing is drawn here
  EXPECT_EQ(dossier.sizes.at(0), (std::pair<double, double>{594, 842}));
  EXPECT_THAT(tests::read_bytes(dossier.pdf), AllOf(HasSubstr("/Matrix [0.5 0 0 0.5 0 0]"), HasSubstr("/UserUnit 2")));
}

TEST(AnnexCopy, absurd_page_sizes_do_not_reach_the_dossier) {
  const Dossier dossier{annex("absurd_boxes.pdf")};
  EXPECT_EQ(tests::qpdf_check(dossier.pdf).status, 0);
  for (const auto& [width, height] : dossier.sizes) {
    EXPECT_EQ(width, 612);
    EXPECT_EQ(height, 792);
  }
}

TEST(AnnexCopy, a_filled_form_shows_its_values_as_page_content) {
  const Dossier dossier{annex("form_filled.pdf")};
  const auto text = tests::text_of(dossier.pdf);
  EXPECT_THAT(text, AllOf(HasSubstr("Signature Dupont"), HasSubstr("Valeur sans image"), HasSubstr("COCHEE")));
  EXPECT_THAT(text, Not(HasSubstr("VIDE")));
  EXPECT_THAT(text, Not(HasSubstr("INVISIBLE")));
  EXPECT_THAT(tests::read_bytes(dossier.pdf), AllOf(Not(HasSubstr("/Widget")), Not(HasSubstr("/AcroForm"))));
}

TEST(AnnexCopy, links_within_the_annex_and_to_the_web_are_kept_and_all_others_go) {
  const Dossier dossier{annex("links.pdf")};
  const auto bytes = tests::read_bytes(dossier.pdf);
  const auto count = [&bytes](std::string_view what) {
    int found = 0;
    for (auto at = bytes.find(what); at != std::string::npos; at = bytes.find(what, at + 1)) ++found;
    return found;
  };
  EXPECT_EQ(count("/Subtype /Link"), 5); // two pages, one URI, two names
  EXPECT_EQ(count("/S /URI"), 1);
  const auto pages = tests::run("qpdf --show-pages " + dossier.pdf + " | grep '^page' | grep -o '[0-9]* 0 R'").text; // "3 0 R\n4 0 R\n5 0 R\n"
  const auto second = pages.substr(pages.find('\n') + 1, pages.find('\n', pages.find('\n') + 1) - pages.find('\n') - 1);
  const auto third = pages.substr(pages.rfind('\n', pages.size() - 2) + 1, pages.size() - pages.rfind('\n', pages.size() - 2) - 2);
  EXPECT_THAT(bytes, HasSubstr("/Dest [" + second + " /XYZ 0 800 null]"));
  EXPECT_THAT(bytes, HasSubstr("/Dest [" + third + " /Fit]"));
  EXPECT_THAT(bytes, HasSubstr("/Dest [" + second + " /FitH 500]"));
  EXPECT_THAT(bytes, HasSubstr("/Dest [" + third + " /XYZ 10 20 1]"));
  for (const auto* left : {"JavaScript", "/Launch", "/GoToR", "javascript:", "/AA", "/StructParents", "attached secret", "/OpenAction"})
    EXPECT_THAT(bytes, Not(HasSubstr(left)));
}

TEST(AnnexCopy, mild_deviations_are_accepted) {
  EXPECT_EQ(inspect_annex(annex("shifted_offsets.pdf"), "a").pages, 1);
  const Dossier dossier{annex("shifted_offsets.pdf")};
  EXPECT_THAT(tests::text_of(dossier.pdf), HasSubstr("Table decalee"));
}

TEST(AnnexCopy, what_cannot_be_read_is_refused_in_a_sentence) {
  EXPECT_THAT(refusal_of(annex("truncated.pdf")), HasSubstr("“truncated.pdf” is truncated"));
  EXPECT_THAT(refusal_of(annex("end_missing.pdf")), HasSubstr("is truncated"));
  EXPECT_THAT(refusal_of(annex("needs_password.pdf")), HasSubstr("“needs_password.pdf” needs a password"));
  EXPECT_THAT(refusal_of(annex("not_a_pdf.pdf")), HasSubstr("neither a PDF nor"));
  EXPECT_THAT(refusal_of(annex("empty.pdf")), HasSubstr("neither a PDF nor"));
  EXPECT_THAT(refusal_of(annex("no_pages.pdf")), HasSubstr("has no page"));
  EXPECT_THAT(refusal_of(annex("cyclic_page_tree.pdf")), HasSubstr("its pages cannot be read"));
  EXPECT_THAT(refusal_of(annex("lost_object.pdf")), HasSubstr("is damaged"));
  EXPECT_THAT(refusal_of(annex("nesting_bomb.pdf")), HasSubstr("is damaged"));
  EXPECT_THAT(refusal_of(annex("truncated.png")), HasSubstr("is truncated"));
  EXPECT_THAT(refusal_of(annex("truncated.jpg")), HasSubstr("is truncated"));
}

TEST(AnnexCopy, a_file_that_is_not_there_is_said_to_be_missing) {
  try {
    inspect_annex("/nowhere/annex.pdf", "annex.pdf");
    FAIL();
  } catch (const Problem& problem) { EXPECT_EQ(problem.kind(), ProblemKind::not_found); }
}

TEST(AnnexCopy, images_become_a_page_as_they_lie) {
  EXPECT_EQ(inspect_annex(annex("rgb.jpg"), "rgb.jpg").kind, AnnexSummary::Kind::image);
  EXPECT_EQ(inspect_annex(annex("rgb.jpg"), "rgb.jpg").pages, 1);
  const Dossier lying{annex("rgb.jpg")}, upright{annex("rgb.png")};
  EXPECT_GT(lying.sizes.at(0).first, lying.sizes.at(0).second);
  EXPECT_LT(upright.sizes.at(0).first, upright.sizes.at(0).second);
  EXPECT_EQ(tests::qpdf_check(upright.pdf).status, 0);
  const auto drawn = tests::rendered(upright.pdf);
  EXPECT_EQ(drawn.at(3, drawn.height - 3), green);
  // 40 pixels at 150 dots per inch are 19 points, in the middle of the page.
  EXPECT_NE(drawn.at(drawn.width / 2, drawn.height / 2), white);
  EXPECT_EQ(drawn.at(drawn.width / 2 + 14, drawn.height / 2), white);
}

TEST(AnnexCopy, the_same_annex_gives_the_same_bytes) {
  const Dossier first{annex("form_filled.pdf")}, second{annex("form_filled.pdf")};
  EXPECT_EQ(tests::read_bytes(first.pdf), tests::read_bytes(second.pdf));
}

} // namespace
} // namespace hdskit::page
