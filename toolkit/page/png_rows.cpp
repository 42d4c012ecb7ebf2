#include "toolkit/page/png_rows.hpp"

#include "toolkit/base/problem.hpp"
#include "toolkit/base/translate.hpp"

#include <cstring>
#include <new>
#include <png.h>
#include <vector>

namespace hdskit::page {
namespace {

constexpr std::size_t largest_interlaced = 100'000'000;

/// libpng leaves by longjmp, which skips destructors: between setjmp and the jump only what `work` calls may run, and it owns nothing.
template <typename Work> bool succeeds(png_structp png, const Work& work) {
  if (setjmp(png_jmpbuf(png))) return false;
  work();
  return true;
}

void lay_on_white(const std::string& row, std::string& out, std::size_t channels) {
  const auto pixels = row.size() / (channels + 1);
  out.resize(pixels * channels);
  for (std::size_t pixel = 0; pixel < pixels; ++pixel) {
    const unsigned alpha = static_cast<unsigned char>(row[pixel * (channels + 1) + channels]);
    for (std::size_t channel = 0; channel < channels; ++channel) {
      const unsigned sample = static_cast<unsigned char>(row[pixel * (channels + 1) + channel]);
      out[pixel * channels + channel] = static_cast<char>((sample * alpha + 255 * (255 - alpha) + 127) / 255);
    }
  }
}

} // namespace

struct PngRows::State {
  State() = default;
  ~State() { png_destroy_read_struct(&png, &information, nullptr); }
  State(const State&) = delete;
  State& operator=(const State&) = delete;

  png_structp png = nullptr;
  png_infop information = nullptr;
  std::string_view rest;
  std::string name;
  bool ended = false; ///< the bytes were used up before libpng had what it wanted
  PngHead head;
  std::string row, opaque;
  std::string whole; ///< of an interlaced image
  std::size_t row_size = 0;
  int at = 0;

  [[noreturn]] void refuse() const {
    if (ended)
      throw Problem{ProblemKind::bad_input, name, tr("The image “{1}” is truncated: its end is missing.", {name}),
                    tr("Scan or export it again, then add it again.")};
    throw Problem{ProblemKind::bad_input, name, tr("The image “{1}” is damaged.", {name}), tr("Scan or export it again, then add it again.")};
  }
  template <typename Work> void guard(const Work& work) {
    if (!succeeds(png, work)) refuse();
  }
  void read_head();
  void read_whole();
};

namespace {

// What libpng says of a fault helps nobody who scanned a page.
void on_error(png_structp png, png_const_charp) { png_longjmp(png, 1); }
void on_warning(png_structp, png_const_charp) {}

} // namespace

PngRows::PngRows(std::string_view bytes, const std::string& name) : state_{std::make_unique<State>()} {
  state_->rest = bytes;
  state_->name = name;
  state_->png = png_create_read_struct(PNG_LIBPNG_VER_STRING, nullptr, on_error, on_warning);
  if (state_->png) state_->information = png_create_info_struct(state_->png);
  if (!state_->information) throw std::bad_alloc{};
  png_set_read_fn(state_->png, state_.get(), [](png_structp png, png_bytep place, std::size_t count) {
    auto& state = *static_cast<State*>(png_get_io_ptr(png));
    if (count > state.rest.size()) {
      state.ended = true;
      png_error(png, "truncated");
    }
    std::memcpy(place, state.rest.data(), count);
    state.rest.remove_prefix(count);
  });
  state_->read_head();
}

PngRows::~PngRows() = default;

const PngHead& PngRows::head() const { return state_->head; }

void PngRows::State::read_head() {
  guard([this] { png_read_info(png, information); });
  head.width = static_cast<int>(png_get_image_width(png, information));
  head.height = static_cast<int>(png_get_image_height(png, information));
  head.bits = png_get_bit_depth(png, information);
  const auto kind = png_get_color_type(png, information);
  head.palette = kind == PNG_COLOR_TYPE_PALETTE;
  head.channels = (kind & PNG_COLOR_MASK_COLOR) ? 3 : 1;
  head.transparent = (kind & PNG_COLOR_MASK_ALPHA) || png_get_valid(png, information, PNG_INFO_tRNS);
  head.interlaced = png_get_interlace_type(png, information) != PNG_INTERLACE_NONE;
  head.dpi = png_get_x_pixels_per_meter(png, information) * 0.0254;
  guard([this] {
    png_set_expand(png);
    png_set_scale_16(png);
    png_set_interlace_handling(png);
    png_read_update_info(png, information);
    row_size = png_get_rowbytes(png, information);
  });
}

void PngRows::State::read_whole() {
  const auto size = row_size * static_cast<std::size_t>(head.height);
  if (size > largest_interlaced)
    throw Problem{ProblemKind::bad_input, name, tr("The image “{1}” is too large for an interlaced PNG.", {name}), tr("Save it again without interlacing.")};
  whole.resize(size);
  std::vector<png_bytep> rows;
  for (int y = 0; y < head.height; ++y) rows.push_back(reinterpret_cast<png_bytep>(whole.data()) + row_size * static_cast<std::size_t>(y));
  guard([this, &rows] { png_read_image(png, rows.data()); });
}

std::optional<std::string_view> PngRows::next() {
  auto& state = *state_;
  if (state.at == state.head.height) {
    state.guard([&state] { png_read_end(state.png, nullptr); });
    return std::nullopt;
  }
  if (state.head.interlaced) {
    if (state.whole.empty()) state.read_whole();
    state.row = state.whole.substr(state.row_size * static_cast<std::size_t>(state.at), state.row_size);
  } else {
    state.row.resize(state.row_size);
    state.guard([&state] { png_read_row(state.png, reinterpret_cast<png_bytep>(state.row.data()), nullptr); });
  }
  ++state.at;
  if (!state.head.transparent) return state.row;
  lay_on_white(state.row, state.opaque, static_cast<std::size_t>(state.head.channels));
  return state.opaque;
}

} // namespace hdskit::page
