#pragma once

#include "toolkit/base/date.hpp"

#include <filesystem>
#include <string>

namespace hdskit {

struct DemonstrationCards {
  std::filesystem::path cards, list; ///< folder of certificates; revocation list of the authority of the cards
  std::string root, issuer;          ///< DER of the authorities
};

/// Look-alike authorities in `folder`/autorites, the cards of the fictitious staff in `folder`/cartes (one expired, two revoked, some that end soon) and a
/// fresh list in `folder`/listes.
DemonstrationCards make_cards(const std::filesystem::path& folder, Date today);

} // namespace hdskit
