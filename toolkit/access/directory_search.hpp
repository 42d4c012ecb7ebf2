#pragma once

#include "toolkit/access/directory_probe.hpp"
#include "toolkit/access/fhir_bundle_reader.hpp"

#include <set>

namespace hdskit {

/// One search after the other in the directory: keeps the rate, waits where the server says so, follows the pages of its own interface alone.
class DirectorySearch {
public:
  explicit DirectorySearch(const DirectoryOrder& order);
  /// All pages of POST <address>/<resource>/_search with this form, each given to `take`. Throws what ask_directory throws.
  void run(const std::string& resource, const std::string& form, const std::function<void(const FhirPage&)>& take);

private:
  DirectoryReply call(const std::string& url, const std::string* form);
  void keep_pace();
  std::string page_after(const FhirPage& page, std::set<std::string>& seen) const;
  [[noreturn]] void refuse_status(const DirectoryReply& reply) const;
  std::string without_key(std::string text) const;

  const DirectoryOrder& order_;
  std::string base_; ///< the address without a slash at its end
  DirectoryConnection connection_;
  std::optional<std::chrono::steady_clock::time_point> next_call_;
};

} // namespace hdskit
