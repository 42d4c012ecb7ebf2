#pragma once

#include "gui/presenter/continuity_map.hpp"
#include "gui/presenter/record_edit.hpp"
#include "gui/presenter/rows.hpp"
#include "toolkit/organisation/record_kind_of.hpp"

#include <string>
#include <string_view>

namespace hdskit::gui {

// Records of continuity as the panes of the page “Continuity” list, call and keep them.

/// Those of continuity, and "service".
bool is_continuity_kind(std::string_view word);
const RecordKind& continuity_page_kind(std::string_view word); ///< throws Problem bad_input

std::string continuity_plural(std::string_view kind);  ///< “Activities”
std::string continuity_purpose(std::string_view kind); ///< what such a record is for, and what to do first

/// Calls visit(record) for each record of the kind, in the order recorded.
template <typename Visit> void for_each_continuity_record(const Continuity& all, std::string_view kind, Visit visit) {
  const auto go_through = [&]<typename Record>(const char*, const std::vector<Record>& list) {
    if (Record::type().kind == kind)
      for (const auto& record : list) visit(record);
  };
  go_through("services", all.services);
  for_each_continuity_list(all, go_through);
}

/// "activity:12": what a row stands for.
std::string record_row_key(std::string_view kind, std::int64_t id);
struct RowRecord {
  std::string kind;
  std::int64_t id = 0;
};
std::optional<RowRecord> row_record(std::string_view key);
/// The number of the record with that reference, code or key; 0: there is none.
std::int64_t record_number(const ContinuityMap& map, std::string_view kind, std::string_view reference);

/// Reference, name, the other fields of the list; of what promises depend on, the state too. `words`: only those that hold them all in some field.
ListRows continuity_rows(const ContinuityMap& map, std::string_view kind, std::string_view words = {});

/// “ACT1 – Urgences”; of a record without reference what tells it from others.
std::string continuity_title(const RecordKind& kind, const RecordView& record);
RecordWays continuity_ways();

/// What a new record of the kind starts from: a free reference and, of a step or an impact, what it belongs to.
Assignments proposed_in_continuity(const Workspace& workspace, const RecordKind& kind, Assignments more = {});

} // namespace hdskit::gui
