#pragma once

#include "toolkit/access/list_cache.hpp"
#include "toolkit/access/list_download.hpp"
#include "toolkit/certificates/chain_check.hpp"

namespace hdskit {

struct ListFetchOrder {
  TrustSetting trust; ///< authorities that may have signed it; none: nothing is proven, and said so. `at`: now
  ListRequest limits; ///< size and times; address, proxy and target follow from the source
};

enum class FetchOutcome {
  fetched,   ///< a new list is in place
  unchanged, ///< the server has none that is newer
  local,     ///< a file: there is nothing to fetch
  failed     ///< the list that is there already, if any, stays
};
std::string_view word_of(FetchOutcome outcome);

struct FetchedList {
  std::string reference;
  FetchOutcome outcome = FetchOutcome::failed;
  std::string sentence;           ///< why it failed, or what is remarkable
  std::optional<CachedList> list; ///< what is in place now
};

/// A downloaded list replaces the one before only when it can be read, is of the same issuer and kind, is not older (CRL number and date: an old list would
/// give back cards that were revoked since), and is signed by its authority where that one is trusted. Throws Problem cancelled, and what ListCache does.
FetchedList fetch_list(const ListSource& source, const ListCache& cache, const ListFetchOrder& order);

/// The list that an LDIF of one entry holds, DER (RFC 2849 as libcurl writes it). Throws Problem damaged when it holds none, or several.
std::string list_in_ldif(std::string_view text);

} // namespace hdskit
