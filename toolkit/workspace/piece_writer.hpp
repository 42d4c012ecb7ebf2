#pragma once

#include "toolkit/base/digest.hpp"

#include <cstdint>
#include <functional>
#include <string>

namespace hdskit {

/// Cuts whatever comes into pieces of the same size, so that equal bytes are always stored alike.
class PieceWriter {
public:
  explicit PieceWriter(std::function<void(std::int64_t number, std::string_view bytes)> put) : put_{std::move(put)} {}

  void take(std::string_view bytes) {
    sha_.update(bytes);
    size_ += bytes.size();
    while (!bytes.empty()) {
      const auto part = bytes.substr(0, piece_size - waiting_.size());
      waiting_ += part;
      bytes.remove_prefix(part.size());
      if (waiting_.size() == piece_size) put();
    }
  }

  Digest finish() { ///< once
    if (!waiting_.empty()) put();
    return sha_.finish();
  }
  std::uint64_t size() const { return size_; }

private:
  static constexpr std::size_t piece_size = 256u << 10;

  void put() {
    put_(number_++, waiting_);
    waiting_.clear();
  }

  std::function<void(std::int64_t, std::string_view)> put_;
  Sha256 sha_;
  std::string waiting_;
  std::int64_t number_ = 0;
  std::uint64_t size_ = 0;
};

} // namespace hdskit
