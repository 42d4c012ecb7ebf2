#include "fuzz/framework_library_promises.hpp"

// A catalog of OSCAL in both formats. Promises: those of any library.

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const auto text = fuzz::text_of(bytes, size);
  fuzz::check_library(hdskit::read_library(text, text.starts_with('<') ? "foreign.xml" : "foreign.json"));
  return 0;
}
