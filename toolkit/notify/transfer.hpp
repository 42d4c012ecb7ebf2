#pragma once

#include "toolkit/notify/server_access.hpp"

#include <curl/curl.h>

#include <memory>

namespace hdskit {

/// A connection of libcurl with what every exchange here has in common: verified certificates, limits of time and size, no proxy, no .netrc,
/// no redirect that libcurl follows by itself.
class Transfer {
public:
  /// Throws Problem not_found or refused when the file of authorities cannot be read.
  Transfer(const ServerAccess& access, const char* protocols, const Progress& progress);
  Transfer(const Transfer&) = delete;
  Transfer& operator=(const Transfer&) = delete;

  CURL* handle() const { return handle_.get(); }
  CURLcode perform();                                      ///< throws Problem cancelled when the person asked to stop
  long answer_code() const;                                ///< of the last answer; 0 when there was none
  const std::string& answer_head() const { return head_; } ///< header lines, or the lines that a mail server said
  const std::string& answer_body() const { return body_; }

  /// The Problem that a failed exchange calls for.
  [[noreturn]] void fail(CURLcode code) const;

private:
  static std::size_t take_head(const char* bytes, std::size_t size, std::size_t count, void* self);
  static std::size_t take_body(const char* bytes, std::size_t size, std::size_t count, void* self);
  static int watch(void* self, curl_off_t, curl_off_t, curl_off_t, curl_off_t);

  std::string url_;
  const Progress& progress_;
  std::unique_ptr<CURL, decltype(&curl_easy_cleanup)> handle_;
  std::string head_, body_;
  char reason_[CURL_ERROR_SIZE] = {};
};

} // namespace hdskit
