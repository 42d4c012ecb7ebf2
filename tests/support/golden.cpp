#include "tests/support/golden.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace tests {

std::string read_bytes(const std::string& path) {
  std::ifstream in{path, std::ios::binary};
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

void expect_golden(const std::string& name, const std::string& actual) {
  const std::filesystem::path path = std::filesystem::path{TESTS_DIR} / "golden" / name;
  if (std::getenv("UPDATE_GOLDEN")) {
    std::filesystem::create_directories(path.parent_path());
    std::ofstream{path, std::ios::binary} << actual;
    ADD_FAILURE() << "updated " << path << "; read the diff, then run again without UPDATE_GOLDEN";
    return;
  }
  EXPECT_EQ(read_bytes(path.string()), actual) << "golden file " << path << "; run with UPDATE_GOLDEN=1, then read the diff";
}

} // namespace tests
