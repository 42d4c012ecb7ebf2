#pragma once

#include "tests/page/witness.hpp"

#include <array>
#include <cstdlib>
#include <string>

namespace tests {

/// A page as poppler draws it, one pixel a point.
struct Rendered {
  int width = 0, height = 0;
  std::string samples;

  std::array<int, 3> at(int x, int y) const {
    const auto start = 3 * (static_cast<std::size_t>(y) * static_cast<std::size_t>(width) + static_cast<std::size_t>(x));
    return {static_cast<unsigned char>(samples.at(start)), static_cast<unsigned char>(samples.at(start + 1)),
            static_cast<unsigned char>(samples.at(start + 2))};
  }
};

inline Rendered rendered(const std::string& pdf, int page = 1) {
  const auto number = std::to_string(page);
  FILE* const pipe = ::popen(("pdftoppm -r 72 -aa no -cropbox -f " + number + " -l " + number + " " + quoted(pdf)).c_str(), "r");
  Rendered out;
  int depth = 0;
  if (std::fscanf(pipe, "P6 %d %d %d", &out.width, &out.height, &depth) == 3) {
    std::fgetc(pipe);
    out.samples.resize(3u * static_cast<std::size_t>(out.width) * static_cast<std::size_t>(out.height));
    out.samples.resize(std::fread(out.samples.data(), 1, out.samples.size(), pipe));
  }
  ::pclose(pipe);
  return out;
}

} // namespace tests
