#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace hdskit {

/// A folder that came from elsewhere, read by names of one level only. No link is followed, nothing but ordinary files is read: neither a link nor a pipe
/// put there can lead elsewhere or make us wait.
class ForeignFolder {
public:
  /// The folder that a person named (there, a link is theirs). Throws the Problem of a path that leads to no folder.
  explicit ForeignFolder(const std::filesystem::path& path);
  /// A folder in another one; is_open() is false when there is none.
  ForeignFolder(const ForeignFolder& parent, const char* name);
  ~ForeignFolder();
  ForeignFolder(const ForeignFolder&) = delete;
  ForeignFolder& operator=(const ForeignFolder&) = delete;

  bool is_open() const { return descriptor_ >= 0; }

  /// The names in it, in no order.
  void each_name(const std::function<void(const std::string& name)>& take) const;

  struct Bounds {
    std::uint64_t least = 0, most = 0; ///< bytes
  };
  /// Hands over the file in pieces of at most 1 MiB, never more than `most` bytes. What is wrong with it is the sentence given back; "" when it was read.
  std::string read(const std::string& name, Bounds bounds, const std::function<void(std::string_view)>& take) const;

private:
  int descriptor_ = -1;
};

} // namespace hdskit
