#pragma once

#include "toolkit/frameworks/library_reader.hpp"

#include <gmock/gmock.h>

namespace tests {

inline std::string listing(const std::vector<hdskit::MarkupDefect>& defects) {
  std::string text;
  for (const auto& defect : defects) text += std::to_string(defect.line) + ": " + defect.sentence + "\n";
  return text;
}

inline auto finding(int line, const std::string& part) {
  return testing::AllOf(testing::Field(&hdskit::MarkupDefect::line, line), testing::Field(&hdskit::MarkupDefect::sentence, testing::HasSubstr(part)));
}

/// The library in `text`, which must be sound.
inline hdskit::FrameworkLibrary sound(const std::string& text, const std::string& file = "library.yaml") {
  auto library = hdskit::read_library(text, file);
  EXPECT_EQ(listing(library.defects), "");
  return library;
}

} // namespace tests
