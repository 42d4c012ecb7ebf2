#include "toolkit/verification/content_look.hpp"

#include "toolkit/verification/byte_counts.hpp"
#include "toolkit/verification/known_formats.hpp"

#include <algorithm>

namespace hdskit {
namespace {

// The shares of docs/decisions/0009 were measured with these.
constexpr std::size_t start_length = 8 << 10, window_length = 4 << 10;
constexpr double start_chi_squared = 330, window_chi_squared = 340, window_entropy = 7.94;
constexpr std::uint64_t window_percents[] = {25, 50, 75, 95};
constexpr std::uint64_t worth_windows = 32 << 10; // smaller, they would lie in the start or in one another
constexpr std::size_t zero_run = 64 << 10;

/// Letters, not bytes of control: a page of text, in whatever alphabet, is not what encryption makes.
bool is_text(std::string_view bytes) {
  return std::none_of(bytes.begin(), bytes.end(),
                      [](char c) { return static_cast<unsigned char>(c) < ' ' && c != '\n' && c != '\r' && c != '\t' && c != '\f'; });
}

std::size_t zeros_at_the_end(std::string_view bytes) {
  const auto last = bytes.find_last_not_of('\0');
  return last == std::string_view::npos ? bytes.size() : bytes.size() - last - 1;
}

/// Whether there are zero_run zeros in a row. Looks only at the byte where such a run would have to end, and back from there: one byte in 64 KiB as a rule.
bool has_zero_run(std::string_view bytes) {
  std::size_t begin = 0;
  while (begin + zero_run <= bytes.size()) {
    const auto zeros = zeros_at_the_end(bytes.substr(begin, zero_run));
    if (zeros == zero_run) return true;
    begin += zero_run - zeros;
  }
  return false;
}

} // namespace

ContentWatch::ContentWatch(std::uint64_t size)
    : size_{size}, start_{0, static_cast<std::size_t>(std::min<std::uint64_t>(size, start_length)), {}}, at_window_{size < worth_windows ? windows : 0} {}

/// The whole window once its last bytes have come; "" before and after.
std::string_view ContentWatch::completed(Window& window, std::string_view bytes) const {
  const auto end = window.begin + window.length, after = seen_ + bytes.size();
  if (after <= window.begin || seen_ >= end) return {};
  const auto from = static_cast<std::size_t>(std::max(window.begin, seen_) - seen_), to = static_cast<std::size_t>(std::min(end, after) - seen_);
  const auto part = bytes.substr(from, to - from);
  if (part.size() == window.length) return part;
  window.gathered += part;
  return window.gathered.size() == window.length ? std::string_view{window.gathered} : std::string_view{};
}

void ContentWatch::see(std::string_view bytes) {
  if (bytes.empty()) return;
  if (seen_ < start_length) see_start(bytes);
  if (at_window_ < windows) see_windows(bytes);
  if (!zeros_) see_zeros(bytes);
  seen_ += bytes.size();
}

void ContentWatch::see_start(std::string_view bytes) {
  const auto start = completed(start_, bytes);
  if (start.empty()) return;
  const auto format = known_format(start);
  known_ = format != KnownFormat::none;
  if (format == KnownFormat::compressed) at_window_ = windows;
  start_random_ = !known_ && is_random(start, start_chi_squared) && !is_text(start);
}

/// One window that is not random tells enough.
void ContentWatch::see_windows(std::string_view bytes) {
  while (at_window_ < windows) {
    window_.begin = std::min(size_ / 100 * window_percents[at_window_], size_ - window_length);
    window_.length = window_length;
    const auto window = completed(window_, bytes);
    if (window.empty()) return;
    const bool random = is_random(window, window_chi_squared) && entropy_of(window) > window_entropy;
    window_.gathered.clear();
    ++at_window_;
    middle_random_ = random && at_window_ == windows;
    if (!random) at_window_ = windows;
  }
}

void ContentWatch::see_zeros(std::string_view bytes) {
  const auto first = bytes.find_first_not_of('\0');
  zeros_in_a_row_ += first == std::string_view::npos ? bytes.size() : first;
  zeros_ = zeros_in_a_row_ >= zero_run;
  if (first == std::string_view::npos) return;
  zeros_ = zeros_ || has_zero_run(bytes.substr(first));
  zeros_in_a_row_ = zeros_at_the_end(bytes);
}

ContentLook ContentWatch::look() const {
  if (seen_ == 0) return ContentLook::unseen;
  if (start_random_ || middle_random_) return ContentLook::scrambled;
  if (zeros_) return ContentLook::zeros;
  return known_ ? ContentLook::known : ContentLook::ordinary;
}

} // namespace hdskit
