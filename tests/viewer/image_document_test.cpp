#include "gui/viewer/image_document.hpp"
#include "tests/support/workspaces.hpp"

#include <gmock/gmock.h>

using namespace hdskit;
using namespace hdskit::gui;

namespace {

const std::filesystem::path annexes = std::filesystem::path{TESTS_DIR} / "fixtures" / "annexes";

std::string bytes_of(const char* name) { return read_file(annexes / name); }

TEST(ImageDocument, shows_every_sound_kind_at_its_own_size) {
  for (const auto* name : {"rgb.png", "alpha.png", "depth_16.png", "grey_1_bit.png", "grey_alpha.png", "interlaced.png", "palette.png",
                           "palette_transparent.png", "rgb.jpg", "grey.jpg", "cmyk.jpg", "progressive.jpg"}) {
    ImageDocument image{bytes_of(name), name};
    const auto size = image.page_size(0);
    const auto picture = image.draw(0, 96.0 / 72.0);
    EXPECT_NEAR(picture.width, size.width * 96 / 72, 1) << name;
    EXPECT_EQ(picture.rgb.size(), 3u * static_cast<std::size_t>(picture.width) * static_cast<std::size_t>(picture.height)) << name;
    const bool of_one_colour = picture.rgb == std::vector<std::uint8_t>(picture.rgb.size(), picture.rgb[0]);
    EXPECT_EQ(of_one_colour, std::string_view{name} == "grey.jpg") << name;
  }
}

TEST(ImageDocument, shows_the_same_image_with_inks_as_with_light) {
  ImageDocument inks{bytes_of("cmyk.jpg"), "cmyk"}, light{bytes_of("rgb.jpg"), "rgb"};
  const auto mean = [](ImageDocument& image) {
    double sum = 0;
    const auto picture = image.draw(0, 1);
    for (const auto value : picture.rgb) sum += value;
    return sum / static_cast<double>(picture.rgb.size());
  };
  EXPECT_NEAR(mean(inks), mean(light), 60) << "a negative would be far off";
}

TEST(ImageDocument, draws_smaller_and_larger_within_the_limits) {
  ImageDocument image{bytes_of("rgb.png"), "rgb"};
  const auto small = image.draw(0, 0.2), large = image.draw(0, 1e6);
  EXPECT_LT(small.width, large.width);
  EXPECT_LE(static_cast<double>(large.width) * large.height, most_pixels * 1.01);
}

TEST(ImageDocument, refuses_what_is_damaged_and_what_is_too_large) {
  EXPECT_EQ(tests::problem_of([] { ImageDocument(bytes_of("truncated.png"), "truncated.png"); }).kind(), ProblemKind::damaged);
  EXPECT_EQ(tests::problem_of([] { ImageDocument("\xff\xd8\xff", "tete"); }).kind(), ProblemKind::damaged);
  const auto problem = tests::problem_of([] { ImageDocument(bytes_of("too_wide.png"), "too_wide.png"); });
  EXPECT_NE(problem.kind(), ProblemKind::cancelled);
  EXPECT_THAT(problem.what(), testing::HasSubstr("too_wide.png"));
}

/// The head of a JPEG that claims 19,000 pixels a side, and nothing after it.
TEST(ImageDocument, does_not_decode_at_full_size_what_a_head_claims) {
  auto bytes = bytes_of("progressive.jpg");
  const auto frame = bytes.find("\xff\xc2");
  ASSERT_NE(frame, std::string::npos);
  const std::string side{'\x4a', '\x38'}; // 19,000
  bytes.replace(frame + 5, 4, side + side);
  const auto problem = tests::problem_of([&] { ImageDocument(bytes, "geant.jpg"); });
  EXPECT_EQ(problem.kind(), ProblemKind::bad_input) << problem.what();
}

} // namespace
