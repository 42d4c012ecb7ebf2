#pragma once

#include "toolkit/base/digest.hpp"

#include <filesystem>
#include <mutex>
#include <optional>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace hdskit {

/// Signatures that were found right before, remembered between runs: arithmetic on the same bytes gives the same answer. Only the arithmetic is remembered;
/// dates, revocation and trust are judged anew each time. The folder must belong to us alone, since whoever writes there is believed.
class ProvenSignatures {
public:
  explicit ProvenSignatures(const std::filesystem::path& folder); ///< empty: remembers nothing. Throws Problem refused when others may write there
  ~ProvenSignatures();                                            ///< writes what is new
  ProvenSignatures(const ProvenSignatures&) = delete;
  ProvenSignatures& operator=(const ProvenSignatures&) = delete;

  /// Of a certificate, whole, and the SHA-256 of that of its issuer; nothing when nothing is remembered.
  std::optional<Digest> mark_of(std::string_view certificate, const Digest& issuer) const;
  bool holds(const Digest& mark) const;
  void add(const Digest& mark);

private:
  struct Hash {
    std::size_t operator()(const Digest& digest) const;
  };
  std::filesystem::path file_;
  mutable std::mutex mutex_;
  std::unordered_set<Digest, Hash> known_;
  bool grown_ = false;
};

} // namespace hdskit
