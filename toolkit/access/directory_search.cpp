#include "toolkit/access/directory_search.hpp"

#include "toolkit/access/fhir_value.hpp"
#include "toolkit/access/web_address.hpp"
#include "toolkit/base/problem.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"

namespace hdskit {
namespace {

constexpr int most_tries = 5, most_pages = 1000;
constexpr std::chrono::seconds longest_wait{120};
constexpr long ok = 200, redirection = 300, mistake = 400, unauthorised = 401, forbidden = 403, too_many = 429, busy = 503;

std::string_view without_slash(std::string_view address) {
  while (address.ends_with('/')) address.remove_suffix(1);
  return address;
}

/// Under the interface itself: "<base>", "<base>?…", "<base>/…", and no way out of it again.
bool is_under(const std::string& base, const std::string& path) {
  const auto end = path.find('?');
  const auto place = folded(path.substr(0, end));
  const bool climbs = place.find("..") != std::string::npos || place.find("%2e") != std::string::npos || place.find("%2f") != std::string::npos;
  return path.starts_with(base) && (path.size() == base.size() || path[base.size()] == '?' || path[base.size()] == '/') && !climbs;
}

} // namespace

DirectorySearch::DirectorySearch(const DirectoryOrder& order) : order_{order}, base_{without_slash(order.address)}, connection_{order.access, order.progress} {}

void DirectorySearch::run(const std::string& resource, const std::string& form, const std::function<void(const FhirPage&)>& take) {
  std::set<std::string> seen;
  auto reply = call(base_ + "/" + resource + "/_search", &form);
  for (;;) {
    FhirPage page;
    try {
      page = read_fhir_page(reply.body, base_, order_.day);
    } catch (const Problem& problem) { // a server may give back what it was given
      throw Problem{problem.kind(), problem.subject(), without_key(problem.what()), problem.remedy()};
    }
    take(page);
    if (page.next.empty()) return;
    reply = call(page_after(page, seen), nullptr);
  }
}

std::string DirectorySearch::page_after(const FhirPage& page, std::set<std::string>& seen) const {
  if (!is_same_server(base_, page.next) || !is_under(parse_web_address(base_).rest, parse_web_address(page.next).rest))
    throw Problem{ProblemKind::refused, base_, tr("The next page lies elsewhere, which is not followed: {1}", {without_key(page.next)}),
                  tr("The key goes to the interface that you named and to nobody else. If that address is the right one, give it as the address.")};
  if (!seen.insert(page.next).second || seen.size() > most_pages)
    throw Problem{ProblemKind::bad_input, base_, tr("“{1}” leads from page to page without an end.", {base_}), fhir_remedy()};
  return page.next;
}

void DirectorySearch::keep_pace() {
  const auto now = order_.clock.now();
  if (next_call_ && now < *next_call_) order_.clock.sleep(*next_call_ - now);
  // one nanosecond more than its share: rounding never makes a call too many
  next_call_ = order_.clock.now() + std::chrono::nanoseconds{std::chrono::seconds{1}} / order_.rate + std::chrono::nanoseconds{1};
}

DirectoryReply DirectorySearch::call(const std::string& url, const std::string* form) {
  for (int turn = 1;; ++turn) {
    order_.progress.stop_if_cancelled();
    keep_pace();
    auto reply = form ? connection_.post(url, *form) : connection_.get(url);
    if (reply.status == ok) return reply;
    if (reply.status != too_many && reply.status != busy) refuse_status(reply);
    const auto wait = reply.retry_after.count() > 0 ? reply.retry_after : std::chrono::seconds{1 << turn};
    if (turn == most_tries || wait > longest_wait)
      throw Problem{ProblemKind::unreachable, base_,
                    tr("“{1}” asks to wait (HTTP status {2}): {3} seconds more.", {base_, std::to_string(reply.status), std::to_string(wait.count())}),
                    tr("Start the same command again later: it goes on with those who were not asked.")};
    order_.clock.sleep(wait);
  }
}

void DirectorySearch::refuse_status(const DirectoryReply& reply) const {
  const auto status = std::to_string(reply.status);
  const auto said = without_key(fhir_outcome_text(reply.body));
  const auto more = said.empty() ? std::string{} : tr(" It says: {1}", {said});
  if (reply.status == unauthorised || reply.status == forbidden)
    throw Problem{ProblemKind::refused, base_, tr("“{1}” refuses the key (HTTP status {2}).", {base_, status}) + more,
                  tr("Check the key: it is given by the portal of the directory, for the application that you declared there.")};
  if (reply.status >= redirection && reply.status < mistake)
    throw Problem{ProblemKind::refused, base_, tr("“{1}” sends on elsewhere (HTTP status {2}), which is not followed.", {base_, status}),
                  tr("The key goes to the interface that you named and to nobody else. If it has moved, give its new address.")};
  throw Problem{ProblemKind::unreachable, base_, tr("“{1}” answers with HTTP status {2}.", {base_, status}) + more, fhir_remedy()};
}

std::string DirectorySearch::without_key(std::string text) const { return replaced(std::move(text), order_.access.key, "…"); }

} // namespace hdskit
