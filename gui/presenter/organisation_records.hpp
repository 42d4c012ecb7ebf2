#pragma once

#include "gui/presenter/record_edit.hpp"
#include "gui/presenter/rows.hpp"
#include "toolkit/organisation/record_kind.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace hdskit::gui {

// The lists of the page “Organisation”.

std::string plural_of(const RecordKind& kind);  ///< "Sites"
std::string purpose_of(const RecordKind& kind); ///< one sentence: what of it the file needs

RecordWays organisation_ways();

/// The kinds with the number of records of each; the key is the kind's word.
ListRows kind_rows(const Workspace& workspace);

/// The records of a kind as people read them; the key is the number. `words`: only those that hold them all in some field.
ListRows record_rows_of(const Workspace& workspace, const RecordKind& kind, std::string_view words = {});

/// What "site:3" or "entity" stands for; nothing when it is no kind.
struct MeantRecord {
  const RecordKind* kind = nullptr;
  std::optional<std::int64_t> id;
};
std::optional<MeantRecord> record_meant(std::string_view subject);

} // namespace hdskit::gui
