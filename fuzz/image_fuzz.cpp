#include "fuzz/answer.hpp"
#include "toolkit/page/pdf_image.hpp"

// PNG and JPEG files of whatever origin. Promise: what is embedded has a size that was accepted.

using namespace hdskit;
using namespace hdskit::page;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  static const ScratchFolder folder; // scripts/fuzz.sh lays it into memory
  const auto image = fuzz::text_of(bytes, size);
  ImageSize found;
  const bool sized = fuzz::done([&] { found = image_size(image, "foreign"); });
  if (sized)
    fuzz::promise(found.width > 0 && found.width <= 20'000 && found.height > 0 && found.height <= 20'000 && found.dpi > 0, "the size is one that can be drawn");
  const bool embedded = fuzz::done([&] {
    PdfFile file{folder.path() / "image.pdf"}; // never finished: it vanishes
    write_image(file, image, "foreign");
  });
  fuzz::promise(sized || !embedded, "what is embedded has a size");
  return 0;
}
