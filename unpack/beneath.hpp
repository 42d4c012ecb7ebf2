#pragma once

#include "unpack/member.hpp"

namespace hdskit::unpack {

class Descriptor {
public:
  explicit Descriptor(int number = -1) : number_{number} {}
  ~Descriptor() { reset(); }
  Descriptor(Descriptor&& other) noexcept : number_{std::exchange(other.number_, -1)} {}
  Descriptor& operator=(Descriptor&& other) noexcept {
    reset(std::exchange(other.number_, -1));
    return *this;
  }
  int get() const { return number_; }
  explicit operator bool() const { return number_ >= 0; }
  void reset(int number = -1);

private:
  int number_;
};

/// A name in its folder, as the calls of the kernel that end in "at" want it.
struct Place {
  int folder = -1; ///< valid until the next place is asked for
  std::string name;
};

/// Everything below one folder and nothing else: no symbolic link is ever followed.
class Beneath {
public:
  explicit Beneath(int root) : root_{root} {} ///< stays the caller's
  /// Makes folders that are missing on the way when `make`. Throws Refusal through_link, in_the_way, too_long, missing_twin (not there and not to be made),
  /// Stop.
  Place place_of(const std::string& path, bool make);
  /// Takes away what stands at the place, unless it is a folder and a folder is wanted. True when that one is there. Throws Refusal in_the_way.
  bool clear(const Place& place, bool for_folder);
  void forget() { stale_ = true; }

private:
  Descriptor open_folder(const std::string& path, bool make);
  int root_;
  Descriptor folder_; ///< the last one asked for: members of one folder follow each other
  std::string path_;
  bool stale_ = true;       ///< it may have been taken away
  bool whole_paths_ = true; ///< openat2 is there
};

/// Throws what `error` calls for: Stop no_space, Refusal too_long, else Stop io.
[[noreturn]] void fail_to_write(int error);

} // namespace hdskit::unpack
