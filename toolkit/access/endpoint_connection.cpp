#include "toolkit/access/endpoint_connection.hpp"

#include <algorithm>
#include <new>

#include <poll.h>

namespace hdskit {
namespace {

CURL* new_handle() {
  static const CURLcode ready = curl_global_init(CURL_GLOBAL_DEFAULT);
  auto* handle = ready == CURLE_OK ? curl_easy_init() : nullptr;
  if (!handle) throw std::bad_alloc{};
  return handle;
}

} // namespace

EndpointConnection::EndpointConnection(const std::string& url, std::chrono::milliseconds timeout)
    : handle_{new_handle(), curl_easy_cleanup}, end_{std::chrono::steady_clock::now() + timeout} {
  set(CURLOPT_URL, url.c_str());
  set(CURLOPT_ERRORBUFFER, reason_);
  set(CURLOPT_CONNECT_ONLY, 1L);
  set(CURLOPT_PROXY, "");
  set(CURLOPT_NETRC, static_cast<long>(CURL_NETRC_IGNORED));
  set(CURLOPT_NOSIGNAL, 1L);
  set(CURLOPT_FRESH_CONNECT, 1L);
  set(CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(timeout.count()));
  set(CURLOPT_TIMEOUT_MS, static_cast<long>(timeout.count()));
}

CURLcode EndpointConnection::open() { return opened_ = code_ = curl_easy_perform(handle_.get()); }

bool EndpointConnection::connected() const {
  return opened_ != CURLE_COULDNT_RESOLVE_HOST && opened_ != CURLE_COULDNT_CONNECT && opened_ != CURLE_OPERATION_TIMEDOUT;
}

std::string EndpointConnection::reason() const { return reason_[0] ? reason_ : code_ == CURLE_OK ? "" : curl_easy_strerror(code_); }

std::chrono::milliseconds EndpointConnection::left() const {
  return std::chrono::duration_cast<std::chrono::milliseconds>(end_ - std::chrono::steady_clock::now());
}

bool EndpointConnection::wait(short events, std::chrono::milliseconds patience) {
  curl_socket_t socket = CURL_SOCKET_BAD;
  curl_easy_getinfo(handle_.get(), CURLINFO_ACTIVESOCKET, &socket);
  if (socket == CURL_SOCKET_BAD) return false;
  pollfd watched{socket, events, 0};
  const auto most = std::max(std::chrono::milliseconds{0}, std::min(patience, left()));
  return ::poll(&watched, 1, static_cast<int>(most.count())) > 0;
}

bool EndpointConnection::send(std::string_view bytes) {
  while (!bytes.empty()) {
    std::size_t count = 0;
    code_ = curl_easy_send(handle_.get(), bytes.data(), bytes.size(), &count);
    if (code_ == CURLE_AGAIN && wait(POLLOUT, left())) continue;
    if (code_ != CURLE_OK) return false;
    bytes.remove_prefix(count);
  }
  return true;
}

bool EndpointConnection::receive(std::string& bytes, std::chrono::milliseconds patience) {
  char buffer[16384];
  for (bool waited = false;; waited = true) {
    std::size_t count = 0;
    code_ = curl_easy_recv(handle_.get(), buffer, sizeof buffer, &count);
    if (code_ == CURLE_OK) {
      bytes.append(buffer, count);
      return count > 0;
    }
    if (code_ != CURLE_AGAIN) return false;
    if (waited || !wait(POLLIN, patience)) return true;
  }
}

} // namespace hdskit
