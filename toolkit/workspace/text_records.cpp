#include "toolkit/workspace/text_records.hpp"

#include "toolkit/workspace/dialect.hpp"
#include "toolkit/workspace/record_store.hpp"
#include "toolkit/workspace/settings.hpp"

#include <algorithm>

namespace hdskit {
namespace {

constexpr std::string_view settings_table = "setting"; // the one whose key is no number: it has a store of its own
constexpr const char* setting_column = "value";

bool holds_settings(const JournalledTable& table) { return table.name == settings_table; }

std::vector<std::string_view> views(const std::vector<std::string>& columns) { return {columns.begin(), columns.end()}; }

} // namespace

const std::string& text_at(const RecordTexts& texts, std::string_view name) {
  static const std::string empty;
  const auto found = texts.find(name);
  return found == texts.end() ? empty : found->second;
}

const std::vector<std::string>& TextRecords::columns(const JournalledTable& table) {
  auto& columns = columns_[&table];
  if (columns.empty()) {
    columns = change_.workspace().dialect().columns(table.name);
    std::erase(columns, table.key);
  }
  return columns;
}

Row TextRecords::values(const JournalledTable& table, const RecordTexts& texts) {
  Row row;
  for (const auto& column : columns(table)) row.push_back(text_at(texts, column));
  return row;
}

std::optional<RecordTexts> TextRecords::find(const JournalledTable& table, const std::string& key) {
  if (holds_settings(table)) {
    const auto value = setting(change_.workspace(), key);
    return value ? std::optional{RecordTexts{{setting_column, *value}}} : std::nullopt;
  }
  const auto& names = columns(table);
  const auto rows = record_rows::find(change_.workspace(), table.name, views(names), std::stoll(key));
  if (rows.empty()) return std::nullopt;
  RecordTexts texts;
  for (std::size_t i = 0; i < names.size(); ++i) texts[names[i]] = rows[0][i + 1];
  return texts;
}

void TextRecords::add(const JournalledTable& table, const std::string& key, const RecordTexts& texts) {
  if (holds_settings(table)) set_setting(change_, key, text_at(texts, setting_column));
  else record_rows::insert(change_, table.name, views(columns(table)), std::stoll(key), values(table, texts));
}

void TextRecords::edit(const JournalledTable& table, const std::string& key, const RecordTexts& texts) {
  if (holds_settings(table)) set_setting(change_, key, text_at(texts, setting_column));
  else record_rows::update(change_, table.name, views(columns(table)), std::stoll(key), values(table, texts));
}

void TextRecords::remove(const JournalledTable& table, const std::string& key) {
  if (holds_settings(table)) remove_setting(change_, key);
  else record_rows::remove(change_, table.name, views(columns(table)), std::stoll(key));
}

} // namespace hdskit
