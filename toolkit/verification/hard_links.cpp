#include "toolkit/verification/hard_links.hpp"

namespace hdskit {

bool HardLinks::has_several_names(const WalkedEntry& walked) { return walked.seen.links > 1 && walked.entry.kind != EntryKind::folder; }

bool HardLinks::expect(const WalkedEntry& walked, bool wanted) {
  if (!has_several_names(walked)) return false;
  const auto [place, is_first] = files_.try_emplace({walked.seen.device, walked.seen.number});
  auto& file = place->second;
  const bool twin = !is_first && (file.read || !wanted); // a first name that was not asked for leaves the reading to a later one
  if (wanted) file.read = true;
  return twin;
}

void HardLinks::complete(WalkedEntry& walked) {
  if (!has_several_names(walked)) return;
  const auto place = files_.find({walked.seen.device, walked.seen.number});
  if (place == files_.end()) return; // more names than the file has: one was added meanwhile
  auto& file = place->second;
  auto& entry = walked.entry;
  if (walked.is_twin) {
    entry.content = file.content;
    entry.attributes = file.attributes;
    entry.acl = file.acl;
    entry.look = file.look;
    entry.failure = file.failure;
    entry.sparse = file.sparse;
  } else {
    file.content = entry.content;
    file.attributes = entry.attributes;
    file.acl = entry.acl;
    file.look = entry.look;
    file.failure = entry.failure;
    file.sparse = entry.sparse;
  }
  if (file.names++ == 0) file.first = entry.path;
  else entry.twin = file.first;
  if (file.names >= walked.seen.links) files_.erase(place);
}

} // namespace hdskit
