#pragma once

#include "toolkit/access/endpoint_request.hpp"

#include <curl/curl.h>

namespace hdskit {

/// A connection of libcurl that carries our own bytes: the request is sent by hand, so that a refusal that comes after the handshake is read before it.
class EndpointConnection {
public:
  EndpointConnection(const std::string& url, std::chrono::milliseconds timeout);
  template <typename Value> void set(CURLoption option, Value value) {
    if (const auto code = curl_easy_setopt(handle_.get(), option, value); code != CURLE_OK) throw std::runtime_error{curl_easy_strerror(code)};
  }
  CURLcode open();
  bool connected() const;     ///< open() came to a server, whatever it said; out of time counts as not
  std::string reason() const; ///< what libcurl said last
  bool send(std::string_view bytes);
  /// Waits for bytes, at most `patience` and never beyond the time of the whole. False when the connection has ended, `bytes` grows otherwise.
  bool receive(std::string& bytes, std::chrono::milliseconds patience);
  bool out_of_time() const { return left() <= std::chrono::milliseconds{0}; }

private:
  std::chrono::milliseconds left() const;
  bool wait(short events, std::chrono::milliseconds patience);
  std::unique_ptr<CURL, decltype(&curl_easy_cleanup)> handle_;
  std::chrono::steady_clock::time_point end_;
  char reason_[CURL_ERROR_SIZE] = {};
  CURLcode opened_ = CURLE_OK, code_ = CURLE_OK;
};

} // namespace hdskit
