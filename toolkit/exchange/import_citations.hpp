#pragma once

#include "toolkit/exchange/record_import.hpp"

#include <unordered_map>
#include <unordered_set>

namespace hdskit {

// Tables whose rows cite records by reference.

using FieldDefects = std::vector<std::pair<std::string, std::string>>; ///< field, sentence

/// The references that fields may cite, read once.
class CitableReferences {
public:
  using Lookup = std::function<std::vector<std::pair<std::string, std::string>>(std::string_view kinds)>; ///< reference and name
  explicit CitableReferences(Lookup lookup) : lookup_{std::move(lookup)} {}

  bool has(const FieldView& field, const std::string& reference);
  /// What the values of a row cite that is not there. Records of the row's own kind are passed over: they may follow in the table.
  void find_lost(const RecordKind& kind, const std::vector<std::string>& values, FieldDefects& defects);
  /// Refuses planned rows that cite a record of their own kind that neither the workspace nor the table has.
  void refuse_lost(const RecordKind& kind, RecordImport& import);

private:
  Lookup lookup_;
  std::unordered_map<std::string, std::unordered_set<std::string>> known_;
};

/// Records that cite others of their own kind come after them; a circle is cut anywhere.
void order_by_citation(const RecordKind& kind, std::vector<PlannedRecord>& planned);

/// For ImportRules: "R13", "R14", … from the first free one on; preview_records passes over those that the table itself gives.
std::function<std::string()> references_from(const std::string& first);

} // namespace hdskit
