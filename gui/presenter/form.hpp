#pragma once

#include "toolkit/base/problem.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/organisation/record_kind.hpp"
#include "toolkit/workspace/record_store.hpp"

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hdskit::gui {

/// What a field may be set to.
struct FormChoice {
  std::string value, label; ///< what is stored, and what people read
  bool operator==(const FormChoice&) const = default;
};

/// One line of a form.
struct FormField {
  std::string name, label; ///< label is translated
  FieldKind kind = FieldKind::text;
  bool required = false;
  std::vector<FormChoice> choices;                        ///< closed list: choices and references, "" first when it may be empty; what may be cited
  std::function<std::string(std::string_view)> normalise; ///< the text as stored; throws Problem; none: any text is right
  bool read_only = false;
  std::string hint;            ///< what is expected
  std::size_t full_length = 0; ///< characters of a complete value, spaces aside; 0: any number. A fault is told once so many are typed
  bool cites = false;          ///< the text names records by their references, one or (`several`) parted by semicolons; `choices` are what is there
  bool several = false;
  std::string heading = {}; ///< of the part of the form that begins with this field
  /// Only of use while another field has this value; otherwise it is not shown, and keeps what it has.
  struct Condition {
    std::string field, value;
    bool operator==(const Condition&) const = default;
  } only_with = {};
};

/// What is being typed, beside the values it started from. Values are texts as they are stored; what a control holds is the same in the person's
/// own writing (dates).
class Form {
public:
  explicit Form(std::vector<FormField> fields);

  const std::vector<FormField>& fields() const { return fields_; }
  const std::vector<std::string>& started() const { return started_; }

  /// Forgets what was typed.
  void start(std::vector<std::string> values);
  /// An empty form for a new record: the first word of each choice that may not be empty.
  void start_empty();
  /// The same fields with other choices: a record that may be referred to came or went. Nothing typed is touched.
  void offer(const std::vector<FormField>& fields);
  /// The record has other values meanwhile: fields that were not touched follow, the others keep what was typed and what they started from,
  /// so that merge_values() finds the conflict. Tells which fields followed.
  std::vector<std::size_t> follow(const std::vector<std::string>& values);

  void type(std::size_t field, std::string text); ///< the person typed; `text` is the whole content of the control
  void leave(std::size_t field);                  ///< the keyboard went elsewhere: the fault may be told now
  void tell_all();                                ///< the person wants to save: every fault is told

  const std::string& shown(std::size_t field) const { return typed_.at(field); } ///< the content of the control
  std::string value(std::size_t field) const;                                    ///< normalised where valid
  std::vector<std::string> values() const;
  std::string fault(std::size_t field) const;      ///< sentence, or ""
  std::string told_fault(std::size_t field) const; ///< the fault, once it is time to tell it
  bool in_use(std::size_t field) const;            ///< FormField::only_with, as it is typed
  std::string hint(std::size_t field) const;       ///< what is expected; where records are cited: which ones, in words
  bool touched(std::size_t field) const { return value(field) != started_.at(field); }
  bool changed() const;
  bool valid() const { return !first_fault(); }
  std::optional<std::size_t> first_fault() const;
  /// Names and values of the fields that differ from what they started from.
  Assignments assignments() const;

private:
  std::string meant(std::size_t field) const; ///< what is typed, without blanks around it; references instead of titles

  std::vector<FormField> fields_;
  std::vector<std::string> started_, typed_;
  std::vector<bool> told_;
};

/// A stored value as a control holds it: dates as 22/11/2026 in French.
std::string text_in_control(const FormField& field, const std::string& value);
/// A stored value as people read it: the label of a choice too.
std::string text_to_read(const FormField& field, const std::string& value);
std::string shown_date(const std::string& iso); ///< 22/11/2026 in French; what is no date stays as it is

/// The records of these kinds (words parted by spaces) that others may cite: reference, and title as people read it ("ER1 – Dossiers divulgués").
using CitedRecords = std::function<std::vector<FormChoice>(const Workspace& workspace, std::string_view kinds)>;

/// The fields of a kind; references to the organisation are offered by name, citations as `cited` knows them.
std::vector<FormField> form_fields(const Workspace& workspace, const RecordKind& kind, const CitedRecords& cited = {});

/// Makes of a text or list one that cites `records`; see citation.hpp.
void make_citing(FormField& field, std::vector<FormChoice> records);

/// The line of one field of a record table, with the hint of its kind. `normalise` may throw the Problem of the field.
FormField form_field(const FieldView& field, std::function<std::string(std::string_view)> normalise);

/// The fields of any other record; references are left as numbers for the page to give choices to.
template <typename Record> std::vector<FormField> form_fields() {
  std::vector<FormField> result;
  for (const auto& field : Record::type().fields)
    result.push_back(form_field({field.name, field.label, field.kind, field.required, field.choices, field.refers_to}, [&field](std::string_view text) {
      if (field.required && text.empty()) record_rows::refuse_missing_field(Record::type().kind, field.label);
      Record record;
      field.set(record, text);
      return field.get(record);
    }));
  return result;
}

} // namespace hdskit::gui
