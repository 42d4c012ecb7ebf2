#include "toolkit/verification/content_look.hpp"

#include "toolkit/base/translate.hpp"

#include <algorithm>
#include <array>
#include <cctype>

namespace hdskit {
namespace {

namespace limits = suspicion_limits;

constexpr std::int64_t day = 86'400'000'000'000; // nanoseconds
constexpr std::size_t longest_extension = 24;    // those of ransomware: ".lockbit", ".[8 letters]", …

constexpr std::array<std::string_view, 7> words{"scrambled_files", "renamed_by_the_mass", "emptied", "zero_filled", "shrunk",
                                                "not_growing",     "dated_in_the_future"};

double share_of(std::uint64_t part, std::uint64_t whole) { return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole); }

std::string text_of(std::uint64_t number) { return std::to_string(number); }

std::string percent_text(double share) { return std::to_string(static_cast<int>(100 * share)); }

/// In small letters, without the dot; "" for none. What is no word (the flags of a Maildir: "host:2,S") is none.
std::string extension_of(std::string_view path) {
  const auto name = path.substr(path.rfind('/') + 1);
  const auto dot = name.rfind('.');
  if (dot == std::string_view::npos || dot == 0 || name.size() - dot - 1 > longest_extension) return {};
  std::string extension;
  for (const char c : name.substr(dot + 1)) {
    const auto byte = static_cast<unsigned char>(c);
    if (std::isalnum(byte) == 0 && c != '_' && c != '-') return {};
    extension += static_cast<char>(std::tolower(byte));
  }
  return extension;
}

} // namespace

std::string_view word_of(SuspicionKind kind) { return words[static_cast<std::size_t>(kind)]; }

void SuspicionWatch::see_found(const TreeEntry& entry) {
  if (entry.modified > now_ + day) ++future_;
  if (entry.kind != EntryKind::file) return;
  ++files_;
  bytes_ += entry.twin.empty() ? entry.size : 0;
  looked_at_ += entry.look != ContentLook::unseen;
  scrambled_ += entry.look == ContentLook::scrambled;
}

void SuspicionWatch::see_change(std::string_view path, bool added, bool removed, bool content_changed, ContentLook before, ContentLook after) {
  const auto count = [](Counts& counts, std::string extension) {
    if (extension.empty() || (counts.size() >= limits::extensions && !counts.contains(extension))) return;
    ++counts[std::move(extension)];
  };
  if (added) count(added_extensions_, extension_of(path));
  if (removed) count(removed_extensions_, extension_of(path));
  removed_ += removed;
  if (removed || (!added && !content_changed)) return;
  ++changed_;
  const bool came = added || before == ContentLook::unseen;
  if (after == ContentLook::scrambled && before != ContentLook::scrambled) ++(came ? came_scrambled_ : turned_scrambled_);
  // Databases hold zeros before they hold rows: only what was seen without them has lost something.
  turned_zeros_ += after == ContentLook::zeros && !came && before != ContentLook::zeros;
}

std::vector<Suspicion> SuspicionWatch::suspicions(const std::optional<Previous>& previous, std::string_view point) const {
  std::vector<Suspicion> all;
  const auto add = [&](std::optional<Suspicion> suspicion) {
    if (suspicion) all.push_back(std::move(*suspicion));
  };
  add(scrambled(!previous));
  add(renamed());
  add(emptied());
  add(zeroed());
  if (previous) add(shrunk(*previous));
  if (previous) add(standing_still(*previous, point));
  add(dated_later());
  return all;
}

std::optional<Suspicion> SuspicionWatch::scrambled(bool first) const {
  const auto unchanged = looked_at_ - std::min(looked_at_, changed_);
  const auto scrambled_before = scrambled_ - std::min(scrambled_, turned_scrambled_ + came_scrambled_);
  const bool by_nature = share_of(scrambled_before, unchanged) >= limits::scrambled_by_nature;
  const auto alarming = turned_scrambled_ + (by_nature ? 0 : came_scrambled_);
  if (alarming >= limits::scrambled_files && share_of(alarming, changed_) >= limits::scrambled_share) {
    return Suspicion{SuspicionKind::scrambled_files,
                     tr("{1} of the {2} files that changed or came look like random bytes and are of no known format, as after an encryption.",
                        {text_of(alarming), text_of(changed_)}),
                     true};
  }
  if (!first || changed_ != 0 || scrambled_ < limits::scrambled_files || share_of(scrambled_, looked_at_) < limits::scrambled_at_first) return std::nullopt;
  return Suspicion{SuspicionKind::scrambled_files,
                   tr("{1} of {2} files look like random bytes and are of no known format. That is normal only where files are kept encrypted.",
                      {text_of(scrambled_), text_of(looked_at_)}),
                   false};
}

std::optional<Suspicion> SuspicionWatch::renamed() const {
  const auto most =
      std::max_element(added_extensions_.begin(), added_extensions_.end(), [](const auto& one, const auto& other) { return one.second < other.second; });
  if (most == added_extensions_.end() || most->second < limits::renamed_files) return std::nullopt;
  const auto& [extension, came] = *most;
  const auto known = removed_extensions_.find(extension);
  const auto had_it = known == removed_extensions_.end() ? 0 : known->second;
  const auto gone = removed_ - had_it;
  if (share_of(came, files_) < limits::renamed_share || share_of(had_it, came) >= limits::extension_known || share_of(gone, came) < limits::renamed_match) {
    return std::nullopt;
  }
  return Suspicion{SuspicionKind::renamed_by_the_mass,
                   tr("{1} files are gone and {2} have come with the extension “.{3}”, as when a program renames what it encrypts.",
                      {text_of(gone), text_of(came), extension}),
                   true};
}

std::optional<Suspicion> SuspicionWatch::emptied() const {
  if (bytes_ != 0) return std::nullopt;
  const auto sentence = files_ == 0 ? tr("Not one file was restored.") : tr("Not one of the restored files holds a byte ({1} files).", {text_of(files_)});
  return Suspicion{SuspicionKind::emptied, sentence, true};
}

std::optional<Suspicion> SuspicionWatch::zeroed() const {
  if (turned_zeros_ < limits::zeroed_files || share_of(turned_zeros_, changed_) < limits::zeroed_share) return std::nullopt;
  return Suspicion{SuspicionKind::zero_filled,
                   tr("{1} of the {2} files that changed now hold 64 KiB or more of zeros where they held none, as after a repair that fills gaps.",
                      {text_of(turned_zeros_), text_of(changed_)}),
                   true};
}

std::optional<Suspicion> SuspicionWatch::shrunk(const Previous& previous) const {
  const double files = previous.files > files_ ? share_of(previous.files - files_, previous.files) : 0;
  const double bytes = previous.bytes > bytes_ ? share_of(previous.bytes - bytes_, previous.bytes) : 0;
  if (files < limits::lost_files && bytes < limits::lost_bytes) return std::nullopt;
  return Suspicion{SuspicionKind::shrunk,
                   tr("Since the previous test the backup has lost {1} % of its files ({2} then, {3} now) and {4} % of its bytes.",
                      {percent_text(files), text_of(previous.files), text_of(files_), percent_text(bytes)}),
                   false};
}

unsigned SuspicionWatch::tests_without_growth(const std::optional<Previous>& previous, std::string_view point) const {
  if (!previous) return 0;
  const bool same_point = !point.empty() && point == previous->point;
  return same_point || (previous->files == files_ && previous->bytes == bytes_) ? previous->tests_without_growth + 1 : 0;
}

std::optional<Suspicion> SuspicionWatch::standing_still(const Previous& previous, std::string_view point) const {
  const auto tests = tests_without_growth(previous, point);
  // The test that was met first counts too: two that add nothing stand beside it.
  if (tests + 1 < limits::tests_standing_still) return std::nullopt;
  return Suspicion{
      SuspicionKind::not_growing,
      tr("{1} tests in a row have met the same backup, or one with as many files and bytes: perhaps backups are no longer made.", {text_of(tests + 1)}), false};
}

std::optional<Suspicion> SuspicionWatch::dated_later() const {
  if (future_ == 0) return std::nullopt;
  return Suspicion{SuspicionKind::dated_in_the_future,
                   trn("{1} entry is dated more than a day later than now: a clock was wrong when it was written, or when it was saved.",
                       "{1} entries are dated more than a day later than now: a clock was wrong when they were written, or when they were saved.",
                       static_cast<std::int64_t>(future_)),
                   false};
}

} // namespace hdskit
