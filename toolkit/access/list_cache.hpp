#pragma once

#include "toolkit/access/access_records.hpp"

#include <filesystem>
#include <optional>

namespace hdskit {

/// A revocation list that was downloaded, as the state file beside it tells (docs/formats/list-cache.md).
struct CachedList {
  std::filesystem::path file;
  std::string url, etag, modified; ///< etag, modified: as the server wrote them
  std::string sha256;
  std::string issuer, number; ///< name for people; CRL number in hexadecimal, "" for none
  bool delta = false;
  std::optional<Instant> fetched, this_update, next_update; ///< fetched: when the server last said that it is the newest
  std::string proven_by;                                    ///< fingerprint of the authority that signed it; "" when that one is not trusted here
};

/// The private folder where lists of addresses are kept between runs. Whoever writes there could withhold a revocation, so it is ours alone.
class ListCache {
public:
  /// Makes the folder (0700). Throws Problem refused when others may write there.
  explicit ListCache(std::filesystem::path folder);

  /// Nothing when none was kept, or when it is of another address. Throws Problem damaged when its bytes are not those that were kept.
  std::optional<CachedList> find(const ListSource& source) const;
  /// Puts the list of `pending` in the place of the one that is there, then its state; a power cut between the two costs a download, no more.
  void keep(const ListSource& source, const std::filesystem::path& pending, CachedList state) const;
  void note_seen(const ListSource& source, const CachedList& state) const; ///< the server says that nothing has changed
  std::filesystem::path pending_of(const ListSource& source) const;        ///< where a download lies until it is believed

private:
  std::filesystem::path file_of(const ListSource& source, const char* ending) const;
  std::filesystem::path folder_;
};

bool is_address(const ListSource& source); ///< else a file, which is read where it lies

} // namespace hdskit
