#pragma once

#include "toolkit/organisation/record_key.hpp"
#include "toolkit/organisation/record_kind_of.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <unordered_set>

namespace hdskit {

/// What a defect is about, for those who can point at it in a file.
struct ExaminedPlace {
  std::string kind, reference, field; ///< field: "" for the whole record; kind: "" for no record
};

/// Looks at all records of a room as a whole, before they are written at once: what RecordRules look at one by one. Sentences.
class RecordExamination {
public:
  /// A sentence about a value that a field cannot have; "" when it is fine.
  using ValueDefect = std::function<std::string(const RecordKind&, const FieldView&, const std::string& text)>;
  RecordExamination(std::span<const RecordKind> kinds, ValueDefect defect) : kinds_{kinds}, defect_{std::move(defect)} {}

  /// Takes down what may be cited, and reports what stands twice. Before all examine(). `space`: kinds that share their references give the same word.
  template <typename Record> void know(const std::vector<Record>& list, std::string_view space) {
    auto& known = known_[std::string{Record::type().kind}];
    auto& taken = taken_[std::string{space}];
    for (const auto& record : list) {
      const auto key = folded_key(record);
      known.insert(key);
      if (taken.insert(key).second) continue;
      report(tr("{1} {2}: this reference is given twice.", {tr(Record::type().label), name_of(record)}),
             {std::string{Record::type().kind}, name_of(record), "reference"});
    }
  }

  /// Required fields, limits of texts, values, citations.
  template <typename Record> void examine(const Record& record) {
    const auto& kind = *std::ranges::find(kinds_, Record::type().kind, &RecordKind::word);
    const auto values = view_of(record).values;
    for (std::size_t i = 0; i < values.size(); ++i) examine_field(kind, name_of(record), kind.fields[i], values[i]);
  }

  void report(std::string sentence, ExaminedPlace place = {});
  /// Not when it is empty.
  void report_in(const RecordKind& kind, const std::string& reference, const std::string& sentence, std::string_view field = {});
  const std::vector<std::string>& defects() const { return defects_; }
  const std::vector<ExaminedPlace>& places() const { return places_; } ///< of each defect

private:
  template <typename Record> static std::string name_of(const Record& record) {
    if constexpr (requires { record.reference; }) return record.reference;
    else return folded_key(record);
  }
  void examine_field(const RecordKind& kind, const std::string& reference, const FieldView& field, const std::string& text);
  bool is_there(const std::vector<std::string>& kinds, const std::string& reference) const;

  std::span<const RecordKind> kinds_;
  ValueDefect defect_;
  std::map<std::string, std::unordered_set<std::string>> known_, taken_; // folded keys by kind, by space
  std::vector<std::string> defects_;
  std::vector<ExaminedPlace> places_;
};

} // namespace hdskit
