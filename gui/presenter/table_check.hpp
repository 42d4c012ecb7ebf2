#pragma once

#include "gui/presenter/rows.hpp"
#include "toolkit/base/date.hpp"
#include "toolkit/habilitation/small_counts.hpp"
#include "toolkit/organisation/record_kind.hpp"

#include <filesystem>
#include <optional>

namespace hdskit::gui {

// A table that asks to leave a secure space: small counts, columns that identify, lines of single persons.

struct TableCheck {
  std::string file, digest; ///< its name without folders; SHA-256
  std::int64_t threshold = usual_small_count;
  SmallCountReport report;
};
/// Reads CSV or XLSX. Meant for a thread of its own. Throws Problem for what is no table, or one that cannot be read whole.
TableCheck check_table(const std::filesystem::path& file, std::int64_t threshold);

/// The threshold that is typed; nothing: it is none.
std::optional<std::int64_t> typed_threshold(const std::string& typed);
std::string threshold_fault(const std::string& typed);

Cell table_sentence(const TableCheck& check);
/// Line, column, what was found. Keys: places in the report.
ListRows table_finding_rows(const TableCheck& check);
/// What a line of the log starts from; it bears the clock of Paris.
Assignments output_of(const TableCheck& check, Instant now);

} // namespace hdskit::gui
