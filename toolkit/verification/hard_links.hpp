#pragma once

#include "toolkit/verification/tree_walk.hpp"

#include <unordered_map>

namespace hdskit {

/// Files with several names: the first one is read, the others are told to be its twins. Remembers a file until its last name has come by; names outside the
/// tree never do, so files that have some are remembered to the end.
class HardLinks {
public:
  /// In order. Says whether this is another name of a file that is, or was, already read.
  bool expect(const WalkedEntry& walked, bool wanted);
  /// In order, once the entry is complete: gives a twin what its first name has.
  void complete(WalkedEntry& walked);

private:
  struct Key {
    std::uint64_t device, number;
    bool operator==(const Key&) const = default;
  };
  struct KeyHash {
    std::size_t operator()(const Key& key) const { return key.number * 0x9E3779B97F4A7C15u ^ key.device; }
  };
  struct File {
    std::string first; ///< path; empty until it is complete
    std::optional<Digest> content, attributes, acl;
    ContentLook look = ContentLook::unseen;
    std::string failure;
    bool read = false, sparse = false;
    std::uint64_t names = 0; ///< that came by complete
  };
  static bool has_several_names(const WalkedEntry& walked);
  std::unordered_map<Key, File, KeyHash> files_;
};

} // namespace hdskit
