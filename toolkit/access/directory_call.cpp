#include "toolkit/access/directory_call.hpp"

#include "toolkit/access/fhir_bundle_reader.hpp"
#include "toolkit/base/problem.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"

#include <curl/curl.h>

#include <algorithm>
#include <exception>
#include <new>
#include <stdexcept>

namespace hdskit {
namespace {

constexpr std::int64_t longest_connecting = 15'000; // milliseconds

CURL* new_handle() {
  static const CURLcode ready = curl_global_init(CURL_GLOBAL_DEFAULT);
  auto* handle = ready == CURLE_OK ? curl_easy_init() : nullptr;
  if (!handle) throw std::bad_alloc{};
  return handle;
}

} // namespace

class DirectoryConnection::Transfer {
public:
  Transfer(const DirectoryAccess& access, const Progress& progress)
      : access_{access}, progress_{progress}, handle_{new_handle(), curl_easy_cleanup}, headers_{nullptr, curl_slist_free_all} {
    for (const auto& line : {"ESANTE-API-KEY: " + access_.key, std::string{"Accept: application/fhir+json"}, std::string{"Expect:"}}) {
      auto* longer = curl_slist_append(headers_.get(), line.c_str());
      if (!longer) throw std::bad_alloc{};
      if (!headers_) headers_.reset(longer);
    }
  }

  DirectoryReply run(const std::string& url, const std::string* form) {
    prepare(url, form);
    body_.clear();
    failure_ = nullptr;
    reason_[0] = '\0';
    const auto code = curl_easy_perform(handle_.get());
    if (failure_) std::rethrow_exception(failure_);
    if (code != CURLE_OK)
      throw Problem{ProblemKind::unreachable, url, tr("“{1}” gave no answer: {2}.", {url, reason_[0] ? reason_ : curl_easy_strerror(code)}),
                    tr("Check the address, the authority that proves the server, the proxy and the network; what was answered before is kept.")};
    DirectoryReply reply;
    curl_easy_getinfo(handle_.get(), CURLINFO_RESPONSE_CODE, &reply.status);
    curl_off_t wait = 0;
    curl_easy_getinfo(handle_.get(), CURLINFO_RETRY_AFTER, &wait);
    reply.retry_after = std::chrono::seconds{wait};
    reply.body = std::move(body_);
    return reply;
  }

private:
  template <typename Value> void set(CURLoption option, Value value) {
    if (const auto code = curl_easy_setopt(handle_.get(), option, value); code != CURLE_OK) throw std::runtime_error{curl_easy_strerror(code)};
  }

  void prepare(const std::string& url, const std::string* form) {
    curl_easy_reset(handle_.get());
    set(CURLOPT_URL, url.c_str());
    set(CURLOPT_PROTOCOLS_STR, "https");
    set(CURLOPT_FOLLOWLOCATION, 0L);
    set(CURLOPT_PROXY, access_.proxy.c_str());
    set(CURLOPT_NOPROXY, "");
    set(CURLOPT_HEADEROPT, static_cast<long>(CURLHEADER_SEPARATE)); // the proxy learns no key
    set(CURLOPT_HTTPHEADER, headers_.get());
    set(CURLOPT_NETRC, static_cast<long>(CURL_NETRC_IGNORED));
    set(CURLOPT_NOSIGNAL, 1L);
    set(CURLOPT_USERAGENT, "hdskit");
    set(CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
    set(CURLOPT_SSL_VERIFYPEER, 1L);
    set(CURLOPT_SSL_VERIFYHOST, 2L);
    if (!access_.ca_file.empty()) {
      set(CURLOPT_CAINFO, access_.ca_file.c_str());
      set(CURLOPT_CAPATH, static_cast<char*>(nullptr)); // that authority and no other
    }
    set(CURLOPT_TIMEOUT_MS, static_cast<long>(access_.patience.count()));
    set(CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(std::min<std::int64_t>(access_.patience.count(), longest_connecting)));
    set(CURLOPT_ERRORBUFFER, reason_);
    set(CURLOPT_NOPROGRESS, 0L);
    set(CURLOPT_WRITEFUNCTION, on_bytes);
    set(CURLOPT_WRITEDATA, this);
    set(CURLOPT_XFERINFOFUNCTION, on_progress);
    set(CURLOPT_XFERINFODATA, this);
    if (form) {
      set(CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(form->size()));
      set(CURLOPT_POSTFIELDS, form->c_str());
    }
    url_ = url;
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
    if (body_.size() + bytes.size() > fhir_page_limit)
      throw Problem{ProblemKind::no_space, url_, tr("What “{1}” gives is larger than {2}.", {url_, french_bytes(fhir_page_limit)}), fhir_page_remedy()};
    body_ += bytes;
  }
  static std::string fhir_page_remedy() { return tr("No page of the directory is that large: check the address."); }

  static std::size_t on_bytes(char* bytes, std::size_t, std::size_t count, void* self) {
    auto& transfer = *static_cast<Transfer*>(self);
    return transfer.guarded([&] { transfer.take({bytes, count}); }) ? count : CURL_WRITEFUNC_ERROR;
  }
  static int on_progress(void* self, curl_off_t, curl_off_t, curl_off_t, curl_off_t) {
    auto& transfer = *static_cast<Transfer*>(self);
    return transfer.guarded([&] { transfer.progress_.stop_if_cancelled(); }) ? 0 : 1;
  }

  const DirectoryAccess access_;
  const Progress& progress_;
  std::unique_ptr<CURL, decltype(&curl_easy_cleanup)> handle_;
  std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)> headers_;
  std::string url_, body_;
  std::exception_ptr failure_;
  char reason_[CURL_ERROR_SIZE] = {};
};

DirectoryConnection::DirectoryConnection(const DirectoryAccess& access, const Progress& progress) : transfer_{std::make_unique<Transfer>(access, progress)} {}
DirectoryConnection::~DirectoryConnection() = default;

DirectoryReply DirectoryConnection::post(const std::string& url, const std::string& form) { return transfer_->run(url, &form); }
DirectoryReply DirectoryConnection::get(const std::string& url) { return transfer_->run(url, nullptr); }

} // namespace hdskit
