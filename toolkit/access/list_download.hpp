#pragma once

#include "toolkit/base/progress.hpp"

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <string>

namespace hdskit {

/// What is asked of a server that publishes a revocation list.
struct ListRequest {
  std::string url;                                               ///< http, https or ldap, as web_address.hpp accepts it
  std::string proxy;                                             ///< http://host:port; "": none, whatever the environment says
  std::string etag, modified;                                    ///< of the list that is there already: the server may answer that nothing has changed
  std::filesystem::path target;                                  ///< where the bytes are put, once all of them came
  std::uint64_t limit = 512u << 20;                              ///< bytes
  std::chrono::milliseconds patience = std::chrono::minutes{10}; ///< of the whole
  std::chrono::seconds stall = std::chrono::seconds{30};         ///< without a byte
  Progress progress;
};

struct ListReply {
  bool unchanged = false; ///< nothing was put at `target`
  std::string etag, modified;
};

/// Redirections are followed on the same server alone. Throws Problem unreachable (no answer, a status that is none, bytes cut short), refused (a redirection
/// to another server), no_space (more than the limit), cancelled; nothing stands at `target` then.
ListReply download_list(const ListRequest& request);

} // namespace hdskit
