#pragma once

#include "gui/presenter/record_edit.hpp"
#include "gui/presenter/rows.hpp"

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace hdskit::gui {

// Records with a reference as a register lists them, whatever room they belong to.

/// A column beside those of the kind: what follows from the record.
struct RegisterColumn {
  std::string heading;
  std::function<Cell(const RecordView&)> cell;
};

/// Reference, `column` when there is one, then the fields of the kind's list. Keys: the numbers of the records. `words`: only those that hold them all in some
/// field; `wanted`: only those that it says yes to, when it is given.
ListRows register_rows(const RecordKind& kind, const std::vector<RecordView>& records, std::string_view words, const RegisterColumn& column = {},
                       const std::function<bool(const RecordView&)>& wanted = {});

/// The number of the record with that reference; 0: there is none.
std::int64_t record_referenced(const RecordKind& kind, const std::vector<RecordView>& records, std::string_view reference);
std::string_view value_of(const RecordKind& kind, const RecordView& record, std::string_view field);

/// How records of a room are called and cited; evidence is offered by its code.
RecordWays register_ways(std::span<const RecordKind> (*kinds)());

} // namespace hdskit::gui
