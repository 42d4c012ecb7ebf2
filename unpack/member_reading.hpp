#pragma once

#include "unpack/archive_account.hpp"
#include "unpack/bounds.hpp"
#include "unpack/library_archive.hpp"

struct archive_entry;

namespace hdskit::unpack {

/// Takes the members of an archive that is open, one after the other.
class MemberReading {
public:
  MemberReading(archive* from, InputHook& hook, const ArchiveInput& compressed, const ReadingOrder& order, MemberSink& sink, ArchiveAccount& account)
      : from_{from}, hook_{hook}, compressed_{compressed}, order_{order}, sink_{sink}, account_{account} {}
  bool run(); ///< to the archive's end; false when it was not reached

private:
  bool take(archive_entry* entry);
  bool begin(const Member& member, const std::string& path);
  bool read_content(const Member& member);
  void hand_over(std::uint64_t offset, std::string_view bytes);
  void refuse(const std::string& path, RefusalReason reason);
  bool note_failure(int result);
  void stop_on_encryption(archive_entry* entry) const;

  archive* from_;
  InputHook& hook_;
  const ArchiveInput& compressed_; ///< the archive as it lies there, against which growth is measured
  const ReadingOrder& order_;
  MemberSink& sink_;
  ArchiveAccount& account_;
  std::uint64_t apparent_ = 0;
};

} // namespace hdskit::unpack
