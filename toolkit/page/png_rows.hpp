#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace hdskit::page {

/// What the head of a PNG file says (ISO/IEC 15948).
struct PngHead {
  int width = 0, height = 0;
  int bits = 8;     ///< of one sample
  int channels = 3; ///< 1 grey, 3 colour, without transparency
  bool palette = false;
  bool transparent = false; ///< an alpha channel or a transparent colour
  bool interlaced = false;
  double dpi = 0; ///< 0: not told
};

/// Reads a PNG row after row with libpng: 8 bits a sample, grey or RGB, transparency laid on white, palette resolved.
/// Throws Problem bad_input for what is truncated or damaged. An interlaced image is held whole, so it may have 100 million bytes at most.
class PngRows {
public:
  PngRows(std::string_view bytes, const std::string& name);
  ~PngRows();

  const PngHead& head() const;
  std::optional<std::string_view> next(); ///< a row, valid until the next call; nothing after the last, once the end of the file has been checked

private:
  struct State;
  std::unique_ptr<State> state_;
};

} // namespace hdskit::page
