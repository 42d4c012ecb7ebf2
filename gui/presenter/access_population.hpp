#pragma once

#include "gui/presenter/access_map.hpp"
#include "gui/presenter/cell.hpp"
#include "gui/presenter/rows.hpp"
#include "toolkit/page/mapped_drawing.hpp"

namespace hdskit::gui {

constexpr int months_ahead = 18; ///< that the expiry calendar shows, the present one included

/// What the last check of the population counted: when, then each count that is not nought; what to do first where there was none.
std::vector<Cell> population_sentences(const AccessMap& map);

struct CertificateFilter {
  bool attention = false; ///< only what is not good, or expires soon
  std::string month;      ///< "2027-03": only what expires then; "": any time
  std::string words;
};
/// State, name, identifier, card, use, until. Keys: places in the list of the map.
ListRows certificate_rows(const AccessMap& map, const CertificateFilter& filter);

/// A month of the expiry calendar.
struct ExpiryMonth {
  std::string key;   ///< "2027-03"
  std::string title; ///< "March 2027"
  std::int64_t cards = 0, good = 0;
};
/// The months ahead, how many certificates expire in each, and how many of them are good today.
std::vector<ExpiryMonth> expiry_months(const AccessMap& map);
ListRows expiry_rows(const std::vector<ExpiryMonth>& months);
/// The same as bars; regions bear the keys of the months.
page::MappedDrawing expiry_picture(const std::vector<ExpiryMonth>& months, double width, double height);

} // namespace hdskit::gui
