#include "toolkit/notify/push_calendar.hpp"

#include "toolkit/base/translate.hpp"
#include "toolkit/notify/web_server.hpp"

#include <algorithm>
#include <set>

namespace hdskit {
namespace {

bool is_success(long status) { return status >= 200 && status < 300; }

/// Item ids come from checklists that hospitals write: what has a meaning in a path becomes "=2F".
std::string resource_of(const std::string& uid) {
  constexpr std::string_view hexadecimal = "0123456789ABCDEF";
  std::string name;
  for (const char c : uid) {
    const auto octet = static_cast<unsigned char>(c);
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || (c == '.' && !name.empty());
    if (plain) name += c;
    else name += {'=', hexadecimal[octet >> 4], hexadecimal[octet & 15]};
  }
  return name + ".ics";
}

/// What concerns the collection as a whole, before anything is written.
void require_collection(WebServer& server, const std::string& url) {
  const auto status = server
                          .ask({"PROPFIND",
                                "",
                                {"Depth: 0", "Content-Type: application/xml; charset=utf-8"},
                                R"(<?xml version="1.0" encoding="utf-8"?><propfind xmlns="DAV:"><prop><resourcetype/></prop></propfind>)"})
                          .status;
  if (status == 207) return;
  if (status == 401) throw Problem{ProblemKind::refused, url, tr("The server “{1}” refuses this user or this password.", {url}), tr("Check both of them.")};
  if (status == 403)
    throw Problem{ProblemKind::refused, url, tr("The server “{1}” does not let this user write there.", {url}),
                  tr("Ask for the right to write to that calendar.")};
  if (status == 404 || status == 410)
    throw Problem{ProblemKind::not_found, url, tr("There is no calendar at “{1}”.", {url}), tr("Make it on the server first, or check the address.")};
  throw Problem{ProblemKind::unreachable, url, tr("The server “{1}” does not behave like a calendar server (HTTP {2}).", {url, std::to_string(status)}),
                tr("Check that the address is the one of the calendar.")};
}

std::string reason_of(long status) {
  switch (status) {
    case 401:
    case 403: return tr("The server does not let this user write it.");
    case 404:
    case 409: return tr("The server finds no calendar there.");
    case 412: return tr("Somebody changed it on the server; --overwrite writes over that.");
    case 507: return tr("The server has no room left.");
    default: return tr("The server answered HTTP {1}.", {std::to_string(status)});
  }
}

class Pushing {
public:
  Pushing(const PushOrder& order, WebServer& server) : order_{order}, server_{server} { report_.pushed = order.pushed; }

  PushReport& report() { return report_; }

  void write(const Deadline& deadline) {
    const auto& version = order_.look.versions.at(deadline.uid);
    const auto known = order_.pushed.find(deadline.uid);
    const bool is_known = known != order_.pushed.end();
    if (is_known && known->second.digest == version.digest && !order_.overwrite) return tell(deadline.uid, PushFate::unchanged);
    auto reply = put(deadline, order_.overwrite ? "" : is_known ? if_match(known->second) : "If-None-Match: *");
    const bool gone = reply.status == 412 && is_known && server_.ask({"HEAD", resource_of(deadline.uid)}).status == 404;
    if (gone) reply = put(deadline, "If-None-Match: *"); // removed on the server, while it still is a deadline
    if (!is_success(reply.status)) return tell(deadline.uid, PushFate::failed, reason_of(reply.status));
    if (reply.etag.empty()) reply.etag = server_.ask({"HEAD", resource_of(deadline.uid)}).etag;
    report_.pushed[deadline.uid] = {reply.etag, version.digest};
    tell(deadline.uid, is_known && !gone ? PushFate::updated : PushFate::created);
  }

  void remove(const std::string& uid, const PushedEvent& event) {
    WebServer::Request request{"DELETE", resource_of(uid)};
    if (const auto condition = if_match(event); !condition.empty() && !order_.overwrite) request.headers.push_back(condition);
    auto status = server_.ask(request).status;
    if (status == 412 && server_.ask({"HEAD", resource_of(uid)}).status == 404) status = 404;
    if (!is_success(status) && status != 404 && status != 410) return tell(uid, PushFate::failed, reason_of(status));
    report_.pushed.erase(uid);
    tell(uid, PushFate::removed);
  }

private:
  static std::string if_match(const PushedEvent& event) { return event.etag.empty() ? std::string{} : "If-Match: " + event.etag; }

  WebReply put(const Deadline& deadline, const std::string& condition) {
    WebServer::Request request{"PUT", resource_of(deadline.uid), {"Content-Type: text/calendar; charset=utf-8"}};
    if (!condition.empty()) request.headers.push_back(condition);
    request.body = event_text(deadline, order_.look);
    return server_.ask(request);
  }

  void tell(const std::string& uid, PushFate fate, std::string reason = {}) { report_.outcomes.push_back({uid, fate, std::move(reason)}); }

  const PushOrder& order_;
  WebServer& server_;
  PushReport report_;
};

} // namespace

PushReport push_calendar(const PushOrder& order, const ServerAccess& access, const Progress& progress) {
  WebServer server{access, progress};
  require_collection(server, access.url);
  std::set<std::string> uids;
  for (const auto& deadline : order.deadlines) uids.insert(deadline.uid);
  Pushing pushing{order, server};
  auto& report = pushing.report();
  try {
    for (const auto& deadline : order.deadlines) {
      progress.tell(tr("Writing to the calendar"), report.outcomes.size(), order.deadlines.size());
      pushing.write(deadline);
    }
    for (const auto& [uid, event] : order.pushed)
      if (!uids.contains(uid)) pushing.remove(uid, event);
  } catch (const Problem& problem) { // what was written must be remembered all the same
    report.failure = problem;
  }
  return std::move(report);
}

} // namespace hdskit
