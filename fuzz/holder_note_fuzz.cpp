#include "fuzz/answer.hpp"
#include "toolkit/base/file.hpp"
#include "toolkit/workspace/holder_note.hpp"

#include <fstream>

// The note that another machine may have left beside a workspace. Promise: it is told as text, or not at all.

using namespace hdskit;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  static const ScratchFolder folder; // scripts/fuzz.sh lays it into memory
  const auto workspace = folder.path() / "workspace.hds";
  std::ofstream{workspace.string() + ".holder", std::ios::binary | std::ios::trunc}.write(reinterpret_cast<const char*>(bytes),
                                                                                          static_cast<std::streamsize>(size));
  const auto holder = HolderNote{workspace}.holder();
  fuzz::promise(!holder || is_utf8(*holder), "a holder is told in UTF-8");
  return 0;
}
