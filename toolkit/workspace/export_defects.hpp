#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace hdskit {

/// All that is wrong with an export, each with its place: "records/site.jsonl, line 12: …".
class ExportDefects {
public:
  void report(const std::string& place, const std::string& sentence);
  bool none() const { return count_ == 0; }
  /// Throws Problem damaged with all of them (the first hundred), when there are any.
  void refuse(const std::filesystem::path& folder) const;

private:
  std::vector<std::string> sentences_;
  std::uint64_t count_ = 0;
};

} // namespace hdskit
