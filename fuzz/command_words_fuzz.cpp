#include "fuzz/answer.hpp"
#include "toolkit/base/child_process.hpp"

// Command lines as people write them. Promise: words between quotes that cannot be misread give the same words again.

using namespace hdskit;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const auto text = fuzz::text_of(bytes, size);
  std::vector<std::string> words;
  if (!fuzz::done([&] { words = words_of_command(text); })) return 0;
  std::string again;
  for (const auto& word : words) again += " '" + replaced(word, "'", "'\\''") + "'";
  fuzz::promise(words_of_command(again) == words, "quoted words come back");
  return 0;
}
