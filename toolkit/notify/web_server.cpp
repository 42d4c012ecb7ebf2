#include "toolkit/notify/web_server.hpp"

#include "toolkit/base/problem.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/notify/deadline_words.hpp"

#include <algorithm>

namespace hdskit {
namespace {

constexpr int most_redirects = 3;

std::string with_slash(const std::string& url) { return url.ends_with('/') ? url : url + "/"; }

ServerAddress require_lawful(const ServerAccess& access) {
  auto address = address_of(access.url, {"https", "http"});
  if (address.scheme == "http" && !address.loopback)
    throw Problem{ProblemKind::bad_input, access.url, tr("Deadlines and passwords leave this machine encrypted only."), tr("Give an address with https://.")};
  if (access.url.find_first_of("?#") != std::string::npos)
    throw Problem{ProblemKind::bad_input, access.url, tr("“{1}” is no address of a calendar.", {plain_line(access.url)}),
                  tr("It ends with the name of the calendar, without “?” and “#”.")};
  return address;
}

/// An ETag (RFC 9110, 8.8.3) that can be sent back in a header.
std::string lawful_etag(std::string_view text) {
  constexpr std::size_t longest = 512; // characters; servers use some dozens
  const bool lawful = text.size() <= longest && std::ranges::all_of(text, [](char c) { return c >= ' ' && c < 0x7f; });
  return lawful ? std::string{text} : std::string{};
}

std::string header(CURL* curl, const char* name) {
  curl_header* found = nullptr;
  return curl_easy_header(curl, name, 0, CURLH_HEADER, -1, &found) == CURLHE_OK ? found->value : "";
}

} // namespace

WebServer::WebServer(const ServerAccess& access, const Progress& progress)
    : url_{with_slash(access.url)}, address_{require_lawful(access)}, transfer_{access, "https,http", progress} {
  curl_easy_setopt(transfer_.handle(), CURLOPT_HTTPAUTH, static_cast<long>(CURLAUTH_BASIC));
  curl_easy_setopt(transfer_.handle(), CURLOPT_USERAGENT, "hdskit");
}

WebReply WebServer::ask(const Request& request) {
  auto url = url_ + request.path;
  for (int redirects = 0;; ++redirects) {
    const auto reply = ask_at(url, request);
    const bool moved = reply.status == 301 || reply.status == 302 || reply.status == 307 || reply.status == 308;
    if (!moved) return reply;
    if (redirects == most_redirects)
      throw Problem{ProblemKind::refused, url_, tr("The server “{1}” sends from one address to the next without end.", {url_}), tr("Check the address.")};
    url = redirected(url);
  }
}

/// CURLINFO_REDIRECT_URL would hold the user and the password.
std::string WebServer::redirected(const std::string& from) const {
  const auto location = header(transfer_.handle(), "Location");
  const auto url = resolved(from, location);
  if (!url.empty() && address_of(url, {"https", "http"}) == address_) return url;
  throw Problem{ProblemKind::refused, url_, tr("The server “{1}” sends to another one: {2}.", {url_, plain_line(location)}),
                tr("If you trust it, give that address yourself.")};
}

WebReply WebServer::ask_at(const std::string& url, const Request& request) {
  auto* curl = transfer_.handle();
  curl_slist* lines = nullptr;
  for (const auto& line : request.headers) lines = curl_slist_append(lines, line.c_str());
  lines = curl_slist_append(lines, "Expect:"); // bodies are small: no need to ask first
  const std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)> headers{lines, curl_slist_free_all};
  curl_easy_setopt(curl, CURLOPT_URL, url.c_str());
  curl_easy_setopt(curl, CURLOPT_HTTPHEADER, headers.get());
  curl_easy_setopt(curl, CURLOPT_NOBODY, 0L);
  if (request.body) {
    curl_easy_setopt(curl, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(request.body->size()));
    curl_easy_setopt(curl, CURLOPT_POSTFIELDS, request.body->c_str());
  } else curl_easy_setopt(curl, CURLOPT_HTTPGET, 1L);
  if (request.method == std::string_view{"HEAD"}) curl_easy_setopt(curl, CURLOPT_NOBODY, 1L);
  curl_easy_setopt(curl, CURLOPT_CUSTOMREQUEST, request.method);
  if (const auto code = transfer_.perform(); code != CURLE_OK) transfer_.fail(code);
  return {transfer_.answer_code(), lawful_etag(header(curl, "ETag"))};
}

} // namespace hdskit
