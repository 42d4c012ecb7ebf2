#include "toolkit/access/endpoint_request.hpp"

#include "toolkit/access/endpoint_connection.hpp"
#include "toolkit/base/child_process.hpp"
#include "toolkit/base/digest.hpp"
#include "toolkit/base/problem.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"

#include <openssl/ssl.h>

#include <charconv>

namespace hdskit {

// Of OpenSSL only what is in libssl is called here: libcurl speaks through the shared libcrypto, and this program holds a libcrypto of its own.
struct TlsSession::Kept {
  SSL_SESSION* session;
  explicit Kept(SSL_SESSION* given) : session{given} {}
  ~Kept() { SSL_SESSION_free(session); }
  Kept(const Kept&) = delete;
  Kept& operator=(const Kept&) = delete;
};

unsigned long TlsSession::seconds() const {
  if (!kept) return 0;
  return SSL_SESSION_has_ticket(kept->session) ? SSL_SESSION_get_ticket_lifetime_hint(kept->session)
                                               : static_cast<unsigned long>(SSL_SESSION_get_timeout(kept->session));
}

namespace {

constexpr std::size_t most_answer = 1 << 20; // bytes; what is judged stands at the front

/// What one connection shows of itself through the callbacks of OpenSSL.
struct Watched {
  const EndpointQuestion& question;
  EndpointReply reply;
  bool server_distrusted = false;
};

void see_alert(Watched& watched, bool ours, const unsigned char* bytes, std::size_t size) {
  constexpr unsigned char fatal = 2;
  constexpr int unknown_authority = 48, bad_certificate = 42, expired = 45;
  if (size != 2 || bytes[0] != fatal) return;
  if (!ours) watched.reply.answer.alert = bytes[1];
  else if (bytes[1] == unknown_authority || bytes[1] == bad_certificate || bytes[1] == expired) watched.server_distrusted = true;
}

void see_handshake(Watched& watched, bool ours, std::string_view message) {
  constexpr char server_hello = 2, certificate = 11, certificate_request = 13;
  const std::size_t empty_certificate = watched.question.version == TlsVersion::tls_1_3 ? 8 : 7; // heads of the message and of the lists alone
  auto& answer = watched.reply.answer;
  if (message.empty()) return;
  if (ours) {
    if (message[0] == certificate) answer.certificate_sent = message.size() > empty_certificate;
    return;
  }
  if (message[0] == server_hello) answer.server_spoke = true;
  if (message[0] != certificate_request) return;
  answer.certificate_requested = true;
  answer.authorities = requested_authorities(message, watched.question.version == TlsVersion::tls_1_3);
}

void on_message(int ours, int, int content, const void* bytes, std::size_t size, SSL*, void* self) {
  auto& watched = *static_cast<Watched*>(self);
  if (content == SSL3_RT_ALERT) see_alert(watched, ours != 0, static_cast<const unsigned char*>(bytes), size);
  if (content == SSL3_RT_HANDSHAKE) see_handshake(watched, ours != 0, {static_cast<const char*>(bytes), size});
}

Watched& watched_of(const SSL* ssl) { return *static_cast<Watched*>(SSL_CTX_get_ex_data(SSL_get_SSL_CTX(ssl), 0)); }

int on_session(SSL* ssl, SSL_SESSION* session) {
  watched_of(ssl).reply.session.kept = std::make_shared<TlsSession::Kept>(session);
  return 1; // it is ours now
}

/// The one moment at which libcurl has made the connection's SSL and has said nothing yet.
void on_state(const SSL* ssl, int where, int) {
  auto& watched = watched_of(ssl);
  if ((where & SSL_CB_HANDSHAKE_START) != 0 && !watched.reply.answer.server_spoke && watched.question.resume)
    SSL_set_session(const_cast<SSL*>(ssl), watched.question.resume.kept->session);
  if ((where & SSL_CB_HANDSHAKE_DONE) != 0) watched.reply.answer.resumed = SSL_session_reused(ssl) == 1;
}

CURLcode on_context(CURL*, void* given, void* self) {
  auto* context = static_cast<SSL_CTX*>(given);
  auto& watched = *static_cast<Watched*>(self);
  SSL_CTX_set_msg_callback(context, on_message);
  SSL_CTX_ctrl(context, SSL_CTRL_SET_MSG_CALLBACK_ARG, 0, self);
  SSL_CTX_set_ex_data(context, 0, self);
  SSL_CTX_set_info_callback(context, on_state);
  if (watched.question.version == TlsVersion::tls_1_2) SSL_CTX_ctrl(context, SSL_CTRL_SET_MAX_PROTO_VERSION, TLS1_2_VERSION, nullptr);
  SSL_CTX_set_post_handshake_auth(context, 1); // Apache asks for the certificate of one folder after the handshake
  SSL_CTX_clear_options(context, SSL_OP_NO_TICKET);
  if (watched.question.keep_session) {
    SSL_CTX_ctrl(context, SSL_CTRL_SET_SESS_CACHE_MODE, SSL_SESS_CACHE_CLIENT | SSL_SESS_CACHE_NO_INTERNAL, nullptr);
    SSL_CTX_sess_set_new_cb(context, on_session);
  }
  return CURLE_OK;
}

void prepare(EndpointConnection& connection, const EndpointTarget& target, const EndpointQuestion& question, Watched& watched) {
  connection.set(CURLOPT_PROTOCOLS_STR, "https");
  connection.set(CURLOPT_HTTP_VERSION, static_cast<long>(CURL_HTTP_VERSION_1_1));
  connection.set(CURLOPT_SSL_VERIFYPEER, 1L);
  connection.set(CURLOPT_SSL_VERIFYHOST, 2L);
  connection.set(CURLOPT_CAINFO, target.server_ca.c_str());
  connection.set(CURLOPT_CAPATH, static_cast<const char*>(nullptr));
  connection.set(CURLOPT_SSL_SESSIONID_CACHE, 0L);
  connection.set(CURLOPT_SSLVERSION, question.version == TlsVersion::tls_1_2 ? long{CURL_SSLVERSION_TLSv1_2} : long{CURL_SSLVERSION_TLSv1_3});
  connection.set(CURLOPT_SSL_CTX_FUNCTION, &on_context);
  connection.set(CURLOPT_SSL_CTX_DATA, static_cast<void*>(&watched));
  if (question.certificate.empty()) return;
  connection.set(CURLOPT_SSLCERT, question.certificate.c_str());
  connection.set(CURLOPT_SSLKEY, question.key.c_str());
  connection.set(CURLOPT_KEYPASSWD, ""); // OpenSSL would ask at the terminal otherwise
}

std::string request_of(const EndpointTarget& target, const EndpointQuestion& question) {
  const auto address = endpoint_address(target.url);
  std::string request = "GET " + address.path + " HTTP/1.1\r\nHost: " + address.authority + "\r\nUser-Agent: hdskit\r\nAccept: */*\r\nConnection: close\r\n";
  for (const auto& header : question.headers) request += header + "\r\n";
  return request + "\r\n";
}

std::string resolved_location(const std::string& base, const std::string& link) {
  const std::unique_ptr<CURLU, decltype(&curl_url_cleanup)> url{curl_url(), curl_url_cleanup};
  char* text = nullptr;
  if (curl_url_set(url.get(), CURLUPART_URL, base.c_str(), 0) != CURLUE_OK || curl_url_set(url.get(), CURLUPART_URL, link.c_str(), 0) != CURLUE_OK ||
      curl_url_get(url.get(), CURLUPART_URL, &text, 0) != CURLUE_OK)
    return readable(link);
  const std::unique_ptr<char, decltype(&curl_free)> owner{text, curl_free};
  return readable(text);
}

void read_head(EndpointAnswer& answer, const std::string& base, std::string_view head) {
  const auto lines = lines_of(head);
  constexpr std::string_view protocol = "HTTP/1.";
  constexpr std::size_t place = protocol.size() + 2;
  if (lines.empty() || !lines.front().starts_with(protocol) || lines.front().size() < place + 3) return;
  std::from_chars(lines.front().data() + place, lines.front().data() + place + 3, answer.status);
  for (const auto line : lines) {
    const auto colon = line.find(':');
    if (colon != std::string_view::npos && folded(readable(line.substr(0, colon))) == "location")
      answer.location = resolved_location(base, std::string{trimmed(line.substr(colon + 1))});
  }
}

void read_answer(EndpointAnswer& answer, const std::string& base, const std::string& bytes) {
  const auto end = bytes.find("\r\n\r\n");
  if (end == std::string::npos) return;
  read_head(answer, base, std::string_view{bytes}.substr(0, end));
  answer.page = digest_of(std::string_view{bytes}.substr(end + 4)).hex();
}

[[noreturn]] void distrust(const EndpointTarget& target, const std::string& reason) {
  throw Problem{ProblemKind::refused, target.url, tr("The certificate of the server is not proven by the authorities given: {1}.", {reason}),
                tr("Give the authority of the server with --server-ca; nothing is concluded about a server that is not known.")};
}

void exchange(EndpointConnection& connection, const EndpointTarget& target, Watched& watched) {
  auto& answer = watched.reply.answer;
  std::string bytes;
  const bool open = watched.question.version != TlsVersion::tls_1_3 || connection.receive(bytes, target.hearing);
  if (open && !answer.alert && connection.send(request_of(target, watched.question)))
    while (bytes.size() < most_answer && !connection.out_of_time() && connection.receive(bytes, target.timeout)) {}
  read_answer(answer, target.url, bytes);
  if (answer.status != 0) return;
  answer.timed_out = connection.out_of_time();
  answer.failure = answer.timed_out ? tr("no answer in time") : connection.reason();
}

} // namespace

EndpointAddress endpoint_address(const std::string& url) {
  const std::unique_ptr<CURLU, decltype(&curl_url_cleanup)> parsed{curl_url(), curl_url_cleanup};
  const auto code = curl_url_set(parsed.get(), CURLUPART_URL, url.c_str(), 0);
  const auto part = [&](CURLUPart which, unsigned flags = 0) {
    char* text = nullptr;
    if (curl_url_get(parsed.get(), which, &text, flags) != CURLUE_OK) return std::string{};
    const std::unique_ptr<char, decltype(&curl_free)> owner{text, curl_free};
    return std::string{text};
  };
  EndpointAddress address{part(CURLUPART_HOST), part(CURLUPART_PORT, CURLU_DEFAULT_PORT), {}, part(CURLUPART_PATH)};
  if (code != CURLUE_OK || part(CURLUPART_SCHEME) != "https" || address.host.empty() || !part(CURLUPART_USER).empty() || !part(CURLUPART_PASSWORD).empty())
    throw Problem{ProblemKind::bad_input, url, tr("“{1}” is no address of an application that asks for a card.", {readable(url)}),
                  tr("It looks like https://application.hospital.example/, without a user or a password.")};
  const auto port = part(CURLUPART_PORT), query = part(CURLUPART_QUERY);
  address.authority = address.host + (port.empty() ? "" : ":" + port);
  if (!query.empty()) address.path += "?" + query;
  return address;
}

EndpointReply ask_endpoint(const EndpointTarget& target, const EndpointQuestion& question) {
  Watched watched{question, {}};
  EndpointConnection connection{target.url, target.timeout};
  prepare(connection, target, question, watched);
  const auto code = connection.open();
  watched.reply.answer.connected = connection.connected() || watched.reply.answer.server_spoke;
  if (code == CURLE_SSL_CERTPROBLEM && !watched.reply.answer.alert)
    throw Problem{ProblemKind::bad_input, question.certificate.string(), tr("This certificate cannot be used with its key: {1}.", {connection.reason()}),
                  tr("Give a PEM certificate, and its key in PEM without a password.")};
  if (!watched.reply.answer.alert && (watched.server_distrusted || code == CURLE_PEER_FAILED_VERIFICATION || code == CURLE_SSL_CACERT_BADFILE))
    distrust(target, connection.reason());
  if (code == CURLE_OK) exchange(connection, target, watched);
  else watched.reply.answer.failure = connection.reason();
  return std::move(watched.reply);
}

HelloReply say_hello(const EndpointTarget& target, std::uint16_t version, std::span<const std::uint16_t> suites) {
  const auto address = endpoint_address(target.url);
  EndpointConnection connection{"http://" + address.host + ":" + address.port + "/", target.timeout}; // libcurl is to speak no TLS here
  HelloReply reply;
  const auto code = connection.open();
  reply.connected = connection.connected();
  std::string bytes;
  if (code == CURLE_OK && connection.send(client_hello(version, suites, address.host)))
    while (!(reply.answer = read_hello_answer(bytes)) && bytes.size() < most_answer && !connection.out_of_time() && connection.receive(bytes, target.timeout)) {
    }
  reply.closed = reply.connected && !reply.answer && !connection.out_of_time();
  if (!reply.answer)
    reply.failure = reply.closed ? tr("the connection was closed without a word") : connection.out_of_time() ? tr("no answer in time") : connection.reason();
  return reply;
}

} // namespace hdskit
