#pragma once

#include "toolkit/base/field.hpp"
#include "toolkit/workspace/workspace.hpp"

#include <string>
#include <utility>
#include <vector>

namespace hdskit {

// The record types of the organisation seen without their C++ types, so that six commands and one page serve all kinds.

struct FieldView {
  std::string_view name;
  const char* label; ///< marked message
  FieldKind kind;
  bool required;
  std::span<const Choice> choices;
  std::string_view refers_to = {}; ///< see Field
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
  /// The text as it would be stored: "4h" gives "4 h". Throws Problem bad_input when the field cannot hold it, or must not be empty.
  std::string (*normalised)(std::size_t field, std::string_view text);

  std::size_t index_of(std::string_view field) const; ///< throws Problem bad_input with the closest field
};

/// In the order of the dossier.
std::span<const RecordKind> record_kinds();
const RecordKind& record_kind(std::string_view word); ///< throws Problem bad_input

/// The kind that a reference leads to, or nullptr when the field is none.
const RecordKind* kind_referred_to(const FieldView& field);

/// What people call a record: its name, its reference, the label of its role.
std::string title_of(const RecordKind& kind, const RecordView& record);

/// As people read it: the label of a choice, the name of what is referred to.
std::string shown_value(const Workspace& workspace, const FieldView& field, const std::string& text);

/// The records that refer to this one, by name: it cannot be removed as long as there are any.
std::vector<std::string> referring_to(const Workspace& workspace, const RecordKind& kind, std::int64_t id);

} // namespace hdskit
