#pragma once

#include "gui/presenter/access_map.hpp"
#include "gui/presenter/cell.hpp"
#include "gui/presenter/rows.hpp"

#include <span>

namespace hdskit::gui {

/// The authorities that the hospital trusts: name, subject, how, fingerprint, file. Keys: numbers of records.
ListRows anchor_rows(const AccessMap& map);
Cell anchors_sentence(const AccessMap& map);

/// The authorities of a file that is to be imported: state, subject, how, fingerprint in groups of four. Keys: places in the list.
ListRows offered_rows(std::span<const OfferedAnchor> offered);
/// What a person has to know of it before they trust it.
std::vector<Cell> offered_sentences(const OfferedAnchor& offered);
/// A short name to begin with: the common name of its subject, in the letters that a reference may have; "" when it is too long.
std::string proposed_name(const OfferedAnchor& offered);

/// What the person wishes of an import.
struct AnchorWish {
  std::string name, fingerprint; ///< as they were typed
  bool accept_test = false;      ///< an authority of the test hierarchy is wanted all the same
};
/// What must be mended before the authority can be trusted; "" when it can.
std::string anchor_fault(const AccessMap& map, const OfferedAnchor& offered, const AnchorWish& wish);

} // namespace hdskit::gui
