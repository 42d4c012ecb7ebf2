#pragma once

#include "unpack/bounds.hpp"
#include "unpack/gzip_input.hpp"

namespace hdskit::unpack {

/// The bytes below the compression of a tar. They pass here so that its end can be judged: a tar cut between two members unpacks without a word in every tool.
class UncompressedStream : public ArchiveInput {
public:
  UncompressedStream(InputHook& compressed, const ReadingOrder& order);
  std::string_view next() override; ///< throws Stop, BombFound; "" also where decompression fails: see failure()
  std::optional<std::uint64_t> size() const override { return std::nullopt; }
  std::uint64_t place() const override { return taken_; }
  void go_to(std::uint64_t) override {}

  const std::string& failure() const { return failure_; } ///< of decompression
  std::vector<std::string> filters() const;
  std::uint64_t after_last_non_zero() const { return after_last_non_zero_; }

private:
  void start();
  void note_failure(std::string words);
  std::string_view next_piece();
  const ArchiveInput& compressed_; ///< the archive as it lies there
  std::optional<GzipInput> gzip_;  ///< peeled off here
  std::optional<InputHook> below_gzip_;
  InputHook* below_ = nullptr;
  const ReadingOrder& order_;
  LibraryArchive archive_;
  bool ended_ = false;
  std::uint64_t after_last_non_zero_ = 0;
  std::string failure_;
};

} // namespace hdskit::unpack
