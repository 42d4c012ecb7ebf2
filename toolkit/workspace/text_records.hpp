#pragma once

#include "toolkit/workspace/journalled_tables.hpp"
#include "toolkit/workspace/record_json.hpp"
#include "toolkit/workspace/workspace.hpp"

#include <map>

namespace hdskit {

/// The rows of the journalled tables as texts by column, whatever their type, inside a change: what it writes goes to the journal as always.
class TextRecords {
public:
  explicit TextRecords(Change& change) : change_{change} {}

  /// Every column but the key.
  std::optional<RecordTexts> find(const JournalledTable& table, const std::string& key);
  void add(const JournalledTable& table, const std::string& key, const RecordTexts& texts);
  void edit(const JournalledTable& table, const std::string& key, const RecordTexts& texts);
  void remove(const JournalledTable& table, const std::string& key);

  const std::vector<std::string>& columns(const JournalledTable& table);

private:
  Row values(const JournalledTable& table, const RecordTexts& texts);

  Change& change_;
  std::map<const JournalledTable*, std::vector<std::string>> columns_;
};

/// The text of a field; "" when it is absent.
const std::string& text_at(const RecordTexts& texts, std::string_view name);

} // namespace hdskit
