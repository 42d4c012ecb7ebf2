#include "fuzz/answer.hpp"
#include "toolkit/workspace/export_layout.hpp"

// The summary of an export from elsewhere. Promise: what is read is written and read back the same.

using namespace hdskit;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const auto json = fuzz::text_of(bytes, size);
  fuzz::done([&] {
    const auto manifest = parse_export_manifest(json, "foreign.json");
    fuzz::promise(parse_export_manifest(manifest_text(manifest), "again.json") == manifest, "a summary is the same after being written");
  });
  return 0;
}
