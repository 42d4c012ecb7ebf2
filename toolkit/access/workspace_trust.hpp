#pragma once

#include "toolkit/access/access_store.hpp"
#include "toolkit/access/list_cache.hpp"
#include "toolkit/certificates/chain_check.hpp"

namespace hdskit {

/// What the workspace believes of certificates at a moment.
struct WorkspaceTrust {
  TrustSetting setting;
  std::vector<std::string> fingerprints; ///< of the anchors
  std::vector<std::string> lists;        ///< SHA-256 of each list that is used
  std::vector<std::string> findings;     ///< sources without a list, or whose list was altered: what they would have told is unknown
};

/// Authorities alone, without any list. Throws Problem damaged for an authority whose bytes are not those that were imported.
TrustSetting authorities_of_workspace(const Workspace& workspace, Instant at);

/// Authorities, the lists that were fetched before, and the lists that are files. Nothing is downloaded. Throws what authorities_of_workspace does.
WorkspaceTrust trust_of_workspace(const Workspace& workspace, const ListCache& cache, Instant at);

} // namespace hdskit
