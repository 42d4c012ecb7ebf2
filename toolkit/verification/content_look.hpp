#pragma once

#include "toolkit/verification/tree_entry.hpp"

#include <map>
#include <optional>
#include <vector>

namespace hdskit {

/// Judges a file from its bytes while they pass by: the first 8 KiB, and windows of 4 KiB at about a quarter, half, three quarters and the end. Shannon (1948)
/// entropy and chi-squared of byte counts, with the magic numbers of known formats; runs of zeros. Thresholds and their measured rates: docs/decisions.
class ContentWatch {
public:
  explicit ContentWatch(std::uint64_t size) : size_{size} {}
  void see(std::string_view bytes); ///< in order, all of them
  ContentLook look() const;

private:
  void see_window(std::string_view bytes);
  std::uint64_t size_ = 0, seen_ = 0, zeros_in_a_row_ = 0;
  bool zeros_ = false, known_ = false, text_ = false;
  std::string start_;              ///< the first 8 KiB
  unsigned windows_ = 0, random_windows_ = 0;
  std::string window_;
};

enum class SuspicionKind { scrambled_files, renamed_by_the_mass, emptied, zero_filled, shrunk, not_growing, dated_in_the_future };
std::string_view word_of(SuspicionKind kind);

/// A pattern across files that no single file shows.
struct Suspicion {
  SuspicionKind kind = SuspicionKind::scrambled_files;
  std::string sentence; ///< with the numbers that led to it, no path
  bool grave = false;   ///< a proven restore does not stand beside it without a person having looked
};

/// Gathers what the patterns need, in memory that does not grow with the tree.
class SuspicionWatch {
public:
  /// `now`: files dated later than a day after it are counted.
  explicit SuspicionWatch(std::int64_t now_nanoseconds) : now_{now_nanoseconds} {}
  void see_found(const TreeEntry& entry);
  /// A difference from the previous restored state of the same source, or from the reference.
  void see_change(std::string_view path, bool added, bool removed, bool content_changed, ContentLook before, ContentLook after);

  struct Previous {
    std::uint64_t files = 0, bytes = 0;
    std::string point; ///< id of the backup then tested
    unsigned tests_without_growth = 0;
  };
  std::vector<Suspicion> suspicions(const std::optional<Previous>& previous, std::string_view point) const;

private:
  std::int64_t now_;
  std::uint64_t files_ = 0, bytes_ = 0, empty_ = 0, zeros_ = 0, future_ = 0;
  std::uint64_t changed_ = 0, changed_scrambled_ = 0, added_ = 0, removed_ = 0;
  std::map<std::string, std::uint64_t> added_extensions_, removed_extensions_; ///< at most a thousand each
};

} // namespace hdskit
