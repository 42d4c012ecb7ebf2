#pragma once

#include "toolkit/verification/tree_entry.hpp"

#include <functional>
#include <map>
#include <optional>
#include <vector>

namespace hdskit {

/// Judges a file from its bytes while they pass by: the first 8 KiB, windows of 4 KiB at a quarter, half, three quarters and the end, and runs of zeros.
/// Chi-squared and Shannon (1948) entropy of byte counts, with the magic numbers of known formats. Thresholds and their measured rates: docs/decisions/0009. A
/// file of less than 1 KiB is never scrambled; that only its start was kept plain is seen from 32 KiB on.
class ContentWatch {
public:
  explicit ContentWatch(std::uint64_t size);
  void see(std::string_view bytes); ///< in order, all of them
  ContentLook look() const;         ///< unseen when there were no bytes

private:
  /// A part of the file that is judged once it is whole. Nothing is copied when it comes in one piece.
  struct Window {
    std::uint64_t begin = 0;
    std::size_t length = 0;
    std::string gathered;
  };
  std::string_view completed(Window& window, std::string_view bytes) const;
  void see_start(std::string_view bytes);
  void see_windows(std::string_view bytes);
  void see_zeros(std::string_view bytes);

  static constexpr unsigned windows = 4;
  std::uint64_t size_, seen_ = 0, zeros_in_a_row_ = 0;
  Window start_, window_;
  unsigned at_window_ = 0;
  bool zeros_ = false, known_ = false, start_random_ = false, middle_random_ = false;
};

enum class SuspicionKind { scrambled_files, renamed_by_the_mass, emptied, zero_filled, shrunk, not_growing, dated_in_the_future };
std::string_view word_of(SuspicionKind kind);

/// A pattern across files that no single file shows.
struct Suspicion {
  SuspicionKind kind = SuspicionKind::scrambled_files;
  std::string sentence; ///< with the numbers that led to it, no path
  bool grave = false;   ///< a proven restore does not stand beside it without a person having looked
};

/// From when on patterns are told: docs/decisions/0009.
namespace suspicion_limits {
inline constexpr std::uint64_t scrambled_files = 10; ///< fewer are no pattern
inline constexpr double scrambled_share = 0.2;       ///< of the files that changed or came
inline constexpr double scrambled_by_nature = 0.2;   ///< of those that did not change: a store of encrypted files
inline constexpr double scrambled_at_first = 0.5;    ///< of all, when there is nothing to compare with
inline constexpr std::uint64_t renamed_files = 10;
inline constexpr double renamed_share = 0.1;   ///< of all files found
inline constexpr double renamed_match = 0.8;   ///< as many have to be gone, at least, as came with the new extension
inline constexpr double extension_known = 0.1; ///< of those that came: an extension that as many had before is not new
inline constexpr std::uint64_t zeroed_files = 3;
inline constexpr double zeroed_share = 0.1;         ///< of the files that changed
inline constexpr double lost_files = 0.05;          ///< against the previous test
inline constexpr double lost_bytes = 0.20;          ///< against the previous test
inline constexpr unsigned tests_standing_still = 3; ///< in a row, this one among them
inline constexpr std::size_t extensions = 1000;     ///< that are counted apart, each way
} // namespace suspicion_limits

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
    std::string point;                 ///< id of the backup then tested
    unsigned tests_without_growth = 0; ///< in a row, up to and with that test
  };
  std::vector<Suspicion> suspicions(const std::optional<Previous>& previous, std::string_view point) const;
  /// What stands in `Previous` for the next test: one more, or 0 when this test met a newer backup that holds something else.
  unsigned tests_without_growth(const std::optional<Previous>& previous, std::string_view point) const;

private:
  using Counts = std::map<std::string, std::uint64_t, std::less<>>; ///< extension and files
  std::optional<Suspicion> scrambled(bool first) const;
  std::optional<Suspicion> renamed() const;
  std::optional<Suspicion> emptied() const;
  std::optional<Suspicion> zeroed() const;
  std::optional<Suspicion> shrunk(const Previous& previous) const;
  std::optional<Suspicion> standing_still(const Previous& previous, std::string_view point) const;
  std::optional<Suspicion> dated_later() const;

  std::int64_t now_;
  std::uint64_t files_ = 0, bytes_ = 0, looked_at_ = 0, scrambled_ = 0, future_ = 0;
  std::uint64_t changed_ = 0, turned_scrambled_ = 0, came_scrambled_ = 0, turned_zeros_ = 0, removed_ = 0;
  Counts added_extensions_, removed_extensions_; ///< in small letters
};

} // namespace hdskit
