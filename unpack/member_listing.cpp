#include "unpack/member_listing.hpp"

#include <archive.h>
#include <cstdio>

namespace hdskit::unpack {

bool MemberListing::begin(const Member& member, const std::string& path) {
  std::string target = member.target;
  if (member.kind == MemberKind::hard_link) {
    try {
      target = clean_path(member.target);
    } catch (const Refusal&) { throw Refusal{RefusalReason::link_outside}; }
  }
  std::printf("{\"path\":\"%s\",\"kind\":\"%s\",\"size\":%llu,\"target\":\"%s\"}\n", escaped(path).c_str(), std::string{word_of(member.kind)}.c_str(),
              static_cast<unsigned long long>(member.size), escaped(target).c_str());
  return false;
}

std::string library_version() { return ::archive_version_string(); }

} // namespace hdskit::unpack
