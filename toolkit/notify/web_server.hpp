#pragma once

#include "toolkit/notify/transfer.hpp"

#include <optional>
#include <vector>

namespace hdskit {

struct WebReply {
  long status = 0;
  std::string etag; ///< "" when the server tells none
};

/// One web server, with the connection kept open between requests.
class WebServer {
public:
  /// Throws Problem bad_input unless the address is https, or http on this machine itself.
  WebServer(const ServerAccess& access, const Progress& progress);

  struct Request {
    const char* method;
    std::string path;                      ///< below the URL of the server; "" for itself
    std::vector<std::string> headers = {}; ///< "If-Match: …"
    std::optional<std::string> body = {};
  };
  /// Follows redirects on the same server. Throws Problem unreachable or refused; a status is the caller's to judge.
  WebReply ask(const Request& request);

private:
  WebReply ask_at(const std::string& url, const Request& request);
  std::string redirected(const std::string& from) const;

  std::string url_; ///< ends with '/'
  ServerAddress address_;
  Transfer transfer_;
};

} // namespace hdskit
