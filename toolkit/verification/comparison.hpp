#pragma once

#include "toolkit/base/date.hpp"
#include "toolkit/verification/tree_entry.hpp"

#include <array>
#include <initializer_list>
#include <vector>

namespace hdskit {

enum class EntryVerdict : std::uint8_t { same, changed, missing, extra, unreadable, truncated };

/// What can differ in an entry that is there on both sides.
enum class Aspect : std::uint8_t { content, size, kind, mode, owner, time, target, twin, attributes, acl, sparse, device };
constexpr std::size_t aspect_count = 12;

class AspectSet {
public:
  constexpr AspectSet() = default;
  constexpr AspectSet(std::initializer_list<Aspect> aspects) {
    for (const auto aspect : aspects) insert(aspect);
  }
  static constexpr AspectSet all() { return AspectSet{(1u << aspect_count) - 1}; }
  constexpr bool has(Aspect aspect) const { return (bits_ >> static_cast<unsigned>(aspect) & 1u) != 0; }
  constexpr void insert(Aspect aspect) { bits_ |= 1u << static_cast<unsigned>(aspect); }
  constexpr void erase(Aspect aspect) { bits_ &= ~(1u << static_cast<unsigned>(aspect)); }
  constexpr bool empty() const { return bits_ == 0; }
  constexpr AspectSet operator&(AspectSet other) const { return AspectSet{bits_ & other.bits_}; }
  constexpr AspectSet operator|(AspectSet other) const { return AspectSet{bits_ | other.bits_}; }
  constexpr AspectSet without(AspectSet other) const { return AspectSet{bits_ & ~other.bits_}; }
  bool operator==(const AspectSet&) const = default;

private:
  explicit constexpr AspectSet(unsigned bits) : bits_{bits} {}
  unsigned bits_ = 0;
};
std::string_view word_of(Aspect aspect); ///< "content", "mode", …: in files and options
std::string label_of(Aspect aspect);     ///< for people
std::string_view word_of(EntryVerdict verdict);
std::string label_of(EntryVerdict verdict);

struct Difference {
  std::string path;
  EntryVerdict verdict = EntryVerdict::changed;
  AspectSet aspects;      ///< of a changed entry: those that count
  AspectSet noted;        ///< differences that do not count by the policy
  bool explained = false; ///< changed in the live tree after the backup began: no fault of the backup
  EntryKind kind = EntryKind::file;
  std::uint64_t expected_size = 0, found_size = 0;
  ContentLook expected_look = ContentLook::unseen, found_look = ContentLook::unseen;
  std::string failure; ///< of an unreadable one
};

struct ComparisonPolicy {
  AspectSet must = AspectSet::all();       ///< a loss of these is a difference
  AspectSet comparable = AspectSet::all(); ///< what the way of restoring can give back at all; others are neither compared nor noted
  std::int64_t time_step = 1;              ///< nanoseconds: times within less than this are alike (zip: two seconds)
  /// The reference is a live tree: what was modified in it after this moment explains a difference (mtime in the reference later than it).
  std::optional<Instant> live_since;
  std::int64_t live_root_modified = 0; ///< mtime of the root of that live tree, nanoseconds: of what was removed from it
};

struct ComparisonTotals {
  std::uint64_t expected = 0, found = 0; ///< entries
  std::uint64_t same = 0, changed = 0, missing = 0, extra = 0, unreadable = 0, truncated = 0;
  std::uint64_t explained = 0;         ///< not counted above
  std::uint64_t noted = 0;             ///< entries the same but for aspects that do not count
  std::uint64_t contents_compared = 0; ///< files whose digests stood on both sides
  std::uint64_t contents_differ = 0;
  std::uint64_t expected_files = 0, found_files = 0, expected_bytes = 0, found_bytes = 0;
  std::array<std::uint64_t, aspect_count> by_aspect{}; ///< that count
  std::array<std::uint64_t, aspect_count> noted_by_aspect{};

  std::uint64_t differences() const { return changed + missing + extra + unreadable + truncated; }
  bool operator==(const ComparisonTotals&) const = default;
};

/// Merges two trees in one pass, both in the order of trees: the expected one is asked for, the found one is told. `take` hears of every difference in that
/// order, also of those that are explained, and of entries that are the same but for aspects that do not count (verdict same). A file found shorter is
/// truncated; what could not be read on either side, or stands in a folder that could not, is unreadable.
class TreeComparison {
public:
  TreeComparison(NextEntry expected, ComparisonPolicy policy, std::function<void(const Difference&)> take);
  void found(const TreeEntry& entry);
  ComparisonTotals finish(); ///< what was expected after the last one found is missing

private:
  void take_missing_before(std::string_view path);
  void advance();
  void compare(const TreeEntry& expected, const TreeEntry& entry);
  void tell(Difference&& made);
  bool is_live(std::int64_t modified) const;
  bool was_removed_since() const;
  struct Folder {
    std::string path;
    std::int64_t modified = 0;
  };
  NextEntry next_;
  ComparisonPolicy policy_;
  std::function<void(const Difference&)> take_;
  TreeEntry expected_;
  bool has_expected_ = false;
  std::vector<Folder> folders_;   ///< around what is compared, those on both sides
  std::string unreadable_folder_; ///< the last one found
  ComparisonTotals totals_;
};

} // namespace hdskit
