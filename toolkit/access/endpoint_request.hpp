#pragma once

#include "toolkit/access/endpoint_cases.hpp"
#include "toolkit/access/tls_messages.hpp"

#include <chrono>
#include <filesystem>
#include <memory>
#include <span>

namespace hdskit {

/// The one address that is asked. Nothing else is ever contacted: no proxy, no redirection.
struct EndpointTarget {
  std::string url;                                              ///< https://host[:port]/path
  std::filesystem::path server_ca;                              ///< authorities that prove the server, PEM
  std::chrono::milliseconds timeout = std::chrono::seconds{15}; ///< of one question, connection and answer together
  /// How long a server of TLS 1.3 is listened to before the request is sent: it refuses a certificate only after the handshake, and bytes sent to a connection
  /// that it has closed would make the refusal unreadable.
  std::chrono::milliseconds hearing = std::chrono::milliseconds{400};
};

struct EndpointAddress {
  std::string host, port, authority, path; ///< authority: as in the header Host
};
/// Throws Problem bad_input for an address that is not https, or that holds a user or a password.
EndpointAddress endpoint_address(const std::string& url);

/// A session of TLS that a server gave us, kept to be resumed.
class TlsSession {
public:
  unsigned long seconds() const; ///< how long the server says that it lives
  struct Kept;
  std::shared_ptr<Kept> kept;
  explicit operator bool() const { return kept != nullptr; }
};

struct EndpointQuestion {
  TlsVersion version = TlsVersion::tls_1_3;
  std::filesystem::path certificate, key; ///< PEM, the certificate first and its chain after it; empty: none
  std::vector<std::string> headers;       ///< "X-Client-Cert: …"
  TlsSession resume;                      ///< offered to the server when there is one
  bool keep_session = false;
};

struct EndpointReply {
  EndpointAnswer answer;
  TlsSession session; ///< the last one that the server gave, if it was to be kept
};

/// One connection, one request, always new. Throws Problem refused when the server's certificate is not proven by `server_ca`: then nothing that is seen is
/// the hospital's; bad_input for a certificate or key of ours that cannot be used.
EndpointReply ask_endpoint(const EndpointTarget& target, const EndpointQuestion& question);

/// Says the first words of TLS with these suites and hears the answer; the connection goes no further.
struct HelloReply {
  bool connected = false;
  std::optional<HelloAnswer> answer;
  bool closed = false; ///< by the server, instead of an answer: it does not go along
  std::string failure;
};
HelloReply say_hello(const EndpointTarget& target, std::uint16_t version, std::span<const std::uint16_t> suites);

} // namespace hdskit
