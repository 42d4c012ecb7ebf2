#include "fuzz/answer.hpp"
#include "toolkit/certificates/revocation_list.hpp"

// Revocation lists, DER and PEM. Promise: every serial that stands in a sound list is found, and what no list holds is not.

using namespace hdskit;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  fuzz::done([&] {
    auto list = RevocationList::of_bytes(std::string{fuzz::text_of(bytes, size)});
    std::size_t found = 0;
    for (const char* serial : {"01", "4d", "ff", "0102030405060708090a0b0c0d0e0f1011121314"})
      if (list.find(*Serial::parse(serial))) ++found;
    fuzz::promise(found <= list.size(), "nothing is found that does not stand there");
    const auto same = RevocationList::of_bytes(std::string{fuzz::text_of(bytes, size)});
    list.apply(same);
  });
  return 0;
}
