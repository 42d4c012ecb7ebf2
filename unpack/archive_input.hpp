#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hdskit::unpack {

/// The bytes of an archive, in order; a file also by place.
class ArchiveInput {
public:
  virtual ~ArchiveInput() = default;
  /// The next piece, "" at the end. Throws Stop io.
  virtual std::string_view next() = 0;
  /// Nothing when it is no file but a pipe.
  virtual std::optional<std::uint64_t> size() const = 0;
  virtual std::uint64_t place() const = 0;
  virtual void go_to(std::uint64_t place) = 0; ///< only when size() is known

  std::uint64_t taken() const { return taken_; } ///< bytes handed over so far, those read twice counted twice
  /// At most `count` bytes from `place` on. Only when size() is known.
  std::string read_at(std::uint64_t place, std::size_t count);

protected:
  std::uint64_t taken_ = 0;
};

class FileInput : public ArchiveInput {
public:
  explicit FileInput(int descriptor); ///< open, stays the caller's
  std::string_view next() override;
  std::optional<std::uint64_t> size() const override { return size_; }
  std::uint64_t place() const override { return place_; }
  void go_to(std::uint64_t place) override { place_ = place; }

private:
  int descriptor_;
  std::optional<std::uint64_t> size_;
  std::uint64_t place_ = 0;
  std::vector<char> piece_;
};

class MemoryInput : public ArchiveInput {
public:
  MemoryInput(std::string_view bytes, bool as_file) : bytes_{bytes}, as_file_{as_file} {}
  std::string_view next() override;
  std::optional<std::uint64_t> size() const override { return as_file_ ? std::optional<std::uint64_t>{bytes_.size()} : std::nullopt; }
  std::uint64_t place() const override { return place_; }
  void go_to(std::uint64_t place) override { place_ = place; }

private:
  std::string_view bytes_;
  bool as_file_;
  std::uint64_t place_ = 0;
};

} // namespace hdskit::unpack
