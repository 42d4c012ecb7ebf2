#include "toolkit/exchange/import_citations.hpp"

#include "toolkit/base/text.hpp"
#include "toolkit/organisation/by_reference.hpp"
#include "toolkit/organisation/cited_records.hpp"

#include <algorithm>
#include <memory>

namespace hdskit {

bool CitableReferences::has(const FieldView& field, const std::string& reference) {
  auto [place, fresh] = known_.try_emplace(std::string{field.refers_to});
  if (fresh)
    for (const auto& [cited, name] : lookup_(field.refers_to)) place->second.insert(reference_key(cited));
  return place->second.contains(reference_key(reference));
}

void CitableReferences::find_lost(const RecordKind& kind, const std::vector<std::string>& values, FieldDefects& defects) {
  for (std::size_t i = 0; i < values.size(); ++i) {
    const auto& field = kind.fields[i];
    if (field.refers_to.empty() || field.refers_to == kind.word) continue;
    for (const auto& reference : citations_in(field, values[i]))
      if (!has(field, reference)) defects.emplace_back(field.name, dangling_citation(field, reference));
  }
}

void CitableReferences::refuse_lost(const RecordKind& kind, RecordImport& import) {
  std::unordered_set<std::string> planned;
  for (const auto& record : import.planned) planned.insert(reference_key(record.reference));
  for (const auto& record : import.planned)
    for (const auto& [name, text] : record.values) {
      const auto& field = kind.fields[kind.index_of(name)];
      if (field.refers_to != kind.word) continue;
      for (const auto& reference : citations_in(field, text))
        if (!planned.contains(reference_key(reference)) && !has(field, reference))
          import.refused.push_back({record.line, 0, dangling_citation(field, reference)});
    }
}

void order_by_citation(const RecordKind& kind, std::vector<PlannedRecord>& planned) {
  std::unordered_map<std::string, std::size_t> places;
  for (std::size_t i = 0; i < planned.size(); ++i) places.emplace(reference_key(planned[i].reference), i);
  std::vector<PlannedRecord> ordered;
  std::vector<bool> taken(planned.size());
  const std::function<void(std::size_t)> take = [&](std::size_t at) {
    if (taken[at]) return;
    taken[at] = true;
    for (const auto& [name, text] : planned[at].values)
      if (const auto& field = kind.fields[kind.index_of(name)]; field.refers_to == kind.word)
        for (const auto& reference : citations_in(field, text))
          if (const auto found = places.find(reference_key(reference)); found != places.end()) take(found->second);
    ordered.push_back(std::move(planned[at]));
  };
  for (std::size_t i = 0; i < planned.size(); ++i) take(i);
  planned = std::move(ordered);
}

std::function<std::string()> references_from(const std::string& first) {
  const auto digits = first.find_last_not_of("0123456789") + 1;
  auto number = std::make_shared<std::int64_t>(digits < first.size() ? std::stoll(first.substr(digits)) : 1);
  return [prefix = first.substr(0, digits), number] { return prefix + std::to_string((*number)++); };
}

} // namespace hdskit
