#include "fuzz/framework_library_promises.hpp"
#include "toolkit/frameworks/yaml_reader.hpp"

// A library of CISO Assistant. Promises: those of any library, and that the YAML reader keeps its bounds.

using namespace hdskit;

namespace {

std::size_t values_in(const YamlValue& value, int depth) {
  fuzz::promise(depth <= yaml_depth_limit + 1, "no value is deeper than the limit");
  fuzz::promise(value.keys.empty() || value.keys.size() == value.entries.size(), "each key has its entry");
  std::size_t count = 1;
  for (const auto& entry : value.entries) count += values_in(entry, depth + 1);
  return count;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const auto text = fuzz::text_of(bytes, size);
  LibraryFindings findings{"foreign.yaml"};
  const auto root = read_yaml(text, findings);
  fuzz::promise(root || !findings.sound(), "a value, or defects");
  if (root) fuzz::promise(values_in(*root, 1) <= yaml_value_limit, "no more values than the limit");
  fuzz::check_library(read_library(text, "foreign.yaml"));
  return 0;
}
