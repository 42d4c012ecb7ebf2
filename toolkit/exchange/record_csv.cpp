#include "toolkit/exchange/record_csv.hpp"

namespace hdskit {

std::string export_kind(const Workspace& workspace, const RecordKind& kind) {
  std::vector<std::string> headings{"id"};
  for (const auto& field : kind.fields) headings.emplace_back(field.name);
  std::vector<std::vector<std::string>> rows;
  for (auto& record : kind.all(workspace)) {
    record.values.insert(record.values.begin(), std::to_string(record.id));
    rows.push_back(std::move(record.values));
  }
  return write_csv(headings, rows);
}

} // namespace hdskit
