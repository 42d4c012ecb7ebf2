#include "toolkit/access/list_download.hpp"

#include "toolkit/access/web_address.hpp"
#include "toolkit/base/file.hpp"
#include "toolkit/base/problem.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"

#include <curl/curl.h>

#include <algorithm>
#include <exception>
#include <memory>
#include <new>
#include <optional>
#include <stdexcept>

namespace hdskit {
namespace {

constexpr int most_redirections = 3;
constexpr long ok = 200, redirection = 300, unchanged = 304, mistake = 400;
constexpr std::size_t longest_header = 1000; // bytes of a value that is kept

CURL* new_handle() {
  static const CURLcode ready = curl_global_init(CURL_GLOBAL_DEFAULT);
  auto* handle = ready == CURLE_OK ? curl_easy_init() : nullptr;
  if (!handle) throw std::bad_alloc{};
  return handle;
}

/// One question and its answer as they go by.
class Transfer {
public:
  explicit Transfer(const ListRequest& request) : request_{request}, handle_{new_handle(), curl_easy_cleanup}, headers_{nullptr, curl_slist_free_all} {}

  CURLcode run(const std::string& url) {
    etag.clear();
    modified.clear();
    file.emplace(request_.target);
    prepare(url);
    const auto code = curl_easy_perform(handle_.get());
    curl_easy_getinfo(handle_.get(), CURLINFO_RESPONSE_CODE, &status);
    if (failure_) std::rethrow_exception(failure_);
    return code;
  }
  std::string redirected_to() const {
    char* url = nullptr;
    curl_easy_getinfo(handle_.get(), CURLINFO_REDIRECT_URL, &url);
    return url ? url : "";
  }
  std::string reason(CURLcode code) const { return reason_[0] ? reason_ : curl_easy_strerror(code); }

  long status = 0;
  std::string etag, modified;
  std::optional<PendingFile> file;

private:
  template <typename Value> void set(CURLoption option, Value value) {
    if (const auto code = curl_easy_setopt(handle_.get(), option, value); code != CURLE_OK) throw std::runtime_error{curl_easy_strerror(code)};
  }

  void prepare(const std::string& url) {
    curl_easy_reset(handle_.get());
    set(CURLOPT_URL, url.c_str());
    set(CURLOPT_PROTOCOLS_STR, "http,https,ldap");
    set(CURLOPT_FOLLOWLOCATION, 0L);
    set(CURLOPT_PROXY, request_.proxy.c_str());
    set(CURLOPT_NOPROXY, "");
    set(CURLOPT_NETRC, static_cast<long>(CURL_NETRC_IGNORED));
    set(CURLOPT_NOSIGNAL, 1L);
    set(CURLOPT_USERAGENT, "hdskit");
    set(CURLOPT_TIMEOUT_MS, static_cast<long>(request_.patience.count()));
    set(CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(std::min<std::int64_t>(request_.patience.count(), 30'000)));
    set(CURLOPT_LOW_SPEED_LIMIT, 1L);
    set(CURLOPT_LOW_SPEED_TIME, static_cast<long>(request_.stall.count()));
    set(CURLOPT_ERRORBUFFER, reason_);
    set(CURLOPT_NOPROGRESS, 0L);
    set(CURLOPT_WRITEFUNCTION, on_bytes);
    set(CURLOPT_WRITEDATA, this);
    set(CURLOPT_HEADERFUNCTION, on_header);
    set(CURLOPT_HEADERDATA, this);
    set(CURLOPT_XFERINFOFUNCTION, on_progress);
    set(CURLOPT_XFERINFODATA, this);
    ask_for_news();
  }

  void ask_for_news() {
    headers_.reset();
    const auto add = [&](const std::string& line) {
      auto* longer = curl_slist_append(headers_.get(), line.c_str());
      if (!longer) throw std::bad_alloc{};
      if (!headers_) headers_.reset(longer);
    };
    if (!request_.etag.empty()) add("If-None-Match: " + request_.etag);
    if (!request_.modified.empty()) add("If-Modified-Since: " + request_.modified);
    set(CURLOPT_HTTPHEADER, headers_.get());
  }

  /// Exceptions do not pass through libcurl.
  template <typename Work> bool guarded(Work work) {
    try {
      work();
      return true;
    } catch (...) {
      failure_ = std::current_exception();
      return false;
    }
  }

  void take(std::string_view bytes) {
    if (file->size() + bytes.size() > request_.limit)
      throw Problem{ProblemKind::no_space, request_.url, tr("What “{1}” gives is larger than {2}.", {request_.url, french_bytes(request_.limit)}),
                    tr("No revocation list is that large: check the address.")};
    file->write(bytes);
  }

  void see_header(std::string_view line) {
    if (line.starts_with("HTTP/")) { // that of a proxy may come before
      etag.clear();
      modified.clear();
    }
    const auto colon = line.find(':');
    if (colon == std::string_view::npos || line.size() > longest_header) return;
    const auto name = folded(line.substr(0, colon));
    if (name == "etag") etag = trimmed(line.substr(colon + 1));
    if (name == "last-modified") modified = trimmed(line.substr(colon + 1));
  }

  static std::size_t on_bytes(char* bytes, std::size_t, std::size_t count, void* self) {
    auto& transfer = *static_cast<Transfer*>(self);
    return transfer.guarded([&] { transfer.take({bytes, count}); }) ? count : CURL_WRITEFUNC_ERROR;
  }
  static std::size_t on_header(char* bytes, std::size_t, std::size_t count, void* self) {
    auto& transfer = *static_cast<Transfer*>(self);
    return transfer.guarded([&] { transfer.see_header({bytes, count}); }) ? count : 0;
  }
  static int on_progress(void* self, curl_off_t total, curl_off_t done, curl_off_t, curl_off_t) {
    auto& transfer = *static_cast<Transfer*>(self);
    const bool goes_on = transfer.guarded([&] {
      transfer.request_.progress.stop_if_cancelled();
      transfer.request_.progress.tell(tr("Downloading the list"), static_cast<std::uint64_t>(done), static_cast<std::uint64_t>(total));
    });
    return goes_on ? 0 : 1;
  }

  const ListRequest& request_;
  std::unique_ptr<CURL, decltype(&curl_easy_cleanup)> handle_;
  std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)> headers_;
  std::exception_ptr failure_;
  char reason_[CURL_ERROR_SIZE] = {};
};

[[noreturn]] void fail(const ListRequest& request, const std::string& reason) {
  throw Problem{ProblemKind::unreachable, request.url, tr("“{1}” gave no list: {2}.", {request.url, reason}),
                tr("Check the address and the network; the list that is there already stays in use while it is in date.")};
}

} // namespace

ListReply download_list(const ListRequest& request) {
  Transfer transfer{request};
  auto url = request.url;
  const bool web = !url.starts_with("ldap:");
  for (int turn = 0; turn <= most_redirections; ++turn) {
    if (const auto code = transfer.run(url); code != CURLE_OK) fail(request, transfer.reason(code));
    const auto status = transfer.status;
    if (web && status == unchanged) return {true, transfer.etag, transfer.modified};
    if (!web || status == ok) {
      if (transfer.file->size() == 0) fail(request, tr("the answer is empty"));
      transfer.file->commit();
      return {false, transfer.etag, transfer.modified};
    }
    if (status < redirection || status >= mistake) fail(request, tr("HTTP status {1}", {std::to_string(status)}));
    const auto next = transfer.redirected_to();
    if (!is_same_server(request.url, next))
      throw Problem{ProblemKind::refused, request.url, tr("“{1}” sends on to another server, which is not followed: {2}", {request.url, next}),
                    tr("If that address is the right one, record it in place of the other.")};
    url = next;
  }
  fail(request, tr("it sends on again and again"));
}

} // namespace hdskit
