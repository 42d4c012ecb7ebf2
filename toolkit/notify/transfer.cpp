#include "toolkit/notify/transfer.hpp"

#include "toolkit/base/file.hpp"
#include "toolkit/base/problem.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/notify/deadline_words.hpp"

#include <algorithm>
#include <new>

namespace hdskit {
namespace {

constexpr std::size_t most_head = 64 << 10, most_body = 1 << 20; // bytes; what these servers answer is far below
constexpr std::uint64_t most_authorities = 8u << 20;

CURL* new_handle() {
  static const CURLcode ready = curl_global_init(CURL_GLOBAL_DEFAULT);
  auto* handle = ready == CURLE_OK ? curl_easy_init() : nullptr;
  if (!handle) throw std::bad_alloc{};
  return handle;
}

using Url = std::unique_ptr<CURLU, decltype(&curl_url_cleanup)>;

std::string part(const Url& url, CURLUPart which) {
  char* text = nullptr;
  if (curl_url_get(url.get(), which, &text, CURLU_DEFAULT_PORT) != CURLUE_OK) return {};
  const std::unique_ptr<char, decltype(&curl_free)> owner{text, curl_free};
  return text;
}

bool is_loopback(const std::string& host) {
  if (host == "localhost" || host == "[::1]") return true;
  return host.starts_with("127.") && host.find_first_not_of("0123456789.") == std::string::npos;
}

} // namespace

ServerAddress address_of(const std::string& url, std::initializer_list<std::string_view> schemes) {
  const Url parsed{curl_url(), curl_url_cleanup};
  const auto code = curl_url_set(parsed.get(), CURLUPART_URL, url.c_str(), 0);
  ServerAddress address{part(parsed, CURLUPART_SCHEME), part(parsed, CURLUPART_HOST), part(parsed, CURLUPART_PORT)};
  if (code != CURLUE_OK || address.host.empty() || std::ranges::find(schemes, address.scheme) == schemes.end())
    throw Problem{ProblemKind::bad_input, url, tr("“{1}” is no address of such a server.", {plain_line(url)}),
                  tr("It looks like {1}://server.example/.", {*schemes.begin()})};
  if (!part(parsed, CURLUPART_USER).empty() || !part(parsed, CURLUPART_PASSWORD).empty())
    throw Problem{ProblemKind::bad_input, address.host, tr("The address holds a user or a password."),
                  tr("Give them apart: others can see the command line and the workspace.")};
  address.loopback = is_loopback(address.host);
  return address;
}

std::string resolved(const std::string& base, const std::string& link) {
  const Url url{curl_url(), curl_url_cleanup};
  const bool done =
      curl_url_set(url.get(), CURLUPART_URL, base.c_str(), 0) == CURLUE_OK && curl_url_set(url.get(), CURLUPART_URL, link.c_str(), 0) == CURLUE_OK;
  return done ? part(url, CURLUPART_URL) : std::string{};
}

Transfer::Transfer(const ServerAccess& access, const char* protocols, const Progress& progress)
    : url_{access.url}, progress_{progress}, handle_{new_handle(), curl_easy_cleanup} {
  auto* curl = handle();
  const auto set = [curl](CURLoption option, auto value) {
    if (const auto code = curl_easy_setopt(curl, option, value); code != CURLE_OK) throw std::runtime_error{curl_easy_strerror(code)};
  };
  const long milliseconds = static_cast<long>(access.timeout.count());
  set(CURLOPT_ERRORBUFFER, reason_);
  set(CURLOPT_PROTOCOLS_STR, protocols);
  set(CURLOPT_FOLLOWLOCATION, 0L);
  set(CURLOPT_PROXY, "");
  set(CURLOPT_NETRC, static_cast<long>(CURL_NETRC_IGNORED));
  set(CURLOPT_NOSIGNAL, 1L);
  set(CURLOPT_CONNECTTIMEOUT_MS, milliseconds);
  set(CURLOPT_TIMEOUT_MS, milliseconds);
  set(CURLOPT_SSL_VERIFYPEER, 1L);
  set(CURLOPT_SSL_VERIFYHOST, 2L);
  set(CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
  if (!access.ca_file.empty()) {
    read_file(access.ca_file, most_authorities); // libcurl would not say which of rights and absence it is
    set(CURLOPT_CAINFO, access.ca_file.c_str());
    set(CURLOPT_CAPATH, static_cast<const char*>(nullptr));
  }
  if (!access.user.empty()) {
    set(CURLOPT_USERNAME, access.user.c_str());
    set(CURLOPT_PASSWORD, access.password.c_str());
  }
  set(CURLOPT_HEADERFUNCTION, &Transfer::take_head);
  set(CURLOPT_HEADERDATA, static_cast<void*>(this));
  set(CURLOPT_WRITEFUNCTION, &Transfer::take_body);
  set(CURLOPT_WRITEDATA, static_cast<void*>(this));
  set(CURLOPT_XFERINFOFUNCTION, &Transfer::watch);
  set(CURLOPT_XFERINFODATA, static_cast<void*>(this));
  set(CURLOPT_NOPROGRESS, 0L);
}

std::size_t Transfer::take_head(const char* bytes, std::size_t size, std::size_t count, void* self) {
  auto& head = static_cast<Transfer*>(self)->head_;
  if (head.size() + size * count > most_head) return 0;
  head.append(bytes, size * count);
  return size * count;
}

std::size_t Transfer::take_body(const char* bytes, std::size_t size, std::size_t count, void* self) {
  auto& body = static_cast<Transfer*>(self)->body_;
  if (body.size() + size * count > most_body) return 0;
  body.append(bytes, size * count);
  return size * count;
}

int Transfer::watch(void* self, curl_off_t, curl_off_t, curl_off_t, curl_off_t) {
  const auto& progress = static_cast<Transfer*>(self)->progress_;
  return progress.cancelled && progress.cancelled() ? 1 : 0;
}

CURLcode Transfer::perform() {
  head_.clear();
  body_.clear();
  reason_[0] = '\0';
  const auto code = curl_easy_perform(handle());
  progress_.stop_if_cancelled();
  return code;
}

long Transfer::answer_code() const {
  long code = 0;
  curl_easy_getinfo(handle(), CURLINFO_RESPONSE_CODE, &code);
  return code;
}

void Transfer::fail(CURLcode code) const {
  const std::string reason = plain_line(reason_[0] ? reason_ : curl_easy_strerror(code));
  switch (code) {
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CACERT_BADFILE:
      throw Problem{ProblemKind::refused, url_, tr("The certificate of the server “{1}” cannot be trusted: {2}.", {url_, reason}),
                    tr("Give the certificate of the hospital’s own authority with --ca-file.")};
    case CURLE_USE_SSL_FAILED:
      throw Problem{ProblemKind::refused, url_, tr("The server “{1}” offers no encryption.", {url_}), tr("Name one that does, for example with smtps://.")};
    case CURLE_LOGIN_DENIED:
      throw Problem{ProblemKind::refused, url_, tr("The server “{1}” refuses this user or this password.", {url_}), tr("Check both of them.")};
    case CURLE_OPERATION_TIMEDOUT:
      throw Problem{ProblemKind::unreachable, url_, tr("The server “{1}” did not answer in time.", {url_}),
                    tr("Try again later, or wait longer with --timeout.")};
    case CURLE_WRITE_ERROR:
    case CURLE_RECV_ERROR:
    case CURLE_WEIRD_SERVER_REPLY:
      throw Problem{ProblemKind::unreachable, url_, tr("The server “{1}” answers what cannot be understood: {2}.", {url_, reason}),
                    tr("Check that the address is the one of the service.")};
    default:
      throw Problem{ProblemKind::unreachable, url_, tr("The server “{1}” cannot be reached: {2}.", {url_, reason}), tr("Check the address and the network.")};
  }
}

} // namespace hdskit
