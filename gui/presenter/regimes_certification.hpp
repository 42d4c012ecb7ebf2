#pragma once

#include "gui/presenter/regimes_map.hpp"
#include "gui/presenter/register_rows.hpp"

#include <filesystem>

namespace hdskit::gui {

// Audits, non-conformities with their clock of three months, actors of the hosting, decisions on the scope.

/// The kinds in the order in which the tab offers them, and how several of them are called.
struct RegisterName {
  std::string_view kind;
  std::string plural;
};
std::vector<RegisterName> certification_registers();

/// With the clock of non-conformities, whether audits were held, what is known of actors. Keys: numbers of records.
ListRows certification_rows(const RegimesMap& map, std::string_view kind, std::string_view words = {});
/// “✖ late since …”, “◔ 12 days left”, “✔ closed”.
Cell clock_cell(const Nonconformity& nonconformity, Date today);
/// What the check finds of the record.
std::vector<Cell> certification_sentences(const RegimesMap& map, std::string_view kind, std::int64_t id);
/// What the check finds of the register as a whole; what to do first.
Cell certification_sentence(const RegimesMap& map, std::string_view kind);
RecordWays certification_ways();

/// What stands in the way of the page on transfers; nothing: it can be written.
std::vector<std::string> transfer_defects(const RegimesMap& map);
std::string transfer_case_sentence(const RegimesMap& map);
/// Throws Problem with all defects. `statement`: as transfer_page() has it.
void write_transfer_page(const RegimesMap& map, const std::string& statement, const std::filesystem::path& file);

} // namespace hdskit::gui
