#pragma once

#include "cli/json.hpp"
#include "toolkit/base/field.hpp"
#include "toolkit/workspace/workspace.hpp"

#include <string>
#include <utility>
#include <vector>

namespace hdskit::cli {

// The record types of the organisation seen without their C++ types, so that six commands serve all kinds.

struct FieldView {
  std::string_view name;
  const char* label;
  FieldKind kind;
  bool required;
  std::span<const Choice> choices;
};

struct RecordView {
  std::int64_t id = 0;
  std::vector<std::string> values; ///< one text per field
};

using Assignments = std::vector<std::pair<std::string, std::string>>; ///< field name and text

struct RecordKind {
  std::string_view word; ///< "site"
  const char* label;     ///< marked message
  std::vector<FieldView> fields;
  std::vector<std::string_view> columns; ///< of the list; the first one names the record for people
  std::vector<RecordView> (*all)(const Workspace&);
  RecordView (*find)(const Workspace&, std::int64_t id);
  std::int64_t (*add)(Change&, const Assignments&);
  void (*edit)(Change&, std::int64_t id, const Assignments&);
  void (*remove)(Change&, std::int64_t id);
  std::string (*table)(const Workspace&); ///< all records as CSV

  std::size_t index_of(std::string_view field) const; ///< throws Problem bad_input with the closest field
};

/// In the order of the dossier. Their words are also the choices of the operand KIND.
std::span<const RecordKind> record_kinds();
const RecordKind& record_kind(std::string_view word);

/// The words of all kinds, as data for options.
inline constexpr std::string_view record_words[] = {"entity", "site", "service", "client", "contract", "person", "mandate", "subcontractor"};

/// What people call a record: its name, its reference, the label of its role.
std::string title_of(const RecordKind& kind, const RecordView& record);

/// By number or by name (letter case and accents aside). Throws Problem not_found, or bad_input when several bear that name.
RecordView find_by_words(const Workspace& workspace, const RecordKind& kind, const std::string& words);

/// Reads "field=value" words; a reference may be given by name. Throws Problem bad_input.
Assignments read_assignments(const Workspace& workspace, const RecordKind& kind, const std::vector<std::string>& words);

/// As people read it: the label of a choice, the name of what is referred to.
std::string shown_value(const Workspace& workspace, const FieldView& field, const std::string& text);

/// Numbers as numbers, lists as arrays, what is empty and no text as null.
json::object record_json(const RecordKind& kind, const RecordView& record);
json::value field_json(FieldKind kind, const std::string& text);

/// The records that refer to this one, by name: it cannot be removed as long as there are any.
std::vector<std::string> referring_to(const Workspace& workspace, const RecordKind& kind, std::int64_t id);

} // namespace hdskit::cli
