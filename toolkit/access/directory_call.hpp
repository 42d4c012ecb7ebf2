#pragma once

#include "toolkit/base/progress.hpp"

#include <chrono>
#include <memory>
#include <string>

namespace hdskit {

/// How the directory's interface is reached.
struct DirectoryAccess {
  std::string key;                                               ///< sent as ESANTE-API-KEY to the interface alone, never to a proxy
  std::string ca_file;                                           ///< PEM; "": the authorities of the system
  std::string proxy;                                             ///< http://host:port; "": none, whatever the environment says
  std::chrono::milliseconds patience = std::chrono::seconds{30}; ///< of one call: the interface itself gives up after as long
};

struct DirectoryReply {
  long status = 0;
  std::string body;
  std::chrono::seconds retry_after{0}; ///< 0 when nothing was said
};

/// One HTTPS connection to the interface, used again from call to call. No redirection is followed; the certificate of the server is always verified.
class DirectoryConnection {
public:
  DirectoryConnection(const DirectoryAccess& access, const Progress& progress);
  ~DirectoryConnection();
  DirectoryConnection(const DirectoryConnection&) = delete;
  DirectoryConnection& operator=(const DirectoryConnection&) = delete;

  // Throw Problem unreachable (no answer, bytes cut short, time is up), no_space (more than a page may have), cancelled.
  DirectoryReply post(const std::string& url, const std::string& form);
  DirectoryReply get(const std::string& url);

private:
  class Transfer;
  std::unique_ptr<Transfer> transfer_;
};

} // namespace hdskit
