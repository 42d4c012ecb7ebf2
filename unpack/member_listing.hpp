#pragma once

#include "unpack/member.hpp"

namespace hdskit::unpack {

/// Tells members on standard output, one JSON object a line, and reads no content.
class MemberListing : public MemberSink {
public:
  bool begin(const Member& member, const std::string& path) override;
  void write(std::uint64_t, std::string_view) override {}
  void end(bool) override {}
};

std::string library_version(); ///< "libarchive 3.6.2"

} // namespace hdskit::unpack
