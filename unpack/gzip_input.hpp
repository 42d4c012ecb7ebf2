#pragma once

#include "unpack/library_archive.hpp"

#include <exception>
#include <memory>

namespace hdskit::unpack {

/// Thrown where compressed bytes are not what they were.
class StreamDamage : public std::exception {
public:
  explicit StreamDamage(std::string words) : words_{std::move(words)} {}
  const char* what() const noexcept override { return words_.c_str(); }

private:
  std::string words_;
};

/// What gzip compressed, with its checksums: libarchive 3.6 passes over those, and then a flipped bit would only be found by a manifest.
class GzipInput : public ArchiveInput {
public:
  explicit GzipInput(InputHook& compressed);
  ~GzipInput() override;
  GzipInput(const GzipInput&) = delete;
  GzipInput& operator=(const GzipInput&) = delete;
  static bool begins_so(std::string_view start);

  std::string_view next() override; ///< throws StreamDamage
  std::optional<std::uint64_t> size() const override { return std::nullopt; }
  std::uint64_t place() const override { return taken_; }
  void go_to(std::uint64_t) override {}

private:
  struct State;
  bool fill();
  bool start_next_stream();
  InputHook& compressed_;
  std::unique_ptr<State> state_;
};

} // namespace hdskit::unpack
