#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace hdskit {

/// What two references share that name the same record: letter case, accents and surrounding blanks set aside.
std::string reference_key(std::string_view reference);

/// Records of one kind by their references, letter case and accents aside; the first one when a reference stands twice. Points into the list.
template <typename Record> class ByReference {
public:
  explicit ByReference(const std::vector<Record>& records) {
    records_.reserve(records.size());
    for (const auto& record : records)
      if (auto key = reference_key(record.reference); !key.empty()) records_.emplace(std::move(key), &record);
  }
  const Record* find(std::string_view reference) const {
    const auto found = records_.find(reference_key(reference));
    return found == records_.end() ? nullptr : found->second;
  }

private:
  std::unordered_map<std::string, const Record*> records_;
};

} // namespace hdskit
